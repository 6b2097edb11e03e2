#include <doctest/doctest.h>

#include "support.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

using namespace libsearch::text;

namespace {

/// Characters whose bytes are easily mistaken for parts of each other.
char32_t random_character(std::mt19937_64 &random, bool rare) {
  static constexpr std::u32string_view common = U"あいのはで、。年月日本人大国的一丁亜ー12ab";
  if (!rare || random() % 3 == 0) return common[random() % common.size()];
  switch (random() % 5) {
    case 0: return static_cast<char32_t>(0x4E00 + random() % 0x5200);
    case 1: return static_cast<char32_t>(0x20000 + random() % 64);
    case 2: return static_cast<char32_t>(0x4E00 + 255 * (random() % 80) + random() % 2);
    case 3: return static_cast<char32_t>(0x2190 + random() % 4);
    default: return static_cast<char32_t>(random() % 0xD800);
  }
}

/// All offsets at which `needle` occurs among the characters of `text`.
std::vector<std::size_t> occurrences(const std::u32string &text, const std::u32string &needle) {
  std::vector<std::size_t> found;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, needle.size(), needle) == 0) found.push_back(offset);
    offset += compact(encode({&text[i], 1})).size();
  }
  return found;
}

}  // namespace

TEST_CASE("finds what a search over code points finds") {
  std::mt19937_64 random(test::seed(31));
  std::size_t hits = 0;
  for (int round = 0; round < 200000; ++round) {
    const bool rare = round % 2;
    std::u32string text;
    for (std::size_t n = 1 + random() % (round % 8 == 0 ? 400 : 60); n > 0; --n) text += random_character(random, rare);
    std::u32string needle = text.substr(random() % text.size(), 1 + random() % 4);
    if (random() % 3 == 0) needle.back() = random_character(random, rare);
    if (random() % 8 == 0) needle = random_character(random, true);
    const finder find(compact(encode(needle)));
    const std::string haystack = compact(encode(text));
    std::vector<std::size_t> found;
    for (std::size_t at = 0; (at = find.find(haystack, at)) != npos; ++at) found.push_back(at);
    hits += found.size();
    REQUIRE(found == occurrences(text, needle));
    std::vector<std::size_t> visited;
    const std::size_t stop = random() % (found.size() + 1);
    const std::size_t end = find.find_if(haystack, [&](std::size_t at) {
      visited.push_back(at);
      return visited.size() == stop;
    });
    found.resize(stop == 0 ? found.size() : stop);
    REQUIRE(visited == found);
    REQUIRE(end == (stop == 0 ? npos : found.back()));
  }
  MESSAGE("hits: " << hits);
}

TEST_CASE("every length at every alignment, without reading outside of the text") {
  const std::string needle = compact("京a");
  const finder find(needle);
  for (std::size_t size = 0; size <= 140; ++size)
    for (std::size_t shift = 0; shift < 16; ++shift)
      for (std::size_t at = 0; at <= size; ++at) {
        std::vector<char> bytes(shift + size, 'b');
        const std::string_view text(bytes.data() + shift, size);
        const bool fits = at + needle.size() <= size;
        if (fits) needle.copy(bytes.data() + shift + at, needle.size());
        REQUIRE(find.find(text) == (fits ? at : npos));
        REQUIRE(find.find(text, size) == npos);
      }
}

TEST_CASE("an empty needle is found where the search begins") {
  const finder find("");
  CHECK(find.find("") == 0);
  CHECK(find.find("abc", 2) == 2);
  CHECK(find.find("abc", 3) == 3);
  CHECK(find.find("abc", 4) == npos);
  CHECK(find.needle().empty());
  CHECK(find.find_if("abc", [](std::size_t) { return true; }) == npos);
}

TEST_CASE("no match spans two fields or starts inside a character") {
  const std::string joined = compact("東京") + compact_separator + compact("都");
  CHECK(finder(compact("京都")).find(joined) == npos);
  CHECK(finder(compact("都")).find(joined) == compact("東京").size() + 1);
  // A pair of equal bytes repeated: the needle also occurs between the characters.
  const char32_t repeated = 0x4E00 + 1 * 255 + 0xA0;  // A1 A1
  const std::string text = compact(encode(std::u32string(3, repeated)));
  REQUIRE(text == "\xA1\xA1\xA1\xA1\xA1\xA1");
  CHECK(finder(text.substr(0, 2)).find(text, 1) == 2);
}

TEST_CASE("a text made to mislead is searched in linear time") {
  const char32_t turned = 0x4E00 + 2 * 255 + 0xA0, straight = 0x4E00 + 1 * 255 + 0xA1;
  std::string text = compact(encode(std::u32string(1 << 19, turned)));  // A2 A1 A2 A1 ...
  CHECK(finder(compact(encode({&straight, 1}))).find(text) == npos);    // A1 A2
}
