#ifndef LIBSEARCH_VARIANTS_INFLECTION_HPP
#define LIBSEARCH_VARIANTS_INFLECTION_HPP

#include <string_view>

#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Other forms of the verb or adjective at the end of a part: 取り組む = 取り組んだ, 高い = 高く, 輸出する = 輸出した. Nouns stay.
void append_inflections(std::string_view part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
