#include "query/planner.hpp"

#include <doctest/doctest.h>

#include "corpus.hpp"
#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "oracle.hpp"
#include "query/lister.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::oracle::ids;

namespace {

ids listed_by_xapian(const Xapian::Database &database, const query::filter &set) {
  ids found;
  if (set.is_none()) return found;
  Xapian::Enquire enquire(database);
  enquire.set_query(set.query());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  for (auto d = all.begin(); d != all.end(); ++d)
    found.insert(d.get_document().get_value(indexing::slot_id));
  return found;
}

/// By the library's own way and by Xapian's, which must be the same.
ids listed(const Xapian::Database &database, const query::filter &set) {
  indexing::text_cache texts(database, 0);
  query::known_sets known(0);
  ids found;
  for (const Xapian::docid number : query::lister(database, texts, known, [] {}).list(set))
    found.insert(database.get_document(number).get_value(indexing::slot_id));
  CHECK(found == listed_by_xapian(database, set));
  return found;
}

bool is_subset(const ids &small, const ids &large) {
  return std::includes(large.begin(), large.end(), small.begin(), small.end());
}

}  // namespace

TEST_CASE("planner: what is sure holds the string, and what holds it is a candidate") {
  test::random_source random(test::seed(20251170));
  for (const char *analyzer : {"hybrid", "ngram", "hybrid-kana", "hybrid-every"}) {
    test::temporary_folder folder;
    test::oracle::archive truth;
    writer_options options;
    options.analyzer = analyzer;
    for (int commit = 0; commit < 2; ++commit) {
      index_writer writer(folder / "index", options);
      for (int i = 0; i < 30; ++i) {
        const document d = test::random_document(random, std::to_string(random.below(50)));
        writer.put(d);
        truth.put(d);
      }
      writer.commit();
    }
    indexing::reader reader(folder / "index");
    const indexing::snapshot &now = reader.current();
    query::planner planner(now.database, *now.words, reader.analyzer().functions(),
                           reader.analyzer().rule());
    CHECK(planner.total() == truth.size());
    std::vector<std::string> texts;
    for (const auto &[id, entry] : truth.entries())
      for (const std::string_view text : entry.texts()) texts.emplace_back(text);
    std::size_t candidates = 0, matches = 0;
    for (int i = 0; i < 500; ++i) {
      // Cut from the normalized text; some longer than a plan is made for at once.
      std::string text = random.cut(random.one_of(texts), random.chance(10) ? 80 : 10);
      if (random.chance(15)) text += random.cut(random.one_of(texts), 3);
      if (text.empty()) continue;
      const ids expected = truth.find([&](const auto &e) { return e.holds(text); });
      const query::bounds found = planner.substring(text);
      const ids upper = listed(now.database, found.upper),
                lower = listed(now.database, found.lower);
      CAPTURE(text);
      CHECK(is_subset(expected, upper));
      CHECK(is_subset(lower, expected));
      if (found.exact) CHECK(upper == expected);
      candidates += upper.size();
      matches += expected.size();
    }
    // The plan is worth something: most candidates hold the string.
    CAPTURE(candidates);
    CAPTURE(matches);
    CHECK(candidates < 4 * matches);
  }
}

TEST_CASE("planner: a word inside a word needs no text, a string that is nowhere needs nothing") {
  test::temporary_folder folder;
  test::put_all(folder / "index",
                {test::make_document("1", "", "海水と水素"), test::make_document("2", "", "石油")});
  indexing::reader reader(folder / "index");
  const indexing::snapshot &now = reader.current();
  query::planner planner(now.database, *now.words, reader.analyzer().functions(),
                         reader.analyzer().rule());
  CHECK(planner.substring("水").exact);
  CHECK(listed(now.database, planner.substring("水").upper) == ids{"1"});
  CHECK(planner.substring("氷").upper.is_none());
  CHECK(planner.substring("氷河期").exact);
  CHECK(planner.substring("").upper.is_all());
  CHECK(listed(now.database, planner.word("水素")) == ids{"1"});
  CHECK(planner.word("水").is_none());
  CHECK(listed(now.database, planner.words_with_prefix("水")) == ids{"1"});
  CHECK(planner.words_with_prefix("油").is_none());
}

TEST_CASE("planner: a string of any length is planned by its beginning, and nothing is lost") {
  test::temporary_folder folder;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "日米首脳会談" + std::to_string(i);
  test::put_all(folder / "index", {test::make_document("1", "", text), test::make_document("2", "", "日米首脳会談0日米")});
  libsearch::index searched(folder / "index");
  const std::string part = text.substr(0, text.rfind("日", 30000)), changed = part.substr(0, part.rfind("日")) + "水";
  CHECK(test::ids_of(searched.search(test::everything_of(part, libsearch::match_mode::phrase))) == std::set<std::string>{"1"});
  CHECK(test::ids_of(searched.search(test::everything_of(changed, libsearch::match_mode::phrase))).empty());
  std::string repeated;
  for (int i = 0; i < 1000; ++i) repeated += "日米 ";
  CHECK(test::ids_of(searched.search(test::everything_of(repeated, libsearch::match_mode::all))) == std::set<std::string>{"1", "2"});
}
