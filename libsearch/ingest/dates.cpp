#include "ingest/dates.hpp"

#include <array>
#include <cstdio>
#include <string_view>

#include <libsearch/document.hpp>
#include "ingest/pattern.hpp"

namespace libsearch::ingest {

namespace {

const pattern &japanese_date() {
  static const pattern it(
      u"(?:(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\\.?) "
      u"?(元|[0-9〇零一二三四五六七八九十]{1,3})"
      u"|(?<![0-9])((?:1[89]|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})(?: "
      u"?\\([^()]{2,6}年?\\))?)"
      u" ?年?(?<=年|年\\)) ?([0-9〇零一二三四五六七八九十]{1,3}) ?月"
      u"(?: ?([0-9〇零一二三四五六七八九十]{1,3}) ?日)?");
  return it;
}

const pattern &numeric_date() {
  static const pattern it(
      u"(?<![0-9./-])((?:1[89]|20)[0-9]{2})([-/.])([01]?[0-9])(?:\\2([0-3]?[0-9]))?(?![0-9./-])");
  return it;
}

/// R5.7.21
const pattern &short_era() {
  static const pattern it(
      u"(?<![A-Za-z0-9])([MTSHR])\\.? ?([0-9]{1,2})([-/.])([01]?[0-9])\\3([0-3]?[0-9])(?![0-9./-])");
  return it;
}

constexpr std::u16string_view months =
    u"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    u"(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?\\.?";

const pattern &month_first() {
  static const pattern it(
      u"\\b" + std::u16string(months) +
          u",? (?:([0-3]?[0-9])(?:st|nd|rd|th)?,? )?((?:1[89]|20)[0-9]{2})(?![0-9])",
      letter_case::any);
  return it;
}

const pattern &day_first() {
  static const pattern it(u"(?<![0-9])([0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?" +
                              std::u16string(months) + u",? ((?:1[89]|20)[0-9]{2})(?![0-9])",
                          letter_case::any);
  return it;
}

int digit(char16_t c) {
  static constexpr std::u16string_view kanji = u"〇一二三四五六七八九";
  if (c >= u'0' && c <= u'9') return c - u'0';
  if (c == u'零') return 0;
  const std::size_t at = kanji.find(c);
  return at == std::u16string_view::npos ? -1 : static_cast<int>(at);
}

int era_start(const icu::UnicodeString &name) {
  switch (name[0]) {
    case u'明':
    case u'M':
      return 1868;
    case u'大':
    case u'T':
      return 1912;
    case u'昭':
    case u'S':
      return 1926;
    case u'平':
    case u'H':
      return 1989;
    default:
      return 2019;
  }
}

int month_of(icu::UnicodeString name) {
  static constexpr std::array<const char16_t *, 12> starts = {u"jan", u"feb", u"mar", u"apr",
                                                              u"may", u"jun", u"jul", u"aug",
                                                              u"sep", u"oct", u"nov", u"dec"};
  name.toLower();
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (name.startsWith(starts[i])) return static_cast<int>(i) + 1;
  return 0;
}

/// `day` is 0 when there is none. What names no real day is no date.
std::optional<found_date> made(const pattern_match &match, int year, int month, int day) {
  char buffer[32];
  if (day > 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  else
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  if (year < 1868 || !is_date(buffer)) return std::nullopt;
  return found_date{buffer, match.start, match.end};
}

/// Most lines hold no date, and a look at their characters costs less than a pattern.
struct date_signs {
  bool month = false, digit = false, letter = false, separator = false;

  explicit date_signs(const icu::UnicodeString &line) {
    const char16_t *text = line.getBuffer();
    for (int32_t i = 0; i < line.length(); ++i) {
      const char16_t c = text[i];
      if (c == u'月') month = true;
      else if (c >= u'0' && c <= u'9') digit = true;
      else if ((c | 0x20) >= u'a' && (c | 0x20) <= u'z') letter = true;
      else if (c == u'-' || c == u'/' || c == u'.') separator = true;
    }
  }
};

int optional_number(const icu::UnicodeString &digits) {
  return digits.isEmpty() ? 0 : number(digits);
}

std::optional<found_date> from_japanese(const pattern_match &match) {
  const auto &group = match.groups;
  const int year =
      group[1].isEmpty() ? number(group[3]) : era_start(group[1]) + number(group[2]) - 1;
  return made(match, year, number(group[4]), optional_number(group[5]));
}

}  // namespace

int number(const icu::UnicodeString &digits) {
  if (digits == u"元") return 1;
  int value = 0;
  for (int32_t i = 0; i < digits.length(); ++i) {
    if (digits[i] == u'十') {
      // 十 after a digit multiplies it, alone it is ten; the ones follow by place.
      value = (value == 0 ? 1 : value) * 10;
      const int ones = i + 1 < digits.length() ? digit(digits[i + 1]) : 0;
      return ones < 0 || i + 2 < digits.length() ? -1 : value + ones;
    }
    const int one = digit(digits[i]);
    if (one < 0) return -1;
    value = value * 10 + one;
  }
  return digits.isEmpty() ? -1 : value;
}

static std::optional<found_date> find_numeric_date(const icu::UnicodeString &line) {
  const auto match = numeric_date().find(line);
  if (!match) return std::nullopt;
  const auto &group = match->groups;
  return made(*match, number(group[1]), number(group[3]), optional_number(group[4]));
}

std::optional<found_date> find_date(const icu::UnicodeString &line) {
  if (line.length() > 400) return std::nullopt;
  const date_signs signs(line);
  if (signs.month)
    if (const auto match = japanese_date().find(line)) return from_japanese(*match);
  if (!signs.digit || (!signs.letter && !signs.separator)) return std::nullopt;
  if (!signs.letter) return find_numeric_date(line);
  if (signs.separator)
    if (const auto match = short_era().find(line)) {
      const auto &group = match->groups;
      return made(*match, era_start(group[1]) + number(group[2]) - 1, number(group[4]), number(group[5]));
    }
  if (const auto match = day_first().find(line)) {
    const auto &group = match->groups;
    return made(*match, number(group[3]), month_of(group[2]), number(group[1]));
  }
  if (const auto match = month_first().find(line)) {
    const auto &group = match->groups;
    return made(*match, number(group[3]), month_of(group[1]), optional_number(group[2]));
  }
  return signs.separator ? find_numeric_date(line) : std::nullopt;
}

std::optional<std::string> date_line(const icu::UnicodeString &line) {
  static const pattern beside(
      u"[\\s()\\[\\]<>【】〔〕:,.、\\-–—]*(?:"
      u"(?:掲載|公開|発行|更新|作成|執筆|脱稿|発表|投稿|配信|講演|日付)日?|記|付け?|現在|"
      u"(?:originally )?(?:published|posted|updated|issued|released)(?: on)?|date|on|"
      u"[月火水木金土日](?:曜日?)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
      u"?"
      u"[\\s()\\[\\]<>【】〔〕:,.、\\-–—]*",
      letter_case::any);
  // The day of a later change says less than the day it came out.
  static const pattern change(
      u"[ |/;,、・(\\[]*(?:(?:last )?(?:updated|revised|modified)|(?:最終)?更新日?|改訂|改定)[ :]*.{4,20}[)\\]]?", letter_case::any);
  static const pattern year_only(u"\\(?((?:19|20)[0-9]{2})年?\\)?");
  if (line.length() > 60) return std::nullopt;
  if (const auto date = find_date(line)) {
    if (beside.matches(icu::UnicodeString(line, 0, date->start)) &&
        (beside.matches(icu::UnicodeString(line, date->end)) || change.matches(icu::UnicodeString(line, date->end))))
      return date->date;
    return std::nullopt;
  }
  if (const auto match = year_only.match(line)) return std::to_string(number(match->groups[1]));
  return std::nullopt;
}

}  // namespace libsearch::ingest
