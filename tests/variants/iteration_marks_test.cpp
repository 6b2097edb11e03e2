#include "variants/iteration_marks.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_iteration_marks, part, words);
}

}  // namespace

TEST_CASE("iteration marks: a mark is what it repeats") {
  CHECK(given("人々", {"人人"}).count("人人") == 1);
  CHECK(given("こゝろ", {"こころ"}).count("こころ") == 1);
  CHECK(given("すゞめ", {"すずめ"}).count("すずめ") == 1);
}

TEST_CASE("iteration marks: and the other way where words have the mark") {
  CHECK(given("人人", {"人々"}).count("人々") == 1);
  CHECK(given("こころ", {"こゝろ"}).count("こゝろ") == 1);
  CHECK(given("すずめ", {"すゞめ"}).count("すゞめ") == 1);
}

TEST_CASE("iteration marks: no word has the mark: nothing") {
  CHECK(given("人人", {"人"}).empty());
  CHECK(given("こころ", {"こころ"}).empty());
}

TEST_CASE("iteration marks: what does not repeat stays") {
  CHECK(given("こめろ", {"こゝろ"}).empty());
  CHECK(given("々人", {"人"}).empty());
}
