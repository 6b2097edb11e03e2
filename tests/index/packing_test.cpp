#include "index/packing.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "support.hpp"

using namespace libsearch::indexing;

TEST_CASE("packing: numbers and strings come back in order") {
  std::mt19937_64 random(test::seed(20251162));
  std::vector<std::uint64_t> numbers{0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX};
  for (int i = 0; i < 500; ++i) numbers.push_back(random() >> (random() % 64));
  std::string bytes;
  for (const std::uint64_t n : numbers) {
    pack(bytes, n);
    pack(bytes, std::string(n % 50, '\0'));
  }
  unpacker reader(bytes);
  for (const std::uint64_t n : numbers) {
    CHECK(reader.number() == n);
    CHECK(reader.text() == std::string(n % 50, '\0'));
  }
  CHECK(reader.rest().empty());
}

TEST_CASE("packing: a small number takes one byte") {
  std::string bytes;
  pack(bytes, std::uint64_t{127});
  CHECK(bytes.size() == 1);
  pack(bytes, std::uint64_t{128});
  CHECK(bytes.size() == 3);
}

TEST_CASE("packing: bytes that end too early are an error, never a read beyond the end") {
  std::string bytes;
  pack(bytes, std::uint64_t{300});
  pack(bytes, "text");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    unpacker reader(std::string_view(bytes).substr(0, size));
    CHECK_THROWS_AS((reader.number(), reader.text()), std::runtime_error);
  }
  // A length that is larger than anything.
  std::string huge;
  pack(huge, UINT64_MAX);
  CHECK_THROWS_AS(unpacker(huge).text(), std::runtime_error);
  CHECK_THROWS_AS(unpacker(std::string(20, '\xFF')).number(), std::runtime_error);
}

TEST_CASE("packing: the parts of a list") {
  const auto parts = [](std::string_view list) {
    std::vector<std::string> all;
    for_each_part(list, [&](std::string_view part) { all.emplace_back(part); });
    return all;
  };
  CHECK(parts("").empty());
  CHECK(parts("a") == std::vector<std::string>{"a"});
  CHECK(parts(std::string_view("a\0bc\0d", 6)) == std::vector<std::string>{"a", "bc", "d"});
  CHECK(parts(std::string_view("a\0", 2)) == std::vector<std::string>{"a"});
}
