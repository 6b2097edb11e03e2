#ifndef LIBSEARCH_VARIANTS_WORD_PAIRS_HPP
#define LIBSEARCH_VARIANTS_WORD_PAIRS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Words with two spellings that no rule on characters gives: 聯合 = 連合, メイン = メーン, イニシアチブ =
/// イニシアティブ.
void append_word_pairs(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
