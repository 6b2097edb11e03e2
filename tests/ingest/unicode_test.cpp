// Characters as the essay reader sees them.
#include "ingest/unicode.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>

#include <unicode/utf8.h>

#include "support.hpp"

namespace ingest = libsearch::ingest;
using namespace libsearch;

TEST_CASE("a text is cleaned of what is no text") {
  CHECK(ingest::clean("") == "");
  CHECK(ingest::clean("港の\t水素\n\f次") == "港の\t水素\n\f次");
  CHECK(ingest::clean("一\r\n二\r三\r") == "一\n二\n三\n");
  CHECK(ingest::clean("一\r\r\n二") == "一\n\n二");
  CHECK(ingest::clean("a\x0B" "b\xC2\x85" "c\xE2\x80\xA8" "d\xE2\x80\xA9") == "a\nb\nc\nd\n");
  CHECK(ingest::clean(std::string("a\0b\x01\x7F\xC2\x80\xC2\x9F" "c", 10)) == "abc");
  CHECK(ingest::clean("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
  CHECK(ingest::clean("\u2F54素と\u2F47本") == "水素と日本");  // radicals
  CHECK(ingest::clean("\u2EA0間の\u2ED1期計画、\u2EC4\u2EE9色") == "民間の長期計画、西黄色");
  CHECK(ingest::clean("\u2E85と\u2E9F") == "\u2E85と母");  // a part of characters is no character
  CHECK(ingest::clean("水\xE7\xB4") == "水\xEF\xBF\xBD");
  CHECK(ingest::clean("\xFF港") == "\xEF\xBF\xBD港");
}

TEST_CASE("what is cleaned is well-formed, and clean") {
  std::mt19937_64 random(test::seed(20261124));
  const std::string pieces[] = {"港", "a", "\r", "\n", "\xE6", "\xB8", "\xF0\x9F", "𠮷", "\x7F", "\xC2", "\xE2\x80", "\xA8"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = static_cast<int>(random() % 12); i > 0; --i) text += pieces[random() % std::size(pieces)];
    const std::string cleaned = ingest::clean(text);
    CAPTURE(text);
    REQUIRE(ingest::find_ill_formed(cleaned) == ingest::npos);
    REQUIRE(ingest::clean(cleaned) == cleaned);
  }
}

TEST_CASE("what is well-formed is what ICU takes for well-formed") {
  std::mt19937_64 random(test::seed(20261128));
  const std::string pieces[] = {"港の電気", "port", "“", "\xEF\xBF\xBD", "\xE0", "\xED", "\xE1", "\x80", "\xA0", "\xBF", "\xC2", "\xF0", "\xF5", "é", "\xED\x9F\xBF", "\xE0\xA0\x80", "𠮷"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = static_cast<int>(random() % 8); i > 0; --i) text += pieces[random() % std::size(pieces)];
    std::size_t expected = ingest::npos;
    const int32_t length = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < length && expected == ingest::npos;) {
      const int32_t start = at;
      UChar32 c = 0;
      U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), at, length, c);
      if (c < 0) expected = static_cast<std::size_t>(start);
    }
    CAPTURE(text);
    REQUIRE(ingest::find_ill_formed(text) == expected);
    // The last character is the last of those that are read from the front.
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) last = ingest::next(text, at);
    if (expected == ingest::npos) REQUIRE(ingest::last_character(text) == last);
  }
}

TEST_CASE("white space of any width") {
  const std::u32string blanks =
      U"\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u2028\u2029"
      U"\u202F\u205F\u3000\uFEFF";
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool expected = blanks.find(c) != std::u32string::npos;
    if (ingest::is_blank(c) != expected) FAIL_CHECK("U+" << std::hex << static_cast<unsigned long>(c));
  }
}

TEST_CASE("a sign is found wherever it stands, and no other") {
  const std::string text = "港の朝｜、町の夕方に水素の船が着くと聞いた係は急いで桟橋へ向かったのだった…";
  for (const std::string_view sign : {"港", "｜", "、", "…"}) CHECK_MESSAGE(ingest::holds_sign(text, sign), sign);
  for (const std::string_view sign : {"‥", "｝", "〕"}) CHECK_FALSE_MESSAGE(ingest::holds_sign(text, sign), sign);
  for (const std::string_view none : {"", "a", "ab"}) CHECK_FALSE(ingest::holds_sign(none, "港"));
}
