#include "query/matcher.hpp"

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include <thread>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using namespace libsearch::query;

TEST_CASE("matcher: at most so many texts are checked, and it says so") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 30; ++i)
    documents.push_back(test::make_document(
        std::to_string(i), "", i % 2 ? "これはそれであることを" : "それはこれであることを"));
  test::put_all(folder / "index", documents);
  indexing::reader reader(folder / "index");
  const deadline none(0);
  indexing::text_cache texts(reader.current().database, 1u << 20);
  matcher matching(reader.current(), reader.analyzer(), texts, none);
  const auto wanted = make_substring("れであることを", field::any);
  const match_set all = matching.match(*wanted, query::filter::all(), 1000, Xapian::Query());
  CHECK(all.complete);
  CHECK(all.documents.size() == 30);
  CHECK(std::is_sorted(all.documents.begin(), all.documents.end()));
  const match_set few = matching.match(*wanted, query::filter::all(), 3, Xapian::Query());
  CHECK(few.documents.size() <= all.documents.size());
  if (all.checked > 3) {
    CHECK_FALSE(few.complete);
    CHECK(few.checked <= 3);
  }
  CHECK(matching.match(*wanted, query::filter::none(), 1000, Xapian::Query()).documents.empty());
}

TEST_CASE("matcher: documents with all words, and with some") {
  test::temporary_folder folder;
  test::put_all(folder / "index",
                {test::make_document("1", "", "水素 石油 資源"),
                 test::make_document("2", "", "水素 石油"), test::make_document("3", "", "資源")});
  indexing::reader reader(folder / "index");
  const deadline none(0);
  indexing::text_cache texts(reader.current().database, 1u << 20);
  matcher matching(reader.current(), reader.analyzer(), texts, none);
  const std::vector<std::string> words{"水素", "石油", "資源"};
  CHECK(matching.with_words(words, 1).size() == 1);
  CHECK(matching.with_words(words, 0).size() == 3);
  CHECK(matching.with_words({}, 1).empty());
  // A word that is nowhere: no document holds all words, but some hold the others.
  CHECK(matching.with_words({"水素", "氷河"}, 1).empty());
  CHECK(matching.with_words({"水素", "氷河"}, 0.5).size() == 2);
}

TEST_CASE("matcher: all words are all words, however common one of them is") {
  test::temporary_folder folder;
  std::vector<document> documents{test::make_document("rare", "", "水素")};
  for (int i = 0; i < 4000; ++i)
    documents.push_back(test::make_document(std::to_string(i), "", "資源"));
  test::put_all(folder / "index", documents);
  indexing::reader reader(folder / "index");
  const deadline none(0);
  indexing::text_cache texts(reader.current().database, 1u << 20);
  matcher matching(reader.current(), reader.analyzer(), texts, none);
  CHECK(matching.with_words({"水素", "資源"}, 1).empty());
}

TEST_CASE("matcher: a deadline that is over stops, none never does") {
  const deadline none(0), soon(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK_NOTHROW(none.check());
  CHECK(test::thrown_by([&] { soon.check(); }) == "timeout");
}
