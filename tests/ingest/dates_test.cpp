// Dates of heads and feet, in the forms of tests/data/ingest/dates.tsv.
#include "ingest/dates.hpp"

#include <string>

#include <doctest/doctest.h>

#include "ingest/unicode.hpp"
#include "support.hpp"

namespace ingest = libsearch::ingest;

TEST_CASE("dates: each line of the table gives its date") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/dates.tsv"))) {
    REQUIRE(row.size() == 3);
    CAPTURE(row[0]);
    const icu::UnicodeString line = ingest::fold(row[0]);
    CHECK(ingest::date_line(line).value_or("-") == row[1]);
    const auto found = ingest::find_date(line);
    CHECK((found ? found->date : std::string("-")) == row[2]);
    ++count;
  }
  CHECK(count >= 30);
}

TEST_CASE("dates: seasons and months of issues") {
  const auto date_by = [](auto find) {
    return [find](const char *line) {
      const auto found = find(ingest::fold(line));
      return found ? found->date : std::string();
    };
  };
  const auto season = date_by(ingest::find_season);
  const auto issue = date_by(ingest::find_issue);
  CHECK(season("2007年秋号") == "2007");
  CHECK(season("Vol. 7, No. 2, Spring 2005") == "2005");
  CHECK(season("2003年の夏に") == "");
  CHECK(season("Prague Spring of 1968") == "");
  CHECK(issue("農村金融2022・9") == "2022-09");
  CHECK(issue("農村金融2022・13") == "");
  CHECK(issue("石油・ガス2022年9月") == "");
}
