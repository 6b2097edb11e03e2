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
