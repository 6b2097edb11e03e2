#include "query/variants.hpp"

#include <doctest/doctest.h>

#include "index/snapshot.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using word_set = std::set<std::string>;

TEST_CASE("variants: English words of one stem find each other") {
  test::temporary_folder folder;
  test::put_all(folder / "index",
                {test::make_document("1", "", "Energy policy: energies, energetic markets"),
                 test::make_document("2", "", "market policies エネルギー energy2")});
  indexing::reader reader(folder / "index");
  const query::variants variants(*reader.current().words);
  const auto words = [&](const char *text) {
    const auto found = variants.words_for(text);
    return word_set(found.begin(), found.end());
  };
  CHECK(words("energy") == word_set{"energies"});
  CHECK(words("energies") == word_set{"energy"});
  CHECK(words("policy") == word_set{"policies"});
  CHECK(words("markets") == word_set{"market"});
  CHECK(words("marketing") == word_set{"market", "markets"});
  CHECK(words("エネルギー").empty());
  CHECK(words("").empty());
  CHECK(words("en").empty());
  CHECK(words("energy2").empty());

  libsearch::index searched(folder / "index");
  const auto ids = [&](const char *query, bool on) {
    return test::listed_ids(searched.search(test::everything_of(query, match_mode::all, on)));
  };
  CHECK(ids("policies", false) == std::vector<std::string>{"2"});
  CHECK(ids("policies", true) == std::vector<std::string>{"2", "1"});
  CHECK(ids("\"policies\"", true) == std::vector<std::string>{"2"});
}
