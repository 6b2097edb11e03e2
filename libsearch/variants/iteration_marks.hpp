#ifndef LIBSEARCH_VARIANTS_ITERATION_MARKS_HPP
#define LIBSEARCH_VARIANTS_ITERATION_MARKS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Iteration marks and what they stand for: 人々 = 人人, 一歩々々 = 一歩一歩, こゝろ = こころ, いすゞ = いすず.
void append_iteration_marks(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
