#ifndef LIBSEARCH_QUERY_LOOKALIKES_HPP
#define LIBSEARCH_QUERY_LOOKALIKES_HPP

#include <string>

namespace libsearch::query {

/// Kanji that are taken for one another, by shape and mostly by sound too: for 畜, 蓄. Empty where there is none.
std::u32string lookalikes_of(char32_t kanji);

}  // namespace libsearch::query

#endif
