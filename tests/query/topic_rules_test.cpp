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
