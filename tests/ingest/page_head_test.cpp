#include "ingest/page_head.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

namespace {

struct row {
  const char *line, *authors, *date, *affiliation, *series, *number;
};

void check(const row &one) {
  CAPTURE(std::string(one.line));
  const libsearch::document found =
      test::page_document("<title>t</title><body><h1>潮の値段</h1>" + std::string(one.line) + "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>");
  CHECK(test::joined_names(found.authors) == one.authors);
  CHECK(found.date == one.date);
  CHECK(found.attribute("affiliation") == one.affiliation);
  CHECK(found.attribute("series") == one.series);
  CHECK(found.attribute("number") == one.number);
  CHECK(found.body == test::sentence + "\n\n" + test::sentence);
}

}  // namespace

TEST_CASE("take_head_lines: authors, dates and series below the title") {
  for (const row &one : {row{"<p>青海 太郎</p><p>2024年3月12日</p>", "青海 太郎", "2024-03-12", "", "", ""},
                         row{"<p>海都研究所 研究員 青海 太郎</p>", "青海 太郎", "", "海都研究所 研究員", "", ""},
                         row{"<p>2024年3月12日 | 著者：青海 太郎</p>", "青海 太郎", "2024-03-12", "", "", ""},
                         row{"<dl><dt>執筆者<dd>白浜 花子</dl>", "白浜 花子", "", "", "", ""},
                         row{"<p>By Jane Doe, Lake University</p><p>May 14, 2024</p>", "Jane Doe", "2024-05-14", "Lake University", "", ""},
                         row{"<p>港の窓 第3回</p>", "", "", "", "港の窓", "3"}})
    check(one);
}

TEST_CASE("take_head_lines: bylines as blogs and papers write them") {
  for (const row &one : {row{"<p>投稿者 帆村 渡 : 2006年03月01日 22:10</p>", "帆村 渡", "2006-03-01", "", "", ""},
                         row{"<p>取材・文＝海野 渚</p>", "海野 渚", "", "", "", ""},
                         row{"<p>取材・文＝海野 渚　写真＝鶴見 一</p>", "海野 渚", "", "", "", ""},
                         row{"<p>文／高取 守</p>", "高取 守", "", "", "", ""},
                         row{"<p>文と写真／高取 守</p>", "高取 守", "", "", "", ""},
                         row{"<p>Posted by Wren Adair on November 9th, 2008</p>", "Wren Adair", "2008-11-09", "", "", ""},
                         row{"<p>Posted by Wren Adair on November 9, 2008 at 7:14 pm</p>", "Wren Adair", "2008-11-09", "", "", ""},
                         row{"<p>By Marta Quill | March 3, 2020</p>", "Marta Quill", "2020-03-03", "", "", ""},
                         row{"<p>By Marta Quill, Staff Writer<br>Published: March 3, 2020 6:10 p.m.<br>Updated: March 4, 2020 9:02 a.m.</p>", "Marta Quill", "2020-03-03", "Staff Writer", "", ""},
                         row{"<p>投稿者：帆村 渡｜21:46｜コメント(3)｜トラックバック(0)</p>", "帆村 渡", "", "", "", ""},
                         row{"<p>公開日：2021年5月14日 この記事を書いた人：帆村 渡 読了時間：約3分</p>", "帆村 渡", "2021-05-14", "", "", ""},
                         row{"<div><a href=/minami>岬 みなみ</a> <time>2022年11月27日 20:14</time></div>", "岬 みなみ", "2022-11-27", "", "", ""},
                         row{"<div><a href=/minami>岬 みなみ</a></div><div>2022年11月27日 20:14</div>", "岬 みなみ", "2022-11-27", "", "", ""},
                         row{"<p>藤代凛・北浜大教授</p>", "藤代凛", "", "北浜大教授", "", ""},
                         row{"<p>Posted on <a href=d>February 26, 2023</a> by <a href=w>Wren Adair</a> &#8212; 14 Comments</p>", "Wren Adair", "2023-02-26", "", "", ""},
                         row{"<p>Published in <a href=l>Low Water</a>·4 min read·Mar 14, 2022</p>", "", "2022-03-14", "", "", ""},
                         row{"<p>Speech by Minister Aldous Finch</p><p>21 September 2023</p>", "Aldous Finch", "2023-09-21", "", "", ""}})
    check(one);
}

