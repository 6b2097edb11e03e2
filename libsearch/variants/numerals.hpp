#ifndef LIBSEARCH_VARIANTS_NUMERALS_HPP
#define LIBSEARCH_VARIANTS_NUMERALS_HPP

#include <string_view>

#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Other spellings of the numbers in a part: 5,500億 = 五千五百億, 三回 = 3回. A single kanji digit counts with a counter
/// behind it or 第 before it only: 三菱 and 千葉 are no numbers.
void append_numerals(std::string_view part, const vocabulary &words, replacements &found);

/// Whether a part may hold a number at all; cheap.
bool may_hold_numerals(std::string_view part);

}  // namespace libsearch::variants

#endif
