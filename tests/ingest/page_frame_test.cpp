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

const std::string english_head = "A Lamp on the Pier\n\nSam Green\n\n";
const std::string english = "The pier was built when the coal came by sea, and it is longer than the\nharbour needs. Every ship was once counted from its end.\n\nThe lamp burns all night, and below it the harbour sleeps as it has always\nslept, and nobody counts the ships. Those who keep the light are few, and\n";
const std::string english_half = "they are old. What will be done when none of them can climb the steps has\n";
const std::string english_rest = "been discussed in the council for a decade, and it is not yet decided, for\nthe money is not there.\n";
const std::string english_sentence = "climb the steps has been discussed";

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

TEST_CASE("page frame: a foot wider than the column that it cuts") {
  for (const char *foot : {"かいとう技術報告  Vol.19, No.10, Oct. 2005                                                            29\n",
                           "資源港湾金融2020・9　　http://www.kaito.example/harbour/review/2020/autumn/\n"}) {
    const std::string body = body_of(head + first + half + foot + "\f" + other_half + second);
    CHECK(holds(body, sentence));
    CHECK_FALSE(holds(body, std::string(foot).substr(0, 12)));
  }
  const std::string body = body_of(english_head + english + english_half + "\nKaito & Green plc. Please see the important disclosures at the end.      2\n\f" + english_rest);
  CHECK(holds(body, english_sentence));
  CHECK_FALSE(holds(body, "disclosures"));
}

TEST_CASE("page frame: rows of a table and sentences as wide as the text stay where a page ends") {
  const std::string rows = "Northern harbours and their lighthouses with the pier          410       12\nSouthern harbours and their lighthouses with the pier          290       14\n";
  CHECK(holds(body_of(english_head + english + english_half + english_rest + rows + "\fWestern harbours and their lighthouses with the pier           150       18\n"), "Southern harbours"));
  CHECK(holds(body_of(english_head + english + english_half + "been discussed in  the  council for a decade,  and those who pay  are just 14\n\fpeople of the town.\n"), "just 14"));
  CHECK(holds(body_of(head + first + half + "は役に立たないと港湾金融2020・9の特集にあるが、詳しくは http://www.example.org/a\n\fに載っている。\n"), "詳しくは"));
}

TEST_CASE("page frame: the authors at the top of a page") {
  const std::string body = body_of(english_head + english + english_half + "\f212                                     Bell et al.\n\n" + english_rest);
  CHECK(holds(body, english_sentence));
  CHECK_FALSE(holds(body, "et al."));
  CHECK(holds(body_of(english_head + english + english_half + "been discussed before. The most complete account of it is by Bell et al.\n\fThat book is lost.\n"), "Bell et al."));
}

TEST_CASE("page frame: no row of a table is a foot, wherever it stands") {
  const std::string table = "Northern harbours and their lighthouses with the pier          410       12\nShips                                   290       14\nWestern harbours and their lighthouses with the pier           150       18\n";
  const std::string body = body_of(english_head + english + english_half + english_rest + "\n" + table + "\n" + "They were counted twice.\n");
  CHECK(holds(body, "Ships"));
}

TEST_CASE("page frame: a footnote that cuts a sentence comes behind its paragraph") {
  const std::string note = "\n──────────────────\n* 本稿の数字は 2021 年 4 月のものである。\n12 灯台協会『灯台年鑑』、2019年、12頁。\n";
  const std::string body = body_of(head + first + half + note + "\n                     港と論点 No.12                              1\n\f\n" + other_half + second);
  CHECK(holds(body, sentence));
  CHECK(holds(body, "この年の秋であった。\n\n* 本稿の数字は"));
  CHECK(holds(body, "2019年、12頁。\n\n岬の灯台には"));
  CHECK_FALSE(holds(body, "港と論点"));
  const std::string other = body_of(english_head + english + english_half + "\n[1] The views in this talk are my own, and were written down before it by\nnobody else.\n\f                     - 2 -\n\n" + english_rest + "\nNobody climbs now.\n");
  CHECK(holds(other, english_sentence));
  CHECK(holds(other, "not there.\n\n[1] The views in this talk are my own, and were written down before it by nobody else.\n\nNobody climbs"));
}

TEST_CASE("page frame: below a sentence that ends, or above a page that begins one, a note stays where it is") {
  const std::string note = "\n[1] The views are my own and nobody else's.\n";
  CHECK(holds(body_of(english_head + english + english_half + english_rest + note + "\fnobody climbs now, and the lamp is dark.\n"), "not there.\n\n[1] The views"));
  CHECK(holds(body_of(english_head + english + english_half + note + "\fNobody climbs now, and the lamp is dark.\n\nThe end.\n"), "the steps has\n\n[1] The views"));
  CHECK(holds(body_of(head + first + half + "\n* 本稿の数字は古い。\n\fはじめに\n" + second), "両方が暑い日に\n\n* 本稿の数字は古い。\n\nはじめに"));
  // A heading and a list are no notes.
  CHECK(holds(body_of(head + first + half + "\n２ 灯台の費用\n\f" + other_half + second), "２ 灯台の費用\n\nは役に立たない"));
  CHECK(holds(body_of(head + first + half + "\n1 油の量\n2 火の番\n\f" + other_half + second), "油の量"));
}

