#ifndef LIBSEARCH_VARIANTS_ENGLISH_STEMS_HPP
#define LIBSEARCH_VARIANTS_ENGLISH_STEMS_HPP

#include <string_view>

#include "analysis/stemmer.hpp"
#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Where the whole part is one English word: the words of its stem.
void append_english_stems(std::string_view part, const vocabulary &words, const analysis::stemmer &stemmer,
                          replacements &found);

}  // namespace libsearch::variants

#endif
