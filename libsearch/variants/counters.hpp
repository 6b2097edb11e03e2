// What may stand behind a number, and words that look like numbers and are none.
#ifndef LIBSEARCH_VARIANTS_COUNTERS_HPP
#define LIBSEARCH_VARIANTS_COUNTERS_HPP

#include <cstddef>
#include <string_view>

namespace libsearch::variants {

/// Characters of the counter that `text` begins with (the longest); 0 where there is none.
std::size_t counter_length(std::u32string_view text);

/// Whether `text`, a number in kanji with what follows, begins with a word that is no number: 十分, 六本木. A counter of
/// `counter` characters behind the number of `digits` characters may say that it is one after all: 十分間.
bool is_fixed_word(std::u32string_view text, std::size_t digits, std::size_t counter);

}  // namespace libsearch::variants

#endif
