// What is behind a libsearch_query.
#ifndef LIBSEARCH_CAPI_QUERY_HPP
#define LIBSEARCH_CAPI_QUERY_HPP

#include <cstddef>
#include <vector>

#include <libsearch/query.hpp>

namespace libsearch::capi {

struct query_object {
  query_node root;
  std::vector<diagnostic> diagnostics;  ///< of the parser
  // Kept along, so that adding a child does not walk the whole tree again and again.
  std::size_t depth = 1;
  std::size_t leaves = 1;
};

}  // namespace libsearch::capi

#endif
