#include "analysis/words.hpp"

#include <doctest/doctest.h>

#include "analysis/icu_tokenizer.hpp"
#include "corpus.hpp"
#include "support.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using namespace libsearch::analysis;
using text::char_class;

namespace {

/// Cuts where it is told to, whatever the text is.
class fixed_tokenizer final : public tokenizer {
 public:
  explicit fixed_tokenizer(std::vector<std::uint32_t> at) : at_(std::move(at)) {}
  void boundaries(std::u16string_view, std::vector<std::uint32_t> &out) override { out = at_; }
  std::string name() const override { return "fixed"; }

 private:
  std::vector<std::uint32_t> at_;
};

std::string joined(std::string_view text, const std::vector<word> &words) {
  std::string all;
  for (const word &w : words) {
    if (!all.empty()) all += '|';
    all += text.substr(w.start, w.end - w.start);
    if (w.function) all += '*';
  }
  return all;
}

std::string cut(const std::string &text, std::vector<std::uint32_t> boundaries) {
  const function_words functions(function_words::standard());
  word_cutter cutter(std::make_unique<fixed_tokenizer>(std::move(boundaries)), functions);
  std::vector<word> words;
  cutter.cut(text, words);
  return joined(text, words);
}

}  // namespace

TEST_CASE("words: the table of ICU's words") {
  const function_words functions(function_words::standard());
  word_cutter cutter(make_icu_tokenizer(), functions);
  std::vector<word> words;
  const auto rows = test::tsv_rows(test::data_file("analysis/icu/words.tsv"));
  CHECK(rows.size() >= 60);
  for (const auto &row : rows) {
    REQUIRE(row.size() == 2);
    const std::string normalized = text::normalize_only(row[0]);
    cutter.cut(normalized, words);
    CHECK(joined(normalized, words) == row[1]);
  }
}

TEST_CASE("words: the cutter decides about everything but Japanese script") {
  CHECK(cut("ab12cd", {1, 2, 3}) == "ab12cd");
  CHECK(cut("東京都", {}) == "東京都");
  CHECK(cut("東京都", {2}) == "東京|都");
  CHECK(cut("東京abc京都", {}) == "東京|abc|京都");
  CHECK(cut("東京、京都", {}) == "東京|京都");
  CHECK(cut("東京・京都", {}) == "東京|京都");
  CHECK(cut("+東→→", {}) == "+|東|→|→");
  CHECK(cut("", {}) == "");
  CHECK(cut("、。 ", {1, 2}) == "");
  CHECK(cut("のが", {1}) == "の*|が*");
  CHECK(cut("のが", {}) == "のが");
  CHECK(cut("𠮷野家", {2}) == "𠮷|野家");
  // A boundary inside a character of two units is none.
  CHECK(cut("𠮷野家", {1}) == "𠮷野家");
}

TEST_CASE("words: a word that grows too long is cut, never inside a character") {
  const auto repeated = [](const char *unit, std::size_t n) {
    std::string all;
    for (; n > 0; --n) all += unit;
    return all;
  };
  const std::string kana = repeated("あ", 130);
  CHECK(cut(kana, {}) == repeated("あ", 60) + "|" + repeated("あ", 60) + "|" + repeated("あ", 10));
  const std::string latin = repeated("x", 61);
  CHECK(cut(latin, {}) == repeated("x", 60) + "|x");
  const std::string pairs = "漢" + repeated("𠮷", 40);
  CHECK(cut(pairs, {}) == "漢" + repeated("𠮷", 29) + "|" + repeated("𠮷", 11));
}

TEST_CASE("words: they tile the text, and only characters of class other stand between them") {
  test::random_source random(test::seed(20251150));
  const function_words functions(function_words::standard());
  word_cutter cutter(make_icu_tokenizer(), functions);
  std::vector<word> words;
  for (int i = 0; i < 1500; ++i) {
    const std::string normalized =
        text::normalize_only(test::random_text(random, random.below(40)));
    cutter.cut(normalized, words);
    std::size_t at = 0;
    const auto skip_to = [&](std::size_t end) {
      while (at < end) CHECK(text::class_of(text::next(normalized, at)) == char_class::other);
      CHECK(at == end);
    };
    for (const word &w : words) {
      REQUIRE(w.end > w.start);
      REQUIRE(w.start >= at);
      skip_to(w.start);
      const std::string surface = normalized.substr(w.start, w.end - w.start);
      CHECK(text::find_ill_formed(surface) == text::npos);
      CHECK(text::to_utf16(surface).size() <= max_word_units);
      std::size_t first = 0, last = surface.size();
      CHECK(text::class_of(text::next(surface, first)) == w.first);
      CHECK(text::class_of(text::previous(surface, last)) == w.last);
      CHECK(w.function == (functions.contains(surface) && w.first == char_class::hiragana));
      // One kind of script, or one symbol.
      for (std::size_t c = 0; c < surface.size();) {
        const char_class kind = text::class_of(text::next(surface, c));
        CHECK(kind != char_class::other);
        CHECK(text::is_japanese(kind) == text::is_japanese(w.first));
        if (w.first == char_class::symbol) CHECK(c == surface.size());
      }
      at = w.end;
    }
    skip_to(normalized.size());
  }
}

