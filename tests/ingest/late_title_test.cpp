#include <doctest/doctest.h>

#include <string>

#include <libsearch/ingest.hpp>

#include "essay_support.hpp"

using namespace libsearch;
using namespace libsearch::ingest;

namespace {

const std::string paragraph = "　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事である。燃料\nの船が一隻遅れるだけで町の発電所の予定は組み替えられる。それでも町は待たない。\n";
const std::string english = "We ask how the harbours of the north store heat over the winter and who pays for it.\nThe answer is that they do, and that it costs less than was thought.\n";

bool holds(const document &read, const std::string &part) { return read.body.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("late title: behind an abstract, which stays text") {
  const document read = read_essay("〔要　　旨〕\n" + paragraph + "\n港町の熱と料金の決まり方\n――三つの町の記録から――\n\n主事研究員　　白浜　花子\n\n" + paragraph);
  CHECK(read.title == "港町の熱と料金の決まり方 ――三つの町の記録から――");
  CHECK(test::joined_names(read.authors) == "白浜 花子");
  CHECK(holds(read, "燃料の船が一隻遅れるだけで"));
  // Nobody signs it: the abstract is all there is.
  CHECK(read_essay("〔要　　旨〕\n" + paragraph + "\n港町の熱と料金\n\n" + paragraph).title == "");
}

TEST_CASE("late title: the one in kanji behind one in Latin letters and its abstract") {
  const std::string first = "Harbour Heat in Winter: Evidence from Three Towns\n\nShirahama Hanako and Aomi Taro\n\nAbstract\n" + english + "\n";
  const document read = read_essay(first + "港町の冬の熱をだれが払うのか\n白浜　花子※1　　青海　太郎※2\n\n" + paragraph);
  CHECK(read.title == "港町の冬の熱をだれが払うのか");
  CHECK(test::joined_names(read.authors) == "白浜 花子|青海 太郎");
  CHECK(holds(read, "harbours of the north"));
  CHECK(read_essay(first + english).title == "Harbour Heat in Winter: Evidence from Three Towns");
}

TEST_CASE("late title: that of a review behind the book, which stays text") {
  const std::string book = "書　評\n\n青海 太郎 著\n『灯台の経済学』\n（岬書房、2018年、A5判、312頁、本体3,600円＋税）\n\n";
  const document read = read_essay(book + "明かりの値段を問う\n\n白浜　花子\n\n" + paragraph);
  CHECK(read.title == "明かりの値段を問う");
  CHECK(test::joined_names(read.authors) == "白浜 花子");
  CHECK(holds(read, "灯台の経済学"));
}

TEST_CASE("late title: the title that a browser puts first, with the site's name") {
  const std::string page = "燃料補助の「出口」 | かいとう総研\n\nメインコンテンツへスキップ\n\nかいとう総研\nホーム\n経済\n";
  const document read = read_essay(page + "\n燃料補助の「出口」\n白浜 花子　主任研究員\n\n公開日時\n2024年12月6日 5:00\n\n" + paragraph);
  CHECK(read.title == "燃料補助の「出口」");
  CHECK(read.date == "2024-12-06");
  CHECK_FALSE(holds(read, "メインコンテンツ"));
  // The left part names who publishes, and stands below the author's name again.
  CHECK(read_essay("Kaito Institute of Energy - Statements\n\nStatement on the Outcome of the Harbour Meeting\n\nSam Green\nKaito Institute of Energy\n\n" + english).title ==
        "Statement on the Outcome of the Harbour Meeting");
}
