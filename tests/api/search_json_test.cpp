#include <libsearch/search.hpp>

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using nlohmann::json;
using test::message_of;
using test::thrown_by;

namespace {

search_results sample() {
  search_results r;
  r.query = "首脳会談";
  r.matched = "all";
  r.took_ms = 0.5;
  r.total = {12, total_relation::gte};
  hit h;
  h.id = "a/1.txt";
  h.score = 3.25;
  h.title = "<題>";
  h.authors = {"小山 堅"};
  h.date = "2025-10";
  h.topics = {"資源/重要鉱物"};
  h.path = "a/1.txt";
  h.page = 2;
  h.snippet.text = "A<B & 首脳会談 \"x\"";
  h.snippet.marks = {{6, 18}};
  r.hits.push_back(h);
  r.facets = {{"topic", {{"資源", 3, true}, {"", 1, false}}}, {"author", {}}};
  r.suggestions = {"首脳会議"};
  r.diagnostics = {{"a \"message\"", 3, 2}};
  return r;
}

}  // namespace

TEST_CASE("search json: the object of the contract, key by key, in one line") {
  CHECK(
      to_json(sample()) ==
      R"({"format":1,"query":"首脳会談","matched":"all","took_ms":0.5,)"
      R"("total":{"value":12,"relation":"gte"},)"
      R"("hits":[{"id":"a/1.txt","score":3.25,"title":"<題>","authors":["小山 堅"],"date":"2025-10",)"
      R"("topics":["資源/重要鉱物"],"path":"a/1.txt","page":2,)"
      R"("snippet":"A&lt;B &amp; <mark>首脳会談</mark> &quot;x&quot;"}],)"
      R"("facets":{"topic":[{"value":"資源","count":3,"selected":true},{"value":"","count":1}],)"
      R"("author":[]},)"
      R"("suggestions":["首脳会議"],)"
      R"("diagnostics":[{"message":"a \"message\"","offset":3,"length":2}]})");
}

TEST_CASE("search json: nothing found is an object too") {
  const json object = json::parse(to_json(search_results{}));
  CHECK(object["format"] == 1);
  CHECK(object["hits"] == json::array());
  CHECK(object["facets"] == json::object());
  CHECK(object["suggestions"] == json::array());
  CHECK(object["diagnostics"] == json::array());
  CHECK(object["total"] == json::parse(R"({"value":0,"relation":"eq"})"));
}

TEST_CASE("search json: a facet that was asked for twice is one member") {
  search_results r = sample();
  r.facets.push_back(r.facets[0]);
  CHECK(to_json(r) == to_json(sample()));
}

TEST_CASE("search json: the relations of a total") {
  search_results r;
  for (const auto &[relation, name] : {std::pair{total_relation::eq, "eq"},
                                       {total_relation::gte, "gte"},
                                       {total_relation::estimate, "estimate"}}) {
    r.total.relation = relation;
    CHECK(json::parse(to_json(r))["total"]["relation"] == name);
  }
}

TEST_CASE("search json: any bytes in a query give valid JSON in one line") {
  for (const std::string &query :
       {std::string("\xFF\xFE"), std::string("a\nb\r\t\0c", 7), std::string("\xE4\xBA"),
        std::string("\"\\"), std::string("\xE2\x80\xA8")}) {
    search_results r = sample();
    r.query = query;
    r.hits[0].title = query;
    const std::string text = to_json(r);
    CHECK(json::accept(text));
    CHECK(text.find('\n') == std::string::npos);
  }
}

TEST_CASE("search json: snippets become HTML with the marks that are asked for") {
  snippet s;
  s.text = "<mark>'a'</mark> & b";
  s.marks = {{7, 8}, {19, 20}};
  CHECK(to_html(s) == "&lt;mark&gt;&#39;<mark>a</mark>&#39;&lt;/mark&gt; &amp; <mark>b</mark>");
  CHECK(to_html(s, "[", "]") == "&lt;mark&gt;&#39;[a]&#39;&lt;/mark&gt; &amp; [b]");
  CHECK(to_html(snippet{}).empty());
  s = {"ab", {{0, 1}, {1, 2}}};
  CHECK(to_html(s, "(", ")") == "(a)(b)");
}

