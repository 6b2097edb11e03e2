#include "ingest/page_dates.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

using libsearch::ingest::date_of_address;
using libsearch::ingest::date_of_change;
using libsearch::ingest::fold;

TEST_CASE("date_of_address: a day or a month among the parts of the path") {
  CHECK(date_of_address("https://example.org/ja/2021/11/24/sulfur/") == "2021-11-24");
  CHECK(date_of_address("https://example.org/2021/11/sulfur.html?x=1") == "2021-11");
  for (const char *none : {"https://example.org/2021/11", "https://example.org/2021/13/24/a", "https://example.org/1234/11/24/a", "https://example.org/a?d=/2021/11/24/", "/2021/1/2/", "", "2021"}) {
    CAPTURE(std::string(none));
    CHECK(date_of_address(none).empty());
  }
}

TEST_CASE("date_of_address: where nothing else says a date") {
  const std::string link = "<link rel=canonical href='https://example.org/2021/11/24/tide/'>", text = "<h1>潮の値段</h1><p>" + test::sentence + "</p>";
  CHECK(test::page_document(link + text).date == "2021-11-24");
  CHECK(test::page_document("<meta property=og:url content='https://example.org/2021/11/24/tide/'>" + text).date == "2021-11-24");
  CHECK(test::page_document(link + "<p>2020年3月1日</p>" + text).date == "2020-03-01");
  CHECK(test::page_document(link + "<meta name=date content=2020-03-02>" + text).date == "2020-03-02");
  CHECK(test::page_document("<link rel=next href='https://example.org/2021/11/24/tide/'>" + text).date.empty());
}

TEST_CASE("date_of_change: lines that say so") {
  const auto date = [](const char *line) { return date_of_change(fold(line)).value_or(""); };
  CHECK(date("更新日：2024年3月12日") == "2024-03-12");
  CHECK(date("最終更新 令和6年3月12日") == "2024-03-12");
  CHECK(date("Updated March 11, 2022") == "2022-03-11");
  CHECK(date("改訂: 二〇二一年十月一日") == "2021-10-01");
  CHECK(date("更新された港").empty());
  CHECK(date("掲載日：2024年3月12日").empty());
}

TEST_CASE("take_dateline: the text begins with a place and a day") {
  const auto date = [](const std::string &first) {
    const libsearch::document found = test::page_document("<h1>潮の値段</h1><p>" + first + test::sentence + "</p>");
    CHECK(found.body == first + test::sentence);
    return found.date;
  };
  CHECK(date("PORT ARDEN, May 22, 2007 — The Department rebuilt four harbours before the ice. ") == "2007-05-22");
  CHECK(date("【海都 2024年3月12日】") == "2024-03-12");
  CHECK(date("THE HARBOUR was closed on May 22, 2007 - for a day. ").empty());
  CHECK(date("【海都】").empty());
}
