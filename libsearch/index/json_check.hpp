// Whether a text is one JSON value, without making it.
#ifndef LIBSEARCH_INDEX_JSON_CHECK_HPP
#define LIBSEARCH_INDEX_JSON_CHECK_HPP

#include <string_view>

namespace libsearch::indexing {

/// Levels of a value that is kept: values are written recursively.
inline constexpr int deepest_json = 64;

/// Whether `text` is a JSON value of at most deepest_json levels.
bool is_json(std::string_view text);

}  // namespace libsearch::indexing

#endif
