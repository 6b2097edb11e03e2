// What `search` and `similar` share: the options for page and output, and how an answer is printed.
#ifndef JSEARCH_SEARCH_ANSWER_HPP
#define JSEARCH_SEARCH_ANSWER_HPP

#include <cstddef>
#include <vector>

#include <libsearch/search.hpp>

#include "options.hpp"
#include "screen.hpp"

namespace jsearch {

/// --limit, --offset, --after and --collapse.
std::vector<option> page_options();

/// --snippet-length, --mark-tags, --format, --json, --files, --null and --color.
std::vector<option> answer_options();

/// Both of the above, into a request.
/// @throws libsearch::error errc::invalid_argument.
void read_page_options(const arguments &given, libsearch::search_request &request);

/// Whether the answer is for people.
bool text_wanted(const arguments &given);

/// Makes snippets as long as the screen has room for, unless a length is given; the lines they may take, 0 = any.
std::size_t fit_snippets(const arguments &given, const screen &to, libsearch::search_request &request);

/// JSON, paths or TSV, as --format, --json and --files ask for.
void print_answer(const libsearch::search_results &results, const arguments &given);

}  // namespace jsearch

#endif
