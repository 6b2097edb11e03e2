#ifndef LIBSEARCH_VARIANTS_MARKS_HPP
#define LIBSEARCH_VARIANTS_MARKS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Marks that stand for one another: dashes, hyphens and the minus sign; ー and a dash behind katakana
/// (コンピュ−タ); wave dashes; apostrophes; 、 and the comma, 。 and the full stop between Japanese characters.
void append_marks(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
