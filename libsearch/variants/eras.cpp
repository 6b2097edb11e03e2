#include "variants/eras.hpp"

#include <algorithm>
#include <optional>

#include "text/date_interval.hpp"
#include "text/eras.hpp"
#include "text/numbers.hpp"
#include "text/utf8.hpp"
#include "variants/letters.hpp"
#include "variants/number_spellings.hpp"
#include "variants/numerals.hpp"

namespace libsearch::variants {
namespace {

/// A date as it stands in a part; year of the Gregorian calendar, 0 for what is not said.
struct date {
  int year = 0, month = 0, day = 0;
  std::size_t end = 0;  // behind it, in characters
};

bool is_latin_or_digit(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'); }

class date_reader {
 public:
  explicit date_reader(const letters &part) : text_(part.characters()) {}

  std::optional<date> read(std::size_t at) const {
    const char32_t before = at > 0 ? text_[at - 1] : U'\0';
    for (const text::era &e : text::eras) {
      if (text_.substr(at, 2) == e.name) return read_in_era(e, at + 2, false);
      if (text_[at] == e.letter && !is_latin_or_digit(before) && at + 1 < text_.size() && text_[at + 1] >= U'0' &&
          text_[at + 1] <= U'9')
        return read_in_era(e, at + 1, true);
    }
    if (!text::is_numeral(text_[at]) || text::is_numeral(before) || is_latin_or_digit(before)) return std::nullopt;
    const bool joined = before == U'-' || before == U'/' || before == U'.' || before == U',';
    if (joined && at > 1 && is_latin_or_digit(text_[at - 2])) return std::nullopt;
    const auto year = number_at(at);
    if (!year || *year < 1868 || *year > 2200) return std::nullopt;
    return rest(*year, at, false);
  }

 private:
  std::optional<date> read_in_era(const text::era &e, std::size_t at, bool letter) const {
    const auto year = at < text_.size() && text_[at] == U'元' ? std::optional<int>((++at, 1)) : number_at(at);
    if (!year || *year < 1 || *year > 99) return std::nullopt;
    const auto found = rest(e.first_day / 10000 + *year - 1, at, letter);
    if (!found) return found;
    const auto days = text::interval_of(found->year, found->month, found->day);
    if (days->last < e.first_day) return std::nullopt;
    // 平成42年 was written before 2019 and means 2030; 平成31年6月 is a slip of the pen.
    if (days->first > e.last_day && found->year <= e.last_day / 10000) return std::nullopt;
    return found;
  }

  /// A number from `at` on, of digits without commas and points.
  std::optional<int> number_at(std::size_t &at) const {
    std::size_t end = at;
    while (end < text_.size() && text::is_numeral(text_[end])) ++end;
    std::size_t behind = 0;
    const auto read = text::read_number(text_.substr(at, end - at), behind);
    if (!read || read->value > 9999) return std::nullopt;
    at = end;
    return static_cast<int>(read->value);
  }

  std::optional<date> rest(int year, std::size_t at, bool letter) const {
    if (at >= text_.size()) return std::nullopt;
    date found{year, 0, 0, at};
    if (text_[at] == U'年') {
      // 1990年代 is ten years, 平成30年間 is thirty.
      if (at + 1 < text_.size() && (text_[at + 1] == U'代' || text_[at + 1] == U'間')) return std::nullopt;
      found.end = at + 1;
      read_unit(found.end, U'月', 12, found.month);
      if (found.month) read_unit(found.end, U'日', 31, found.day);
    } else if (text_[at] == U'.' || text_[at] == U'/' || text_[at] == U'-') {
      const char32_t separator = text_[at];
      if (!read_separated(found.end, separator, 12, found.month)) return std::nullopt;
      if (!read_separated(found.end, separator, 31, found.day) && (letter || separator == U'.')) return std::nullopt;
      if (found.end < text_.size() && text_[found.end] == separator) return std::nullopt;
    } else {
      return std::nullopt;
    }
    return text::interval_of(found.year, found.month, found.day) ? std::optional(found) : std::nullopt;
  }

  void read_unit(std::size_t &end, char32_t unit, int most, int &value) const {
    std::size_t at = end;
    const auto read = at < text_.size() ? number_at(at) : std::nullopt;
    if (!read || *read < 1 || *read > most || at >= text_.size() || text_[at] != unit) return;
    value = *read;
    end = at + 1;
  }

  bool read_separated(std::size_t &end, char32_t separator, int most, int &value) const {
    if (end + 1 >= text_.size() || text_[end] != separator || !is_latin_or_digit(text_[end + 1])) return false;
    std::size_t at = end + 1;
    const auto read = number_at(at);
    if (!read || *read < 1 || *read > most) return false;
    value = *read;
    end = at;
    return true;
  }

  std::u32string_view text_;
};

/// A year in one calendar, as digits: 2025, 令和7, 令和元.
struct year_name {
  std::string era;  // empty for the Gregorian calendar
  char letter = 0;
  int number = 0;
};

std::vector<year_name> names_of_year(const date &d) {
  std::vector<year_name> names{{"", 0, d.year}};
  const auto days = text::interval_of(d.year, d.month, d.day);
  for (const text::era &e : text::eras)
    if (days->first <= e.last_day && days->last >= e.first_day)
      names.push_back({text::encode(e.name), static_cast<char>(e.letter), d.year - e.first_day / 10000 + 1});
  return names;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

class date_writer {
 public:
  explicit date_writer(const date &d) : date_(d) {}

  std::vector<std::string> spellings() {
    const auto names = names_of_year(date_);
    for (const year_name &name : names) with_units(name);
    for (const year_name &name : names) separated(name);
    return std::move(texts_);
  }

 private:
  using writer = std::string (*)(int);
  static std::string ascii(int value) { return std::to_string(value); }
  static std::string kanji(int value) { return kanji_number(static_cast<std::uint64_t>(value)); }
  static std::string digits(int value) { return kanji_digits(std::to_string(value)); }

  std::string behind_year(writer write) const {
    std::string text = "年";
    if (date_.month) text += write(date_.month) + "月";
    if (date_.day) text += write(date_.day) + "日";
    return text;
  }

  void with_units(const year_name &name) {
    add(name.era + ascii(name.number) + behind_year(ascii));
    if (name.era.empty()) {
      add(digits(name.number) + behind_year(kanji));
      if (date_.month) add(digits(name.number) + behind_year(digits));
      else add(kanji(name.number) + behind_year(kanji));
      return;
    }
    if (name.number == 1) {
      add(name.era + "元" + behind_year(ascii));
      if (date_.month) add(name.era + "元" + behind_year(kanji));
    }
    add(name.era + kanji(name.number) + behind_year(kanji));
    add(name.era + digits(name.number) + behind_year(digits));
    add(name.letter + ascii(name.number) + behind_year(ascii));
  }

  void separated(const year_name &name) {
    if (!date_.month) return;
    const std::string year = std::to_string(name.number), month = std::to_string(date_.month);
    if (!name.era.empty()) {
      if (!date_.day) return;
      for (const char *separator : {".", "/"}) {
        const std::string rest = year + separator + month + separator + std::to_string(date_.day);
        add(name.era + rest);
        add(name.letter + rest);
      }
      return;
    }
    for (const char *separator : {"/", "-", "."}) {
      // 2025.10 may be any number.
      if (*separator == '.' && !date_.day) continue;
      std::string plain = year + separator + month, padded = year + separator + two_digits(date_.month);
      if (date_.day) {
        plain += separator + std::to_string(date_.day);
        padded += separator + two_digits(date_.day);
      }
      add(padded);
      add(plain);
    }
  }

  void add(std::string text) {
    if (std::find(texts_.begin(), texts_.end(), text) == texts_.end()) texts_.push_back(std::move(text));
  }

  const date date_;
  std::vector<std::string> texts_;
};

}  // namespace

void append_eras(std::string_view part, const vocabulary &, replacements &found) {
  if (part.size() < 5 || !may_hold_numerals(part)) {
    // 令和元年 has no numeral.
    if (part.find("元年") == std::string_view::npos) return;
  }
  const letters points(part);
  const date_reader reader(points);
  for (std::size_t at = 0; at < points.size();) {
    const auto date = reader.read(at);
    if (!date) {
      ++at;
      continue;
    }
    const std::size_t from = points.offset(at), to = points.offset(date->end);
    for (const std::string &other : date_writer(*date).spellings())
      if (other != part.substr(from, to - from)) found.push_back({from, to, other, group::era, false, false, true});
    at = date->end;
  }
}

}  // namespace libsearch::variants
