// Nothing of a text is lost between its words, and each word is what its place in the original says.
#include <algorithm>
#include <cstdlib>

#include <doctest/doctest.h>

#include "analysis/text_analyzer.hpp"
#include "corpus.hpp"
#include "mecab.hpp"
#include "support.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using namespace libsearch::analysis;

namespace {

/// Strings that the ordinary run tries; LIBSEARCH_TILING_STRINGS asks for more.
std::size_t strings() { return std::stoul(test::environment("LIBSEARCH_TILING_STRINGS", "3000")); }

std::string random_string(test::random_source &random) {
  static const char *const odd[] = {"㍿", "ﾊﾟ", "ｶﾞ", "\xEF\xBE\x9E", "は\xE3\x82\x9A", "\xE3\x82\x99", "𠮷", "𪚥", "👨‍👩‍👧",
                                    "\x01", "\x7F", "\xC2\x85", "\xE2\x80\x8B", "\n", "　", "ｱ", "Å", "ﬃ", "가", "각", "İ"};
  std::string text = test::random_text(random, random.below(12));
  for (std::size_t n = random.below(4); n > 0; --n) {
    const auto all = test::characters(text);
    const std::size_t at = random.below(all.size() + 1);
    text.clear();
    for (std::size_t i = 0; i <= all.size(); ++i) {
      if (i == at) text += random.one_of(odd);
      if (i < all.size()) text += all[i];
    }
  }
  return text;
}

void check_tiling(const scheme &chosen, std::uint64_t usual) {
  test::random_source random(test::seed(usual));
  text_analyzer analyzer(chosen);
  for (std::size_t i = strings(); i > 0; --i) {
    const std::string given = random_string(random);
    const text::normalized_text normal = text::normalize(given);
    std::size_t at = 0, lost = 0, wrong = 0;
    const auto pass = [&](std::size_t end) {
      while (at < end) lost += text::class_of(text::next(normal.text, at)) != text::char_class::other;
      lost += at != end;
    };
    for (const word &w : analyzer.words(normal.text)) {
      lost += w.start < at;
      pass(w.start);
      at = w.end;
      const std::size_t start = normal.map.source_start(w.start), end = normal.map.source_end(w.end);
      // Folding may make several characters of one (㍿): its word is then a part of what the place says.
      const std::string again = text::normalize_only(given.substr(start, end - start));
      wrong += again.find(normal.text.substr(w.start, w.end - w.start)) == std::string::npos;
    }
    pass(normal.text.size());
    CAPTURE(given);
    REQUIRE(lost == 0);
    REQUIRE(wrong == 0);
  }
}

}  // namespace

TEST_CASE("tiling: with ICU") { check_tiling({}, 20251160); }

TEST_CASE("tiling: with a user dictionary") {
  scheme chosen;
  chosen.user_dictionary = "小型モジュール炉\n炉の\n資源について\n人人\nガ\n2025年10\n𠮷野資源\n";
  check_tiling(chosen, 20251161);
}

TEST_CASE("tiling: with MeCab") {
  if (!test::has_mecab()) return;
  scheme chosen;
  chosen.dictionary = "mecab";
  check_tiling(chosen, 20251162);
}

TEST_CASE("tiling: the words of a stretch between punctuation do not depend on what is around it") {
  if (!test::has_mecab()) return;
  scheme chosen;
  chosen.dictionary = "mecab";
  chosen.user_dictionary = "炉の\n資源について\n人人\n年10\n";
  text_analyzer analyzer(chosen);
  test::random_source random(test::seed(20251163));
  for (int i = 0; i < 1000; ++i) {
    const std::string normalized = text::normalize_only(test::random_text(random, 1 + random.below(30)));
    std::vector<std::pair<std::size_t, std::size_t>> whole, pieced;
    for (const word &w : analyzer.words(normalized)) whole.emplace_back(w.start, w.end);
    for (std::size_t at = 0; at < normalized.size();) {
      std::size_t end = at, behind = at;
      while (end < normalized.size() && text::class_of(text::next(normalized, behind)) != text::char_class::other) end = behind;
      const std::string stretch = normalized.substr(at, end - at);
      for (const word &w : analyzer.words(stretch)) pieced.emplace_back(at + w.start, at + w.end);
      at = end;
      if (at < normalized.size()) text::next(normalized, at);
    }
    CAPTURE(normalized);
    CHECK(whole == pieced);
  }
}

TEST_CASE("mecab: the table of its words") {
  if (!test::has_mecab()) return;
  scheme chosen;
  chosen.dictionary = "mecab";
  text_analyzer analyzer(chosen);
  if (analyzer.fingerprint().find("mecab-ipadic/") == std::string::npos) {
    MESSAGE("skipped: the dictionary is not IPADIC");
    return;
  }
  for (const auto &row : test::tsv_rows(test::data_file("analysis/mecab/words.tsv"))) {
    REQUIRE(row.size() == 2);
    const std::string normalized = text::normalize_only(row[0]);
    std::string all;
    for (const word &w : analyzer.words(normalized)) (all += all.empty() ? "" : "|") += normalized.substr(w.start, w.end - w.start);
    CHECK(all == row[1]);
  }
  for (const auto &row : test::tsv_rows(test::data_file("analysis/mecab/readings.tsv"))) {
    REQUIRE(row.size() == 3);
    const auto known = analyzer.lexemes(row[0]);
    CAPTURE(row[0]);
    CHECK(std::any_of(known.begin(), known.end(), [&](const lexeme &l) { return l.reading == row[1] && l.base == row[2]; }));
  }
}
