#ifndef LIBSEARCH_VARIANTS_LONG_VOWELS_HPP
#define LIBSEARCH_VARIANTS_LONG_VOWELS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// The ー at the end of longer katakana words, or none: コンピューター = コンピュータ, also inside compounds.
/// Words of less than three sounds without it keep it: ビル and ビール, カバー, コピー.
void append_long_vowels(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
