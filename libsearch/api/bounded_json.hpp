// JSON from outside, with a limit on its depth: deep values are copied and destroyed recursively.
#ifndef LIBSEARCH_API_BOUNDED_JSON_HPP
#define LIBSEARCH_API_BOUNDED_JSON_HPP

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace libsearch {

/// Reads one JSON object of at most 64 levels. `what` names it in messages: "a record", "the search options".
/// Throws libsearch::error (malformed) with the byte offset.
nlohmann::json parse_bounded_object(std::string_view text, const std::string &what);

}  // namespace libsearch

#endif
