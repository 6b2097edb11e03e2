// Whether a text is one JSON value, without making it.
#ifndef LIBSEARCH_INDEX_JSON_CHECK_HPP
#define LIBSEARCH_INDEX_JSON_CHECK_HPP

#include <string_view>

namespace libsearch::indexing {

/// Whether `text` is a JSON value of at most text::deepest_json levels.
bool is_json(std::string_view text);

}  // namespace libsearch::indexing

#endif
