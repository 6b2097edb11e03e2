// The ways to write a number.
#ifndef LIBSEARCH_VARIANTS_NUMBER_SPELLINGS_HPP
#define LIBSEARCH_VARIANTS_NUMBER_SPELLINGS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::variants {

/// 5,500.
std::string with_commas(std::uint64_t value);
/// 二〇二五 for 2025; takes ASCII digits.
std::string kanji_digits(std::string_view digits);
/// 五千五百億, 二千二十五, 十.
std::string kanji_number(std::uint64_t value);

/// Kinds of spellings.
struct spelling_kinds {
  bool kanji = true;       ///< with kanji digits
  bool digits = true;      ///< kanji digits one by one, also for numbers below 1000
  bool commas = true;      ///< 5,500: not for years
};

/// The usual spellings of a whole number, the likeliest first: 550000000000, 5500億, 5,500億, 五千五百億, 五五〇〇億 ...
std::vector<std::string> spellings_of_whole(std::uint64_t value, const spelling_kinds &kinds);

/// Of one with decimals: 3.5, 三・五.
std::vector<std::string> spellings_of_decimal(std::uint64_t whole, const std::string &fraction, bool kanji);

}  // namespace libsearch::variants

#endif
