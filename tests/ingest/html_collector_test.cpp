#include "ingest/html_collector.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

using namespace libsearch::ingest;
using test::page_blocks;

TEST_CASE("html_collector: an empty line in a paragraph ends it, a single line end does not") {
  CHECK(page_blocks("<p>港の朝は<br>早い。<br><br>船は待つ。<br/><br/><br/>町は暗い。</p>") == "港の朝は\n早い。|船は待つ。|町は暗い。");
  CHECK(page_blocks("<pre>一行\n\n二行</pre>") == "一行\n\n二行");
  CHECK(page_blocks("<h1>港の<br><br>電気</h1>") == "港の\n\n電気");
  CHECK(page_blocks("<ul><li>甲<br><br>乙<li>丙</ul>") == "甲|乙|丙");
}

TEST_CASE("html_collector: furniture below an empty line goes, short lines of running text stay") {
  const std::string text = test::sentence + "<br><br>シェアする、という語がある。<br><br>短い行。<br><br>" + test::sentence;
  const std::string kept = test::sentence + "|シェアする、という語がある。|短い行。|" + test::sentence;
  CHECK(page_blocks("<h1>題名</h1><p>" + text + "<br><br>このページの先頭へ</p>") == "題名|" + kept);
  CHECK(page_blocks("<h1>題名</h1><p>" + test::sentence + "</p><div class=info>" + text + "</div>") == "題名|" + test::sentence + "|" + kept);
}

TEST_CASE("html_collector: a line in large letters is a block of its own, two of them are one") {
  CHECK(page_blocks("<td><font size=5>港の<br>電気</font><br>青海の話。<br>続き。</td>") == "港の\n電気|青海の話。\n続き。");
  CHECK(page_blocks("<p>前の<big>大きな</big>文字。<br>続き。</p>") == "前の大きな文字。\n続き。");
}

TEST_CASE("html_collector: a large line below a word or two, and small letters behind it, are blocks of their own") {
  CHECK(page_blocks("<h1>題名</h1><td><font size=-1>小さな字</font><br><font size=+2>港の電気</font> <font size=-1>続きの字</font><p>文である。</td>") == "題名|小さな字|港の電気|続きの字|文である。");
  CHECK(page_blocks("<p>港の<small>小さな</small>文字。<br>続き。</p>") == "港の小さな文字。\n続き。");
  const std::string line = test::sentence + "<br><big>大きな行。</big>続き。";
  CHECK(page_blocks("<p>" + line + "</p>") == test::sentence + "\n大きな行。続き。");
}

TEST_CASE("html_collector: a mark of a note is none of the text, a power in a link is") {
  CHECK(page_blocks("<h1>題名</h1><p>港の朝<a href='#n1'><sup>1</sup></a>は早い。</p>") == "題名|港の朝は早い。");
  CHECK(page_blocks("<h1>題名</h1><p>港の朝<sup><a href='#n1'>1</a></sup>は早い。</p>") == "題名|港の朝は早い。");
  CHECK(page_blocks("<h1>題名</h1><p>広さは<a href='#n1'>10<sup>2</sup></a>である。</p>") == "題名|広さは102である。");
  CHECK(page_blocks("<h1>題名</h1><p>広さは<a href='b.html'><sup>2</sup>乗</a>である。</p>") == "題名|広さは2乗である。");
}

TEST_CASE("html_collector: elements that styles set below each other are not one word") {
  CHECK(page_blocks("<h1>題名</h1><ul><li><strong>The lamp</strong><span>A tale</span> of the harbour.</ul>") == "題名|The lamp\nA tale of the harbour.");
  CHECK(page_blocks("<h1>題名</h1><p>The <b>Mc</b>Donald and <i>Java</i>Script.</p>") == "題名|The McDonald and JavaScript.");
  CHECK(page_blocks("<h1>題名</h1><p>The <code>python</code><em>X.Y</em> and <span>python</span><span>X</span>.</p>") == "題名|The pythonX.Y and pythonX.");
  CHECK(page_blocks("<h1>題名</h1><p>港の<b>朝</b><span>は</span>早い。</p>") == "題名|港の朝は早い。");
}

TEST_CASE("html_collector: a date beside a name") {
  const libsearch::document found = test::page_document("<h1>題名</h1><div><span>2018/03/27 06:00</span><span class=writer>青海 太郎</span></div><p>" + test::sentence);
  CHECK(found.date == "2018-03-27");
  CHECK(test::joined_names(found.authors) == "青海 太郎");
  CHECK(page_blocks("<h1>題名</h1><p>港は<time>2024年</time>に開いた。</p>") == "題名|港は2024年に開いた。");
}

