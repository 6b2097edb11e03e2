// Which of two lines of a head looks like its title.
#include "ingest/title_weight.hpp"

#include <string>

#include <doctest/doctest.h>

#include "ingest/unicode.hpp"
#include "support.hpp"

namespace ingest = libsearch::ingest;

namespace {

int weight(const std::string &line) { return ingest::title_weight(ingest::fold(line), ingest::columns(line)); }

}  // namespace

TEST_CASE("title_weight: a title weighs clearly more than what stands above it") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/title_weights.tsv"))) {
    REQUIRE(row.size() == 2);
    CAPTURE(row[0]);
    CAPTURE(row[1]);
    CHECK(weight(row[1]) >= weight(row[0]) + 3);
    ++count;
  }
  CHECK(count >= 18);
}

TEST_CASE("title_weight: a short title is no heading for being short") {
  CHECK(weight("灯台と海") > weight("灯台通信"));
  CHECK(weight("Ports in Winter") > weight("Port Bulletin"));
}
