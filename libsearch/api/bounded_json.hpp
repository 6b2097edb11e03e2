// JSON objects from outside, and what is said of those that are none.
#ifndef LIBSEARCH_API_BOUNDED_JSON_HPP
#define LIBSEARCH_API_BOUNDED_JSON_HPP

#include <string>
#include <string_view>

#include "text/json_value.hpp"

namespace libsearch {

/// Reads one JSON object of at most text::deepest_json levels. `what` names it in messages: "a record", "the search options".
/// Throws libsearch::error (malformed) with the byte offset.
text::json_value::object parse_bounded_object(std::string_view text, const std::string &what);

}  // namespace libsearch

#endif
