#include "api/bounded_json.hpp"

#include <utility>

#include <libsearch/error.hpp>

namespace libsearch {

text::json_value::object parse_bounded_object(std::string_view text, const std::string &what) {
  text::json_reading read = text::read_json(text);
  switch (read.flaw) {
    case text::json_flaw::none: break;
    case text::json_flaw::depth:
      throw error(errc::malformed, what + " is nested more than " + std::to_string(text::deepest_json) + " levels deep");
    case text::json_flaw::number:
      throw error(errc::malformed, what + " has a number that is too large", "write it as a string");
    case text::json_flaw::syntax:
      throw error(errc::malformed, what + " is not JSON at byte " + std::to_string(read.byte) + ": " + read.why,
                  "write one JSON object, strings in UTF-8");
  }
  auto *object = read.value.as<text::json_value::object>();
  if (!object) throw error(errc::malformed, what + " is not a JSON object");
  return std::move(*object);
}

}  // namespace libsearch
