#include "ingest/page_subtitle.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

namespace {

const std::string text = "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>";

std::string title(const std::string &below) { return test::page_document("<body><h1>潮の値段</h1>" + below + text).title; }

}  // namespace

TEST_CASE("take_subtitle: named by its element, between dashes, or a heading above a byline") {
  for (const char *below : {"<p class=subtitle>三つの港から</p>", "<h2 class='post-subtitle'>三つの港から</h2>", "<div class='article__sub-title'><p>三つの港から</p></div>",
                            "<p class=standfirst>三つの港から</p>", "<div class='post-description'>三つの港から</div>",
                            "<h2>三つの港から</h2><p>By Jane Doe</p>", "<h2>三つの港から</h2><p>2024年3月12日</p>"}) {
    CAPTURE(std::string(below));
    CHECK(title(below) == "潮の値段 三つの港から");
  }
  CHECK(title("<p>―三つの港から―</p>") == "潮の値段 ―三つの港から―");
  CHECK(title("<p>〜三つの港から〜</p>") == "潮の値段 〜三つの港から〜");
  CHECK(test::page_document("<title>潮の値段</title><hgroup><h1>潮の値段</h1><p>三つの港から</p></hgroup>" + text).title == "潮の値段 三つの港から");
  const libsearch::document found = test::page_document("<h1>潮の値段</h1><p class=subtitle>三つの港から</p><p>青海 太郎</p>" + text);
  CHECK(test::joined_names(found.authors) == "青海 太郎");
  CHECK(found.body == test::sentence + "\n\n" + test::sentence);
}

TEST_CASE("take_subtitle: a line of words between the title and a byline") {
  const std::string line = "備えの残高と災害の頻度";
  CHECK(title("<p>" + line + "</p><dl><dt>著者<dd>青海 太郎</dl>") == "潮の値段 " + line);
  CHECK(title("<p>" + line + "</p><p>文：青海 太郎</p>") == "潮の値段 " + line);
  for (const std::string &below : std::vector<std::string>{"<p>" + line + "</p><p>2024年3月12日</p>", "<p>" + line + "</p>", "<p>海都大会の講演から</p><p>文：青海 太郎</p>", "<p>備えの残高を調べた。</p><p>文：青海 太郎</p>",
                                   "<p>海都研究所</p><p>文：青海 太郎</p>", "<p><a href=s>" + line + "</a></p><p>文：青海 太郎</p>", "<p>環境の話</p><p>文：青海 太郎</p>"}) {
    CAPTURE(below);
    CHECK(title(below) == "潮の値段");
  }
}

TEST_CASE("take_subtitle: summaries, parts, kinds and the site's own line are none") {
  for (const char *below : {"<p class=subtitle>三つの港を三年のあいだ測った。</p>", "<p class=subtitle>Three harbours were measured for three years.</p>", "<h2>三つの港から</h2>",
                            "<h2>はじめに</h2><p>2024年3月12日</p>", "<h2>1. 三つの港</h2><p>2024年3月12日</p>", "<p class='site-subtitle'>港の町から</p>", "<p class=subtitle>論考</p>",
                            "<h2>出港</h2><p>2020年3月1日</p><p>晴れ。</p><h2>入港</h2><p>2020年3月5日</p>"}) {
    CAPTURE(std::string(below));
    CHECK(title(below) == "潮の値段");
  }
}

TEST_CASE("whole_title: what the title holds already is not said twice") {
  libsearch::ingest::markup page;
  page.title = "潮の値段 ― 三つの港から";
  page.subtitle = "三つの港から";
  CHECK(libsearch::ingest::whole_title(page) == page.title);
  page.title = "潮の値段";
  CHECK(libsearch::ingest::whole_title(page) == "潮の値段 三つの港から");
  page.subtitle = "三つの港を測った。";
  CHECK(libsearch::ingest::whole_title(page) == "潮の値段");
}

TEST_CASE("take_subtitle: a strapline") {
  const std::string body = "<p>" + test::sentence + "</p>";
  CHECK(test::page_document("<h1>The Long Tide</h1><p class=strapline>Why Harbours Wait and What Pilots Can Do</p>" + body).title == "The Long Tide Why Harbours Wait and What Pilots Can Do");
  CHECK(test::page_document("<h1>The Long Tide</h1><p class=strapline>Ships wait for the tide.</p>" + body).title == "The Long Tide");
}

TEST_CASE("take_subtitle: words of classes that name a line below the title") {
  for (const char *below : {"<p class=article-sub>三つの港から</p>", "<h2 class='nr-sub'>三つの港から</h2>", "<h2 class=single-deck>三つの港から</h2>", "<p class=lede>三つの港から</p>", "<p class='kiji_lead'>三つの港から</p>"}) {
    CAPTURE(std::string(below));
    CHECK(title(below) == "潮の値段 三つの港から");
  }
  for (const char *below : {"<div class=sub>三つの港から</div>", "<p class=lead>三つの港を三年のあいだ測った。</p>", "<p class=sub>三つの港から</p>", "<p class=entry-sub>海都研究所</p>", "<p class=entry-sub>青海圭 白浜由紀 2022年9月18日 5時00分</p>", "<p class=entry-sub>2022年9月18日</p>",
                            "<p class=lead><a href=s>三つの港から</a></p>", "<p class=site-sub>三つの港から</p>", "<p class=sub-info>三つの港から</p>"}) {
    CAPTURE(std::string(below));
    CHECK(title(below) == "潮の値段");
  }
}

TEST_CASE("take_subtitle: what <title> says behind the title") {
  const auto found = [](const std::string &page_title, const std::string &below) { return test::page_document("<title>" + page_title + "</title><h1>潮の値段</h1>" + below + text).title; };
  CHECK(found("潮の値段 ― 三つの港から | 海都研究所", "<p>三つの港から</p>") == "潮の値段 三つの港から");
  CHECK(found("潮の値段 ― 港湾工学・青海健吾教授に聞く", "<p class=lead_sub>港湾工学・青海健吾教授に聞く</p>") == "潮の値段 港湾工学・青海健吾教授に聞く");
  CHECK(found("潮の値段 ― 青海健吾", "<p>青海健吾</p>") == "潮の値段");
  CHECK(found("潮の値段 三つの港から", "<div>三つの港から</div>") == "潮の値段 三つの港から");
  CHECK(found("潮の値段 | 海都研究所", "<p>三つの港から</p>") == "潮の値段");
  CHECK(found("潮の値段 | 海都研究所", "<p>海都研究所</p>") == "潮の値段");
}

TEST_CASE("take_subtitle: what the page shows beyond the title that is declared as the document's own") {
  const auto found = [](const std::string &shown) { return test::page_document("<meta name=citation_title content='潮の値段'>" + shown + text).title; };
  CHECK(found("<h1>潮の値段<br><span>三つの港から</span></h1>") == "潮の値段 三つの港から");
  CHECK(found("<h1>潮の値段</h1><p class=subtitle>―三つの港から―</p>") == "潮の値段 ―三つの港から―");
  CHECK(found("<h1>潮の値段<br>The Price of Tides</h1>") == "潮の値段");
  CHECK(found("<h1>潮の値段</h1><p class=subtitle>The Price of Tides</p>") == "潮の値段");
  CHECK(found("<h1>潮の値段</h1><h2>三つの港から</h2><p>2024年3月12日</p>") == "潮の値段");
}
