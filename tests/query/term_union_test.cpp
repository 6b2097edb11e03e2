#include "query/term_union.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus.hpp"
#include "support.hpp"

using libsearch::query::term_union;

namespace {

Xapian::Query any_of(const std::vector<std::string> &terms) {
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

std::vector<Xapian::docid> as_xapian_finds(const Xapian::Database &database, const Xapian::Query &query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> documents;
  for (auto document = found.begin(); document != found.end(); ++document) documents.push_back(*document);
  return documents;
}

}  // namespace

TEST_CASE("term union: finds what Xapian finds, in random databases") {
  test::random_source random(test::seed(7));
  for (int round = 0; round < 30; ++round) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (std::size_t i = random.below(60); i > 0; --i) {
      Xapian::Document document;
      for (std::size_t t = random.below(8); t > 0; --t) document.add_term("t" + std::to_string(random.below(200)));
      database.add_document(document);
    }
    for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number)
      if (random.chance(5)) database.delete_document(number);
    std::vector<std::string> terms;
    for (std::size_t t = 16 + random.below(200); t > 0; --t) terms.push_back("t" + std::to_string(random.below(300)));
    const Xapian::Query flat = any_of(terms);
    const Xapian::Query nested(Xapian::Query::OP_OR, flat, any_of({"t1", "t2", "none"}));
    for (const Xapian::Query &query : {flat, nested}) {
      const auto found = term_union(database, query, [] {});
      // Terms that stand twice in the query are one for Xapian.
      if (found) CHECK(*found == as_xapian_finds(database, query));
      else CHECK(query.get_length() < 32);
    }
  }
}

TEST_CASE("term union: leaves to Xapian what is no OR of many terms") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::vector<std::string> many;
  for (int i = 0; i < 40; ++i) many.push_back("t" + std::to_string(i));
  const auto unused = [] {};
  CHECK(!term_union(database, Xapian::Query(), unused));
  CHECK(!term_union(database, Xapian::Query("t1"), unused));
  CHECK(!term_union(database, any_of({"t1", "t2"}), unused));
  CHECK(!term_union(database, Xapian::Query(Xapian::Query::OP_AND, many.begin(), many.end()), unused));
  CHECK(!term_union(database, Xapian::Query(Xapian::Query::OP_OR, any_of(many), Xapian::Query(std::string())), unused));
  CHECK(!term_union(database, Xapian::Query(Xapian::Query::OP_OR, any_of(many),
                                            Xapian::Query(Xapian::Query::OP_AND, Xapian::Query("a"), Xapian::Query("b"))),
                    unused));
  CHECK(term_union(database, any_of(many), unused));
}

TEST_CASE("term union: a deadline ends it") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  std::vector<std::string> many;
  for (int i = 0; i < 100; ++i) many.push_back("t" + std::to_string(i));
  CHECK_THROWS_AS(term_union(database, any_of(many), [] { throw 7; }), int);
}
