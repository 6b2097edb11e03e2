#include "query/topic_rules.hpp"

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include "index/term.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using list = std::vector<std::string>;

namespace {

list topics_of(const std::string &rules, const document &d) {
  const auto tagger = query::parse_topic_rules(rules);
  indexing::record_builder builder({}, nullptr);
  return tagger->topics_of(d, builder.build(d).get_value(indexing::slot_text));
}

}  // namespace

TEST_CASE("topic rules: the queries of the query language give topics, sorted, each once") {
  document d = test::make_document("1", "水素の時代", "ＳＭＲと石油について。Energy policy");
  d.date = "2025-10";
  d.topics = {"資源/石油"};
  d.authors = {"小山 堅"};
  CHECK(topics_of("b\t水素\na\t石油\n", d) == list{"a", "b"});
  CHECK(topics_of("a\t水素\na\t石油\n", d) == list{"a"});
  CHECK(topics_of("a\t小型モジュール炉 OR SMR", d) == list{"a"});
  CHECK(topics_of("a\t水素 -石油", d).empty());
  CHECK(topics_of("a\ttitle:石油", d).empty());
  CHECK(topics_of("a\tauthor:小山堅", d) == list{"a"});
  CHECK(topics_of("a\tdate:2025", d) == list{"a"});
  CHECK(topics_of("a\ttopic:資源", d) == list{"a"});
  CHECK(topics_of("a\tword:energy", d) == list{"a"});
  CHECK(topics_of("a\tenergies", d).empty());
  CHECK(topics_of(" 原子力/炉 \t 石油 \r\n", d) == list{"原子力/炉"});
}

TEST_CASE("topic rules: comments, empty lines and a byte order mark are left out") {
  CHECK(query::parse_topic_rules("") == nullptr);
  CHECK(query::parse_topic_rules("# nothing\n\n  \r\n\t\n#\tx\n") == nullptr);
  CHECK(topics_of("\xEF\xBB\xBF# 見出し\n\na\t水", test::make_document("1", "水", "")) ==
        list{"a"});
}

TEST_CASE("topic rules: a line that is none is named") {
  const auto message = [](const char *rules) {
    return test::message_of([&] { query::parse_topic_rules(rules); });
  };
  CHECK(message("a\t水\nb").find("line 2") != std::string::npos);
  CHECK(message("a\t水\n\n\n\t水").find("line 4") != std::string::npos);
  CHECK(message("a\t").find("line 1") != std::string::npos);
  CHECK(message("a\t\xFF").find("line 1") != std::string::npos);
  CHECK(test::thrown_by([&] { query::parse_topic_rules("a"); }) == "malformed");
}

TEST_CASE("topic rules: a level without a name and a third column are refused, with a way out, but not where they were kept") {
  const auto hint = [](const std::string &rules) -> std::string {
    try {
      query::parse_topic_rules(rules);
    } catch (const error &e) {
      CHECK(e.code() == errc::malformed);
      CHECK(std::string(e.what()).find("line 2: ") != std::string::npos);
      return e.hint();
    }
    return "nothing thrown";
  };
  CHECK(hint("a\t水\nエネ//風\t風").find("write エネ/風") != std::string::npos);
  CHECK(hint("a\t水\n/エネ/\t風").find("write エネ") != std::string::npos);
  CHECK(hint("a\t水\nエネ/ /風\t風").find("write エネ/風") != std::string::npos);
  CHECK(hint("a\t水\n//\t風").find("<TAB>") != std::string::npos);
  CHECK(hint("a\t水\nb\t風車\tこれはメモ").find("#") != std::string::npos);
  for (const char *rules : {"エネ//風\t風", "/エネ/\t風", "b\t風車\tこれはメモ"})
    CHECK(query::parse_kept_topic_rules(rules) != nullptr);
  // Tabs around a query and blanks around a level are no columns.
  CHECK(query::parse_topic_rules("a / b\t\t水\t\r\n") != nullptr);
}

TEST_CASE("topic rules: what a query means instead of what it seems to is told with its line and place") {
  const std::string rules = "\xEF\xBB\xBF# 見出し\n電力\t 風車 OR\n\n年\tdate:いつか\n水\t水\n";
  const std::vector<diagnostic> told = check_topic_rules(rules);
  REQUIRE(told.size() == 2);
  CHECK(told[0].message == "topic rules, line 2: OR has nothing to join; searched as text");
  CHECK(rules.substr(told[0].offset, told[0].length) == "OR");
  CHECK(told[1].message == "topic rules, line 4: \"いつか\" is not a date; searched as text");
  CHECK(rules.substr(told[1].offset, told[1].length) == "date:いつか");
  CHECK(check_topic_rules("").empty());
  CHECK(test::thrown_by([&] { check_topic_rules("a"); }) == "malformed");
}
