#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "ingest/string_table.hpp"
#include "support.hpp"

using libsearch::ingest::number_lists;
using libsearch::ingest::string_table;

TEST_CASE("string_table: any strings come back by their numbers, each once") {
  std::mt19937_64 rng(test::seed(20250402));
  string_table table;
  std::map<std::string, std::uint32_t> known;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t parts = rng() % 4; parts > 0; --parts) text += "/" + std::string(rng() % 3, static_cast<char>('a' + rng() % 6));
    if (rng() % 500 == 0) text += std::string(100000, 'x');
    if (rng() % 2 && !text.empty()) text.erase(0, 1);
    const std::uint32_t number = table.add(text);
    const auto [at, fresh] = known.emplace(text, number);
    REQUIRE(at->second == number);
    REQUIRE(table.find(text) == number);
  }
  for (const auto &[text, number] : known) {
    REQUIRE(table.text(number) == text);
    REQUIRE(table.equals(number, text));
    REQUIRE_FALSE(table.equals(number, text + "/"));
  }
  CHECK(table.find("b/z/never") == string_table::none);
}

TEST_CASE("number_lists: numbers of a hash in the order of adding, few steps also when all share one") {
  number_lists lists;
  CHECK(lists.find(7, [](std::uint32_t) { return true; }) == number_lists::none);
  for (std::uint32_t i = 0; i < 200000; ++i) lists.add(i % 2 ? 7 : i, i);
  std::vector<std::uint32_t> first;
  CHECK(lists.find(7, [&](std::uint32_t number) {
    first.push_back(number);
    return first.size() == 3;
  }) == 5);
  CHECK(first == std::vector<std::uint32_t>{1, 3, 5});
  for (std::uint32_t i = 0; i < 200000; i += 2) REQUIRE(lists.find(i, [&](std::uint32_t number) { return number == i; }) == i);
}
