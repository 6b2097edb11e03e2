#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include <libsearch/error.hpp>

#include "ingest/json_lines.hpp"

namespace {

using libsearch::ingest::document_of;
using libsearch::ingest::json_lines;
using libsearch::ingest::json_record;

}  // namespace

TEST_CASE("json_lines: records with line numbers and offsets, empty lines left out") {
  std::istringstream in("\xEF\xBB\xBF{\"id\":\"a\"}\r\n\n  \n{\"id\":\"b\"}");
  json_lines lines(in, 100);
  json_record record;
  REQUIRE(lines.next(record));
  CHECK(record.text == "{\"id\":\"a\"}");
  CHECK(record.line == 1);
  CHECK(record.offset == 3);
  REQUIRE(lines.next(record));
  CHECK(record.text == "{\"id\":\"b\"}");
  CHECK(record.line == 4);
  CHECK(record.offset == 19);
  CHECK_FALSE(lines.next(record));
  CHECK(lines.position() == 29);
}

TEST_CASE("json_lines: a line beyond the limit is passed over, the next one is read") {
  std::istringstream in(std::string(300000, 'x') +
                        "\n{\"id\":\"b\",\"title\":\"t\",\"body\":\"c\"}\n");
  json_lines lines(in, 1000);
  json_record record;
  REQUIRE(lines.next(record));
  CHECK(record.too_long);
  CHECK(record.text.size() <= 1000);
  CHECK_THROWS_AS(document_of(record), libsearch::error);
  REQUIRE(lines.next(record));
  CHECK_FALSE(record.too_long);
  CHECK(document_of(record).id == "b");
}

TEST_CASE("document_of: a record that does not parse says where it stands") {
  for (const char *bad : {"{\"id\":", "[1]", "{\"id\":\"\x93\"}"}) {
    std::istringstream in(std::string("{\"id\":\"a\",\"title\":\"\",\"body\":\"\"}\n") + bad +
                          "\n");
    json_lines lines(in, 1000);
    json_record record;
    REQUIRE(lines.next(record));
    CHECK(document_of(record).id == "a");
    REQUIRE(lines.next(record));
    CAPTURE(bad);
    try {
      document_of(record);
      FAIL("nothing was thrown");
    } catch (const libsearch::error &problem) {
      CHECK(std::string(problem.what()).find("byte") != std::string::npos);
      CHECK_FALSE(problem.hint().empty());
    }
  }
}
