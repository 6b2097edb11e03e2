#include "text/number_range.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ASCII without white space, or nothing: normalization has made it narrow.
std::string plain(std::string_view text) {
  std::u32string wide = decode(normalize_only(repair(text)));
  std::erase_if(wide, is_white_space);
  std::string out;
  for (const char32_t c : wide) append(out, c == U'−' ? U'-' : c);
  return out;
}

/// Takes out the commas of 5,500 and 1,234,567.8; false where one stands elsewhere.
bool join_thousands(std::string &text) {
  if (text.find(',') == std::string::npos) return true;
  const std::size_t start = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  std::size_t end = start;
  while (end < text.size() && (is_digit(text[end]) || text[end] == ',')) ++end;
  std::string digits;
  for (std::size_t i = start; i < end; ++i) {
    const bool at_comma = (end - i) % 4 == 0 && i > start;
    if ((text[i] == ',') != at_comma) return false;
    if (!at_comma) digits += text[i];
  }
  text.replace(start, end - start, digits);
  return text.find(',') == std::string::npos;
}

std::optional<double> read_number(std::string text) {
  if (!join_thousands(text)) return std::nullopt;
  std::string_view rest = text;
  const bool plus = rest.substr(0, 1) == "+";
  if (plus) rest.remove_prefix(1);
  if (plus && rest.substr(0, 1) == "-") return std::nullopt;
  const std::size_t sign = rest.substr(0, 1) == "-" ? 1 : 0;
  // from_chars also reads "inf" and "nan".
  const bool dotted = rest.size() > sign + 1 && rest[sign] == '.' && is_digit(rest[sign + 1]);
  if (rest.size() <= sign || (!is_digit(rest[sign]) && !dotted)) return std::nullopt;
  double number = 0;
  const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (problem != std::errc() || end != rest.data() + rest.size() || !std::isfinite(number)) return std::nullopt;
  return number + 0.0;  // -0 is 0
}

}  // namespace

std::optional<double> parse_number(std::string_view text) { return read_number(plain(text)); }

std::optional<number_range> parse_number_range(std::string_view text) {
  const std::string s = plain(text);
  std::size_t dots = s.find(".."), width = 2;
  for (const std::string_view other : {"~", "〜"})
    if (dots == std::string::npos) {
      dots = s.find(other);
      width = other.size();
    }
  if (dots == std::string::npos) {
    const auto number = read_number(s);
    if (!number) return std::nullopt;
    return number_range{*number, *number};
  }
  const std::string left = s.substr(0, dots), right = s.substr(dots + width);
  if (left.empty() && right.empty()) return std::nullopt;
  number_range range;
  if (!left.empty()) {
    const auto from = read_number(left);
    if (!from) return std::nullopt;
    range.first = *from;
  }
  if (!right.empty()) {
    const auto to = read_number(right);
    if (!to) return std::nullopt;
    range.last = *to;
  }
  return range;
}

std::string number_text(double number) {
  char digits[64];
  constexpr double most_whole = 1e15;
  const bool whole = std::abs(number) <= most_whole && number == std::floor(number);
  const auto end = whole ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(number)).ptr
                         : std::to_chars(digits, digits + sizeof digits, number).ptr;
  return {digits, end};
}

}  // namespace libsearch::text
