#include "variants/kana_forms.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_kana_forms, part, words);
}

}  // namespace

TEST_CASE("kana forms: sounds with two spellings") {
  CHECK(given("ヴァイオリン", {"バイオリン"}).count("バイオリン") == 1);
  CHECK(given("バイオリン", {"ヴァイオリン"}).count("ヴァイオリン") == 1);
  CHECK(given("ウイスキー", {"ウィスキー"}).count("ウィスキー") == 1);
}

TEST_CASE("kana forms: ヴァ is no ブァ, and ビャ no ヴィャ") {
  CHECK(given("ヴァイオリン", {"ブァイオリン"}).empty());
  CHECK(given("ビャクヤ", {"ヴィャクヤ"}).empty());
}

TEST_CASE("kana forms: only what words hold") {
  CHECK(given("バイオリン", {"バイオリン"}).empty());
}

TEST_CASE("kana forms: small tsu only where the whole becomes a word") {
  CHECK(given("シロツプ", {"シロップ"}) == set{"シロップ"});
  CHECK(given("ドイツカップ", {"ドイッ"}).empty());
}

TEST_CASE("kana forms: hiragana are left alone") {
  CHECK(given("ばいおりん", {"ヴァイオリン"}).empty());
}
