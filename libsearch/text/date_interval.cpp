#include "text/date_interval.hpp"

#include <algorithm>
#include <vector>

#include "text/char_class.hpp"
#include "text/eras.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

int days_of_month(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

int kanji_digit(char32_t c) {
  static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

/// Reads a number in ASCII digits, kanji digits (二〇二五) or kanji with 十 (二十八).
std::optional<int> read_number(std::u32string_view text, std::size_t &at) {
  const std::size_t start = at;
  int value = 0;
  while (at < text.size() && at - start < 6) {
    const char32_t c = text[at];
    if (c >= U'0' && c <= U'9') value = value * 10 + static_cast<int>(c - U'0');
    else if (c == U'十') {
      const bool units = at + 1 < text.size() && kanji_digit(text[at + 1]) > 0;
      value = (at == start ? 1 : value) * 10;
      if (units) value += kanji_digit(text[++at]);
    } else if (kanji_digit(c) >= 0) value = value * 10 + kanji_digit(c);
    else break;
    ++at;
  }
  if (at == start) return std::nullopt;
  return value;
}

/// Reads one date from the start of `text` to its end.
std::optional<date_interval> read_date(std::u32string_view text) {
  std::size_t at = 0;
  const era *in_era = nullptr;
  for (const era &e : eras) {
    if (text.substr(0, 2) == e.name) in_era = &e, at = 2;
    else if (text.size() > 1 && text[0] == e.letter && text[1] >= U'0' && text[1] <= U'9') in_era = &e, at = 1;
    if (in_era) break;
  }
  std::optional<int> year;
  if (in_era && at < text.size() && text[at] == U'元') year = 1, ++at;
  else year = read_number(text, at);
  if (!year) return std::nullopt;

  int parts[2] = {0, 0};
  static constexpr std::u32string_view separators = U"-/.", units = U"年月日";
  for (int i = 0; i < 2; ++i) {
    const bool unit = at < text.size() && text[at] == units[static_cast<std::size_t>(i)];
    if (!unit && (at >= text.size() || separators.find(text[at]) == std::u32string_view::npos)) break;
    ++at;
    if (unit && at == text.size()) break;
    const auto number = read_number(text, at);
    if (!number || *number == 0) return std::nullopt;
    parts[i] = *number;
  }
  if (at < text.size() && text[at] == units[parts[1] ? 2 : 1] && parts[0]) ++at;
  if (at != text.size()) return std::nullopt;

  if (!in_era) return *year >= 1000 ? interval_of(*year, parts[0], parts[1]) : std::nullopt;
  if (*year < 1 || *year > 999) return std::nullopt;
  auto found = interval_of(in_era->first_day / 10000 + *year - 1, parts[0], parts[1]);
  if (!found || found->last < in_era->first_day || found->first > in_era->last_day) return std::nullopt;
  // The year of an accession belongs to two eras: only its own days count.
  found->first = std::max(found->first, in_era->first_day);
  found->last = std::min(found->last, in_era->last_day);
  return found;
}

}  // namespace

std::optional<date_interval> interval_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (month == 0) return date_interval{year * 10000 + 101, year * 10000 + 1231};
  if (day > days_of_month(year, month)) return std::nullopt;
  const int start = year * 10000 + month * 100;
  if (day == 0) return date_interval{start + 1, start + days_of_month(year, month)};
  return date_interval{start + day, start + day};
}

std::optional<date_interval> parse_date(std::string_view date) {
  const auto digits = [&](std::size_t from, std::size_t count) -> int {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
      if (date[i] < '0' || date[i] > '9') return -1;
      value = value * 10 + (date[i] - '0');
    }
    return value;
  };
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
  const int year = digits(0, 4);
  if (year < 1) return std::nullopt;
  if (date.size() == 4) return interval_of(year, 0, 0);
  const int month = date[4] == '-' ? digits(5, 2) : -1;
  if (month < 1) return std::nullopt;
  if (date.size() == 7) return interval_of(year, month, 0);
  const int day = date[7] == '-' ? digits(8, 2) : -1;
  if (day < 1) return std::nullopt;
  return interval_of(year, month, day);
}

std::optional<date_interval> parse_date_range(std::string_view text) {
  std::u32string s = decode(normalize_only(repair(text)));
  std::erase_if(s, is_white_space);
  // NFKC makes … of three dots only in the other direction; 〜 and ~ are common for ranges.
  std::size_t dots = s.find(U".."), width = 2;
  if (dots == std::u32string::npos) {
    dots = s.find_first_of(U"~〜");
    width = 1;
  }
  const std::u32string_view all = s;
  if (dots == std::u32string::npos) return read_date(all);
  const auto left = all.substr(0, dots), right = all.substr(dots + width);
  if (left.empty() && right.empty()) return std::nullopt;
  date_interval range;
  if (!left.empty()) {
    const auto from = read_date(left);
    if (!from) return std::nullopt;
    range.first = from->first;
  }
  if (!right.empty()) {
    const auto to = read_date(right);
    if (!to) return std::nullopt;
    range.last = to->last;
  }
  return range;
}

}  // namespace libsearch::text
