// Verbs and adjectives by their endings.
#ifndef LIBSEARCH_VARIANTS_CONJUGATION_HPP
#define LIBSEARCH_VARIANTS_CONJUGATION_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::variants {

enum class word_class : std::uint8_t {
  godan,      ///< 進む: the last kana moves through its row
  ichidan,    ///< 受ける, 見る
  suru,       ///< 輸出する
  adjective,  ///< 高い
};

/// A form found at the end of a text.
struct inflected {
  word_class kind{};
  std::size_t stem = 0;  ///< characters that do not change: 進, 受け, 輸出, 高
  char32_t row = 0;      ///< of a godan verb, the kana of its dictionary form: む
  bool irregular = false;  ///< 行く, which has 行った
};

/// The verb or adjective that a text ends with; nothing for what may be a noun.
std::optional<inflected> find_inflected(std::u32string_view text);

/// Endings that follow the stem, the likeliest first; each with enough tail to be of this word only.
std::vector<std::u32string> endings_of(const inflected &word, std::u32string_view text);

}  // namespace libsearch::variants

#endif
