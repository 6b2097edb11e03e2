#include <doctest/doctest.h>

#include "facet/facets.hpp"
#include "searching.hpp"

using namespace libsearch;
using namespace libsearch::facet;
using test::thrown_by;

TEST_CASE("facet request: names and units") {
  CHECK(parse_facet({"topic", 0}, 10).field->name == "topic");
  CHECK(parse_facet({"author", 0}, 10).field->name == "author");
  CHECK(parse_facet({"date", 0}, 10).automatic);
  CHECK_FALSE(parse_facet({"date:year", 0}, 10).automatic);
  CHECK(parse_facet({"date:year", 0}, 10).unit == date_unit::year);
  CHECK(parse_facet({"date:day", 0}, 10).unit == date_unit::day);
  CHECK(parse_facet({"topic", 0}, 10).limit == 10);
  CHECK(parse_facet({"topic", 3}, 10).limit == 3);
  CHECK(parse_facet({"topic", 0}, 0).limit == 0);
  for (const char *bad :
       {"", "colour", "date:", "date:week", "topic:year", ":year", "date:year:month"})
    CHECK_MESSAGE(thrown_by([&] { parse_facet({bad, 0}, 10); }) == "invalid_argument", bad);
}

TEST_CASE("facet request: each facet once, and keys that differ") {
  const auto keys = [](const std::vector<facet_request> &asked) {
    std::string all;
    for (const auto &facet : parse_facets(asked, 10, facet_order::usual)) all += facet.key + " ";
    return all;
  };
  CHECK(keys({{"topic", 0}, {"date:year", 0}, {"topic", 0}}) == "topic date ");
  CHECK(keys({{"date:year", 0}, {"author", 0}, {"date:month", 0}}) == "date:year author date:month ");
  CHECK(keys({{"date", 0}, {"date:day", 0}}) == "date date:day ");
}

TEST_CASE("facet request: filters of one field are kept together") {
  const auto parsed = parse_filters(
      {{"topic", "資源"}, {"date", "2025"}, {"topic", "経済"}, {"author", ""}, {"date", ""}});
  REQUIRE(parsed.size() == 3);
  CHECK(parsed[0].field->name == "topic");
  CHECK(parsed[0].values == std::vector<std::string>{"資源", "経済"});
  CHECK(parsed[1].dates.size() == 1);
  CHECK(parsed[1].without);
  CHECK(parsed[2].values.empty());
  CHECK(parsed[2].without);
  CHECK(parse_filters({}).empty());
  CHECK(thrown_by([] { parse_filters({{"title", "x"}}); }) == "invalid_argument");
  CHECK(thrown_by([] { parse_filters({{"date", "someday"}}); }) == "invalid_argument");
}
