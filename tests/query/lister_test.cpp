#include "query/lister.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus.hpp"
#include "support.hpp"

using namespace libsearch;
using query::filter;
using numbers = std::vector<Xapian::docid>;

namespace {

numbers as_xapian_finds(const Xapian::Database &database, const Xapian::Query &wanted) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(wanted);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  numbers documents;
  for (auto document = found.begin(); document != found.end(); ++document) documents.push_back(*document);
  return documents;
}

/// Documents of a few of 200 terms, some removed again.
void fill(Xapian::WritableDatabase &database, test::random_source &random, std::size_t documents) {
  for (std::size_t i = documents; i > 0; --i) {
    Xapian::Document document;
    for (std::size_t t = random.below(12); t > 0; --t) document.add_term("t" + std::to_string(random.below(1 + random.below(200))));
    database.add_document(document);
  }
  for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number)
    if (random.chance(5)) database.delete_document(number);
}

/// A set of any shape. What it says of its sizes is made up: that decides on the way, not on what is found.
filter random_set(test::random_source &random, const Xapian::Database &database, int depth) {
  const double total = database.get_doccount();
  const auto term = [&] { return "t" + std::to_string(random.below(220)); };
  const auto guess = [&] { return static_cast<double>(random.below(static_cast<std::size_t>(total) + 1)); };
  const std::size_t kind = random.below(depth > 0 ? 8 : 4);
  if (kind < 2) return filter::term(term(), guess());
  if (kind == 2) return filter::of(Xapian::Query(term()), guess(), guess());
  if (kind == 3) {
    query::document_set some(database.get_lastdocid());
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting)
      if (random.chance(40)) some.add(*posting);
    return filter::known(std::make_shared<const query::document_set>(some));
  }
  if (kind == 7) return query::and_not(random_set(random, database, depth - 1), random_set(random, database, depth - 1), total);
  std::vector<filter> parts;
  for (std::size_t n = 1 + random.below(kind == 4 ? 90 : 4); n > 0; --n)
    parts.push_back(random_set(random, database, kind == 4 ? 0 : depth - 1));
  return kind == 6 ? query::all_of(parts, total) : query::any_of(parts, total);
}

struct workshop {
  explicit workshop(const Xapian::Database &database)
      : texts(database, 0), known(1u << 20), sets(database, texts, known, [] {}) {}
  indexing::text_cache texts;
  query::known_sets known;
  query::lister sets;
};

}  // namespace

TEST_CASE("lister: finds what Xapian finds, whatever the shape of the set") {
  test::random_source random(test::seed(71));
  for (int round = 0; round < 60; ++round) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    fill(database, random, random.below(150));
    workshop made(database);
    for (int i = 0; i < 12; ++i) {
      const filter set = random_set(random, database, 3);
      const numbers expected = as_xapian_finds(database, set.query());
      CHECK(made.sets.list(set) == expected);
      CHECK(made.sets.list(set) == expected);  // from what is remembered
      numbers some, wanted;
      for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting)
        if (random.chance(30)) some.push_back(*posting);
      std::set_intersection(some.begin(), some.end(), expected.begin(), expected.end(), std::back_inserter(wanted));
      made.sets.keep(set, some);
      CHECK(some == wanted);
    }
  }
}

TEST_CASE("lister: all documents are those that there are, and none are none") {
  test::random_source random(test::seed(72));
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  fill(database, random, 100);
  workshop made(database);
  const numbers all = as_xapian_finds(database, Xapian::Query(std::string()));
  CHECK(made.sets.list(filter::all()) == all);
  CHECK(made.sets.list(filter::none()).empty());
  numbers some{all[3], all[5]};
  made.sets.keep(filter::all(), some);
  CHECK(some == numbers{all[3], all[5]});
  made.sets.keep(filter::none(), some);
  CHECK(some.empty());
}

TEST_CASE("lister: a deadline ends it") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.add_document(Xapian::Document());
  indexing::text_cache texts(database, 0);
  query::known_sets known(0);
  query::lister sets(database, texts, known, [] { throw 7; });
  std::vector<filter> many;
  for (int i = 0; i < 100; ++i) many.push_back(filter::term("t" + std::to_string(i), 1));
  CHECK_THROWS_AS(sets.list(query::any_of(many, 1)), int);
}
