// Search results for people.
#ifndef JSEARCH_SEARCH_TEXT_HPP
#define JSEARCH_SEARCH_TEXT_HPP

#include <string>

#include <libsearch/search.hpp>

#include "options.hpp"
#include "screen.hpp"

namespace jsearch {

/// Columns left of what belongs to a hit.
inline constexpr std::size_t hit_indent = 3;

/// The whole answer: summary, hits, facets; nothing of it is longer than a line of the screen.
/// `snippet_lines` cuts snippets; 0 = as long as they are.
std::string search_text(const libsearch::search_results &results,
                        const libsearch::search_request &request, const screen &to,
                        std::size_t snippet_lines);

/// "12 hits (exact) · 0.8 ms", and in the next line what was given up to find them.
std::string summary_text(const libsearch::search_results &results,
                         const libsearch::search_request &request, const screen &to);

/// What the user may do next, as commands to copy: the next page, a filter, reading a hit.
std::string next_steps(const libsearch::search_results &results,
                       const libsearch::search_request &request, const arguments &given,
                       const screen &to);

/// What the parser had to say about the query, on standard error.
void say_diagnostics(const libsearch::search_results &results);

}  // namespace jsearch

#endif