TEST_CASE("take_head_lines: bylines in lists and tables, and beside those who drew") {
  for (const row &one : {row{"<table><tr><th>執筆<td>日向 慎<tr><th>掲載<td>2015年1月15日</table>", "日向 慎", "2015-01-15", "", "", ""},
                         row{"<dl><dt>発行日<dd>2024年2月26日<dt>研究員<dd>青海 太郎<br>白浜 花子</dl>", "青海 太郎|白浜 花子", "2024-02-26", "", "", ""},
                         row{"<p>文・<ruby>青海<rt>おうみ</rt></ruby> <ruby>太郎<rt>たろう</rt></ruby>　絵・白浜 花子</p>", "青海 太郎", "", "", "", ""},
                         row{"<p>作成者 青海 太郎</p>", "青海 太郎", "", "", "", ""},
                         row{"<p>回答者：青海 太郎</p>", "青海 太郎", "", "", "", ""},
                         row{"<div><a href=m>みなと税理士（青海 太郎）</a><time>2023年1月17日 21:03</time></div>", "青海 太郎", "2023-01-17", "", "", ""},
                         row{"<div><a href=m>青海 太郎</a></div><div>2024.04.19 FRI 18:30</div>", "青海 太郎", "2024-04-19", "", "", ""},
                         row{"<h2>Authors</h2><ul><li><a href=a><strong>Dr Jane Doe</strong><span>Chief Economist</span></a><li><a href=b><strong>John Smith</strong><span>Research Fellow</span></a></ul>",
                             "Jane Doe|John Smith", "", "", "", ""}})
    check(one);
}

TEST_CASE("take_head_lines: labels, lists and pictures of a text that name nobody") {
  const std::string end = "<p>" + test::sentence + "</p>";
  for (const char *line : {"文・絵のある港の本", "みなと会館（海都 中央）", "Authors and readers"}) {
    CAPTURE(std::string(line));
    const libsearch::document found = test::page_document("<h1>潮の値段</h1><p>" + std::string(line) + "</p>" + end);
    CHECK(found.authors.empty());
    CHECK(found.body.find(line) != std::string::npos);
  }
  const libsearch::document table = test::page_document("<h1>潮の値段</h1><table><tr><th>執筆<td>日向 慎<tr><th>分類<td>災害</table>" + end);
  CHECK(test::joined_names(table.authors) == "日向 慎");
  const libsearch::document list = test::page_document("<h1>潮の値段</h1><h2>Authors</h2><ul><li>Why do they write?<li>The pen of a pilot</ul>" + end);
  CHECK(list.authors.empty());
  CHECK(list.body.find("The pen of a pilot") != std::string::npos);
}

TEST_CASE("take_head_lines: who speaks says so in the first sentence") {
  const auto authors = [](const std::string &first) { return test::joined_names(test::page_document("<h1>潮の値段</h1><p>" + first + test::sentence + "</p>").authors); };
  CHECK(authors("市長の青海 太郎です。") == "青海 太郎");
  CHECK(authors("こんにちは。海都市長の青海 太郎です。") == "青海 太郎");
  CHECK(test::joined_names(test::page_document("<title>潮の値段（市長の手帖）／海都市</title><meta name=author content=海都市><h1>潮の値段</h1><p>市長の青海 太郎です。" + test::sentence).authors) == "青海 太郎");
  CHECK(authors("隣に座るのは市長の青海 太郎と言う人である。").empty());
  CHECK(authors("港の朝は早い。船は待つ。市長の青海 太郎です。").empty());
}

