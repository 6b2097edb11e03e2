#include "ingest/json_ld.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace libsearch::ingest;

TEST_CASE("read_json_ld: an article, its people, where they work, its dates and its site") {
  const auto found = read_json_ld(R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"港の電気",
    "author":[{"@type":"Person","name":"青海 太郎","worksFor":{"name":"海都大学"}},{"name":"白浜 花子"}],
    "datePublished":"2024-11-04T09:00:00+09:00","dateModified":"2024-11-05","publisher":{"name":"海都新聞"},"keywords":"港, 電気"})");
  REQUIRE(found.size() == 1);
  CHECK(found[0].article);
  CHECK(found[0].headline == "港の電気");
  REQUIRE(found[0].authors.size() == 2);
  CHECK(found[0].authors[0].name == "青海 太郎");
  CHECK(found[0].authors[0].affiliation == "海都大学");
  CHECK(found[0].authors[1].name == "白浜 花子");
  CHECK(found[0].published == "2024-11-04T09:00:00+09:00");
  CHECK(found[0].changed == "2024-11-05");
  CHECK(found[0].site == "海都新聞");
  CHECK(found[0].keywords.size() == 2);
}

TEST_CASE("read_json_ld: a graph, where people stand apart") {
  const auto found = read_json_ld(R"({"@graph":[{"@type":"WebSite","name":"波止場"},{"@type":"WebPage","name":"頁"},
    {"@type":"BlogPosting","name":"霧笛","author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Ida Brook"}]})");
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].article);
  CHECK(found[1].headline == "霧笛");
  REQUIRE(found[1].authors.size() == 1);
  CHECK(found[1].authors[0].name == "Ida Brook");
  CHECK(found[1].site == "波止場");
}

TEST_CASE("read_json_ld: line ends in strings, comments around it; what is no JSON says nothing") {
  CHECK(read_json_ld("<!-- {\"@type\":\"Article\",\"headline\":\"a\nb\"} -->").at(0).headline == "a b");
  CHECK(read_json_ld("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"a\"}\n//]]>").at(0).headline == "a");
  for (const char *text : {"", "{", "}{", "no", "{\"@type\":}", "[]"}) CHECK(read_json_ld(text).empty());
  CHECK(read_json_ld(std::string(100000, '[') + std::string(100000, ']')).empty());
}

TEST_CASE("read_json_ld: a comma too many does not cost the rest; one inside a string is text") {
  const auto found = read_json_ld(R"({"@type":"Article","headline":"a,] \",}","author":[{"name":"Ida Brook",},],
  })");
  REQUIRE(found.size() == 1);
  CHECK(found[0].headline == "a,] \",}");
  REQUIRE(found[0].authors.size() == 1);
  CHECK(found[0].authors[0].name == "Ida Brook");
}
