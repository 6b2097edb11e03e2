// Other dictionaries: nothing that is found depends on them, and an index that was changed is the one built with them.
#include <map>
#include <tuple>

#include <doctest/doctest.h>
#include <xapian.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "index/term.hpp"
#include "mecab.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "writer_states.hpp"

using namespace libsearch;
using test::random_source;

namespace {

constexpr char first_words[] = "小型モジュール炉\nガスガ\n人人\n資源について\n";
constexpr char other_words[] = "小型モジュール炉\tこがたもじゅーるろ\n会談が\n人人\nco2排出量\n年10\n";

/// Id, term and count of every posting.
std::set<std::tuple<std::string, std::string, unsigned>> postings(const std::string &path) {
  std::set<std::tuple<std::string, std::string, unsigned>> all;
  const Xapian::Database database(test::generation_folder(path));
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document record = database.get_document(*at);
    for (auto term = record.termlist_begin(); term != record.termlist_end(); ++term)
      all.insert({record.get_value(indexing::slot_id), *term, term.get_wdf()});
  }
  return all;
}

struct archive_of {
  explicit archive_of(random_source &random) {
    for (std::size_t i = 0; i < 40; ++i) {
      documents.push_back(test::random_document(random, "d" + std::to_string(i)));
      truth.put(documents.back());
    }
  }
  void build(const std::string &path, const writer_options &options, const char *words) const {
    index_writer writer(path, options);
    writer.set_user_dictionary(words);
    for (const document &d : documents) writer.put(d);
    writer.commit();
    CHECK(writer.reanalyzed() == 0);
  }
  void check_strings(const std::string &path, random_source &random) const {
    libsearch::index searched(path);
    for (int i = 0; i < 150; ++i) {
      const std::string text = test::oracle::random_string(truth, random);
      test::oracle::check(searched, test::everything_of(text, match_mode::phrase), truth.holding(text));
    }
  }

  std::vector<document> documents;
  test::oracle::archive truth;
};

void check_dictionary(const std::string &dictionary, std::uint64_t usual) {
  random_source random(test::seed(usual));
  test::temporary_folder folder;
  writer_options options;
  options.dictionary = dictionary;
  const archive_of archive(random);
  archive.build(folder / "changed", options, first_words);
  archive.build(folder / "fresh", options, other_words);
  archive.check_strings(folder / "changed", random);
  CHECK(postings(folder / "changed") != postings(folder / "fresh"));
  libsearch::index before(folder / "changed");
  {
    index_writer writer(folder / "changed");
    writer.set_user_dictionary(other_words);
    writer.commit();
    // Those that hold a surface whose entry changed, by the oracle; 人人 is in both.
    const auto concerned = archive.truth.holding_any({"小型モジュール炉", "ガスガ", "資源について", "会談が", "co2排出量", "年10"});
    CHECK(writer.reanalyzed() == concerned.size());
    CHECK(concerned.size() < archive.documents.size());
  }
  CHECK(postings(folder / "changed") == postings(folder / "fresh"));
  CHECK(check_index(folder / "changed").empty());
  // A reader that was open follows.
  CHECK(before.statistics().analyzer == libsearch::index(folder / "fresh").statistics().analyzer);
  archive.check_strings(folder / "changed", random);
  {
    // In the middle of other changes, which the lexicon does not know yet.
    index_writer writer(folder / "changed");
    writer.put(archive.documents[0]);
    writer.set_user_dictionary("");
    writer.rollback();
    writer.put(archive.documents[1]);
    writer.set_user_dictionary(first_words);
    writer.commit();
  }
  archive.build(folder / "first", options, first_words);
  CHECK(postings(folder / "changed") == postings(folder / "first"));
  CHECK(check_index(folder / "changed").empty());
}

}  // namespace

TEST_CASE("dictionaries: a changed user dictionary over ICU gives the index that a new build gives") {
  check_dictionary("icu", 20251170);
}

TEST_CASE("dictionaries: a changed user dictionary over MeCab gives the index that a new build gives") {
  if (!test::has_mecab()) return;
  check_dictionary("mecab", 20251171);
}

TEST_CASE("dictionaries: another dictionary cuts every document anew and keeps what was given") {
  if (!test::has_mecab()) return;
  random_source random(test::seed(20251172));
  test::temporary_folder folder;
  const archive_of archive(random);
  writer_options mecab;
  mecab.dictionary = "mecab";
  archive.build(folder / "changed", {}, first_words);
  archive.build(folder / "fresh", mecab, first_words);
  libsearch::index reader(folder / "changed");
  {
    index_writer writer(folder / "changed", mecab);
    CHECK(writer.put(archive.documents[3]));
    writer.commit();
    CHECK(writer.reanalyzed() == archive.documents.size());
  }
  CHECK(postings(folder / "changed") == postings(folder / "fresh"));
  CHECK(check_index(folder / "changed").empty());
  CHECK(reader.get("d0")->body == archive.documents[0].body);
  archive.check_strings(folder / "changed", random);
  {
    // Later runs go on with it, and so does a rebuild.
    index_writer writer(folder / "changed", test::rebuilding());
    for (const document &d : archive.documents) writer.put(d);
    writer.commit();
    CHECK(writer.reanalyzed() == 0);
  }
  CHECK(postings(folder / "changed") == postings(folder / "fresh"));
}

TEST_CASE("dictionaries: one that is not there is refused, and the index stays") {
  test::temporary_folder folder;
  test::put_all(folder / "index", {test::make_document("1", "", "水")});
  writer_options options;
  options.dictionary = "juman";
  CHECK(test::thrown_by([&] { index_writer writer(folder / "index", options); }) == "invalid_argument");
  CHECK(test::thrown_by([&] { index_writer writer(folder / "new", options); }) == "invalid_argument");
  CHECK_FALSE(std::filesystem::exists(folder / "new"));
  options.dictionary = "mecab";
  ::setenv("MECABRC", "/nonexistent", 1);
  CHECK(test::thrown_by([&] { index_writer writer(folder / "index", options); }) == "dictionary_missing");
  ::unsetenv("MECABRC");
  CHECK(test::found(folder / "index", "水") == std::set<std::string>{"1"});
  index_writer writer(folder / "index");
  CHECK(test::thrown_by([&] { writer.set_user_dictionary("a\tb\tc\td"); }) == "malformed");
  writer.put(test::make_document("2", "", "水"));
  writer.commit();
  CHECK(test::found(folder / "index", "水") == std::set<std::string>{"1", "2"});
}