TEST_CASE("page frame: a notice that cuts a sentence is furniture") {
  const std::string notice = "\n  当資料は情報提供のみを目的として作成されたものであり、取引の勧誘を目的としたものではありません。\n";
  const std::string body = body_of(head + first + half + notice + "                  1\n\f かいとう銀行 調査部                       Kaito Focus\n\n" + other_half + second);
  CHECK(holds(body, sentence));
  CHECK_FALSE(holds(body, "当資料"));
  CHECK_FALSE(holds(body, "Kaito Focus"));
}

TEST_CASE("page frame: what a text says of its own purpose is text") {
  const std::string purpose = "　本稿は、灯台の情報提供の仕事がどのように変わってきたのかを町の帳簿から調べたもので\n";
  CHECK(holds(body_of(head + first + "\n" + purpose + "\fある。帳簿は三冊が残る。\n"), "本稿は、灯台の情報提供"));
  CHECK(holds(body_of(head + first + half + other_half + "\n本稿は、灯台の情報提供の仕事を町の帳簿から調べた。\n\f" + second), "本稿は、灯台の情報提供"));
}

TEST_CASE("page frame: a page's buttons below each other") {
  const std::string body = body_of(head + first + "\nシェア\nツイート\nはてなブックマーク\n印刷\n\n" + second + half + other_half);
  for (const char *button : {"シェア", "ツイート", "ブックマーク", "印刷"}) CHECK_FALSE_MESSAGE(holds(body, button), button);
  CHECK_FALSE(holds(body_of(english_head + english + english_half + english_rest + "\nShare\nTweet\nEmail\n\n" + english + english_half + english_rest), "Tweet"));
  // Two words, or words among others, are no buttons.
  CHECK(holds(body_of(head + first + "\nシェア\n印刷\n\n" + second + half + other_half), "シェア"));
  CHECK(holds(body_of(head + first + "\n市場のシェア\n船の数\nシェア\n\n" + second + half + other_half), "市場のシェア"));
}

TEST_CASE("page frame: a lawyer's notice in the last line") {
  const std::string notice = "\nThis alert is provided for general information and is no legal advice. Attorney Advertising.\n";
  CHECK_FALSE(holds(body_of(english_head + english + english_half + english_rest + notice), "Attorney"));
  CHECK(holds(body_of(english_head + english + english_half + english_rest + "\nThis alert was heard by everyone in the town.\n"), "heard by everyone"));
}

TEST_CASE("page frame: whose opinion a paper is stands at its end as a notice, what it finds there is text") {
  CHECK_FALSE(holds(body_of(english_head + english + english_half + english_rest + "\nThis report is intended for members and does not constitute an offer.\n"), "intended for"));
  CHECK_FALSE(holds(body_of(english_head + english + english_half + english_rest + "\nThis report is believed to be correct but is given without guarantee.\n"), "believed"));
  CHECK(holds(body_of(english_head + english + english_half + english_rest + "\nThis report shows that a lamp burns less oil than the town believes, and\nthat nobody had asked its keepers.\n\nThey do know.\n"), "They do know"));
}

TEST_CASE("page frame: a short line of a sentence beside a page number") {
  const std::string narrow = "The pier was built when the coal came by sea, and\nit is longer than the harbour needs. Every ship\nwas once counted from its end.\n\nAnother port made up for the same delay within half\na day. The difference was not the crane but a short\n\n- 1 -\n\f";
  CHECK(holds(body_of(english_head + narrow + "call to the ships every morning, and an\nunderstanding that reserves are talk.\n"), "a short call to the ships every morning, and an understanding"));
  CHECK(holds(body_of(english_head + narrow + "Kaito Commentary\ncall to the ships every morning.\n"), "a short call to the ships"));
}

TEST_CASE("page frame: a running head that no other page has, in the middle of a sentence") {
  const std::string body = body_of(head + first + half + "\f熱の料金と客の構成\n\n" + other_half + second);
  CHECK_FALSE(holds(body, "客の構成"));
  CHECK(holds(body, sentence));
  const std::string english_body = body_of(english_head + english + english_half + "\fGreen and Reed\n\n" + english_rest);
  CHECK_FALSE(holds(english_body, "Green and Reed"));
  CHECK(holds(english_body, english_sentence));
  // A heading, the rest of the sentence, what no sentence is around
  CHECK(holds(body_of(head + first + half + "\f夜の仕事\n\n岬の灯台には二人の番人がいて、昼は帳簿をつける。\n"), "夜の仕事"));
  CHECK(holds(body_of(head + first + half + "\fは役に立たない。\n\nそれでも町は待たない。岬の灯台には二人の番人がいた。\n"), "両方が暑い日には役に立たない。"));
  CHECK(holds(body_of(head + first + "\f熱の料金と客の構成\n\nそれでも町は待たない。岬の灯台には二人の番人がいた。\n"), "客の構成"));
}

TEST_CASE("page frame: a blank line in the middle of a sentence, as pdftotext makes them, parts no paragraph") {
  CHECK(holds(body_of(head + first + half + "\n" + other_half + second), sentence));
  const std::string heading = body_of(head + first + half + "\nはじめに\n" + second);
  CHECK(holds(heading, "暑い日に\n\nはじめに"));
  CHECK(holds(body_of(head + first + "\nそれから嵐の晩には町の若い者が手伝いに上がり、朝になると粥を食べて帰るのであった。\n"), "待たない。\n\nそれから"));
}
