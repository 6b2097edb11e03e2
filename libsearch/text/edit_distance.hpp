#ifndef LIBSEARCH_TEXT_EDIT_DISTANCE_HPP
#define LIBSEARCH_TEXT_EDIT_DISTANCE_HPP

#include <string_view>

namespace libsearch::text {

/// What one edit costs: a unit put in, left out or replaced, and two neighbours exchanged, the commonest slip
/// of fast fingers.
inline constexpr unsigned edit_cost = 10, transposition_cost = 9;

/// The cheapest edits from `a` to `b` (Damerau, no unit edited twice), or more than `most` where they would
/// cost more than that.
unsigned edit_distance(std::u16string_view a, std::u16string_view b, unsigned most);

}  // namespace libsearch::text

#endif