TEST_CASE("html_collector: links that wait for a script lead elsewhere, links to a place of the page do not") {
  const std::string text = "<h1>題名</h1><p>" + test::sentence + "</p>";
  CHECK(page_blocks(text + "<p><a href='#'>Send to a friend</a> | <a href='#'>Back to releases</a></p>") == "題名|" + test::sentence);
  CHECK(page_blocks(text + "<p><a href='#t1'>表1</a></p>") == "題名|" + test::sentence + "|表1");
}

TEST_CASE("html_collector: cells that lay out a page are blocks, cells of data are a line") {
  CHECK(page_blocks("<table><tr><td>甲<br>乙<td>題<br><br>文である。</table>") == "甲\n乙|題|文である。");
  CHECK(page_blocks("<table><tr><td>年<td>2024</table>") == "年 2024");
}

TEST_CASE("html_collector: a heading's link to itself is no part of it") {
  CHECK(page_blocks("<h1>題名</h1><h2>道具<a href=#a>¶</a></h2><p>文。") == "題名|道具|文。");
  CHECK(page_blocks("<h1>題名</h1><h2>道具<span><a href='#a'>#</a></span><a id=old></a></h2><p>文。") == "題名|道具|文。");
  CHECK(page_blocks("<h1>題名</h1><h2><a href='#c'>C#</a></h2><p>文。") == "題名|C#|文。");
  CHECK(page_blocks("<h1>題名</h1><h2>C#</h2><p>¶ は段落の印。") == "題名|C#|¶ は段落の印。");
}

TEST_CASE("html_collector: elements that a site made up lay out a page, inside a line they are words") {
  CHECK(page_blocks("<my-article><x-head><h1>題名</h1></x-head><x-body>甲である。</x-body><x-body>乙である。</x-body></my-article>") == "題名|甲である。|乙である。");
  CHECK(page_blocks("<h1>題名</h1><p>港の<x-term>朝</x-term>は早い。</p>") == "題名|港の朝は早い。");
  CHECK(page_blocks("<h1>題名</h1><div>港の<x-term>朝</x-term>は早い。</div>") == "題名|港の朝は早い。");
  CHECK(page_blocks("<site-header>看板</site-header><h1>題名</h1><x-body><p>" + test::sentence + "</p></x-body><share-bar>シェアする先</share-bar><site-footer>住所</site-footer>") ==
        "題名|" + test::sentence);
}

TEST_CASE("html_reader: the lines of a page that pdftohtml made are read as a text") {
  const auto line = [](const std::string &text) { return "<p style='position:absolute;top:60px'>" + text + "</p>"; };
  const std::string page = "<html><head><title>Microsoft Word - 原稿v7.doc</title><meta name=generator content='pdftohtml 0.36'><meta name=author content=user><meta name=date content=2016-04-22></head><body>"
                           "<div id=outline><h1>Document Outline</h1><ul><li><a href='#1'>表紙</a></ul></div><div id=page1-div>" +
                           line("調査月報　2016年5月号") + line("港の立地と道路の整備") + line("―三つの港の事例を中心に―") + line("経済調査部　青海 太郎") +
                           line("　港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の") + line("仕事である。嵐の日には三隻が沖で待った。") + line("- 1 -") + "</div><div id=page2-div>" +
                           line("調査月報　2016年5月号") + line("　船は灯を消して待つ。") + line("- 2 -") + "</div>";
  const libsearch::document found = test::page_document(page);
  CHECK(found.title == "港の立地と道路の整備 ―三つの港の事例を中心に―");
  CHECK(test::joined_names(found.authors) == "青海 太郎");
  CHECK(found.date == "2016-05");
  CHECK(found.body.find("潮位と風を確かめるのが係の仕事である。") != std::string::npos);
  CHECK(found.body.find("船は灯を消して待つ。") != std::string::npos);
  CHECK(found.body.find("表紙") == std::string::npos);
}

TEST_CASE("html_reader: the lines of a page that pdf2htmlEX made are read as a text") {
  const std::string line = "<div class='t m0'>", end = "</div>";
  const std::string page = "<html><head><meta name=generator content=pdf2htmlEX><title>Microsoft Word - v7</title></head><body>"
                           "<div id=pf1 class=pf data-page-no=1>" + line + "海都大学" + end + line + "ワーキングペーパー No.7" + end + line + "待つ船の" + end + line + "電気の値段" + end + line + "青海 太郎" + end +
                           line + "　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕" + end + line + "事である。嵐の日には三隻が沖で待った。" + end + "</div></body></html>";
  const libsearch::document found = test::page_document(page);
  CHECK(found.title == "待つ船の電気の値段");
  CHECK(test::joined_names(found.authors) == "青海 太郎");
  CHECK(found.body.find("係の仕事である") != std::string::npos);
}
