#include "api/bounded_json.hpp"

#include <libsearch/error.hpp>

#include "index/json_check.hpp"

namespace libsearch {

using nlohmann::json;

json parse_bounded_object(std::string_view text, const std::string &what) {
  constexpr int deepest = indexing::deepest_json;
  const auto watch = [&](int level, json::parse_event_t, json &) {
    if (level > deepest)
      throw error(errc::malformed, what + " is nested more than " + std::to_string(deepest) + " levels deep");
    return true;
  };
  json object;
  try {
    object = json::parse(text.begin(), text.end(), watch);
  } catch (const json::parse_error &failure) {
    // Behind its own number and place the library says why.
    std::string why = failure.what();
    if (const std::size_t colon = why.rfind(": "); colon != std::string::npos) why = why.substr(colon + 2);
    throw error(errc::malformed, what + " is not JSON at byte " + std::to_string(failure.byte) + ": " + why,
                "write one JSON object, strings in UTF-8");
  } catch (const json::out_of_range &) {
    throw error(errc::malformed, what + " has a number that is too large", "write it as a string");
  }
  if (!object.is_object()) throw error(errc::malformed, what + " is not a JSON object");
  return object;
}

}  // namespace libsearch
