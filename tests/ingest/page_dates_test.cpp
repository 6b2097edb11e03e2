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

TEST_CASE("date_of_event: what the text reports") {
  const auto date = [](const char *line) { return libsearch::ingest::date_of_event(libsearch::ingest::fold(line)).value_or(""); };
  CHECK(date("開催日 2014年9月18日") == "2014-09-18");
  CHECK(date("日時：2017年11月10日（金）13:30～17:00") == "2017-11-10");
  CHECK(date("Event date: November 25, 2023") == "2023-11-25");
  for (const char *line : {"2014年9月18日", "公開日 2014年9月18日", "開催日は2014年9月18日に決まった三つの港のうち最も大きな港で会が開かれることになったのはその年の春であったが、それを知る人は町に少なく、船の数も減っていたのである", "開催日 未定", "日時計の話"}) {
    CAPTURE(std::string(line));
    CHECK(date(line).empty());
  }
}

TEST_CASE("date_of_publication: a line that only says when a text came out") {
  const auto date = [](const char *line) { return libsearch::ingest::date_of_publication(libsearch::ingest::fold(line)).value_or(""); };
  CHECK(date("令和2年6月5日公表") == "2020-06-05");
  CHECK(date("（2018年6月取材、同年7月掲載）") == "2018-07");
  CHECK(date("2018年6月12日に公開") == "2018-06-12");
  for (const char *line : {"（2018年6月取材）", "同年7月掲載", "2018年6月の港の公開", "2018年6月12日に公開した", "2018年6月"}) {
    CAPTURE(std::string(line));
    CHECK(date(line).empty());
  }
}

TEST_CASE("dates: the day of an event gives way to that of publication, and stands where there is no other") {
  const std::string text = "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>";
  const auto date = [&](const std::string &head, const std::string &foot = "") { return test::page_document("<body><h1>潮の値段</h1>" + head + text + foot).date; };
  const std::string event = "<table><tr><th>開催日</th><td>2014年9月18日</td></tr></table>";
  CHECK(date(event + "<p>2014年10月30日公開</p>") == "2014-10-30");
  CHECK(date("<dl><dt>Event date</dt><dd>November 25, 2023</dd><dt>Published</dt><dd>December 21, 2023</dd></dl>") == "2023-12-21");
  CHECK(date(event) == "2014-09-18");
  CHECK(date("", "<p>（2018年6月取材、同年7月掲載）</p><ul><li><a href=a>島の電線</a></ul>") == "2018-07");
  CHECK(date("<p>2014年10月30日</p>", "<p>令和2年6月5日公表</p>") == "2014-10-30");
  CHECK(date("<div><span class=a_date>2024.10.07</span><span class=a_read>約6分で読めます</span></div>") == "2024-10-07");
  CHECK(date("<div><span class=date-year>2024</span>-<span class=date-month>10</span>-<span class=date-day>07</span></div>") == "2024-10-07");
  CHECK(test::page_document("<body><p>季刊 港の暮らし 第48巻第2号（通巻190号） 2013年9月25日発行</p><h1>潮の値段</h1>" + text).date == "2013-09-25");
}
