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
