#include "ingest/charset_plausibility.hpp"

#include <vector>

#include <unicode/uchar.h>

#include "ingest/strict_decoder.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr char32_t first_kanji = 0x4E00, last_kanji = 0x9FFF;

/// The kanji of JIS X 0208's first level, which make up all but a few of any Japanese text.
const std::vector<bool> &common_kanji() {
  static const std::vector<bool> table = [] {
    std::string euc;
    for (int row = 16; row <= 47; ++row)
      for (int cell = 1; cell <= (row == 47 ? 51 : 94); ++cell) {
        euc += static_cast<char>(0xA0 + row);
        euc += static_cast<char>(0xA0 + cell);
      }
    const std::string text = decode_strictly(euc, "EUC-JP").text;
    std::vector<bool> result(last_kanji - first_kanji + 1);
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next(text, at);
      if (c >= first_kanji && c <= last_kanji) result[c - first_kanji] = true;
    }
    return result;
  }();
  return table;
}

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }
constexpr bool is_letter(char32_t c) { return between(c | 0x20, U'a', U'z'); }

bool is_noise(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r' && c != '\f';
  if (between(c, 0x7F, 0x9F) || c == 0xFFFD) return true;
  if (c < 0xA0) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE;
}

double weight_of(char32_t c, char32_t before) {
  if (is_noise(c)) return -3;
  if (between(c, 0x3041, 0x3096)) return 1;
  if (between(c, 0x30A1, 0x30FE)) return 0.9;
  if (between(c, 0x3000, 0x3003) || between(c, 0x3005, 0x3015) || c == 0x301C) return 0.9;
  if (between(c, first_kanji, last_kanji)) {
    // "it痴": an apostrophe and the letter behind it, read as one kanji.
    if (is_letter(before)) return -0.3;
    return common_kanji()[c - first_kanji] ? 0.7 : -0.2;
  }
  if (between(c, 0xFF01, 0xFF5E)) return 0.5;
  if (between(c, 0xFF61, 0xFF9F)) return -0.3;
  if (between(c, 0x2010, 0x2027) || between(c, 0x2030, 0x203C)) return 0.5;
  if (between(c, 0x2103, 0x22FF) || between(c, 0x2460, 0x2473) || between(c, 0x2500, 0x266F))
    return 0.3;
  if (between(c, 0xC0, 0xFF)) return is_letter(before) ? 0.5 : -0.4;
  if (between(c, 0xA0, 0xBF)) return 0;
  return -0.8;
}

}  // namespace

plausibility plausibility_of(std::string_view text) {
  plausibility result;
  double sum = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c >= 0x80 || is_noise(c)) {
      sum += weight_of(c, before);
      ++result.wide;
      if (is_noise(c)) ++result.noise;
      if (between(c, 0x3041, 0x30FE)) ++result.kana;
      if (between(c, first_kanji, last_kanji)) ++result.han;
    }
    before = c;
  }
  if (result.wide > 0) result.quality = sum / static_cast<double>(result.wide);
  return result;
}

}  // namespace libsearch::ingest
