#ifndef JSEARCH_SPARKLINE_HPP
#define JSEARCH_SPARKLINE_HPP

#include <cstddef>
#include <string>

#include <libsearch/search.hpp>

namespace jsearch {

/// Counts of dates as one line, oldest first: "2019 ▂▁ ▇▃ 2025", a column for each year, month or day, a blank
/// where there is none. "" for other facets, for fewer than four values, and for more than `most`.
std::string sparkline(const libsearch::facet_result &facet, std::size_t most);

}  // namespace jsearch

#endif
