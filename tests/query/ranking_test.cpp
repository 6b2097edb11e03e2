#include "query/ranking.hpp"

#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

std::vector<std::string> ranked(const std::vector<document> &documents, const char *query) {
  test::temporary_folder folder;
  test::put_all(folder / "index", documents);
  libsearch::index searched(folder / "index");
  return test::listed_ids(searched.search(test::everything_of(query, match_mode::automatic, true)));
}

using list = std::vector<std::string>;
using test::make_document;

}  // namespace

TEST_CASE("ranking: a word before the same characters inside a longer word") {
  CHECK(ranked({make_document("inside", "", "東京都の交通について述べる"),
                make_document("word", "", "京都の交通について述べる"),
                make_document("none", "", "大阪の交通について述べる")},
               "京都") == list{"word", "inside"});
}

TEST_CASE("ranking: a title that says it comes first") {
  CHECK(ranked({make_document("body", "交通について", "水素の話である"),
                make_document("title", "水素について", "水素の話である"),
                make_document("none", "交通について", "石油の話である")},
               "水素") == list{"title", "body"});
}

TEST_CASE("ranking: documents that are alike come by date, the newest first, then by id") {
  std::vector<document> documents;
  for (const auto &[id, date] : std::vector<std::pair<const char *, const char *>>{
           {"b", "2020"}, {"a", "2020"}, {"c", "2025-01"}, {"d", ""}}) {
    documents.push_back(make_document(id, "", "水素"));
    documents.back().date = date;
  }
  CHECK(ranked(documents, "水素") == list{"c", "a", "b", "d"});
  CHECK(ranked(documents, "") == list{"c", "a", "b", "d"});
}

TEST_CASE("ranking: of many that are alike the first ones are those of the whole order") {
  std::vector<document> documents;
  std::vector<std::pair<int, std::string>> expected;
  for (int i = 0; i < 200; ++i) {
    documents.push_back(make_document("id" + std::to_string(i), "", "水素"));
    const int year = i % 9 == 0 ? 0 : 2000 + i * 7 % 11;
    if (year) documents.back().date = std::to_string(year);
    expected.emplace_back(-year, documents.back().id);
  }
  std::sort(expected.begin(), expected.end());
  test::temporary_folder folder;
  test::put_all(folder / "index", documents);
  libsearch::index searched(folder / "index");
  for (const std::size_t limit : {1u, 10u, 60u, 500u})
    for (const std::size_t offset : {0u, 45u, 120u, 195u}) {
      search_request request = test::everything_of("水素", match_mode::automatic);
      request.limit = limit;
      request.offset = offset;
      const auto found = test::listed_ids(searched.search(request));
      REQUIRE(found.size() == std::min<std::size_t>(limit, 200 - offset));
      for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == expected[offset + i].second);
    }
}

TEST_CASE("ranking: the order does not depend on the order of input") {
  std::vector<document> documents;
  for (int i = 0; i < 70; ++i) {
    std::string body = "水素";
    for (int n = 0; n < i % 7; ++n) body += "と水素の輸出";
    documents.push_back(make_document(std::to_string(i), i % 5 ? "" : "水素", body));
  }
  const list first = ranked(documents, "水素の輸出");
  std::reverse(documents.begin(), documents.end());
  CHECK(ranked(documents, "水素の輸出") == first);
}

TEST_CASE("ranking: strings without words give no first stage, and still an order") {
  CHECK(ranked({make_document("2", "", "水、石油"), make_document("1", "", "水、資源")}, "、") ==
        list{"1", "2"});
}