TEST_CASE("take_head_lines: the day of a change is less than any other") {
  const std::string end = "<p>" + test::sentence + "</p>";
  const auto date = [&](const std::string &lines, const std::string &head = {}) {
    const libsearch::document found = test::page_document(head + "<h1>潮の値段</h1>" + lines + end);
    CHECK(found.body == test::sentence);
    return found.date;
  };
  CHECK(date("<p>更新日：2023年12月1日　ページ番号：1007742</p><p>掲載日 2023年9月15日</p>") == "2023-09-15");
  CHECK(date("<p>公開日：2021年7月2日　更新日：2022年1月14日</p>") == "2021-07-02");
  CHECK(date("<p>更新日：2023年12月1日</p>") == "2023-12-01");
  CHECK(date("<dl><dt>公表<dd>令和三年八月二十三日<dt>改訂<dd>令和三年十月一日</dl>", "<meta name=date content=2021-10-01>") == "2021-08-23");
  CHECK(date("<p>2021年8月23日</p>", "<meta name=date content=2021-10-01>") == "2021-10-01");
}

TEST_CASE("take_head_lines: the issue above a title") {
  const std::string end = "<h1>潮の値段</h1><p>" + test::sentence + "</p>";
  CHECK(test::page_document("<h3>第87号　2003年6月20日発行　発行部数 2,140</h3>" + end).date == "2003-06-20");
  CHECK(test::page_document("<p>2025年2月8日号　２面</p>" + end).date == "2025-02-08");
  CHECK(test::page_document("<p>2025年2月8日の港</p>" + end).date.empty());
}

TEST_CASE("take_head_lines: dates among words") {
  for (const row &one : {row{"<p>Draft of 12 March 1997</p>", "", "1997-03-12", "", "", ""},
                         row{"<p>Revised version, 12 March 1997</p>", "", "1997-03-12", "", "", ""},
                         row{"<p>This version: March 12, 1997</p>", "", "1997-03-12", "", "", ""},
                         row{"<p>Thursday, the 21st of September, 2023</p>", "", "2023-09-21", "", "", ""},
                         row{"<p>Spring 2016, revised 3 October 2016</p>", "", "2016-10-03", "", "", ""},
                         row{"<p>Published 3 March 2020, updated 4 March 2020</p>", "", "2020-03-03", "", "", ""},
                         row{"<p>Mar 3, 2020 at 6:10 PM EST</p>", "", "2020-03-03", "", "", ""},
                         row{"<p>2021/08/27 朝刊</p>", "", "2021-08-27", "", "", ""}})
    check(one);
  const libsearch::document found = test::page_document("<h1>潮の値段</h1><p>The draft of 12 March 1997 was lost.</p><p>" + test::sentence);
  CHECK(found.body.find("was lost") != std::string::npos);
}

TEST_CASE("take_head_lines: a series in pages, above the title and below it") {
  for (const row &one : {row{"<p>連載「港の窓」第3回</p>", "", "", "", "港の窓", "3"},
                         row{"<p><a href=s>連載「港の窓」</a>第3回</p>", "", "", "", "港の窓", "3"},
                         row{"<p>【連載】港の窓　第3回</p>", "", "", "", "港の窓", "3"},
                         row{"<p>連載：港の窓（3）</p>", "", "", "", "港の窓", "3"},
                         row{"<p>2024年3月12日 ｜ 連載「港の窓」第3回</p>", "", "2024-03-12", "", "港の窓", "3"},
                         row{"<h2>連載「港の窓」第3回</h2>", "", "", "", "港の窓", "3"}})
    check(one);
  const std::string end = "</p><h1>潮の値段</h1><p>" + test::sentence + "</p><p>" + test::sentence;
  for (const char *line : {"連載「港の窓」第3回", "港の窓 第3回", "港の窓（3）"}) {
    CAPTURE(std::string(line));
    const libsearch::document found = test::page_document("<p class=cat>" + (line + end));
    CHECK(found.attribute("series") == "港の窓");
    CHECK(found.attribute("number") == "3");
  }
}

