#include "ingest/page_dates.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

bool is_digits(std::string_view text, std::size_t count) { return text.size() == count && text.find_first_not_of("0123456789") == npos; }

bool is_between(std::string_view digits, int least, int most) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value >= least && value <= most;
}

bool is_year(std::string_view text) { return is_digits(text, 4) && is_between(text, 1990, 2100); }
bool is_month(std::string_view text) { return is_digits(text, 2) && is_between(text, 1, 12); }
bool is_day(std::string_view text) { return is_digits(text, 2) && is_between(text, 1, 31); }

}  // namespace

std::string date_of_address(std::string_view address) {
  constexpr std::size_t longest = 2000;
  if (address.size() > longest) return {};
  const std::vector<std::string_view> parts = split(address.substr(0, address.find_first_of("?#")), '/');
  // The last part may be the text's own number; a year and a month alone must have something behind them.
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    if (!is_year(parts[i]) || !is_month(parts[i + 1])) continue;
    const std::string month = std::string(parts[i]) + "-" + std::string(parts[i + 1]);
    return is_day(parts[i + 2]) ? month + "-" + std::string(parts[i + 2]) : month;
  }
  return {};
}

std::optional<std::string> date_of_change(const icu::UnicodeString &line) {
  static const pattern it(u"[\\[(【]?(?:(?:最終)?更新(?:日時?|年月日)?|(?:最終)?改[訂定](?:日|年月日)?|(?:last )?(?:updated|modified|revised)(?: on)?)[】\\])]? ?[:：/]? ?(?=[^ ]).*", letter_case::any);
  if (line.length() > 60 || !begins_with_any(line, u"最更改lLuUmMrR", u"[(【") || !holds_any(line, u"0123456789〇一二三四五六七八九元") || !it.matches(line)) return std::nullopt;
  const auto date = find_date(line);
  return date ? std::optional(date->date) : std::nullopt;
}

std::optional<std::string> date_of_event(const icu::UnicodeString &line) {
  static const pattern it(u"[■◆●【\\[(]*(?:開催(?:日時?|年月日|期間)|日時|会期|講演日時?|収録日|取材日|実施日|event dates?|dates? and time)[】\\])]*(?: ?[:/] ?| )(.{6,80})", letter_case::any);
  if (line.length() > 100 || !begins_with_any(line, u"開日会講収取実eEdD", u"■◆●【[(")) return std::nullopt;
  const auto match = it.match(line);
  const auto date = match ? find_date(match->groups[1]) : std::nullopt;
  return date ? std::optional(date->date) : std::nullopt;
}

std::optional<std::string> date_of_publication(icu::UnicodeString line) {
  static const pattern it(u"[(\\[]?(?:((?:19|20)[0-9]{2}年)[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:取材|収録|開催|実施|執筆)[、,/・ ]{1,2})?((?:(?:19|20)[0-9]{2}|(?:平成|令和) ?[0-9元]{1,2})年 ?|同年)([0-9]{1,2}月 ?(?:[0-9]{1,2}日)?) ?(?:に)?(?:掲載|公開|公表|配信|発表|発行)[)\\]]?");
  if (line.length() > 40 || !ends_with_any(line, u"載開表信行)]") || !holds_any(line, u"月")) return std::nullopt;
  const auto match = it.match(line);
  if (!match) return std::nullopt;
  const bool same_year = match->groups[2] == u"同年";
  if (same_year && match->groups[1].isEmpty()) return std::nullopt;
  const auto date = find_date((same_year ? match->groups[1] : match->groups[2]) + match->groups[3]);
  return date ? std::optional(date->date) : std::nullopt;
}

void take_change_date(markup &page) {
  static const pattern changed(u"\\b(?:updated|modified|revised|changed)\\b|最終更新|更新日|最終改訂", letter_case::any);
  if (!page.date.empty() || !page.change_date.empty()) return;
  constexpr std::size_t longest = 300, most = 40;
  for (std::size_t k = 0; k < std::min(most, page.blocks.size()); ++k) {
    const text_block &one = page.blocks[page.blocks.size() - 1 - k];
    if (one.text.size() > longest) continue;
    const icu::UnicodeString line = fold(one.text);
    if (const auto date = find_date(line); date && changed.found_in(line)) {
      page.change_date = date->date;
      return;
    }
  }
}

void take_dateline(markup &page, const region_verdicts &verdicts) {
  constexpr std::size_t longest = 160;  // bytes that a dateline may take
  static const pattern latin(u"\\(?\\p{Lu}[\\p{Lu} .'’-]{1,40}(?:, [A-Z][A-Za-z. ]{1,30})?[,:(] ?(?=\\p{Lu}|[0-9])(.{8,22}?(?:19|20)[0-9]{2})\\)? ?[-–—―]{1,2} ?\\p{L}.*");
  static const pattern japanese(u"[【\\[(](?:[\\p{Han}\\p{Katakana}ー・]{2,10}[ 、,/:=]?)?((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?:[ 、,/:=][^】\\])]{1,16})?[】\\])].*");
  const auto has_date = [](const std::string &line) { return find_date(fold(line)).has_value(); };
  if (!page.date.empty() || std::any_of(page.head.begin(), page.head.end(), has_date)) return;
  for (const text_block &one : page.blocks) {
    if (!is_prose(one) || verdicts.is_furniture(one.region)) continue;
    icu::UnicodeString line = fold(one.text.substr(0, longest));
    auto match = begins_with_any(line, u"【[(") ? japanese.match(line) : std::nullopt;
    if (!match) match = latin.match(line);
    if (match && find_date(match->groups[1])) page.head.push_back(to_utf8(match->groups[1]));
    return;
  }
}

}  // namespace libsearch::ingest
