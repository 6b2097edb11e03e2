#ifndef LIBSEARCH_VARIANTS_KANJI_FORMS_HPP
#define LIBSEARCH_VARIANTS_KANJI_FORMS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// The other forms of a character, the likeliest first: 国 has 國 and 圀. Empty for most.
std::u32string_view kanji_forms(char32_t character);

/// The variation selectors that some word holds. There are 243: ask once for a vocabulary.
std::vector<char32_t> glyph_selectors(const vocabulary &words);

/// Old, new and variant forms of each character, and the glyph selectors (those of glyph_selectors()) that
/// stand behind it in words or in the part: 渡邊 = 渡辺, 葛城 = 葛󠄀城.
void append_kanji_forms(const letters &part, const vocabulary &words, const std::vector<char32_t> &selectors,
                        replacements &found);

}  // namespace libsearch::variants

#endif
