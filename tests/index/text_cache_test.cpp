#include "index/text_cache.hpp"

#include <doctest/doctest.h>

#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

TEST_CASE("text cache: the texts are those of the database, whatever is kept") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 40; ++i) {
    std::string body;
    for (int k = 0; k <= i; ++k) body += "水素" + std::to_string(i);
    documents.push_back(test::make_document(std::to_string(i), "題", body));
  }
  test::put_all(folder / "index", documents);
  indexing::reader reader(folder / "index");
  const Xapian::Database &database = reader.current().database;
  std::mt19937_64 random(test::seed(20251201));
  for (const std::size_t room : {std::size_t{0}, std::size_t{300}, std::size_t{2000}, std::size_t{1} << 20}) {
    indexing::text_cache cache(database, room);
    for (int pass = 0; pass < 20; ++pass) {
      indexing::text_cache::reader texts(cache);
      for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number) {
        if (random() % 3 == 0) continue;
        CHECK(texts.get(number) == database.get_document(number).get_value(indexing::slot_text));
        CHECK(cache.bytes() <= room);
      }
    }
  }
}
