#include <doctest/doctest.h>

#include "support.hpp"
#include "text/sieve.hpp"

using libsearch::text::sieve;

namespace {

std::string random_bytes(std::mt19937_64 &random, std::size_t size, unsigned kinds) {
  std::string bytes(size, '\0');
  for (char &byte : bytes) byte = static_cast<char>(random() % kinds);
  return bytes;
}

}  // namespace

TEST_CASE("never refuses what the text has") {
  std::mt19937_64 random(test::seed(71));
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_bytes(random, 1 + random() % 3000, 256);
    const sieve seen(text);
    for (int part = 0; part < 50; ++part) {
      const std::size_t from = random() % text.size();
      REQUIRE(seen.may_hold(text.substr(from, 1 + random() % (text.size() - from))));
    }
  }
}

TEST_CASE("refuses nearly everything else, from three bytes on") {
  std::mt19937_64 random(test::seed(72));
  const std::string text = random_bytes(random, 3000, 256);
  const sieve seen(text);
  int absent = 0, held = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string part = random_bytes(random, 6, 256);
    if (text.find(part) != std::string::npos) continue;
    ++absent;
    held += seen.may_hold(part);
  }
  REQUIRE(absent > 19000);
  CHECK(held < absent / 100);
  CHECK(seen.may_hold("xy"));
  CHECK(seen.may_hold(""));
}

TEST_CASE("a text that is too short has no run of three bytes") {
  CHECK_FALSE(sieve("").may_hold("abc"));
  CHECK_FALSE(sieve("ab").may_hold("abc"));
  CHECK(sieve("abc").may_hold("abc"));
}
