#ifndef LIBSEARCH_VARIANTS_OKURIGANA_HPP
#define LIBSEARCH_VARIANTS_OKURIGANA_HPP

#include <string_view>

#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Okurigana that may be left out or written: 取り組み = 取組み = 取組, 受け付ける = 受付ける, 終わる = 終る, 呼び掛け = 呼びかけ.
void append_okurigana(std::string_view part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
