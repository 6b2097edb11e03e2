#include "text/char_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace libsearch::text {
namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

bool is_hiragana(char32_t c) {
  if (c < 0x10000) return within(c, 0x3041, 0x3096) || within(c, 0x3099, 0x309F);
  return within(c, 0x1B001, 0x1B11F) || within(c, 0x1B132, 0x1B132) || within(c, 0x1B150, 0x1B152);
}

bool is_katakana(char32_t c) {
  if (c < 0x10000)
    return within(c, 0x30A1, 0x30FA) || within(c, 0x30FC, 0x30FF) || within(c, 0x31F0, 0x31FF) ||
           within(c, 0xFF66, 0xFF9F);
  return c == 0x1B000 || within(c, 0x1B120, 0x1B122) || c == 0x1B155 ||
         within(c, 0x1B164, 0x1B167) || within(c, 0x1AFF0, 0x1AFFE);
}

/// Selectors of glyph variants stand behind ideographs and belong to their words, so that the lexicon knows
/// which of them a text holds.
bool is_ideograph_selector(char32_t c) { return within(c, 0xFE00, 0xFE02) || within(c, 0xE0100, 0xE01EF); }

/// Planes 2 and 3 are reserved for ideographs, so those younger than this ICU count as well.
bool is_han(char32_t c) {
  if (c == 0x3006) return true;  // 〆, which Unicode gives to no script
  if (is_ideograph_selector(c)) return true;
  if (c >= 0x20000) return within(c, 0x20000, 0x2FFFD) || within(c, 0x30000, 0x3FFFD);
  constexpr std::uint32_t letters = U_GC_L_MASK | U_GC_NL_MASK;
  UErrorCode status = U_ZERO_ERROR;
  return (U_GET_GC_MASK(c) & letters) &&
         uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HAN;
}

/// The other selectors (emoji, Mongolian) are marks by category, but must not begin a word.
bool is_other_selector(char32_t c) {
  return within(c, 0xFE03, 0xFE0F) || within(c, 0x180B, 0x180D) || c == 0x180F;
}

char_class classify(char32_t c) {
  if (c > 0x10FFFF || is_other_selector(c)) return char_class::other;
  if (is_hiragana(c)) return char_class::hiragana;
  if (is_katakana(c)) return char_class::katakana;
  if (is_han(c)) return char_class::han;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if (category & U_GC_S_MASK) return char_class::symbol;
  if (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) return char_class::latin;
  return char_class::other;
}

using bmp_table = std::array<char_class, 0x10000>;

const bmp_table &bmp_classes() {
  static const bmp_table table = [] {
    bmp_table classes;
    for (char32_t c = 0; c < classes.size(); ++c) classes[c] = classify(c);
    return classes;
  }();
  return table;
}

}  // namespace

char_class class_of(char32_t c) { return c < 0x10000 ? bmp_classes()[c] : classify(c); }

bool is_cjk(char32_t c) {
  if (c < 0x2E80) return false;
  if (within(c, 0x2E80, 0x2FDF)) return true;    // radicals
  if (within(c, 0x2FF0, 0x312F)) return true;    // descriptions, punctuation, kana, bopomofo
  if (within(c, 0x3190, 0x4DBF)) return true;    // kanbun to enclosed and squared, extension A
  if (within(c, 0x4E00, 0x9FFF)) return true;    // unified ideographs
  if (within(c, 0xF900, 0xFAFF)) return true;    // compatibility ideographs
  if (within(c, 0xFE30, 0xFE4F)) return true;    // vertical forms
  if (within(c, 0xFF00, 0xFFEF)) return !within(c, 0xFFA0, 0xFFDC);  // but half-width Hangul
  if (within(c, 0x1B000, 0x1B16F)) return true;  // kana supplements
  if (within(c, 0x1F200, 0x1F2FF)) return true;  // enclosed ideographs
  return within(c, 0x20000, 0x3FFFD);
}

bool is_white_space(char32_t c) {
  if (c <= 0x20) return c == 0x20 || within(c, 0x09, 0x0D);
  if (c < 0x1680) return c == 0x85 || c == 0xA0;
  return within(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0x1680;
}

bool joins_previous(char32_t c) {
  if (c < 0x0300) return false;
  return within(c, 0x0300, 0x036F) || within(c, 0x3099, 0x309A) || within(c, 0xFF9E, 0xFF9F) || within(c, 0xFE00, 0xFE0F) ||
         within(c, 0xE0100, 0xE01EF);
}

}  // namespace libsearch::text
