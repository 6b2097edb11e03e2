// What variants must never do: lose an exact hit, or put another before it.
#include <doctest/doctest.h>

#include <algorithm>

#include "corpus.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

/// Pieces that have variants, cut and joined at random.
std::string text_with_variants(test::random_source &random, std::size_t most) {
  static const std::vector<std::string> pieces{"国",   "國",   "会",   "會",     "々",     "人",         "取り組", "取組", "む",
                                               "んだ", "む",   "三",   "3",      "ヶ",     "か",         "月",     "年",   "令和",
                                               "サーバ", "ー", "サーバー", "ルーム", "・",  "コンピュータ", "ヴァ",   "バ",   "-",
                                               "の",   "を",   " ",    "market", "markets", "。"};
  std::string made;
  for (std::size_t n = 1 + random.below(most); n > 0; --n) made += pieces[random.below(pieces.size())];
  return made;
}

}  // namespace

TEST_CASE("variants: every exact hit is found with variants on, and comes first") {
  test::random_source random(test::seed(20251150));
  test::temporary_folder folder;
  std::vector<document> documents;
  for (std::size_t i = 0; i < 120; ++i)
    documents.push_back(test::make_document("d" + std::to_string(i), text_with_variants(random, 4), text_with_variants(random, 40)));
  test::put_all(folder / "index", documents);
  libsearch::index index(folder / "index");
  std::size_t more = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string query = text_with_variants(random, 4);
    if (random.chance(30)) query += " " + text_with_variants(random, 2);
    for (const match_mode mode : {match_mode::all, match_mode::any}) {
      const auto exact = test::ids_of(index.search(test::everything_of(query, mode, false)));
      const auto all = test::listed_ids(index.search(test::everything_of(query, mode, true)));
      INFO("query ", query);
      REQUIRE(all.size() >= exact.size());
      CHECK(std::set<std::string>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(exact.size())) == exact);
      CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
      more += all.size() > exact.size();
    }
  }
  // Otherwise the test shows nothing.
  CHECK(more > 50);
}
