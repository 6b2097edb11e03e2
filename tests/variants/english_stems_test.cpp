#include "variants/english_stems.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;

TEST_CASE("variants: English words of one stem find each other") {
  const test::word_list words{"energy", "policy", "energies", "energetic", "markets", "market", "policies", "エネルギー", "energy2"};
  const analysis::stemmer stemmer;
  const auto found = [&](const char *part) {
    variants::replacements pieces;
    variants::append_english_stems(part, words, stemmer, pieces);
    return test::spellings_of(part, pieces);
  };
  using set = std::set<std::string>;
  CHECK(found("energy") == set{"energies"});
  CHECK(found("energies") == set{"energy"});
  CHECK(found("policy") == set{"policies"});
  CHECK(found("markets") == set{"market"});
  CHECK(found("marketing") == set{"market", "markets"});
  CHECK(found("エネルギー").empty());
  CHECK(found("").empty());
  CHECK(found("en").empty());
  CHECK(found("energy2").empty());
}
