// Whole pages as sites make them, with what is expected of each.
#include <doctest/doctest.h>

#include <string>

#include <nlohmann/json.hpp>

#include <libsearch/ingest.hpp>

#include "ingest/unicode.hpp"
#include "page_support.hpp"
#include "support.hpp"

namespace {

using namespace libsearch;

std::string without_blanks(const std::string &text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = ingest::next(text, at); !ingest::is_blank(c)) ingest::append(out, c);
  return out;
}

/// An attribute, or the values of a list with "; " between.
std::string attribute(const document &from, const char *name) {
  const std::string text = from.attribute(name);
  const auto list = nlohmann::json::parse(text, nullptr, false);
  if (!list.is_array()) return text;
  std::string out;
  for (const auto &value : list) out += (out.empty() ? "" : "; ") + value.get<std::string>();
  return out;
}

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
  CHECK(count >= 38);
}
