#include "ingest/dates.hpp"

#include <array>
#include <cstdio>
#include <string_view>

#include <libsearch/document.hpp>
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

const pattern &japanese_date() {
  static const pattern it(
      u"(?:(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\\.?) "
      u"?(元|[0-9〇零一二三四五六七八九十]{1,3})"
      u"|(?<![0-9])((?:1[89]|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})(?: "
      u"?\\([^()]{2,6}年?\\))?)"
      u" ?年?(?: ?\\([^()]{2,6}年\\))?(?<=年|年\\)) ?([0-9〇零一二三四五六七八九十]{1,3}) ?月"
      u"(?: ?([0-9〇零一二三四五六七八九十]{1,3}) ?日)?");
  return it;
}

const pattern &numeric_date() {
  static const pattern it(
      u"(?<![0-9./ァ-ヶー-])(?<!(?:DP|WP|RP|TP|PB|No\\.) ?)((?:1[89]|20)[0-9]{2})([-/.])([01]?[0-9])(?:\\2([0-3]?[0-9]))?(?![0-9./-])");
  return it;
}

/// 24/11/08 掲載: two digits are a year only beside such a word.
const pattern &short_year() {
  static const pattern it(
      u"(?<![0-9./-])([0-9]{2})([/.])([01]?[0-9])\\2([0-3]?[0-9])(?= ?(?:掲載|発行|公開|発表|更新|配信|付))");
  return it;
}

/// 14/11/2023, 11/14/2023, 14.11.2023
const pattern &year_last() {
  static const pattern it(u"(?<![0-9./-])([0-3]?[0-9])([/.])([0-3]?[0-9])\\2((?:19|20)[0-9]{2})(?![0-9./-])");
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
  static const pattern it(u"(?<![0-9./-])(?<!No\\. )([0-3]?[0-9])(?:(?:st|nd|rd|th)? (?:of )?|-)" +
                              std::u16string(months) + u"(?:,? |-)((?:1[89]|20)[0-9]{2})(?![0-9])",
                          letter_case::any);
  return it;
}

