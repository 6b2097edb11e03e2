#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "index/lexicon_image.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "text/compact_text.hpp"

using namespace libsearch;
using test::everything_of;
using test::random_source;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const std::string &file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string &file, const std::string &bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// An index with a few commits behind it.
void build(const std::string &path, random_source &random) {
  std::vector<document> documents;
  for (int i = 0; i < 40; ++i)
    documents.push_back(test::random_document(random, std::to_string(i)));
  documents.push_back(test::make_document("known", "既知", "紫陽花の咲く頃に再会を約束した"));
  test::put_all(path, documents);
  for (int commit = 0; commit < 3; ++commit) {
    index_writer writer(path);
    for (int i = 0; i < 8; ++i)
      writer.put(test::random_document(random, std::to_string(random.below(60))));
    writer.remove(std::to_string(random.below(40)));
    writer.commit();
  }
}

}  // namespace

TEST_CASE("check: a sound index gives no finding, whatever was done to it") {
  random_source random(test::seed(20251130));
  test::temporary_folder folder;
  const std::string path = folder / "index";
  build(path, random);
  for (const check_finding &finding : check_index(path)) FAIL_CHECK(finding.message);
  {
    index_writer writer(path);
    writer.set_topic_rules("資源\t資源\n水/水素\t水素 OR 海水\n");
    writer.commit();
  }
  for (const check_finding &finding : check_index(path)) FAIL_CHECK(finding.message);
  compact_index(path);
  for (const check_finding &finding : check_index(path)) FAIL_CHECK(finding.message);
  for (const std::string &file : test::lexicon_files(path)) fs::remove(file);
  CHECK(check_index(path).empty());
}

TEST_CASE("check: an index of no documents is sound") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {});
  CHECK(check_index(folder / "index").empty());
  compact_index(folder / "index");
  CHECK(check_index(folder / "index").empty());
  index searched(folder / "index");
  CHECK(searched.search(everything_of("", match_mode::all)).total.value == 0);
  CHECK(searched.statistics().documents == 0);
}

TEST_CASE("check: a changed byte in a stored text is found") {
  random_source random(test::seed(20251131));
  test::temporary_folder folder;
  const std::string path = folder / "index";
  build(path, random);
  const std::string file = test::generation_folder(path) + "/postlist.glass";
  std::string bytes = bytes_of(file);
  const std::string wanted = text::compact("紫陽花の咲く頃");
  // Blocks of an earlier revision may hold it as well.
  std::size_t changed = 0;
  for (std::size_t at = bytes.find(wanted); at != std::string::npos;
       at = bytes.find(wanted, at + 1), ++changed)
    bytes[at + 1] = static_cast<char>(bytes[at + 1] ^ 1);
  REQUIRE(changed > 0);
  write(file, bytes);
  CHECK_FALSE(check_index(path).empty());
}

TEST_CASE("check: a table that is shorter, empty or gone is found") {
  random_source random(test::seed(20251132));
  for (const char *table : {"postlist.glass", "docdata.glass", "termlist.glass", "iamglass"})
    for (const int share : {0, 1, 2}) {
      test::temporary_folder folder;
      const std::string path = folder / "index";
      test::put_all(path, {test::make_document("1", "題", "首脳会談について"),
                           test::random_document(random, "2")});
      const std::string file = test::generation_folder(path) + "/" + table;
      REQUIRE(fs::exists(file));
      CAPTURE(table);
      CAPTURE(share);
      if (share == 0)
        fs::remove(file);
      else
        fs::resize_file(file, share == 1 ? 0 : fs::file_size(file) / 2);
      std::vector<check_finding> findings;
      try {
        findings = check_index(path);
      } catch (const error &failure) {
        findings.push_back({"", failure.what()});
      }
      CHECK_FALSE(findings.empty());
    }
}

TEST_CASE("check: a word that the word list lacks is found") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {test::make_document("1", "題", "首脳会談について")});
  const std::string file = test::lexicon_files(path).at(0);
  const std::string base = fs::path(file).filename().string().substr(8);
  write(file, indexing::lexicon_image::build({{u"首脳", 1}}, base, 0));
  CHECK_FALSE(check_index(path).empty());
}

