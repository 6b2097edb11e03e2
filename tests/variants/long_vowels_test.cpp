#include "variants/long_vowels.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_long_vowels, part, words);
}

}  // namespace

TEST_CASE("long vowels: the end of a word") {
  CHECK(given("コンピューター", {"コンピュータ"}) == set{"コンピュータ"});
  CHECK(given("コンピュータ室", {"コンピューター"}) == set{"コンピューター室"});
}

TEST_CASE("long vowels: inside compounds") {
  CHECK(given("サーバールーム", {"サーバ", "ルーム"}) == set{"サーバルーム"});
  CHECK(given("サーバルーム", {"サーバー", "ルーム"}) == set{"サーバールーム"});
}

TEST_CASE("long vowels: a word that is cut up") {
  CHECK(given("センサーネットワーク", {"セン", "サ", "ネットワーク"}) == set{"センサネットワーク"});
  CHECK(given("センサーネットワーク", {"サ", "ネットワーク"}).empty());
}

TEST_CASE("long vowels: short words keep it") {
  CHECK(given("カバー", {"カバ"}).empty());
  CHECK(given("ビール", {"ビル"}).empty());
}

TEST_CASE("long vowels: the shorter word must be one") {
  CHECK(given("インター", {"インタビュー"}).empty());
}
