// Words found by how they are read: tests/data/readings/.
#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "mecab.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

writer_options with_mecab() {
  writer_options options;
  options.dictionary = "mecab";
  return options;
}

std::set<std::string> found(const std::string &path, const std::string &query, bool variants = true,
                            std::vector<std::string> off = {}) {
  libsearch::index searched(path);
  auto request = test::everything_of(query, match_mode::all, variants);
  request.variants_off = std::move(off);
  return test::ids_of(searched.search(request));
}

using row_result = std::pair<std::vector<std::string>, bool>;

/// Whether each row of a table, text of a document and query, meets; in one index, so that words of other rows are
/// there to be mistaken for them.
std::vector<row_result> results_of(const std::string &path) {
  std::vector<document> documents;
  const auto rows = test::tsv_rows(path);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    REQUIRE_MESSAGE(rows[i].size() >= 2, path, ": two columns");
    documents.push_back(test::make_document(std::to_string(i), "", rows[i][0]));
  }
  test::temporary_folder folder;
  test::put_all(folder / "index", documents, with_mecab());
  libsearch::index searched(folder / "index");
  std::vector<row_result> results;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto met = test::ids_of(searched.search(test::everything_of(rows[i][1], match_mode::all, true)));
    results.emplace_back(rows[i], met.count(std::to_string(i)) > 0);
  }
  return results;
}

void check_table(const char *name, bool wanted, std::size_t fewest) {
  if (!test::has_mecab()) return;
  const auto results = results_of(test::data_file(std::string("readings/") + name));
  for (const row_result &one : results)
    CHECK_MESSAGE(one.second == wanted, name, ": ", one.first[0], " | ", one.first[1]);
  CHECK(results.size() >= fewest);
}

std::string readings_file(const std::string &path) {
  for (const auto &entry : std::filesystem::directory_iterator(test::generation_folder(path)))
    if (entry.path().filename().string().rfind("readings-", 0) == 0) return entry.path().string();
  return {};
}

std::string content(const std::string &path) {
  std::ifstream in(path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

using ids = std::set<std::string>;

}  // namespace

TEST_CASE("readings: pairs that must meet do") { check_table("meet.tsv", true, 40); }

TEST_CASE("readings: pairs that must stay apart do") { check_table("apart.tsv", false, 30); }

TEST_CASE("readings: okurigana and inflected forms meet through reading, base form and kanji") {
  check_table("meet_forms.tsv", true, 20);
  check_table("apart_forms.tsv", false, 20);
}

TEST_CASE("readings: the tables of spellings hold with MeCab as with ICU") {
  if (!test::has_mecab()) return;
  std::size_t rows = 0, met = 0;
  for (const auto &entry : std::filesystem::directory_iterator(test::data_file("variants"))) {
    const bool wanted = entry.path().filename().string().rfind("meet", 0) == 0;
    for (const row_result &one : results_of(entry.path().string())) {
      const auto &row = one.first;
      const bool meets = one.second;
      rows += wanted;
      met += wanted && meets;
      if (!wanted) CHECK_MESSAGE(!meets, row[0], " | ", row[1]);
      else if (!meets) MESSAGE("do not meet: ", row[0], " | ", row[1]);
    }
  }
  MESSAGE(met, " of ", rows, " pairs meet");
  CHECK(met * 100 >= rows * 97);
}

TEST_CASE("readings: a user dictionary over ICU knows them, with its changes") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  document essay = test::make_document("1", "", "小型モジュール炉の開発");
  essay.authors = {"小山 堅"};
  test::put_all(path, {essay, test::make_document("2", "", "原子力")});
  CHECK(found(path, "koyama").empty());
  CHECK(readings_file(path).empty());
  {
    index_writer writer(path);
    writer.set_user_dictionary("小型モジュール炉\tこがたもじゅーるろ\n小山\tこやま\n堅\tけん\n");
    writer.commit();
  }
  for (const char *query : {"こがたもじゅーるろ", "コガタモジュールロ", "kogatamojuururo", "kogatamojūruro", "kogatamoju",
                            "koyama", "こやま", "author:koyama", "小山", "こやまけん", "koyamaken"})
    CHECK_MESSAGE(found(path, query) == ids{"1"}, query);
  CHECK(found(path, "genshiryoku").empty());
  CHECK(found(path, "koyama", false).empty());
  CHECK(found(path, "koyama", true, {"reading"}).empty());
  CHECK(found(path, "\"koyama\"").empty());
  {
    // Words of later commits, and another dictionary.
    index_writer writer(path);
    writer.put(test::make_document("3", "", "小山と大山"));
    writer.set_user_dictionary("小山\tこやま\n大山\tおおやま\n");
    writer.commit();
  }
  CHECK(found(path, "koyama") == ids{"1", "3"});
  CHECK(found(path, "ooyama") == ids{"3"});
  CHECK(found(path, "こがたもじゅーるろ").empty());
}

TEST_CASE("readings: what is written as typed comes first, and an explanation names the group") {
  if (!test::has_mecab()) return;
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "", "東京の天気と東京の人"), test::make_document("2", "", "Tokyo"),
                                   test::make_document("3", "", "とうきょう")},
                with_mecab());
  libsearch::index searched(folder / "index");
  const auto listed = [&](const char *query) {
    return test::listed_ids(searched.search(test::everything_of(query, match_mode::all, true)));
  };
  using list = std::vector<std::string>;
  CHECK(listed("tokyo") == list{"2", "1"});
  CHECK(listed("とうきょう") == list{"3", "1"});
  CHECK(listed("東京") == list{"1"});
  auto request = test::everything_of("toukyou", match_mode::all, true);
  request.explain = true;
  const auto results = searched.search(request);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].explanation.find("(reading)") != std::string::npos);
}

TEST_CASE("readings: the file is made again when it is gone, damaged or foreign, and one in memory serves too") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    writer.set_user_dictionary("小山\tこやま\n");
    writer.put(test::make_document("1", "", "小山"));
    writer.commit();
  }
  CHECK(readings_file(path).empty());
  CHECK(found(path, "koyama") == ids{"1"});
  const std::string file = readings_file(path);
  REQUIRE(!file.empty());
  const std::string whole = content(file);
  for (const std::string &other : {std::string(), whole.substr(0, whole.size() - 5), std::string("readings/1 \n"),
                                   std::string("x") + whole, whole + "koyama\t川\t1\tコヤマ\n"}) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << other;
    CHECK(found(path, "koyama") == ids{"1"});
    CHECK(content(file) == whole);
  }
  std::filesystem::remove(file);
  // Nobody can write a file where a folder of that name is.
  std::filesystem::create_directory(file);
  CHECK(found(path, "koyama") == ids{"1"});
  std::filesystem::remove(file);
  CHECK(check_index(path).empty());
  CHECK(found(path, "koyama") == ids{"1"});
  compact_index(path);
  CHECK(found(path, "koyama") == ids{"1"});
}
