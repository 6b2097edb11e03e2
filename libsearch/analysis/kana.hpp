// Readings are kept in katakana; this makes them comparable.
#ifndef LIBSEARCH_ANALYSIS_KANA_HPP
#define LIBSEARCH_ANALYSIS_KANA_HPP

#include <string>
#include <string_view>

namespace libsearch::analysis {

/// Hiragana as katakana; everything else as it is.
std::string to_katakana(std::string_view text);

/// Whether the text is not empty and nothing but hiragana, katakana and the long-vowel mark.
bool is_kana(std::string_view text);

/// Whether a character of the text is an ideograph.
bool has_kanji(std::string_view text);

/// The ideographs of a text in their order: 取組 for 取り組み.
std::string kanji_skeleton(std::string_view text);

}  // namespace libsearch::analysis

#endif
