// Numbers as people write them in a query, and ranges of those.
#ifndef LIBSEARCH_TEXT_NUMBER_RANGE_HPP
#define LIBSEARCH_TEXT_NUMBER_RANGE_HPP

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace libsearch::text {

/// Both ends included.
struct number_range {
  double first = std::numeric_limits<double>::lowest();
  double last = std::numeric_limits<double>::max();

  bool contains(double number) const { return first <= number && number <= last; }
  friend bool operator==(const number_range &, const number_range &) = default;
};

/// A finite decimal number: "12", "-3.5", "1e6"; full-width too, "," between thousands. Nothing else.
std::optional<double> parse_number(std::string_view text);

/// A number, "A..B", "A.." or "..B"; ~ and 〜 for "..". White space is ignored.
std::optional<number_range> parse_number_range(std::string_view text);

/// The shortest text that parse_number() reads back; whole numbers without an exponent up to 10^15.
std::string number_text(double number);

}  // namespace libsearch::text

#endif
