#include "ingest/page_title.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "page_support.hpp"
#include "support.hpp"

TEST_CASE("find_title: from the page's title and its headings") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/page_titles.tsv"))) {
    row.resize(3);
    CAPTURE(row[0]);
    CAPTURE(row[1]);
    CHECK(test::page_document("<title>" + row[0] + "</title><body>" + row[1] + "<p>" + test::sentence + "</p>").title == row[2]);
    ++count;
  }
  CHECK(count >= 9);
}

TEST_CASE("find_title: what is declared goes before what is shown, but not where it is the site's") {
  const auto title = [](const std::string &head, const std::string &body) {
    return test::page_document("<head>" + head + "</head><body>" + body + "<p>" + test::sentence + "</p>").title;
  };
  CHECK(title("<meta name=citation_title content='潮の値段'>", "<h1>北浜大学リポジトリ</h1>") == "潮の値段");
  CHECK(title("<meta property='og:title' content='海都新聞'><meta property='og:site_name' content='海都新聞'>", "<h2>潮の値段</h2>") == "潮の値段");
}

TEST_CASE("find_title: the site's name as the only heading is no title, and an author's name no site") {
  CHECK(test::page_document("<meta property=og:title content='潮の値段 | 海都新聞'><meta property=og:site_name content='海都新聞'><h1>海都新聞</h1><p>" + test::sentence).title ==
        "潮の値段");
  for (const char *name : {"青海太郎", "入江しずく", "Ida Brook", "青海 太郎"}) {
    CAPTURE(std::string(name));
    const libsearch::document page =
        test::page_document("<title>潮の値段 | " + std::string(name) + "</title><meta name=author content='" + name + "'><h1>潮の値段</h1><p>" + test::sentence);
    CHECK(page.title == "潮の値段");
    CHECK(test::joined_names(page.authors) == name);
  }
  for (const char *name : {"北辰日報", "運河便り", "Saltmarsh Letters", "海都新聞", "岬日記", "港のこと", "海都市", "海都市役所"}) {
    CAPTURE(std::string(name));
    CHECK(test::page_document("<title>潮の値段 | " + std::string(name) + "</title><meta name=author content='" + name + "'><h1>潮の値段</h1><p>" + test::sentence).authors.empty());
  }
}

TEST_CASE("find_title: a title of a megabyte with 100,000 separators") {
  const std::string title = test::repeated("港の電気 | ", 100000);
  const auto start = std::chrono::steady_clock::now();
  const libsearch::document found = test::page_document("<title>" + title + "</title><meta property=og:title content='" + title + "'><body>" +
                                                        test::repeated("<h2>港の電気</h2>", 60) + "<p>" + test::sentence + "</p>");
  CHECK(found.title.size() < 3000);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
}

TEST_CASE("find_title: the heading of a part that a page is named by, and a title on two large lines") {
  const auto title = [](const std::string &page_title, const std::string &body) { return test::page_document("<title>" + page_title + "</title><body>" + body + "<p>" + test::sentence + "</p>").title; };
  const std::string lines = "<p><b><font size=5>待つ船と</font></b></p><p><b><font size=5>港の電気</font></b></p>";
  CHECK(title("１．はじめに", lines + "<p>青海 太郎</p><p><b>１．はじめに</b></p>") == "待つ船と港の電気");
  CHECK(title("", lines) == "待つ船と港の電気");
  CHECK(test::page_document("<body>" + lines + "<p>" + test::sentence + "</p>").body == test::sentence);
  CHECK(title("", "<p><font size=5>待つ船</font></p><p><font size=5>港の電気</font></p>") == "待つ船");
  CHECK(title("目次", "<h1>目次</h1><h2>1. 港</h2>") == "目次");
  CHECK(title("キーワードで読む港", "<h1>キーワードで読む港</h1>") == "キーワードで読む港");
}

TEST_CASE("leave_column: a word for a part of a site that is declared as the title") {
  const std::string text = "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>";
  const auto title = [&](const std::string &head, const std::string &body) { return test::page_document(head + "<body>" + body + text).title; };
  CHECK(title("<meta name=DC.title content='研究者インタビュー'>", "<div class=v_head><p>VOICE 04</p><h2>待つ船の電気</h2><p>上席研究員<br>青海 太郎</p></div>") == "待つ船の電気");
  CHECK(title("<meta name=DC.title content=News>", "<h1>News</h1><h2>A harbour waits for its ships</h2><p>FOR IMMEDIATE RELEASE<br>June 4, 2019</p>") == "A harbour waits for its ships");
  CHECK(title("<title>開催報告｜海都協会</title>", "<p>開催報告</p><div class=ev-head><h2 class=ev-title>待つ船の電気</h2><p>掲載日：2017年12月4日</p></div>") == "待つ船の電気");
  CHECK(title("<meta name=DC.title content='潮の値段'>", "<h1>潮の値段</h1><h2>待つ船の電気</h2><p>青海 太郎</p>") == "潮の値段");
  CHECK(title("<title>海都ニュースの歴史</title>", "<h1>海都ニュースの歴史</h1><h2>待つ船の電気</h2>") == "海都ニュースの歴史");
}

TEST_CASE("leave_column: a plain line between the column's name and a byline") {
  const std::string text = "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>";
  const auto title = [&](const std::string &body) { return test::page_document("<meta property=og:title content='コラム | 海都ラボ'><body><p>COLUMN</p>" + body + text).title; };
  CHECK(title("<p>船はなぜ減らないのか</p><p>主席研究員　青海 太郎</p>") == "船はなぜ減らないのか");
  for (const char *body : {"<p>船はなぜ減らないのか。</p><p>主席研究員　青海 太郎</p>", "<p>海都研究所</p><p>主席研究員　青海 太郎</p>", "<p>船はなぜ減らないのか</p><p>三つの港</p>", "<p><a href=s>船はなぜ減らないのか</a></p><p>主席研究員　青海 太郎</p>"}) {
    CAPTURE(std::string(body));
    CHECK(title(body) == "コラム");
  }
}
