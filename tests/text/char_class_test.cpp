#include "text/char_class.hpp"

#include <doctest/doctest.h>
#include <unicode/uchar.h>

#include <ios>
#include <string_view>

using namespace libsearch::text;

namespace {

void check_all(char_class expected, std::u32string_view characters) {
  for (char32_t c : characters) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(class_of(c) == expected);
  }
}

}  // namespace

TEST_CASE("characters have the class of their script or category") {
  check_all(char_class::hiragana, U"ぁあんゔゕゖゝゞゟ\u3099\u309A𛀁𛄟𛅐");
  check_all(char_class::katakana, U"ァアンヴヷヺーヽヾヿㇰㇿ\uFF71\uFF70𛀀𛄠𛅤");
  check_all(char_class::han, U"一京々〇〻〆㐀龥鿿﨑𠮷𪚥𰀀〡");
  check_all(char_class::latin, U"aé0½ßжאक가\u1100\u0301\u093Fㄅ𝐀");
  check_all(char_class::symbol, U"→☆+$^`|~°©😀⺀㍿");
  check_all(char_class::other, U" \n\u3000、。「」・゠!?%-_\u200B\u200D\u00AD\uFEFF\uE000\u0378");
  check_all(char_class::other, U"\uFE03\uFE0F\u180B");
  check_all(char_class::han, U"\uFE00\uFE02\U000E0100\U000E01EF");
  CHECK(class_of(0x110000) == char_class::other);
  CHECK(class_of(0xFFFFFFFF) == char_class::other);
  CHECK(class_of(0xD800) == char_class::other);
}

TEST_CASE("the Japanese classes are known as such") {
  for (auto c : {char_class::hiragana, char_class::katakana, char_class::han})
    CHECK(is_japanese(c));
  for (auto c : {char_class::other, char_class::symbol, char_class::latin}) CHECK(!is_japanese(c));
}

TEST_CASE("white space is Unicode's property") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if (is_white_space(c) != static_cast<bool>(u_isUWhiteSpace(static_cast<UChar32>(c))))
      FAIL("U+" << std::hex << static_cast<unsigned>(c));
}

TEST_CASE("white space is dropped beside exactly these blocks") {
  struct block {
    char32_t first, last;
  };
  constexpr block blocks[] = {
      {0x2E80, 0x2FDF}, {0x2FF0, 0x2FFF},   {0x3000, 0x303F},   {0x3040, 0x30FF}, {0x3100, 0x312F},
      {0x3190, 0x31FF}, {0x3200, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF}, {0xF900, 0xFAFF},
      {0xFE30, 0xFE4F}, {0xFF00, 0xFF9F},   {0xFFDD, 0xFFEF},   {0x1B000, 0x1B16F},
      {0x1F200, 0x1F2FF}, {0x20000, 0x3FFFD}};
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    bool expected = false;
    for (const block &b : blocks) expected = expected || (c >= b.first && c <= b.last);
    if (is_cjk(c) != expected) FAIL("U+" << std::hex << static_cast<unsigned>(c));
  }
}
