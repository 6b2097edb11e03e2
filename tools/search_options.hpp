// The options that `search` and `facets` share, and the request they make.
#ifndef JSEARCH_SEARCH_OPTIONS_HPP
#define JSEARCH_SEARCH_OPTIONS_HPP

#include <libsearch/search.hpp>

#include "options.hpp"

namespace jsearch {

/// --match, --variants, --filter, --total, --max-candidates, --timeout.
std::vector<option> matching_options();

option filter_option();
option timeout_option();

/// --facets, --facet-limit and --facet-sort.
std::vector<option> facet_options();

/// Several words are one query, joined by a blank, as the shell had them.
std::string query_of(const arguments &given);

/// The request that the options of the two lists above ask for.
/// @throws libsearch::error errc::invalid_argument.
libsearch::search_request request_of(const arguments &given);

/// Lets dates be counted far enough for a sparkline, and fields with a filter so far that what is chosen is there; what is
/// listed of them stays facet_limit, and what is chosen.
void count_more_for_people(libsearch::search_request &request);

}  // namespace jsearch

#endif
