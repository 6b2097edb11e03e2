#include "analysis/stemmer.hpp"

#include <doctest/doctest.h>

#include "support.hpp"

using libsearch::analysis::stemmer;

TEST_CASE("stemmer: the table of stems") {
  const stemmer stems;
  const auto rows = test::tsv_rows(test::data_file("analysis/stems.tsv"));
  CHECK(rows.size() >= 20);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 2);
    CAPTURE(row[0]);
    CHECK(stems.stem(row[0]) == row[1]);
  }
}

TEST_CASE("stemmer: one that was moved still works") {
  stemmer a;
  stemmer b = std::move(a);
  CHECK(b.stem("policies") == "polici");
}
