#include "ingest/furniture_phrases.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ingest/unicode.hpp"
#include "support.hpp"

using namespace libsearch::ingest;

TEST_CASE("lines of pages are told apart by their words, and what somebody wrote is text") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/furniture_phrases.tsv"))) {
    row.resize(2);
    CAPTURE(row[0]);
    const icu::UnicodeString line = fold(row[0]);
    const auto expected = [&](const char *what) { return row[1].find(what) != std::string::npos; };
    CHECK(is_furniture_heading(line) == expected("heading"));
    CHECK(is_furniture_phrase(line) == expected("phrase"));
    CHECK(is_way_through_site(line) == expected("way"));
    CHECK(is_reference_heading(line) == expected("reference"));
    CHECK(is_filing_line(line) == expected("filing"));
    ++count;
  }
  CHECK(count > 30);
}
