#include "query/relax.hpp"

#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using list = std::vector<std::string>;

TEST_CASE("relax: the content words of plain parts, each once, and what stays fixed") {
  analysis::text_analyzer analyzer;
  const auto relaxed = [&](const char *query) {
    return query::relax(parse_query(query).root, analyzer);
  };
  CHECK(relaxed("水素の輸出").words == list{"水素", "輸出"});
  CHECK(relaxed("水素 水素の輸出").words == list{"水素", "輸出"});
  CHECK(relaxed("Ｈｙｄｒｏｇｅｎ exports").words == list{"hydrogen", "exports"});
  CHECK(relaxed("の が を").words.empty());
  CHECK(relaxed("").words.empty());
  CHECK(relaxed("水素").fixed.children.empty());

  CHECK(relaxed("\"水素の輸出\"").words.empty());
  CHECK(relaxed("\"水素の輸出\"").fixed.children.size() == 1);
  const auto mixed = relaxed("石油 \"水素の輸出\" -資源 title:海水 (炭素 OR 窒素)");
  CHECK(mixed.words == list{"石油"});
  CHECK(mixed.fixed.children.size() == 4);
}

TEST_CASE("relax: a search says how far it was loosened, and never loosens what is quoted") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 8; ++i)
    documents.push_back(test::make_document(std::to_string(i), "", "水素と石油の輸出"));
  documents.push_back(test::make_document("one", "", "氷河の水素"));
  test::put_all(folder / "index", documents);
  libsearch::index searched(folder / "index");
  const auto ask = [&](const char *query, match_mode match = match_mode::automatic) {
    search_request request;
    request.query = query;
    request.match = match;
    request.limit = 100;
    return searched.search(request);
  };
  CHECK(ask("水素").matched == "all");
  CHECK(ask("水素輸出").matched == "words");
  CHECK(ask("水素輸出").total.value == 8);
  CHECK(ask("氷河 石油").matched == "relaxed");
  CHECK(ask("水素輸出", match_mode::all).total.value == 0);
  CHECK(ask("水素輸出", match_mode::all).matched == "all");
  CHECK(ask("水素輸出", match_mode::any).matched == "any");
  CHECK(ask("水素輸出", match_mode::phrase).matched == "phrase");
  CHECK(ask("\"水素輸出\"").total.value == 0);
  for (const hit &h : ask("水素輸出 \"氷河\"").hits) CHECK(h.id == "one");
  // What is excluded stays excluded.
  for (const hit &h : ask("水素輸出 -石油").hits) CHECK(h.id == "one");
}
