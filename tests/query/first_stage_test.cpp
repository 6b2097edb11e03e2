#include "query/first_stage.hpp"

#include <doctest/doctest.h>

#include <map>

#include "corpus.hpp"
#include "support.hpp"

using namespace libsearch;

TEST_CASE("first stage: weighs as Xapian's BM25 does, in random databases") {
  test::random_source random(test::seed(73));
  for (int round = 0; round < 40; ++round) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (std::size_t i = 1 + random.below(120); i > 0; --i) {
      Xapian::Document document;
      for (std::size_t t = random.below(30); t > 0; --t)
        document.add_term("t" + std::to_string(random.below(1 + random.below(60))), static_cast<Xapian::termcount>(1 + random.below(9)));
      database.add_document(document);
    }
    for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number)
      if (random.chance(5)) database.delete_document(number);
    std::vector<query::ranked_term> terms;
    for (std::size_t t = 0; t < 1 + random.below(8); ++t)
      terms.push_back({"t" + std::to_string(8 * random.below(9) + t), static_cast<unsigned>(1 + random.below(3)), random.chance(50) ? 1 : 0.3});
    std::vector<Xapian::docid> documents;
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting)
      if (random.chance(60)) documents.push_back(*posting);

    const query::ranking_model model;
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(model.k1, 0, 1, model.b, 0.5));
    enquire.set_query(query::ranking_query(terms));
    const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
    std::map<Xapian::docid, double> expected;
    for (auto document = all.begin(); document != all.end(); ++document) expected[*document] = document.get_weight();

    query::document_lengths lengths(database);
    const auto weights = query::first_weights(terms, documents, database, lengths, model);
    REQUIRE(weights.size() == documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i)
      CHECK(weights[i] == doctest::Approx(expected[documents[i]]).epsilon(1e-12));
  }
}

TEST_CASE("first stage: strings without words weigh nothing") {
  analysis::text_analyzer analyzer;
  CHECK(query::ranked_terms({}, analyzer, {}).empty());
  CHECK(query::ranked_terms({"、。"}, analyzer, {}).empty());
  CHECK(query::ranked_terms({"水素", "水素"}, analyzer, {}).size() == 1);
  CHECK(query::ranking_query({}).empty());
}
