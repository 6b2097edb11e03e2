#include "variants/expander.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch::variants;

TEST_CASE("expander: pieces are replaced one by one, all of a group, then several") {
  const replacements pieces{{0, 1, "A", group::kanji}, {1, 2, "B", group::kanji}, {2, 3, "C", group::kanji}};
  std::vector<std::string> texts;
  for (const alternative &other : combine("abc", pieces)) texts.push_back(other.text);
  CHECK(texts == std::vector<std::string>{"Abc", "aBc", "abC", "ABC", "ABc", "AbC", "aBC"});
}

TEST_CASE("expander: pieces that overlap exclude each other, and no spelling comes twice") {
  const replacements pieces{{0, 2, "x", group::era}, {1, 3, "y", group::numeral}, {1, 3, "y", group::kana}, {0, 3, "abc", group::kana}};
  CHECK(test::spellings_of("abc", pieces) == std::set<std::string>{"xc", "ay"});
}

TEST_CASE("expander: there is a limit") {
  std::string part;
  replacements pieces;
  for (std::size_t i = 0; i < 40; ++i) {
    part += 'a';
    pieces.push_back({i, i + 1, "b", group::kanji});
  }
  CHECK(combine(part, pieces).size() == most_alternatives);
}

TEST_CASE("expander: word edges count where the piece is at the edge") {
  const replacements pieces{{2, 4, "x", group::stem, true, true}};
  const auto made = combine("aabb", pieces);
  REQUIRE(made.size() == 1);
  CHECK_FALSE(made[0].at_word_start);
  CHECK(made[0].at_word_end);
}

TEST_CASE("expander: groups that are off give nothing") {
  const test::word_list words{"market", "markets"};
  const expander expander(words);
  group_set all;
  all.set();
  CHECK(expander.alternatives("market", all).size() == 1);
  all.reset(static_cast<std::size_t>(group::stem));
  CHECK(expander.alternatives("market", all).empty());
}
