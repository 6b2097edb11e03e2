#ifndef LIBSEARCH_VARIANTS_SMALL_KE_HPP
#define LIBSEARCH_VARIANTS_SMALL_KE_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// ヶ and what is written for it: behind numbers 三ヶ月 = 三カ月 = 三か月 = 三箇月, in names 霞ヶ関 = 霞が関.
void append_small_ke(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
