// Which spellings meet and which stay apart: tests/data/variants/.
#include <algorithm>

#include <doctest/doctest.h>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

/// Files of tests/data/variants whose name begins with `kind`.
std::vector<std::string> tables(const std::string &kind) {
  std::vector<std::string> names;
  for (const auto &entry : std::filesystem::directory_iterator(test::data_file("variants")))
    if (entry.path().filename().string().rfind(kind, 0) == 0) names.push_back(entry.path().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// Columns: text of a document, query, and perhaps a note. Each row is an index of its own.
std::size_t rows_that_meet(const std::string &path, bool wanted, std::size_t &rows) {
  std::size_t met = 0;
  for (const auto &row : test::tsv_rows(path)) {
    REQUIRE_MESSAGE(row.size() >= 2, path, ": two columns");
    test::temporary_folder folder;
    test::put_all(folder / "index", {test::make_document("1", "", row[0])});
    libsearch::index index(folder / "index");
    auto request = test::everything_of(row[1], match_mode::all, true);
    const bool meets = !test::ids_of(index.search(request)).empty();
    CHECK_MESSAGE(meets == wanted, path, ": ", row[0], " | ", row[1]);
    met += meets;
    ++rows;
  }
  return met;
}

}  // namespace

TEST_CASE("variants: pairs that must meet do") {
  std::size_t rows = 0, met = 0;
  for (const auto &path : tables("meet")) met += rows_that_meet(path, true, rows);
  MESSAGE(met, " of ", rows, " pairs meet");
}

TEST_CASE("variants: pairs that must stay apart do") {
  std::size_t rows = 0, met = 0;
  for (const auto &path : tables("apart")) met += rows_that_meet(path, false, rows);
  const std::size_t apart = rows - met;
  MESSAGE(apart, " of ", rows, " pairs stay apart");
}

TEST_CASE("variants: exact spellings come first, a quoted part and variants off mean the spelling alone") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "", "Energy policy: energies, energetic markets"),
                                   test::make_document("2", "", "market policies エネルギー energy2")});
  libsearch::index index(folder / "index");
  const auto ids = [&](const char *query, bool on, std::vector<std::string> off = {}) {
    auto request = test::everything_of(query, match_mode::all, on);
    request.variants_off = std::move(off);
    return test::listed_ids(index.search(request));
  };
  using list = std::vector<std::string>;
  CHECK(ids("policies", false) == list{"2"});
  CHECK(ids("policies", true) == list{"2", "1"});
  CHECK(ids("\"policies\"", true) == list{"2"});
  CHECK(ids("policies", true, {"stem"}) == list{"2"});
  CHECK(test::thrown_by([&] { ids("policies", true, {"stems"}); }) == "invalid_argument");
}
