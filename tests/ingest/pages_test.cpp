// Whole pages as sites make them, with what is expected of each.
#include <doctest/doctest.h>

#include <string>

#include <libsearch/ingest.hpp>

#include "essay_support.hpp"
#include "page_support.hpp"
#include "support.hpp"

namespace {

using namespace libsearch;
using test::attribute;
using test::without_blanks;

std::vector<std::string> parts(const std::string &cell) {
  std::vector<std::string> result;
  std::string rest = cell + "|";
  for (std::size_t end; (end = rest.find('|')) != std::string::npos; rest.erase(0, end + 1))
    if (end > 0) result.push_back(without_blanks(rest.substr(0, end)));
  return result;
}

}  // namespace

TEST_CASE("read_document: each page of the table gives its fields, its text, and no furniture") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/pages.tsv"))) {
    row.resize(9);
    CAPTURE(row[0]);
    const document page = ingest::read_document(test::data_file("ingest/pages/" + row[0])).content;
    CHECK(without_blanks(page.title) == without_blanks(row[1]));
    CHECK(test::joined_names(page.authors) == row[2]);
    CHECK(page.date == row[3]);
    CHECK(attribute(page, "affiliation") == row[4]);
    CHECK(attribute(page, "series") == row[5]);
    CHECK(attribute(page, "number") == row[6]);
    const std::string body = without_blanks(page.body);
    for (const std::string &part : parts(row[7])) CHECK_MESSAGE(body.find(part) != std::string::npos, part);
    for (const std::string &part : parts(row[8])) CHECK_MESSAGE(body.find(part) == std::string::npos, part);
    ++count;
  }
  CHECK(count >= 59);
}
