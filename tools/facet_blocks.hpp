#ifndef JSEARCH_FACET_BLOCKS_HPP
#define JSEARCH_FACET_BLOCKS_HPP

#include <string>
#include <vector>

#include <libsearch/search.hpp>

#include "screen.hpp"

namespace jsearch {

/// Facets as blocks of values with bars and counts, dates with a sparkline of all that were counted: side by side
/// where the screen is wide enough, at most `rows` values each (0 = all).
std::string facet_blocks(const std::vector<libsearch::facet_result> &facets, std::size_t rows,
                         const screen &to);

}  // namespace jsearch

#endif
