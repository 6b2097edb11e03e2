// A value that is read from JSON. Unlike nlohmann's tree it asks for no memory while it is destroyed, which would end
// the process where there is none.
#ifndef LIBSEARCH_TEXT_JSON_VALUE_HPP
#define LIBSEARCH_TEXT_JSON_VALUE_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace libsearch::text {

/// Levels of a value that is read or kept: values are written and destroyed recursively.
inline constexpr std::size_t deepest_json = 64;

struct json_value {
  using array = std::vector<json_value>;
  /// Of equal keys the last.
  using object = std::map<std::string, json_value, std::less<>>;

  bool is_null() const noexcept { return held.index() == 0; }
  bool is_integer() const noexcept { return as<std::int64_t>() || as<std::uint64_t>(); }
  /// What is held, or nullptr if it is of another type.
  template <class Type>
  const Type *as() const noexcept {
    return std::get_if<Type>(&held);
  }
  template <class Type>
  Type *as() noexcept {
    return std::get_if<Type>(&held);
  }

  /// Integers are std::int64_t below 0, std::uint64_t from 0 up.
  std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, array, object> held;
};

enum class json_flaw { none, syntax, number, depth };

struct json_reading {
  json_value value;  ///< null where there is a flaw
  json_flaw flaw = json_flaw::none;
  std::size_t byte = 0;  ///< where the flaw is, counted from 1
  std::string why;       ///< what the parser says of it
};

/// Reads one value of at most deepest_json levels.
json_reading read_json(std::string_view text);

}  // namespace libsearch::text

#endif
