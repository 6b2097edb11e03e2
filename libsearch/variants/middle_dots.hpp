#ifndef LIBSEARCH_VARIANTS_MIDDLE_DOTS_HPP
#define LIBSEARCH_VARIANTS_MIDDLE_DOTS_HPP

#include "variants/letters.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// The dot between the words of a katakana compound or name, or none: エネルギー・ミックス = エネルギーミックス,
/// ジャン・ジャック = ジャン=ジャック; and the dot behind the short name of a country: 日・EU = 日EU. Between
/// other kanji it joins what stays two words: 小・中学校.
void append_middle_dots(const letters &part, const vocabulary &words, replacements &found);

}  // namespace libsearch::variants

#endif