TEST_CASE("take_series_of_title: the series stands alone, its number in the title") {
  const std::string text = "<p>" + test::sentence + "</p>";
  for (const char *title : {"第5回　網を干す場所", "網を干す場所　第5回", "【第5回】網を干す場所"}) {
    CAPTURE(std::string(title));
    const libsearch::document found = test::page_document("<title>海都</title><p>連載「浜の地理学」</p><h1>" + std::string(title) + "</h1>" + text);
    CHECK(found.attribute("series") == "浜の地理学");
    CHECK(found.attribute("number") == "5");
    CHECK(found.title == "網を干す場所");
    CHECK(found.body == test::sentence);
  }
  CHECK(test::page_document("<p><b>連載　浜の地理学</b></p><h1>第5回　網を干す場所</h1>" + text).attribute("series") == "浜の地理学");
  CHECK(test::page_document("<h1>第5回　網を干す場所</h1>" + text).title == "第5回 網を干す場所");
  CHECK(test::page_document("<p>連載「浜の地理学」</p><h1>網を干す場所</h1>" + text).attribute("number").empty());
  CHECK(test::page_document("<h1>第5回大会の記録</h1>" + text + "<p>連載「浜の地理学」を読む。</p>").attribute("series").empty());
}

TEST_CASE("take_head_lines: a section is where the text comes from, and no author") {
  for (const char *line : {"港湾局総務課", "総務課", "産業部 港湾課 管理係"}) {
    CAPTURE(std::string(line));
    const libsearch::document found = test::page_document("<p>令和6年3月12日</p><p>" + std::string(line) + "</p><h1>潮の値段</h1><p>" + test::sentence);
    CHECK(found.authors.empty());
    CHECK(found.attribute("affiliation") == line);
    CHECK(found.date == "2024-03-12");
  }
  CHECK(test::joined_names(test::page_document("<meta name=author content='総務課'><h1>潮の値段</h1><p>" + test::sentence).authors).empty());
}

TEST_CASE("take_head_lines: who posted may stand below the text") {
  const libsearch::document found = test::page_document("<h1>潮の値段</h1><p>" + test::sentence + "</p><p>投稿者 帆村 渡 : 2006年03月01日 22:10</p><h2>コメント</h2><p>投稿者 凧屋 : 2006年03月02日 08:41</p>");
  CHECK(test::joined_names(found.authors) == "帆村 渡");
  CHECK(found.date == "2006-03-01");
  CHECK(test::joined_names(test::page_document("<meta name=author content=MINATO-LUG><h1>潮の値段</h1><p>" + test::sentence + "</p><div>（文・青海 太郎）</div><p>" + test::sentence).authors) ==
        "青海 太郎");
  const libsearch::document other = test::page_document("<h1>潮の値段</h1><p>" + test::sentence + "</p><h2>コメント</h2><p>投稿者 凧屋 : 2006年03月02日 08:41</p>");
  CHECK(other.authors.empty());
}

TEST_CASE("take_head_lines: who posted below the text, where the head has a date only") {
  const libsearch::document found = test::page_document("<p>2019年9月11日</p><h1>潮の値段</h1><p>" + test::sentence + "</p><p>投稿者：帆村 渡｜21:46｜コメント(3)</p>");
  CHECK(test::joined_names(found.authors) == "帆村 渡");
  CHECK(found.date == "2019-09-11");
}

TEST_CASE("take_head_lines: counts of readers are no series") {
  for (const char *line : {"コメント(3)", "いいね！(12)", "ブックマーク（5）"}) {
    CAPTURE(std::string(line));
    CHECK(test::page_document("<h1>潮の値段</h1><p>2024年3月12日｜" + std::string(line) + "</p><p>" + test::sentence).attribute("series").empty());
  }
}

TEST_CASE("take_head_lines: a sentence that names people stays in the text") {
  for (const std::string &line : {std::string("所長の青海太郎は、三月に港を訪れた。"), std::string("By the river, Jane Doe waited for the ferry."),
                                  std::string("Posted by the gate, the guard on November 9 did not move."), std::string("文と写真は違うものである。")}) {
    CAPTURE(line);
    const libsearch::document found = test::page_document("<body><h1>潮の値段</h1><p>" + line + "</p><p>" + test::sentence + "</p>");
    CHECK(found.authors.empty());
    CHECK(found.body.find(line) != std::string::npos);
  }
}

