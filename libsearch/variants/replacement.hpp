// One more way to write a piece of a query.
#ifndef LIBSEARCH_VARIANTS_REPLACEMENT_HPP
#define LIBSEARCH_VARIANTS_REPLACEMENT_HPP

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::variants {

/// Why two spellings are the same. Each group can be switched off.
enum class group : std::uint8_t {
  kanji,        ///< 國 = 国, 渡邊 = 渡辺; selectors of glyph variants
  mark,         ///< dashes, wave dashes, minus signs and long-vowel marks that stand for one another
  iteration,    ///< 人々 = 人人, こゝろ = こころ
  kana,         ///< ヴァ = バ, ウィ = ウイ, ヶ = カ; hiragana へ inside a katakana word
  long_vowel,   ///< コンピュータ = コンピューター
  middle_dot,   ///< エネルギー・ミックス = エネルギーミックス
  numeral,      ///< 五千五百億 = 5500億 = 550,000,000,000
  era,          ///< 令和7年 = 2025年
  okurigana,    ///< 取り組み = 取組み = 取組
  inflection,   ///< 取り組む = 取り組んだ
  stem,         ///< English: markets = market
  reading,      ///< げんしりょく, genshiryoku = 原子力
  synonym,      ///< a file of the user's
};

inline constexpr std::size_t group_count = 13;

/// The name that options and explanations use: kanji, long-vowel ...
const char *name_of(group why);
/// All of them, with commas between.
std::string group_names();

/// Those names, with commas between.
std::string names_of(const std::vector<group> &groups);

/// Which groups are on.
using group_set = std::bitset<group_count>;

/// The bytes [start, end) of a normalized part of a query may also be written `text` (normalized).
struct replacement {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string text;
  group why{};
  bool at_word_start = false;  ///< holds only where a word of the document begins with it
  bool at_word_end = false;    ///< holds only where a word of the document ends with it
  bool whole_number = false;   ///< holds only where no number of the document goes on at its edges
};

using replacements = std::vector<replacement>;

/// Spellings of one part that are tried, besides itself.
inline constexpr std::size_t most_alternatives = 64;

}  // namespace libsearch::variants

#endif
