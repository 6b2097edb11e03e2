// Analyzers by name, what dictionaries say of a word, and offsets as other languages count.
#include <algorithm>

#include <doctest/doctest.h>

#include <libsearch/analyzer.hpp>

#include "mecab.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "text/utf8.hpp"

using namespace libsearch;

namespace {

/// Tokens with blanks between; bigrams in brackets, stems in parentheses.
std::string shown(const analyzer_options &options, std::string_view text) {
  std::string all;
  for (const token &t : analyzer(options).analyze(text)) {
    if (!all.empty()) all += ' ';
    all += t.kind == token_kind::bigram ? "[" + t.text + "]" : t.kind == token_kind::stem ? "(" + t.text + ")" : t.text;
  }
  return all;
}

std::string shown(const char *name, std::string_view text) {
  analyzer_options options;
  options.name = name;
  return shown(options, text);
}

}  // namespace

TEST_CASE("analyzer: each name shows what it is for") {
  const char *text = "首脳会談、markets";
  CHECK(shown("hybrid", text) == "首脳 [首脳] [脳会] 会談 [会談] markets (market)");
  CHECK(shown("dictionary", text) == "首脳 会談 markets");
  CHECK(shown("english", text) == "首脳 会談 markets (market)");
  CHECK(shown("ngram", text) == "首 [首脳] 脳 [脳会] 会 [会談] 談 markets");
  CHECK(shown("keyword", "首脳　会談 Ａ") == "首脳会談a");
  CHECK(shown("keyword", "") == "");
  CHECK(test::thrown_by([] { shown("bigram", ""); }) == "invalid_argument");
  analyzer_options options;
  options.dictionary = "juman";
  CHECK(test::thrown_by([&] { shown(options, ""); }) == "invalid_argument");
}

TEST_CASE("analyzer: a user dictionary and MeCab say how words are read") {
  analyzer_options options;
  options.name = "dictionary";
  options.user_dictionary = "小型モジュール炉\tこがたもじゅーるろ\n";
  const auto tokens = analyzer(options).analyze("小型モジュール炉");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].reading == "コガタモジュールロ");
  CHECK(tokens[0].base.empty());
  if (!test::has_mecab()) return;
  options.dictionary = "mecab";
  const auto verb = analyzer(options).analyze("取り組んだ");
  REQUIRE(verb.size() == 2);
  CHECK(verb[0].reading == "トリクン");
  CHECK(verb[0].base == "取り組む");
}

TEST_CASE("analyzer: offsets in code points and UTF-16 units are those of the text before them") {
  for (const std::string &sample : {std::string("𠮷野 aé漢"), std::string(), std::string("か\xE3\x82\x99x𝄞"), std::string("😀😀")}) {
    offset_converter up(sample), anyhow(sample);
    for (std::size_t i = 0; i <= sample.size() + 2; ++i) {
      std::size_t start = std::min(i, sample.size());
      while (start < sample.size() && (static_cast<unsigned char>(sample[start]) & 0xC0) == 0x80) --start;
      const std::string before = sample.substr(0, start);
      CHECK(up.code_points(i) == text::length(before));
      CHECK(up.utf16(i) == text::to_utf16(before).size());
      const std::size_t back = sample.size() - start;
      (void)anyhow.utf16(back);
      CHECK(anyhow.utf16(i) == text::to_utf16(before).size());
    }
  }
  offset_converter broken("a\xFF\xE3\x81z");
  CHECK(broken.code_points(5) == 5);
}
