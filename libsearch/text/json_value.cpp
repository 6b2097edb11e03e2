#include "text/json_value.hpp"

#include <type_traits>

#include "text/json_builder.hpp"

namespace libsearch::text {

// So that an array that grows moves its values, never copies them.
static_assert(std::is_nothrow_move_constructible_v<json_value> && std::is_nothrow_move_assignable_v<json_value>);

json_value *json_builder::add(json_value value) {
  json_value *place = &reading_.value;
  if (!open_.empty()) {
    if (auto *array = open_.back()->as<json_value::array>()) return &array->emplace_back(std::move(value));
    place = member_;
  }
  *place = std::move(value);
  return place;
}

bool json_builder::open(json_value container) {
  if (open_.size() == deepest_json) {
    reading_.flaw = json_flaw::depth;
    return false;
  }
  open_.push_back(add(std::move(container)));
  return true;
}

bool json_builder::parse_error(std::size_t byte, const std::string &, const nlohmann::json::exception &failure) {
  constexpr int number_overflow = 406;
  reading_.flaw = failure.id == number_overflow ? json_flaw::number : json_flaw::syntax;
  reading_.byte = byte;
  // Behind its own number and place the library says why.
  const std::string_view said = failure.what();
  const std::size_t colon = said.rfind(": ");
  reading_.why = colon == std::string_view::npos ? said : said.substr(colon + 2);
  return false;
}

json_reading read_json(std::string_view text) {
  json_builder builder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  json_reading read = builder.take();
  if (read.flaw != json_flaw::none) read.value = {};
  return read;
}

}  // namespace libsearch::text