TEST_CASE("search json: options, all of them") {
  const search_request r = search_request_from_json(
      "水素",
      R"({"limit":5,"offset":20,"sort":"-date","match":"phrase","variants":"off",
          "filters":[["topic","資源"],["date","2024-01..2025-06"]],
          "facets":["topic","date:year"],"facet_limit":3,"total":"exact",
          "max_candidates":7,"snippet_length":0,"timeout":250,"explain":true})");
  CHECK(r.query == "水素");
  CHECK(r.limit == 5);
  CHECK(r.offset == 20);
  CHECK(r.sort == sort_order::date_descending);
  CHECK(r.match == match_mode::phrase);
  CHECK_FALSE(r.variants);
  REQUIRE(r.filters.size() == 2);
  CHECK(r.filters[0].field == "topic");
  CHECK(r.filters[0].value == "資源");
  CHECK(r.filters[1].value == "2024-01..2025-06");
  REQUIRE(r.facets.size() == 2);
  CHECK(r.facets[1].field == "date:year");
  CHECK(r.facet_limit == 3);
  CHECK(r.total == total_mode::exact);
  CHECK(r.max_candidates == 7);
  CHECK(r.snippet_length == 0);
  CHECK(r.timeout_ms == 250);
  CHECK(r.explain);
}

TEST_CASE("search json: no options are the defaults") {
  for (const char *text : {"", "{}"}) {
    const search_request r = search_request_from_json("q", text);
    const search_request defaults;
    CHECK(r.limit == defaults.limit);
    CHECK(r.offset == defaults.offset);
    CHECK(r.match == match_mode::automatic);
    CHECK(r.variants);
    CHECK(r.snippet_length == 120);
    CHECK(r.sort == sort_order::relevance);
    CHECK(r.total == total_mode::bounded);
    CHECK(r.facets.empty());
  }
  CHECK(search_request_from_json("", R"({"variants":false})").variants == false);
  CHECK(search_request_from_json("", R"({"variants":"on"})").variants == true);
}

TEST_CASE("search json: an option that is not understood is refused by name") {
  const auto rows = test::tsv_rows(test::data_file("api/search_options_errors.tsv"));
  CHECK(rows.size() >= 20);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 3);
    CAPTURE(row[0]);
    const auto read = [&] { search_request_from_json("q", row[0]); };
    CHECK(thrown_by(read) == row[1]);
    CHECK(message_of(read).find(row[2]) != std::string::npos);
  }
}

TEST_CASE("search json: a search shows what the contract shows") {
  test::temporary_folder folder;
  document d =
      test::make_document("a&b", "日米首脳会談 <速報>", "前文。昨日の首脳会談で合意した。");
  d.authors = {"小山 堅"};
  d.date = "2025-10";
  d.topics = {"資源/重要鉱物"};
  d.page_starts = {0, 9};
  test::put_all(folder / "index", {d});
  libsearch::index searched(folder / "index");
  const json object = json::parse(to_json(searched.search(
      search_request_from_json("首脳会談", R"({"facets":["topic","author","date:year"]})"))));
  const json &hit = object["hits"][0];
  CHECK(hit["id"] == "a&b");
  CHECK(hit["title"] == "日米首脳会談 <速報>");
  CHECK(hit["authors"] == json::array({"小山 堅"}));
  CHECK(hit["page"] == 2);
  CHECK(hit["snippet"].get<std::string>().find("<mark>首脳会談</mark>で合意した。") !=
        std::string::npos);
  CHECK(object["facets"]["topic"] ==
        json::parse(R"([{"value":"資源","count":1},{"value":"資源/重要鉱物","count":1}])"));
  CHECK(object["facets"]["date"] == json::parse(R"([{"value":"2025","count":1}])"));
  CHECK(object["matched"] == "all");
  CHECK(object["took_ms"].is_number());
  const json none = json::parse(to_json(searched.search(
      search_request_from_json("存在しない語", R"({"match":"all","facets":["topic","author"]})"))));
  CHECK(none["facets"] == json::parse(R"({"topic":[],"author":[]})"));
  CHECK(none["total"]["value"] == 0);
}