TEST_CASE("words: the words of a stretch between punctuation do not depend on what is around it") {
  test::random_source random(test::seed(20251151));
  const function_words functions(function_words::standard());
  word_cutter cutter(make_icu_tokenizer(), functions);
  std::vector<word> whole, part;
  for (int i = 0; i < 1000; ++i) {
    const std::string normalized =
        text::normalize_only(test::random_text(random, 1 + random.below(30)));
    cutter.cut(normalized, whole);
    std::vector<word> pieced;
    for (std::size_t at = 0; at < normalized.size();) {
      std::size_t end = at;
      for (std::size_t after = end; after < normalized.size(); end = after)
        if (text::class_of(text::next(normalized, after)) == char_class::other) break;
      const std::string stretch = normalized.substr(at, end - at);
      cutter.cut(stretch, part);
      for (word w : part) {
        w.start += static_cast<std::uint32_t>(at);
        w.end += static_cast<std::uint32_t>(at);
        pieced.push_back(w);
      }
      at = end;
      if (at < normalized.size()) text::next(normalized, at);
    }
    CAPTURE(normalized);
    CHECK(joined(normalized, pieced) == joined(normalized, whole));
  }
}

TEST_CASE("words: which pairs across a boundary are indexed") {
  const auto indexed = [](char_class a, bool af, char_class b, bool bf) {
    return is_indexed_boundary({a, af}, {b, bf});
  };
  using c = char_class;
  CHECK(indexed(c::han, false, c::han, false));
  CHECK(indexed(c::han, false, c::katakana, false));
  CHECK(indexed(c::katakana, false, c::katakana, false));
  CHECK(indexed(c::latin, false, c::han, false));
  CHECK(indexed(c::katakana, false, c::latin, false));
  CHECK_FALSE(indexed(c::latin, false, c::latin, false));
  CHECK_FALSE(indexed(c::han, false, c::hiragana, false));
  CHECK_FALSE(indexed(c::hiragana, false, c::han, false));
  CHECK_FALSE(indexed(c::hiragana, false, c::hiragana, false));
  const auto selective = boundary_rule::selective;
  CHECK(is_indexed_boundary({c::han, false}, {c::hiragana, false}, selective));
  CHECK_FALSE(is_indexed_boundary({c::han, false}, {c::hiragana, true}, selective));
  CHECK(is_indexed_boundary({c::hiragana, false}, {c::han, false}, selective));
  CHECK_FALSE(is_indexed_boundary({c::hiragana, true}, {c::han, false}, selective));
  CHECK_FALSE(is_indexed_boundary({c::hiragana, false}, {c::hiragana, false}, selective));
  for (const bool function : {false, true}) {
    CHECK(is_indexed_boundary({c::hiragana, function}, {c::hiragana, false}, boundary_rule::every));
    CHECK(is_indexed_boundary({c::han, false}, {c::hiragana, function}, boundary_rule::every));
    CHECK_FALSE(
        is_indexed_boundary({c::han, false}, {c::hiragana, function}, boundary_rule::content));
  }
  CHECK(is_indexed_boundary({c::han, false}, {c::katakana, false}, boundary_rule::content));
  CHECK_FALSE(is_indexed_boundary({c::latin, false}, {c::latin, false}, boundary_rule::every));
  CHECK_FALSE(is_indexed_boundary({c::hiragana, false}, {c::symbol, false}, boundary_rule::every));
  for (const c other : {c::han, c::katakana, c::hiragana, c::latin, c::symbol, c::other}) {
    CHECK_FALSE(indexed(c::symbol, false, other, false));
    CHECK_FALSE(indexed(other, false, c::symbol, false));
    CHECK_FALSE(indexed(c::other, false, other, false));
  }
}
