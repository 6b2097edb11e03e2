#include "text/json_writer.hpp"

#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

void append_escaped(std::string &out, char c) {
  constexpr char digits[] = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: ((out += "\\u00") += digits[c >> 4]) += digits[c & 15];
  }
}

void append_members(std::string &out, const json_value::object &members) {
  char before = '{';
  for (const auto &[name, member] : members) {
    out += std::exchange(before, ',');
    append_json(out, name);
    out += ':';
    append_json(out, member);
  }
  out += members.empty() ? "{}" : "}";
}

void append_elements(std::string &out, const json_value::array &elements) {
  char before = '[';
  for (const json_value &element : elements) {
    out += std::exchange(before, ',');
    append_json(out, element);
  }
  out += elements.empty() ? "[]" : "]";
}

}  // namespace

void append_json(std::string &out, std::string_view text) {
  std::string repaired;
  if (find_ill_formed(text) != npos) text = repaired = repair(text);
  out += '"';
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(written, at - written);
    append_escaped(out, c);
    written = at + 1;
  }
  (out += text.substr(written)) += '"';
}

// Destroying a number allocates nothing.
void append_json(std::string &out, double number) { out += nlohmann::json(number).dump(); }

void append_json(std::string &out, const json_value &value) {
  if (value.is_null()) out += "null";
  else if (const auto *flag = value.as<bool>()) out += *flag ? "true" : "false";
  else if (const auto *negative = value.as<std::int64_t>()) out += std::to_string(*negative);
  else if (const auto *number = value.as<std::uint64_t>()) out += std::to_string(*number);
  else if (const auto *real = value.as<double>()) append_json(out, *real);
  else if (const auto *text = value.as<std::string>()) append_json(out, std::string_view(*text));
  else if (const auto *elements = value.as<json_value::array>()) append_elements(out, *elements);
  else append_members(out, *value.as<json_value::object>());
}

std::string to_json(const json_value &value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace libsearch::text
