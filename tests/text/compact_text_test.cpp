#include "text/compact_text.hpp"

#include <doctest/doctest.h>

#include "support.hpp"
#include "text/utf8.hpp"

using namespace libsearch::text;

namespace {

constexpr bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

}  // namespace

TEST_CASE("every code point survives, without a zero byte") {
  std::string all, utf8;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    std::string one;
    append(one, c);
    const std::string coded = compact(one);
    std::size_t at = 0;
    const bool forward = compact_next(coded, at) == c && at == coded.size();
    const bool backward = compact_previous(coded, at) == c && at == 0;
    if (!forward || !backward || expand(coded) != one || coded.find('\0') != std::string::npos)
      FAIL("U+" << std::hex << static_cast<unsigned>(c));
    utf8 += one;
    all += coded;
  }
  CHECK(compact(utf8) == all);
  CHECK(expand(all) == utf8);
}

TEST_CASE("common characters are short") {
  CHECK(compact("ひらがな、クリア。abc 123").size() == 16);
  CHECK(compact("漢字々").size() == 5);
  CHECK(compact("𠮷").size() == 4);
  CHECK(compact(std::string_view("\0", 1)).size() == 2);
  CHECK(compact("").empty());
}

TEST_CASE("boundaries and neighbours are right in random texts of several fields") {
  std::mt19937_64 random(test::seed(21));
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    std::vector<std::size_t> starts;
    std::u32string characters;
    for (std::size_t n = random() % 20; n > 0; --n) {
      starts.push_back(text.size());
      if (random() % 10 == 0) {
        text += compact_separator;
        characters += U'\0';
        continue;
      }
      const char32_t kinds[] = {0x3042, 0x4E00 + static_cast<char32_t>(random() % 0x5200), 0x20BB7,
                                static_cast<char32_t>(random() % 0xD800),
                                0xE000 + static_cast<char32_t>(random() % 0x102000)};
      characters += kinds[random() % 5];
      std::string one;
      append(one, characters.back());
      compact_append(text, one);
    }
    starts.push_back(text.size());
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at <= text.size(); ++at)
      if (is_boundary(text, at)) found.push_back(at);
    REQUIRE(found == starts);
    for (std::size_t i = 0; i < characters.size(); ++i) {
      std::size_t at = starts[i];
      REQUIRE(compact_next(text, at) == characters[i]);
      REQUIRE(at == starts[i + 1]);
      REQUIRE(compact_previous(text, at) == characters[i]);
      REQUIRE(at == starts[i]);
    }
  }
}

TEST_CASE("damaged bytes give U+FFFD and are never read beyond") {
  CHECK(expand("\xA0") == "\uFFFD");          // no trail
  CHECK(expand("\xF7\x01") == "\uFFFD");      // no second half
  CHECK(expand("\xFA\x01") == "\uFFFD");      // a second half alone
  CHECK(expand("\xF9\xFF\xFF\xFF") == "\uFFFD");  // beyond 10FFFF
  CHECK(expand("\xF6\xFF") == "\uFFFD");      // behind the last range
  CHECK_FALSE(is_boundary("a", 2));
  std::mt19937_64 random(test::seed(22));
  for (int round = 0; round < 100000; ++round) {
    std::vector<char> bytes(1 + random() % 8);
    for (char &b : bytes) b = static_cast<char>(random() % 2 ? random() : 0xF0 + random() % 16);
    const std::string_view text(bytes.data(), bytes.size());
    REQUIRE(find_ill_formed(expand(text)) == npos);
    for (std::size_t at = text.size(); at > 0;) compact_previous(text, at);
  }
}
