#include "variants/word_pairs.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_word_pairs, part, words);
}

}  // namespace

TEST_CASE("word pairs: each stands for the other") {
  CHECK(given("連隊長", {"聯隊"}) == set{"聯隊長"});
  CHECK(given("聯隊長", {"連隊"}) == set{"連隊長"});
  CHECK(given("メイン", {"メーン"}) == set{"メーン"});
}

TEST_CASE("word pairs: a spelling that no word holds is not proposed") {
  CHECK(given("連隊長", {"連隊"}).empty());
  CHECK(given("注文", {"注文"}).empty());
}

TEST_CASE("word pairs: only whole words of the list are replaced") {
  CHECK(given("連合", {"聯合", "聯隊"}).count("聯隊") == 0);
  CHECK(given("レイン", {"レーン"}).empty());
}
