#ifndef LIBSEARCH_VARIANTS_KANA_FORMS_HPP
#define LIBSEARCH_VARIANTS_KANA_FORMS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Ways to write one sound in katakana: ヴァ = バ, ウィ = ウイ, ファ = フア, ヂ = ジ, ヅ = ズ, イヤ = イア at
/// the end of words and inside, シア = シャ at the end; and ッ written large (ロケツト).
void append_kana_forms(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
