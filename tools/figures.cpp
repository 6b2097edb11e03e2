#include "figures.hpp"

#include <cstdio>
#include <iterator>

namespace jsearch {

std::string count_text(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t left = digits.size(); left > 3;) digits.insert(left -= 3, 1, ',');
  return digits;
}

std::string bytes_text(std::uint64_t bytes) {
  static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  double value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 999.95 && unit + 1 < std::size(units)) value /= 1000, ++unit;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %s", value, units[unit]);
  return text;
}

std::string duration_text(double seconds) {
  // Nobody waits for longer than this; it also keeps the division below in range.
  const auto all = static_cast<unsigned long>(seconds < 0 ? 0 : seconds > 3.6e6 ? 3.6e6 : seconds);
  char text[32];
  if (all >= 3600)
    std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", all / 3600, all / 60 % 60, all % 60);
  else
    std::snprintf(text, sizeof text, "%lu:%02lu", all / 60, all % 60);
  return text;
}

}  // namespace jsearch