TEST_CASE("take_head_lines: headings of parts are no names, a byline that is a heading is") {
  const std::string text = "<p>" + test::sentence + "</p>";
  const libsearch::document parts = test::page_document("<h1>潮の値段</h1><p>短い行である。</p><h2>Public Interface</h2>" + text + "<h2>Quiet Water</h2>" + text);
  CHECK(parts.authors.empty());
  CHECK(parts.body.find("Public Interface") != std::string::npos);
  CHECK(test::joined_names(test::page_document("<h1>潮の値段</h1><h3>Ambrose Tull</h3>" + text + "<h2>Quiet Water</h2>" + text).authors) == "Ambrose Tull");
}

TEST_CASE("take_head_lines: an office and a dot before who wrote it") {
  const auto byline = [](const std::string &line) { return test::page_document("<h1>潮の値段</h1><div>" + line + "</div><p>" + test::sentence + "</p>"); };
  const libsearch::document found = byline("<span>記者・凪野健</span> <span>2023/1/17 05:00</span> <span>（2023/1/18 10:12 更新）</span>");
  CHECK(test::joined_names(found.authors) == "凪野健");
  CHECK(found.date == "2023-01-17");
  CHECK(found.body == test::sentence);
  CHECK(test::joined_names(byline("編集委員・帆村 渡").authors) == "帆村 渡");
  for (const char *line : {"記者・編集者の集い", "記者・ひとりごと", "論説委員・記者の一日"}) {
    CAPTURE(std::string(line));
    CHECK(byline(line).authors.empty());
    CHECK(byline(line).body.find(line) != std::string::npos);
  }
  const libsearch::document below = test::page_document("<h2>潮の値段</h2><p>2009年8月23日</p><p>" + test::sentence + "</p><div align=right>（論説委員・帆村 渡）</div>");
  CHECK(test::joined_names(below.authors) == "帆村 渡");
  CHECK(below.body == test::sentence);
}

TEST_CASE("take_head_lines: the issue that a text is from says its date") {
  const auto above = [](const std::string &line) { return test::page_document("<div>" + line + "</div><h2>潮の値段</h2><p>" + test::sentence + "</p>"); };
  CHECK(above("会報「港の便り」第212号（2012年4月）より").date == "2012-04");
  CHECK(above("<span>2024年5月号（Vol.38）</span><span>港湾法だより</span>").date == "2024-05");
  CHECK(above("第212号の読者（2012年4月の集い）").date.empty());
  const libsearch::document part = test::page_document("<h1>潮の値段</h1><p>" + test::sentence + "</p><p>2024年5月号で述べた港</p><p>" + test::sentence + "</p>");
  CHECK(part.date.empty());
  CHECK(part.body.find("2024年5月号で述べた港") != std::string::npos);
}

TEST_CASE("take_head_lines: a table of who wrote it together") {
  const libsearch::document found = test::page_document(
      "<h2>潮の値段</h2><table><tr><th>著者等</th><td><a href=/1>帆村 渡</a>、<a href=/2>朴 允珠</a>（共著）</td></tr><tr><th>業務分野</th><td>港湾／海運</td></tr></table><p>" + test::sentence + "</p>");
  CHECK(test::joined_names(found.authors) == "帆村 渡|朴 允珠");
}

TEST_CASE("take_head_lines: a list of people with their positions behind them") {
  const auto list = [](const std::string &items) { return test::page_document("<h1>潮の値段</h1><dl>" + items + "</dl><p>" + test::sentence + "</p>"); };
  const libsearch::document found = list("<dt>執筆者</dt><dd><a href=/1>帆村　渡</a><span>主任研究員</span></dd><dd><a href=/2>凪野　健</a><span>研究員（港湾）</span></dd>");
  CHECK(test::joined_names(found.authors) == "帆村 渡|凪野 健");
  CHECK(found.body == test::sentence);
  CHECK(test::joined_names(list("<dt>執筆者</dt><dd>帆村　渡</dd><dd>港の長さは百間である。</dd>").authors) == "帆村 渡");
  CHECK(list("<dt>執筆者</dt><dd>帆村　渡</dd><dd>港の長さは百間である。</dd>").body.find("百間") != std::string::npos);
}

