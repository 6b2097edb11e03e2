#include "ingest/charset_plausibility.hpp"

#include <vector>

#include <unicode/uchar.h>

#include "ingest/school_kanji.hpp"
#include "ingest/strict_decoder.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr char32_t first_kanji = 0x4E00, last_kanji = 0x9FFF;

class kanji_set {
 public:
  explicit kanji_set(std::string_view text) : has_(last_kanji - first_kanji + 1) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next(text, at);
      if (c >= first_kanji && c <= last_kanji) has_[c - first_kanji] = true;
    }
  }
  bool has(char32_t kanji) const { return has_[kanji - first_kanji]; }

 private:
  std::vector<bool> has_;
};

/// The kanji of JIS X 0208's first level, which make up all but a few of any Japanese text.
const kanji_set &common_kanji() {
  static const kanji_set table = [] {
    std::string euc;
    for (int row = 16; row <= 47; ++row)
      for (int cell = 1; cell <= (row == 47 ? 51 : 94); ++cell) {
        euc += static_cast<char>(0xA0 + row);
        euc += static_cast<char>(0xA0 + cell);
      }
    return kanji_set(decode_strictly(euc, "EUC-JP").text);
  }();
  return table;
}

const kanji_set &learned_kanji() {
  static const kanji_set table(school_kanji);
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

/// Kana whose mark of voice stands behind it: ｶﾞ, ﾊﾟ.
bool takes_mark(char32_t kana, char32_t mark) {
  if (between(kana, 0xFF8A, 0xFF8E)) return true;
  return mark == 0xFF9E && (between(kana, 0xFF76, 0xFF84) || kana == 0xFF73);
}

constexpr double half_width_weight = 0.4;

/// Half-width kana come from EUC-JP read as CP932, where marks of voice stand anywhere.
double weight_of_half_width(char32_t c, char32_t before) {
  if (between(c, 0xFF9E, 0xFF9F) && !takes_mark(before, c)) return -6;
  return between(c, 0xFF61, 0xFF65) ? -0.3 : half_width_weight;
}

double weight_of(char32_t c, char32_t before) {
  if (is_noise(c)) return -3;
  if (between(c, 0x3041, 0x3096)) return 1;
  if (between(c, 0x30A1, 0x30FE)) return 0.9;
  if (between(c, 0x3000, 0x3003) || between(c, 0x3005, 0x3015) || c == 0x301C) return 0.9;
  if (between(c, first_kanji, last_kanji)) {
    // "it痴": an apostrophe and the letter behind it, read as one kanji.
    if (is_letter(before)) return -0.3;
    return common_kanji().has(c) ? 0.7 : -0.2;
  }
  if (between(c, 0xFF01, 0xFF5E)) return 0.5;
  if (between(c, 0xFF61, 0xFF9F)) return weight_of_half_width(c, before);
  if (between(c, 0x2010, 0x2027) || between(c, 0x2030, 0x203C)) return 0.5;
  if (between(c, 0x2103, 0x22FF) || between(c, 0x2460, 0x2473) || between(c, 0x2500, 0x266F))
    return 0.3;
  if (between(c, 0xC0, 0xFF)) return is_letter(before) ? 0.5 : -0.4;
  if (between(c, 0xA0, 0xBF)) return 0;
  return -0.8;
}

}  // namespace

plausibility plausibility_of(std::string_view text, bool ascii_counts) {
  plausibility result;
  double sum = 0;
  char32_t before = 0;
  std::size_t half_width = 0, first_rows = 0;  // ｱ to ｿ, half of what Japanese says
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c >= 0x80 || is_noise(c) || ascii_counts) {
      sum += c < 0x80 && !is_noise(c) ? 0.7 : weight_of(c, before);
      ++result.wide;
      if (is_noise(c)) ++result.noise;
      if (between(c, 0x3041, 0x30FE)) ++result.kana;
      if (between(c, 0xFF66, 0xFF9D)) ++half_width;
      if (between(c, 0xFF71, 0xFF7F)) ++first_rows;
      if (between(c, first_kanji, last_kanji)) {
        ++result.han;
        result.learned += learned_kanji().has(c) ? 1 : 0;
      }
    }
    before = c;
  }
  // Russian in KOI8-R reads as ﾀ to ﾝ alone.
  if (first_rows * 5 < half_width) sum -= 2 * half_width_weight * static_cast<double>(half_width);
  if (result.wide > 0) result.quality = sum / static_cast<double>(result.wide);
  return result;
}

}  // namespace libsearch::ingest