TEST_CASE("check: no index, and something that is none") {
  test::temporary_folder folder;
  CHECK(test::thrown_by([&] { check_index(folder / "none"); }) == "not_found");
  fs::create_directory(folder / "empty");
  CHECK(test::thrown_by([&] { check_index(folder / "empty"); }) == "not_found");
  write(folder / "file", "text");
  CHECK(test::thrown_by([&] { check_index(folder / "file"); }) == "not_an_index");
  fs::create_directory(folder / "photos");
  write(folder / "photos/1.jpg", "x");
  CHECK(test::thrown_by([&] { check_index(folder / "photos"); }) == "not_an_index");
  CHECK(test::thrown_by([&] { compact_index(folder / "photos"); }) == "not_an_index");
  CHECK(test::thrown_by([&] { index searched(folder / "photos"); }) == "not_an_index");
  CHECK(test::thrown_by([&] { compact_index(folder / "none"); }) == "not_found");
  CHECK(bytes_of(folder / "photos/1.jpg") == "x");
  CHECK(std::distance(fs::directory_iterator(folder / "photos"), {}) == 1);
}

TEST_CASE("check: an index of a later format is refused, with a way out") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {test::make_document("1", "題", "水")});
  std::string current = bytes_of(path + "/current");
  current.replace(current.find("format 1"), 8, "format 9");
  write(path + "/current", current);
  CHECK(test::thrown_by([&] { index searched(path); }) == "format_mismatch");
  CHECK(test::thrown_by([&] { index_writer writer(path); }) == "format_mismatch");
  CHECK(test::thrown_by([&] { check_index(path); }) == "format_mismatch");
  try {
    index searched(path);
  } catch (const error &failure) {
    CHECK(failure.hint().find("--rebuild") != std::string::npos);
  }
}

TEST_CASE("compact: the same results, no more bytes, and readers go on undisturbed") {
  random_source random(test::seed(20251133));
  test::temporary_folder folder;
  const std::string path = folder / "index";
  build(path, random);
  index reader(path);
  static const char *const queries[] = {"", "水", "資源", "について", "京都", "a", "energy"};
  std::vector<std::set<std::string>> before;
  for (const char *query : queries)
    before.push_back(test::ids_of(reader.search(everything_of(query, match_mode::all))));
  const auto size = reader.statistics().index_bytes;
  compact_index(path);
  CHECK(reader.statistics().index_bytes <= size);
  index fresh(path);
  for (std::size_t i = 0; i < std::size(queries); ++i) {
    CHECK(test::ids_of(reader.search(everything_of(queries[i], match_mode::all))) == before[i]);
    CHECK(test::ids_of(fresh.search(everything_of(queries[i], match_mode::all))) == before[i]);
  }
  CHECK(fresh.get("known")->body == "紫陽花の咲く頃に再会を約束した");
  CHECK(test::lexicon_files(path).size() == 1);
}

TEST_CASE("compact: a writer keeps it out") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {test::make_document("1", "", "水")});
  index_writer writer(path);
  CHECK(test::thrown_by([&] { compact_index(path); }) == "locked");
}

TEST_CASE("statistics: first and last day are those of the documents that are there") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  std::vector<document> documents;
  for (const char *date : {"2019-03-05", "2020", "2024-02", ""}) {
    documents.push_back(test::make_document(std::string("d") + date, "", "水"));
    documents.back().date = date;
  }
  test::put_all(path, documents);
  index searched(path);
  CHECK(searched.statistics().first_date == "2019-03-05");
  CHECK(searched.statistics().last_date == "2024-02-29");
  CHECK(searched.statistics().documents == 4);
}

TEST_CASE("statistics: a removed document's date is no longer the first") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  document a = test::make_document("a", "", "水"), b = test::make_document("b", "", "水");
  a.date = "2019";
  b.date = "2024";
  test::put_all(path, {a, b});
  index_writer writer(path);
  writer.remove("a");
  writer.commit();
  index searched(path);
  CHECK(searched.statistics().first_date == "2024-01-01");
}
