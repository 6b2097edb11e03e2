// Numbers in normalized text: ASCII digits, kanji numerals, and both together.
#ifndef LIBSEARCH_TEXT_NUMBERS_HPP
#define LIBSEARCH_TEXT_NUMBERS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace libsearch::text {

/// 0 to 9 for ASCII digits and 〇 一 to 九; else -1.
int digit_of(char32_t c);
/// 十 百 千 as a number; else 0.
std::uint64_t small_unit(char32_t c);
/// 万 億 兆 京 as a number; else 0.
std::uint64_t large_unit(char32_t c);
/// Any of these.
bool is_numeral(char32_t c);

struct number {
  std::uint64_t value = 0;
  std::string fraction;      ///< decimals, where the value is not whole
  bool kanji = false;        ///< written without ASCII digits
  bool positional = false;   ///< digits alone, as in 2025 or 二〇二五
  bool has_zero = false;     ///< a 〇 or 0 among the digits
  bool padded = false;       ///< begins with a 0 that says nothing
  std::size_t length = 0;    ///< characters
};

/// The longest number that begins at `at` (index of a code point) and moves `at` behind it: 5,500, 5500億, 五千五百億, 1.5兆,
/// 一・五. Nothing where the numerals there make no number (then `at` is behind them) or none stands there.
std::optional<number> read_number(std::u32string_view text, std::size_t &at);

/// Characters that make a word with a 一 behind them: 統一, 唯一.
inline constexpr char32_t words_in_one[] = U"統唯同均単万随逐画専斉";

/// Whether a string at [start, end) of `text` begins or ends inside a longer number, or is no number there:
/// 5500 inside 155000, 1990年 inside 1990年代. Bytes.
bool cuts_number(std::string_view text, std::size_t start, std::size_t end);

}  // namespace libsearch::text

#endif