/// "2019 April", "2019 Apr 3"
const pattern &year_first() {
  static const pattern it(u"(?<![0-9./-])((?:19|20)[0-9]{2}),? " + std::u16string(months) + u"(?: ([0-3]?[0-9]))?(?![a-z0-9])", letter_case::any);
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

/// Day and month stand in either order; where both may be, the year is all that is known.
static std::optional<found_date> from_year_last(const pattern_match &match) {
  const auto &group = match.groups;
  const int first = number(group[1]), second = number(group[3]), year = number(group[4]);
  if (first > 12 || group[2] == u".") return made(match, year, second, first);
  if (second > 12) return made(match, year, first, second);
  if (first == second) return made(match, year, first, first);
  return found_date{std::to_string(year), match.start, match.end};
}

/// 2023. 5. 9
static std::optional<found_date> find_spaced_date(const icu::UnicodeString &line) {
  static const pattern it(u"(?<![0-9./-])((?:19|20)[0-9]{2})\\. ([01]?[0-9])\\. ?([0-3]?[0-9])(?![0-9/-])\\.?");
  const auto match = line.indexOf(u". ") > 0 ? it.find(line) : std::nullopt;
  return match ? made(*match, number(match->groups[1]), number(match->groups[2]), number(match->groups[3])) : std::nullopt;
}

static std::optional<found_date> find_numeric_date(const icu::UnicodeString &line) {
  const auto match = numeric_date().find(line);
  if (!match) {
    if (const auto last = year_last().find(line)) return from_year_last(*last);
    if (auto spaced = find_spaced_date(line)) return spaced;
    const auto brief = short_year().find(line);
    if (!brief) return std::nullopt;
    const int year = number(brief->groups[1]);
    return made(*brief, year < 70 ? 2000 + year : 1900 + year, number(brief->groups[3]), number(brief->groups[4]));
  }
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
  if (auto match = day_first().find(line)) {
    // 21–22 February 2024
    static const pattern first_day(u".*?(?<![0-9])([0-3]?[0-9]) ?[-–—~] ?");
    const auto &group = match->groups;
    const auto range = first_day.match(icu::UnicodeString(line, 0, match->start));
    if (range) match->start -= range->groups[0].length() - range->groups[0].lastIndexOf(range->groups[1]);
    return made(*match, number(group[3]), month_of(group[2]), number(range ? range->groups[1] : group[1]));
  }
  if (const auto match = month_first().find(line)) {
    const auto &group = match->groups;
    return made(*match, number(group[3]), month_of(group[1]), optional_number(group[2]));
  }
  if (const auto match = holds_any(line, u"12") ? year_first().find(line) : std::nullopt) {
    const auto &group = match->groups;
    return made(*match, number(group[1]), month_of(group[2]), optional_number(group[3]));
  }
  return signs.separator ? find_numeric_date(line) : std::nullopt;
}

std::optional<found_date> find_issue(const icu::UnicodeString &line) {
  static const pattern it(u"[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]{2,14} ?((?:19|20)[0-9]{2})・([01]?[0-9])");
  const auto match = line.length() <= 24 && line.indexOf(u'・') > 0 ? it.match(line) : std::nullopt;
  return match ? made(*match, number(match->groups[1]), number(match->groups[2]), 0) : std::nullopt;
}

std::optional<found_date> find_season(const icu::UnicodeString &line) {
  static const pattern it(u"(?<![0-9])((?:19|20)[0-9]{2}|[一二][〇一二三四五六七八九]{3}) ?年? ?[春夏秋冬](?:季?号|季|(?= |$|[)、,]))");
  static const pattern latin(u"\\b(?:Spring|Summer|Autumn|Fall|Winter),? ((?:19|20)[0-9]{2})(?![0-9])|(?<![0-9])((?:19|20)[0-9]{2}),? (?:Spring|Summer|Autumn|Fall|Winter)\\b", letter_case::any);
  if (line.length() > 120) return std::nullopt;
  auto match = holds_any(line, u"春夏秋冬") ? it.find(line) : std::nullopt;
  if (!match && holds_any(line, u"0123456789") && holds_any(line, u"SAFWsafw")) match = latin.find(line);
  if (!match) return std::nullopt;
  const bool year_first = match->groups.size() > 2 && match->groups[1].isEmpty();
  return found_date{std::to_string(number(match->groups[year_first ? 2 : 1])), match->start, match->end};
}

namespace {

/// What a date stands for, by the words beside it; the larger, the more it is the document's own.
enum class date_kind { change, receipt, acceptance, plain, publication };

const pattern &receipt() {
  static const pattern it(u"受付|受理前|受領|投稿|提出|received|submitted", letter_case::any);
  return it;
}

const pattern &acceptance() {
  static const pattern it(u"受理|採録|採択|accepted", letter_case::any);
  return it;
}

date_kind kind_of(const icu::UnicodeString &words) {
  static const pattern change(u"更新|改訂|改定|修正|updated|revised|modified", letter_case::any);
  static const pattern publication(u"掲載|公開|発行|発表|刊行|配信|published|posted|issued|released", letter_case::any);
  if (publication.found_in(words)) return date_kind::publication;
  if (change.found_in(words)) return date_kind::change;
  if (receipt().found_in(words)) return date_kind::receipt;
  if (acceptance().found_in(words)) return date_kind::acceptance;
  return date_kind::plain;
}

}  // namespace

bool is_receipt(const icu::UnicodeString &line) {
  const date_kind kind = kind_of(line);
  // (Manuscript received Aug. 3, 2020, revised Nov. 20, 2020)
  return kind == date_kind::receipt || kind == date_kind::acceptance || (kind == date_kind::change && (receipt().found_in(line) || acceptance().found_in(line)));
}

bool goes_with_date(const icu::UnicodeString &words) {
  static const pattern it(
      u"(?:[\\s()\\[\\]<>《》〈〉【】〔〕:;/|,.、・~〜\\-–—]"
      u"|[-~〜–] ?(?:[0-9]{1,2} ?月 ?)?[0-9]{1,2} ?日"
      u"|(?:掲載|公開|発行|公表|報告|更新|最終更新|改訂|改定|修正|作成|執筆|脱稿|発表|投稿|配信|講演|刊行|受付|受領|受理|採録|採択|提出|収録|開催)年?月?(?:日)?時?"
      u"|於[・:]? ?[^ 、,()。]{1,14}|(?<=[ )])(?-i:\\p{Han}{1,6})[都府県市区町村]|[0-9]{1,2} [a-z\\u00E0-\\u00FF]{3,10}\\.? (?:19|20)[0-9]{2}|全 ?[0-9]{1,3} ?(?:頁|ページ)|日 ?[付時]|年月日|記|付け?|現在|初稿|初出|原稿|稿|[0-9]{1,2} ?[:時] ?[0-9]{0,2} ?分?(?: ?(?:[ap]\\.?m\\.?|gmt|utc|jst|bst|est|edt|cet))?|午[前後]|より|から|まで"
      u"|(?:last |first |originally |revised |manuscript )?(?:published|posted|updated|issued|released|revised|modified|received|submitted|"
      u"accepted|presented|delivered)(?: online)?(?: on)?|(?:this |first |current |present |preliminary )?(?:version|draft)(?: of)?|date|on|and|as of|version|embargoed? until|for release|[月火水木金土日](?:曜日?)?|[・ ]?祝|"
      u"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[^ 、,()。]{1,12}(?:にて|報告|講演|発表|開催)|(?-i:\\p{Han}{1,8})日 ?:)*",
      letter_case::any);
  return words.isEmpty() || (words.length() <= 40 && words.indexOf(u'。') < 0 && it.matches(words));
}

std::optional<std::string> date_line(const icu::UnicodeString &line) {
  static const pattern year_only(u"\\(?(?:(?:spring|summer|autumn|fall|winter),? )?((?:19|20)[0-9]{2}) ?年?(?: ?[春夏秋冬]季?号?)?(?:年? ?(?:執筆|掲載|発行|発表|刊行|公開|脱稿|記))?\\)?",
                                 letter_case::any);
  if (line.length() > 90) return std::nullopt;
  std::optional<std::string> best;
  date_kind best_kind = date_kind::change;
  icu::UnicodeString rest = line;
  std::optional<found_date> next;
  for (auto date = find_date(rest); date; date = next) {
    const icu::UnicodeString before(rest, 0, date->start);
    rest.remove(0, date->end);
    next = find_date(rest);
    // "2023年4月1日掲載、2024年2月10日更新": the words up to a separator behind it are this date's, or those before it.
    icu::UnicodeString behind = next ? icu::UnicodeString(rest, 0, next->start) : rest;
    for (const char16_t mark : {u'、', u',', u';', u'/', u'|'})
      if (const int32_t at = behind.indexOf(mark); at >= 0) behind.truncate(at);
    // 受付:2020年6月19日 発行:2020年12月: a label is the next date's.
    if (next && behind.trim().endsWith(u":")) behind.truncate(std::max(behind.lastIndexOf(u' '), 0));
    // "August 29, 2025 (2025年8月29日)"
    const auto again = has_latin_letter(before) ? find_date(before) : std::nullopt;
    const bool same = again && again->date == date->date && goes_with_date(icu::UnicodeString(before, 0, again->start)) && goes_with_date(icu::UnicodeString(before, again->end));
    if ((!same && !goes_with_date(before)) || !goes_with_date(behind)) return std::nullopt;
    const date_kind said = kind_of(behind) != date_kind::plain ? kind_of(behind) : kind_of(before);
    if (!best || said > best_kind) {
      best = date->date;
      best_kind = said;
    }
  }
  if (best) return goes_with_date(rest) ? best : std::nullopt;
  if (const auto match = year_only.match(line)) return std::to_string(number(match->groups[1]));
  return std::nullopt;
}

}  // namespace libsearch::ingest
