#include "analysis/function_words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using analysis::function_words;

TEST_CASE("function words: a list of words with blanks between") {
  const function_words words("の が  という ");
  CHECK(words.contains("の"));
  CHECK(words.contains("が"));
  CHECK(words.contains("という"));
  CHECK_FALSE(words.contains("とい"));
  CHECK_FALSE(words.contains(""));
  CHECK_FALSE(words.contains(" "));
  CHECK_FALSE(words.contains("の が"));
  CHECK_FALSE(function_words("").contains(""));
}

TEST_CASE("function words: the list outlives the string it was made from") {
  std::string list = "まで から より であり において";
  const function_words words(list);
  list.assign(list.size(), 'x');
  CHECK(words.contains("において"));
}

TEST_CASE("function words: the standard list is normalized, and its words begin with hiragana") {
  std::istringstream in{std::string(function_words::standard())};
  std::set<std::string> seen;
  for (std::string word; in >> word;) {
    CAPTURE(word);
    seen.insert(word);
    CHECK(text::normalize_only(word) == word);
    // Another word is never taken for one of grammar.
    CHECK(text::class_of(text::decode(word)[0]) == text::char_class::hiragana);
  }
  CHECK(seen.size() > 80);
  for (const char *word : {"の", "が", "を", "に", "は", "する", "について"})
    CHECK(seen.count(word) == 1);
}