TEST_CASE("take_head_lines: people named twice, and when a text came in") {
  const libsearch::document found = test::page_document("<h1>潮の値段</h1><p>帆村渡*・凪野健**</p><dl><dt>著者</dt><dd>帆村 渡（港湾部門）</dd><dd>凪野 健（経営部門）</dd><dt>受理</dt><dd>平成26年12月8日</dd>"
                                                        "<dt>発行</dt><dd>平成27年3月31日</dd></dl><p>" + test::sentence + "</p>");
  CHECK(test::joined_names(found.authors) == "帆村 渡|凪野 健");
  CHECK(found.date == "2015-03-31");
  CHECK(test::page_document("<h1>潮の値段</h1><dl><dt>受理</dt><dd>平成26年12月8日</dd></dl><p>" + test::sentence + "</p>").date == "2014-12-08");
}

TEST_CASE("take_head_lines: behind the text, who wrote it when, and where it was first printed") {
  const auto behind = [](const std::string &line) { return test::page_document("<h1>潮の値段</h1><p>" + test::sentence + "</p><p>" + line + "</p><hr><small>海都大学港湾学研究室</small>"); };
  const libsearch::document found = behind("（2003年9月、帆村 渡）");
  CHECK(test::joined_names(found.authors) == "帆村 渡");
  CHECK(found.date == "2003-09");
  CHECK(test::joined_names(behind("（帆村 渡 2003年9月4日）").authors) == "帆村 渡");
  for (const char *line : {"（2003年9月、桟橋にて）", "（2003年9月、港湾協会）", "（2003年9月の帆村 渡）"}) {
    CAPTURE(std::string(line));
    CHECK(behind(line).authors.empty());
  }
  const std::string printed = "First printed in the Society's Journal, No. 61, April 1999";
  CHECK(behind(printed).date == "1999-04");
  CHECK(behind(printed).body.find(printed) != std::string::npos);
  CHECK(behind("First printed in April 1999, the book was soon sold").date.empty());
}

TEST_CASE("take_head_lines: speakers, positions in spread letters, two authors and two days") {
  for (const row &one : {row{"<p>2023年6月13日<br>会見者：港湾大臣　青海 太郎</p>", "青海 太郎", "2023-06-13", "", "", ""},
                         row{"<p>By Jane Doe and Dr. Samuel T. Roe / <span>September 6, 2023</span> <span>November 20, 2023</span></p>", "Jane Doe|Samuel T. Roe", "2023-09-06", "", "", ""},
                         row{"<div>公開日</div><div>2021.07.20</div>", "", "2021-07-20", "", "", ""}})
    check(one);
  const auto authors = [](const std::string &head) { return test::joined_names(test::page_document("<title>t</title><body><h1>潮の値段</h1>" + head + "<p>" + test::sentence + "</p>").authors); };
  CHECK(authors("<p>主任研究員　青海　太郎<br>研　究　員　白浜　花子</p>") == "青海 太郎|白浜 花子");
  CHECK(authors("<dl><dt>Venue</dt><dd>Lake Harbour Hall / online</dd><dt>Rapporteur</dt><dd>Jane Doe</dd></dl>") == "Jane Doe");
  CHECK(authors("<div>公開日</div><div>研究成果</div>").empty());
}

TEST_CASE("take_head_lines: who asked and wrote, behind the text") {
  const auto behind = [](const std::string &line) { return test::joined_names(test::page_document("<h1>潮の値段</h1><p>" + test::sentence + "</p><p>" + line + "</p>").authors); };
  for (const char *line : {"（聞き手・構成：青海 太郎）", "（文：調査課　青海 太郎）", "取材・文／青海 太郎", "（執筆：青海 太郎）", "（記録：青海 太郎）"}) {
    CAPTURE(std::string(line));
    CHECK(behind(line) == "青海 太郎");
  }
  for (const char *line : {"（写真：青海 太郎）", "（聞き手は港の係）", "（記録：三つの港）", "構成の話"}) {
    CAPTURE(std::string(line));
    CHECK(behind(line).empty());
  }
}
