#include "text/json_value.hpp"

#include <type_traits>

#include "text/json_builder.hpp"
#include "text/utf8.hpp"

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

bool json_builder::parse_error(std::size_t byte, const std::string &token, const nlohmann::json::exception &failure) {
  constexpr int number_overflow = 406;
  reading_.flaw = failure.id == number_overflow ? json_flaw::number : json_flaw::syntax;
  reading_.byte = byte;
  // Behind its own number and place the library says why.
  const std::string_view said = failure.what();
  const std::size_t colon = said.find(": ");
  reading_.why = colon == std::string_view::npos ? said : said.substr(colon + 2);
  token_ = token;
  return false;
}

namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// For people: the parser stops within a character, whose other bytes are in `text`, and may have read much.
std::string readable(std::string token, std::string_view text, std::size_t byte) {
  constexpr std::size_t most = 60;
  if (byte > 0 && byte <= text.size() && find_ill_formed(token) != npos) {
    std::size_t begin = byte - 1, end = byte;
    while (begin > 0 && continues(text[begin])) --begin;
    while (end < text.size() && continues(text[end])) ++end;
    if (const auto read = text.substr(begin, byte - begin); token.ends_with(read))
      token.replace(token.size() - read.size(), read.size(), text.substr(begin, end - begin));
  }
  token = repair(token);
  if (token.size() <= most) return token;
  std::size_t from = token.size() - most;
  while (continues(token[from])) ++from;
  return "…" + token.substr(from);
}

}  // namespace

json_reading read_json(std::string_view text) {
  json_builder builder;
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  json_reading read = builder.take();
  if (read.flaw == json_flaw::none) return read;
  read.value = {};
  const std::string &token = builder.flawed_token();
  if (const std::size_t at = read.why.find("'" + token + "'"); at != std::string::npos)
    read.why.replace(at + 1, token.size(), readable(token, text, read.byte));
  read.why = repair(read.why);
  return read;
}

}  // namespace libsearch::text
