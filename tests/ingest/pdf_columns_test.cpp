#include "ingest/pdf_columns.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace libsearch::ingest;

namespace {

constexpr const char *left[] = {"港の朝は早い。荷役の機械が動き出す前に潮", "位と風を確かめるのが係の仕事である。燃料", "の船が一隻遅れるだけで町の発電所の予定は",
                                "組み替えられる。それでも町は待たない。備", "えの厚さは、小さな遅れの積み重ねで測られ", "るのである。"};
constexpr const char *right[] = {"夏の夕方には送電線の余裕が乏しくなる。隣", "の町から融通を受ける約束は、両方が暑い日", "には役に立たない。蓄えるほうが早いという",
                                 "声が出たのは、この年の秋であった。はじめ", "は小さな蓄電池を役場に置き、次に学校へ置", "いた。"};

std::string alternating() {
  std::string text = "港の便り\n\n";
  for (int i = 0; i < 6; ++i) text += std::string(left[i]) + "\n\n" + right[i] + "\n\n";
  return text + "12\n";
}

std::string one_by_one() {
  std::string text = "港の便り\n";
  for (const char *line : left) text += std::string(line) + "\n";
  for (const char *line : right) text += std::string(line) + "\n";
  return text;
}

}  // namespace

TEST_CASE("pdf_columns: columns that were mixed are put one behind the other, as they were drawn") {
  const std::string plain = "一頁目\n\n次の段落\n";
  std::string columns = "港の便り\n\n";
  for (const char *line : left) columns += std::string(line) + "\n";
  for (const char *line : right) columns += std::string(line) + (line == right[5] ? "\n\n" : "\n");
  // The page number was drawn first, and stays below.
  CHECK(with_columns_apart(plain + "\f" + alternating() + "\f", plain + "\f12\n" + one_by_one() + "\f") == plain + "\f" + columns + "12\n\f");
  // Drawn in an order of its own, but nothing takes turns.
  const std::string apart = one_by_one(), feet_first = "12\n" + apart;
  CHECK(with_columns_apart(apart + "\f", feet_first + "\f") == apart + "\f");
  CHECK(with_columns_apart(alternating() + "\f", plain) == alternating() + "\f");
  CHECK(with_columns_apart("", "") == "");
}

TEST_CASE("pdf_columns: lines of two columns are short") {
  CHECK(may_have_columns(alternating()));
  std::string wide;
  for (int i = 0; i < 6; ++i) wide += std::string(left[i]) + right[i] + "\n" + right[i] + left[i] + "\n";
  CHECK_FALSE(may_have_columns(wide));
  CHECK_FALSE(may_have_columns("港の便り\n\f二頁目\n"));
}

TEST_CASE("pdf_columns: lines of three columns, and lines of two that became one") {
  const char *const third[] = {"冬の港では解氷の費用が膨らむ。係は朝から", "綱を温め、氷を砕いて岸壁までの道を開ける", "ことから始めるのだと若い技師が話していた",
                         "春になればその道具は倉庫に戻り、次の冬ま", "で誰の目にも触れない。町の備えとはそうい", "うものである。"};
  std::string mixed, drawn, merged, both;
  for (int i = 0; i < 6; ++i) mixed += std::string(left[i]) + "\n\n" + right[i] + "\n\n" + third[i] + "\n\n";
  for (const char *const *column : {+left, +right, +third})
    for (int i = 0; i < 6; ++i) drawn += std::string(column[i]) + "\n";
  CHECK(with_columns_apart(mixed + "\f", drawn + "\f") == drawn + "\n\f");
  for (int i = 0; i < 5; ++i) merged += std::string(left[i]) + " " + right[i] + "\n";
  for (const char *const *column : {+left, +right})
    for (int i = 0; i < 5; ++i) both += std::string(column[i]) + "\n";
  CHECK(with_columns_apart(merged + "\f", both + "\f") == both + "\f");
  // Drawn as they stand on the page
  CHECK(with_columns_apart(merged + "\f", merged + "\f") == merged + "\f");
}
