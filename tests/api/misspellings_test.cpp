// "Did you mean" for the words of tests/data/suggest/misspellings.tsv, and never for a word that finds something.
#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>
#include <libsearch/libsearch.hpp>

#include "support.hpp"

namespace {

using namespace libsearch;

using table = std::vector<std::vector<std::string>>;

table rows_of(bool mecab) {
  table rows;
  for (const auto &row : test::tsv_rows(test::data_file("suggest/misspellings.tsv"))) {
    REQUIRE_MESSAGE(row.size() >= 3, row[0]);
    if (mecab || row.size() == 3) rows.push_back(row);
  }
  return rows;
}

/// The sample archive, and documents with the words that were meant. False where the dictionary is not there.
bool make_index(const std::string &path, const std::string &dictionary, const table &rows) {
  const std::string archive = test::environment("LIBSEARCH_SOURCE", ".") + "/samples/archive";
  writer_options options;
  options.dictionary = dictionary;
  try {
    index_writer writer(path, options);
    ingest::sync_options without;
    without.exclude = {archive + "/README.md", archive + "/topics.tsv"};
    std::istringstream no_input;
    REQUIRE(ingest::sync(path, writer, {archive}, without, no_input).failed == 0);
    for (int copy = 0; copy < 2; ++copy) {
      document words;
      words.id = "words/" + std::to_string(copy);
      for (const auto &row : rows) words.body += row[1] + "の話。";
      writer.put(words);
    }
    writer.commit();
  } catch (const error &e) {
    if (e.code() != errc::dictionary_missing) throw;
    MESSAGE("skipped: ", e.what());
    return false;
  }
  return true;
}

std::vector<std::string> suggestions_for(libsearch::index &searched, const std::string &query) {
  search_request request;
  request.query = query;
  return searched.search(request).suggestions;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// The place of the word that was meant, from 1; 0 = not there.
std::size_t place_of(const std::string &meant, const std::vector<std::string> &suggestions) {
  for (std::size_t i = 0; i < suggestions.size(); ++i)
    if (lower(suggestions[i]) == lower(meant)) return i + 1;
  return 0;
}

void check_table(const std::string &dictionary) {
  const table rows = rows_of(dictionary == "mecab");
  test::temporary_folder folder;
  if (!make_index(folder / "index", dictionary, rows)) return;
  libsearch::index searched(folder / "index");
  std::size_t first = 0, among = 0;
  for (const auto &row : rows) {
    const auto said = suggestions_for(searched, row[0]);
    const std::size_t place = place_of(row[1], said);
    first += place == 1;
    among += place > 0 && place <= 3;
    std::string all;
    for (const std::string &one : said) all += one + " ";
    CHECK_MESSAGE((place > 0 && place <= std::stoul(row[2])), dictionary, ": ", row[0], " | ", row[1], ": ", all);
    // What was meant finds something: it is left alone.
    CHECK_MESSAGE(suggestions_for(searched, row[1]).empty(), row[1]);
  }
  std::cerr << "did you mean, " << dictionary << ": " << first << " first and " << among << " among three of " << rows.size() << "\n";
  CHECK(rows.size() >= 60);
}

}  // namespace

TEST_CASE("did you mean: the table of misspellings, with ICU's words") { check_table("icu"); }

TEST_CASE("did you mean: the table of misspellings, with MeCab's words and readings") { check_table("mecab"); }
