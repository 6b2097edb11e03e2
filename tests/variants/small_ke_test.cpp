#include "variants/small_ke.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  return test::spellings_by(variants::append_small_ke, part, words);
}

}  // namespace

TEST_CASE("small ke: counters") {
  CHECK(given("三ヶ月", {"か", "カ"}) == set{"三か月", "三カ月"});
  CHECK(given("三か月", {"ヶ"}) == set{"三ヶ月"});
}

TEST_CASE("small ke: names") {
  CHECK(given("関ヶ原", {"ケ"}) == set{"関ケ原"});
  CHECK(given("関ケ原", {"ヶ", "が"}) == set{"関ヶ原", "関が原"});
}

TEST_CASE("small ke: 個月 is no word, 個所 is") {
  CHECK(given("三ヶ月", {"個"}).empty());
  CHECK(given("二ヶ所", {"個"}) == set{"二個所"});
}

TEST_CASE("small ke: the particle stays") {
  CHECK(given("私が見", {"ヶ"}).empty());
  CHECK(given("三かい", {"ヶ"}).empty());
}
