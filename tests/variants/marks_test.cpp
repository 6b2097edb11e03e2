#include "variants/marks.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_marks, part, words);
}

}  // namespace

TEST_CASE("marks: dashes") {
  CHECK(given("A4-B5", {}).count("A4‐B5") == 1);
  CHECK(given("10〜20", {"~"}).count("10~20") == 1);
}

TEST_CASE("marks: symbols only where the index has them") {
  CHECK(given("10〜20", {"山"}).count("10~20") == 0);
}

TEST_CASE("marks: a dash for the long vowel where the text is cut at it") {
  CHECK(given("カレーライス", {"カレ", "ライス"}).count("カレ-ライス") == 1);
  CHECK(given("カレーライス", {"カレーライス"}).empty());
}

TEST_CASE("marks: what has no marks is left alone") {
  CHECK(given("東京都", {"東京"}).empty());
}
