#include "variants/look_alikes.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_look_alikes, part, words);
}

}  // namespace

TEST_CASE("look alikes: hiragana inside a katakana word") {
  CHECK(given("ぺット", {"ペット"}).count("ペット") == 1);
  CHECK(given("ヘりコプター", {"ヘリコプター"}).count("ヘリコプター") == 1);
}

TEST_CASE("look alikes: and the other way where the hiragana are in words") {
  CHECK(given("ヘリコプター", {"へリ"}).count("へリコプター") == 1);
}

TEST_CASE("look alikes: words in hiragana stay") {
  CHECK(given("へや", {"ヘヤ"}).empty());
  CHECK(given("山へ", {"ヘ"}).empty());
}
