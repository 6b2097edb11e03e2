#ifndef LIBSEARCH_VARIANTS_LOOK_ALIKES_HPP
#define LIBSEARCH_VARIANTS_LOOK_ALIKES_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Hiragana へ べ ぺ り that stand for the katakana that look the same, in a word that is in our list or in the
/// index: へリコプター, アメりカ; not 東京へリニア. Never kanji: 力 and カ, 二 and ニ stay apart.
void append_look_alikes(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
