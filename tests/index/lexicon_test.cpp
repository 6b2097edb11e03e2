#include "index/lexicon.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "index/term.hpp"
#include "support.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using namespace libsearch::indexing;
namespace fs = std::filesystem;

namespace {

/// A database of documents, each given as its terms with blanks between.
struct made_database {
  made_database(std::initializer_list<const char *> documents) {
    fs::create_directory(path);
    database = Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
    for (const char *terms : documents) {
      Xapian::Document d;
      std::istringstream in(terms);
      for (std::string term; in >> term;) d.add_term(term);
      database.add_document(d);
    }
    database.commit();
  }
  test::temporary_folder folder;
  std::string path = folder / "database";
  Xapian::WritableDatabase database;
};

std::multiset<std::string> visited(const lexicon &words, std::u16string_view text,
                                   void (lexicon::*visit)(std::u16string_view,
                                                          const lexicon::visitor &) const) {
  std::multiset<std::string> found;
  (words.*visit)(text, [&](const found_word &word) {
    found.insert(text::to_utf8(word.text));
    return true;
  });
  return found;
}

using words_set = std::multiset<std::string>;

}  // namespace

TEST_CASE("lexicon: words are the terms without a capital in front") {
  const made_database made{"水素 水 B素を Qid T資源 A田中 → a1", "水 海水"};
  const auto words = lexicon::load(made.database, made.path);
  CHECK(words->size() == 5);
  for (const char16_t *word : {u"水素", u"水", u"→", u"a1", u"海水"}) CHECK(words->contains(word));
  for (const char16_t *word : {u"素を", u"B素を", u"id", u"Qid", u"", u"海"})
    CHECK_FALSE(words->contains(word));
  CHECK(words->frequency(u"水") == 2);
  CHECK(words->frequency(u"海") == 0);
}

TEST_CASE("lexicon: a word that holds a text twice is visited once") {
  const made_database made{"人人 人 大人"};
  const auto words = lexicon::load(made.database, made.path);
  CHECK(visited(*words, u"人", &lexicon::for_each_infix) == words_set{"人", "人人", "大人"});
  CHECK(visited(*words, u"人", &lexicon::for_each_suffix) == words_set{"人", "人人", "大人"});
  CHECK(visited(*words, u"人", &lexicon::for_each_prefix) == words_set{"人", "人人"});
  CHECK(words->count_infix(u"人") == 4);
  CHECK(words->count_suffix(u"人") == 3);
  CHECK(words->count_prefix(u"人") == 2);
}

TEST_CASE("lexicon: a visitor may stop") {
  const made_database made{"人人 人 大人"};
  const auto words = lexicon::load(made.database, made.path);
  int visits = 0;
  words->for_each_infix(u"人", [&](const found_word &) { return ++visits < 2; });
  CHECK(visits == 2);
}

TEST_CASE(
    "lexicon: words of later commits are there beside the base, and a dead one counts as one") {
  made_database made{"水素 水"};
  made.database.set_metadata(metadata_key::lexicon_base,
                             lexicon::write_base(made.database, made.path, 0));
  Xapian::Document d;
  d.add_term("海水");
  made.database.add_document(d);
  made.database.set_metadata(std::string(metadata_key::lexicon_delta) + "1",
                             std::string("海水\0水\0", 11));
  made.database.set_metadata(std::string(metadata_key::lexicon_delta) + "2",
                             std::string("海水\0消えた\0", 17));
  made.database.commit();
  const auto words = lexicon::load(made.database, made.path);
  CHECK(words->base_size() == 2);
  CHECK(words->delta_size() == 2);
  CHECK(words->frequency(u"海水") == 1);
  CHECK(words->contains(u"消えた"));
  CHECK(words->frequency(u"消えた") == 1);
  CHECK(visited(*words, u"水", &lexicon::for_each_infix) == words_set{"水", "水素", "海水"});
}

TEST_CASE("lexicon: a base file that is gone, damaged or of another index is made anew") {
  made_database made{"水素 水", "海水"};
  const std::string base = lexicon::write_base(made.database, made.path, 0);
  made.database.set_metadata(metadata_key::lexicon_base, base);
  made.database.commit();
  const std::string file = made.path + "/lexicon-" + base;
  REQUIRE(fs::exists(file));
  SUBCASE("gone") {
    fs::remove(file);
  }
  SUBCASE("empty") {
    fs::resize_file(file, 0);
  }
  SUBCASE("short") {
    fs::resize_file(file, fs::file_size(file) - 1);
  }
  SUBCASE("of another index") {
    std::ofstream(file) << lexicon_image::build({{u"石油", 1}}, "other", 0);
  }
  SUBCASE("of a later state") {
    std::ofstream(file) << lexicon_image::build({{u"石油", 1}}, base, 1000);
  }
  const auto words = lexicon::load(made.database, made.path);
  CHECK(words->size() == 3);
  for (const char16_t *word : {u"水素", u"水", u"海水"}) CHECK(words->contains(word));
  // And left there for the next one.
  CHECK(fs::file_size(file) > 0);
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(lexicon_image(bytes).size() == 3);
}

TEST_CASE("lexicon: a folder that cannot be written is no hindrance") {
  made_database made{"水素 水"};
  made.database.set_metadata(metadata_key::lexicon_base, "none");
  made.database.commit();
  const auto words = lexicon::load(made.database, made.folder / "does not exist");
  CHECK(words->size() == 2);
}

TEST_CASE("lexicon: bases that the database does not name are removed") {
  made_database made{"水素"};
  const std::string old = lexicon::write_base(made.database, made.path, 0);
  const std::string base = lexicon::write_base(made.database, made.path, 0);
  CHECK(old != base);
  made.database.set_metadata(metadata_key::lexicon_base, base);
  made.database.commit();
  lexicon::remove_other_bases(made.database, made.path);
  CHECK_FALSE(fs::exists(made.path + "/lexicon-" + old));
  CHECK(fs::exists(made.path + "/lexicon-" + base));
}
