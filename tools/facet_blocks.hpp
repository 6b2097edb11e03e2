#ifndef JSEARCH_FACET_BLOCKS_HPP
#define JSEARCH_FACET_BLOCKS_HPP

#include <string>
#include <vector>

#include <libsearch/search.hpp>

#include "screen.hpp"

namespace jsearch {

/// Facets as blocks of values with bars and counts: side by side where the screen is wide enough.
std::string facet_blocks(const std::vector<libsearch::facet_result> &facets, const screen &to);

}  // namespace jsearch

#endif
