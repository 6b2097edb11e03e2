#ifndef JSEARCH_SEARCH_BATCH_HPP
#define JSEARCH_SEARCH_BATCH_HPP

#include <string>

#include <libsearch/index.hpp>

namespace jsearch {

/// Answers each line of `file` ("-" = standard input), a query or "label TAB query", with one line
/// of JSON; `request` says everything but the query. A query that fails gets a line with "error".
/// Returns the exit status: done if any query had a hit.
int search_batch(libsearch::index &index, libsearch::search_request request,
                 const std::string &file);

}  // namespace jsearch

#endif
