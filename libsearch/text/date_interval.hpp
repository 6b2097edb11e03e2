// Dates as people write them in an archive: a year, a month or a day, and ranges of those.
#ifndef LIBSEARCH_TEXT_DATE_INTERVAL_HPP
#define LIBSEARCH_TEXT_DATE_INTERVAL_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace libsearch::text {

/// First and last day, both included, as the number YYYYMMDD.
struct date_interval {
  std::int32_t first = 0;
  std::int32_t last = 99991231;

  bool contains(const date_interval &other) const { return first <= other.first && other.last <= last; }
  friend bool operator==(const date_interval &, const date_interval &) = default;
};

/// A year, a month (`day` is 0) or a day of the Gregorian calendar; `month` 0 means the whole year. Nothing where
/// there is no such day.
std::optional<date_interval> interval_of(int year, int month, int day);

/// "2025", "2025-10" or "2025-10-28" (a real day); nothing else.
std::optional<date_interval> parse_date(std::string_view date);

/// What a filter may say: a date, "A..B", "A..", "..B"; full-width and kanji digits, "/" or "." for "-",
/// 2025年10月28日, and eras from Meiji on (令和6年10月, R6.10, 元年). White space around is ignored.
std::optional<date_interval> parse_date_range(std::string_view text);

}  // namespace libsearch::text

#endif
