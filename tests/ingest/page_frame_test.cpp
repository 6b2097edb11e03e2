// What stands at the edges of pages, in the middle of a sentence or not: what goes, and what stays.
#include <doctest/doctest.h>

#include <string>

#include <libsearch/ingest.hpp>

using namespace libsearch;
using namespace libsearch::ingest;

namespace {

const std::string head = "港の朝の仕事\n\n白浜 花子\n\n";
const std::string first = "　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事である。燃料\nの船が一隻遅れるだけで町の発電所の予定は組み替えられる。それでも町は待たない。\n";
const std::string second = "　岬の灯台には二人の番人がいて、昼は帳簿をつけ、夜は油の残りを量る。嵐の晩には町の\n若い者が手伝いに上がり、朝になると粥を食べて帰るのがならわしであった。\n";
const std::string half = "　夏の夕方には送電線の余裕が乏しくなる。隣の町から融通を受ける約束は、両方が暑い日に\n";
const std::string other_half = "は役に立たない。蓄えるほうが早いという声が出たのは、この年の秋であった。\n";
const std::string sentence = "両方が暑い日には役に立たない";

std::string body_of(const std::string &text) { return read_essay(text).body; }
bool holds(const std::string &body, const std::string &part) { return body.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("page frame: page numbers with that of the chapter, where a page ends or begins") {
  const std::string body = body_of(head + first + half + "\n                  1-1\n\f" + other_half + second + "\n                  1-2\n\f");
  CHECK_FALSE(holds(body, "1-1"));
  CHECK_FALSE(holds(body, "1-2"));
  CHECK(holds(body, sentence));
}

TEST_CASE("page frame: such a number elsewhere is a score or a part of a table") {
  for (const std::string &text : {first + "\n3-2\n\n" + second + "\f" + half + other_half, first + "\n3-2\n2-1\n\f" + second, first + "\f" + second + "\n3-2\n", first + "\n3-2\n"}) {
    CAPTURE(text);
    CHECK(holds(body_of(head + text), "3-2"));
  }
}

TEST_CASE("page frame: a page number in spread letters") {
  CHECK(holds(body_of(head + first + half + "\n1 ペ ー ジ\n\f" + other_half), sentence));
}
