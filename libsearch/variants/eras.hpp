#ifndef LIBSEARCH_VARIANTS_ERAS_HPP
#define LIBSEARCH_VARIANTS_ERAS_HPP

#include <string_view>

#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Other spellings of the dates in a part: 令和7年10月 = 2025年10月 = 二〇二五年十月 = 2025/10. With a month or a day only the era
/// of that time.
void append_eras(std::string_view part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
