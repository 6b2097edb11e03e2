#include "variants/middle_dots.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_middle_dots, part, words);
}

}  // namespace

TEST_CASE("middle dots: a dot is left out") {
  CHECK(given("エネルギー・ミックス", {"エネルギー"}).count("エネルギーミックス") == 1);
}

TEST_CASE("middle dots: and put in between two words") {
  CHECK(given("エネルギーミックス", {"エネルギー", "ミックス"}) == set{"エネルギー・ミックス"});
  CHECK(given("エネルギーミックス", {"エネルギーミックス"}).empty());
}

TEST_CASE("middle dots: an equals sign only where the index has one") {
  CHECK(given("マリアテレジア", {"マリア", "テレジア", "="}) == set{"マリア・テレジア", "マリア=テレジア"});
  CHECK(given("マリアテレジア", {"マリア", "テレジア"}) == set{"マリア・テレジア"});
}

TEST_CASE("middle dots: a dot between kanji means and") {
  CHECK(given("東京・大阪", {"東京", "大阪"}).empty());
}
