#include "sparkline.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

namespace jsearch {

namespace {

constexpr std::size_t fewest_columns = 4;

/// The number of a year, a month or a day, so that neighbours differ by one; false for a coarser date.
bool column_of(const std::string &value, const std::string &unit, long &column) {
  int year = 0;
  unsigned month = 0, day = 0;
  const int parts = std::sscanf(value.c_str(), "%d-%u-%u", &year, &month, &day);
  if (unit == "year") column = year;
  else if (unit == "month" && parts >= 2) column = year * 12L + month;
  else if (unit == "day" && parts == 3)
    column = std::chrono::sys_days(std::chrono::year(year) / month / day).time_since_epoch().count();
  else return false;
  return parts >= 1;
}

}  // namespace

std::string sparkline(const libsearch::facet_result &facet, std::size_t most) {
  static constexpr const char *levels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
  constexpr std::size_t heights = std::size(levels);
  std::map<long, const libsearch::facet_value *> columns;
  std::size_t highest = 0;
  for (const auto &value : facet.values) {
    long column = 0;
    if (facet.unit.empty() || !column_of(value.value, facet.unit, column)) continue;
    columns[column] = &value;
    highest = std::max(highest, value.count);
  }
  if (columns.empty()) return "";
  const long first = columns.begin()->first, last = columns.rbegin()->first;
  const auto width = static_cast<std::size_t>(last - first + 1);
  // A few bars say it all.
  if (columns.size() < fewest_columns || width > most) return "";
  std::string line = columns.begin()->second->value + " ";
  for (long column = first; column <= last; ++column) {
    const auto found = columns.find(column);
    if (found == columns.end()) line += " ";
    else line += levels[(found->second->count * heights - 1) / std::max<std::size_t>(1, highest)];
  }
  return line + " " + columns.rbegin()->second->value;
}

}  // namespace jsearch
