#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <unicode/unistr.h>

#include "support.hpp"

using namespace libsearch::text;

namespace {

constexpr bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string icu_repaired(std::string_view text) {
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toUTF8String(out);
  return out;
}

}  // namespace

TEST_CASE("every code point survives each conversion") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_surrogate(c)) continue;
    std::string text;
    append(text, c);
    std::size_t at = 0;
    const bool forward = next(text, at) == c && at == text.size();
    const bool backward = previous(text, at) == c && at == 0;
    if (forward && backward && to_utf8(to_utf16(text)) == text && find_ill_formed(text) == npos &&
        encode(decode(text)) == text)
      continue;
    FAIL("U+" << std::hex << static_cast<unsigned>(c));
  }
}

TEST_CASE("ill-formed sequences are found and replaced") {
  struct row {
    const char *text;
    std::size_t at;
    const char *repaired;
  };
  for (const row &r : {row{"", npos, ""}, row{"abc京", npos, "abc京"},
                       row{"\x80", 0, "\uFFFD"},                            // a trail byte alone
                       row{"a\xE4\xBA", 1, "a\uFFFD"},                      // cut short: one mark
                       row{"\xE4\xBA京", 0, "\uFFFD京"},                    // cut short inside
                       row{"\xC0\xAF", 0, "\uFFFD\uFFFD"},                  // too long a form
                       row{"\xED\xA0\x80", 0, "\uFFFD\uFFFD\uFFFD"},        // a surrogate
                       row{"\xF4\x90\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond 10FFFF
                       row{"12345678\xFF", 8, "12345678\uFFFD"}}) {
    CAPTURE(r.text);
    CHECK(find_ill_formed(r.text) == r.at);
    CHECK(repair(r.text) == r.repaired);
  }
}

TEST_CASE("random bytes are repaired as ICU does it") {
  std::mt19937_64 random(test::seed(11));
  const unsigned char likely[] = {0x80, 0xBF, 0xC2, 0xE0, 0xE3, 0xED, 0xF0, 0xF4, 0x41, 0x9F};
  for (int round = 0; round < 100000; ++round) {
    std::string bytes(random() % 12, '\0');
    for (char &b : bytes) b = static_cast<char>(random() % 2 ? likely[random() % 10] : random());
    const std::string repaired = repair(bytes);
    REQUIRE(repaired == icu_repaired(bytes));
    REQUIRE(find_ill_formed(repaired) == npos);
    REQUIRE((find_ill_formed(bytes) == npos) == (repaired == bytes));
  }
}

TEST_CASE("decoding never reads beyond a cut text") {
  for (const char *cut : {"\xE4", "\xE4\xBA", "\xF0\xA0\x80", "\xC3"}) {
    const std::vector<char> exact(cut, cut + std::string_view(cut).size());
    const std::string_view text(exact.data(), exact.size());
    std::size_t at = 0;
    CHECK(next(text, at) == 0xFFFD);
    CHECK(at == text.size());
    CHECK(to_utf16(text) == u"\uFFFD");
  }
}

TEST_CASE("lengths are counted in code points") {
  CHECK(length("") == 0);
  CHECK(length("a京𠮷\u0301") == 4);
}

TEST_CASE("a lone surrogate becomes U+FFFD") {
  const char16_t lone[] = {u'a', 0xD842, u'b', 0xDFB7};
  CHECK(to_utf8({lone, 4}) == "a\uFFFDb\uFFFD");
}
