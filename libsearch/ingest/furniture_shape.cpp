#include "ingest/furniture_shape.hpp"

#include <cstdint>

#include "ingest/dates.hpp"
#include "ingest/page_number.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_number = 24;  // UTF-16 units of a page number and its ornaments

/// Words that only a footer has behind its date; "WTO: 2025年10月の改革" is a heading.
const pattern &rights() {
  static const pattern it(
      u"禁 ?無断|無断 ?(?:転載|複製|引用)|(?:転載|複製) ?(?:を)?(?:禁|不可|厳禁)|禁 ?(?:転載|複製)|不許 ?複製|©|Ⓒ|"
      u"\\(c\\) ?[A-Z0-9]|copyright|all rights? "
      u"reserved",
      letter_case::any);
  return it;
}

bool may_be_notice(const icu::UnicodeString &line) { return holds_any(line, u"禁転複断©Ⓒ(gGhH"); }

bool is_footer(const icu::UnicodeString &line) {
  // A name, a colon, a date: an institute's acronym or its name. Only behind an acronym may the
  // date stand alone, else 日時: 2025年10月28日 would be a footer.
  static const pattern acronym(u"[A-Z][A-Z0-9&.\\-]{1,19} ?: ?");
  static const pattern name(
      u"(?:[A-Z][A-Za-z0-9&.\\-]{0,19}(?: (?:of |for |and )?[A-Z][A-Za-z&.]{1,19}){0,5}"
      u"|(?![^:]*日 ?:)[\\p{Han}\\p{Hiragana}\\p{Katakana}ー・() ]{2,40}) ?: ?");
  static const pattern published(u"[ .,。、]*(?:掲載|公開|発行|発表)[ .,。、]*");
  if (line.indexOf(u':') < 0) return false;
  const auto date = find_date(line);
  if (!date) return false;
  const icu::UnicodeString before(line, 0, date->start);
  const icu::UnicodeString rest(line, date->end);
  const bool short_name = acronym.matches(before);
  if (!short_name && !name.matches(before)) return false;
  return published.matches(rest) || rights().found_in(rest) || (short_name && rest.isEmpty());
}

bool is_notice(const icu::UnicodeString &line) {
  static const pattern alone(
      u"[\\s\\-–—*※(\\[【]*(?:禁 ?無 ?断 ?(?:転 ?載|複 ?製)(?:[・ ]?(?:複 ?製|転 "
      u"?載))?|無断転載(?:を)?(?:禁(?:止|ず|じます|じる|じ)?|お断り).{0,12}"
      u"|(?:.{1,60}[ ・,、。])?(?:禁(?:無断)?(?:転載|複製)|(?:無断)?(?:転載|複製)(?:を)?(?:不可|禁止|厳禁|禁ず|禁じ(?:る|ます)|お断り(?:します)?))"
      u"|不許複製|(?:copyright|©|Ⓒ|\\(c\\)) ?(?:©|Ⓒ|\\(c\\)|(?:19|20)[0-9]{2}).{0,70}"
      u"|.{0,50}(?:©|Ⓒ) ?(?:19|20)[0-9]{2}.{0,50}"
      u"|(?:©|Ⓒ) ?.{1,60}(?:19|20)[0-9]{2}.{0,12}"
      u"|(?:(?:\\(c\\)|©|Ⓒ|copyright|本[稿誌書紙文号]|本資料|本レポート|本記事|当資料).{0,60}(?:無断|転載|複製|複写|引用|reproduction|reproduced|permission).{0,30}"
      u"(?:禁|ご遠慮|お断り|できません|不可|お控え|prohibited|not permitted|not allowed|reserved).{0,40})"
      u"|(?:\\(c\\)|©|Ⓒ|copyright).{0,80}[ .,]no (?:part|reproduction|unauthori[sz]ed|copying) .{4,80}"
      u"|(?:.{0,60}[ .])?reproduction (?:is )?(?:permitted|authori[sz]ed|allowed)(?: .{0,60})?"
      u"|.{0,60}reproduction without (?:prior |written )?permission (?:is )?prohibited.{0,10}"
      u"|(?:.{1,60}[ .,])?all rights reserved\\.?)[\\s\\-–—*※)\\]】。.]*",
      letter_case::any);
  static const pattern dated(
      u"(?:19|20)[0-9]{2} ?年 ?[0-9]{1,2} ?月 ?(?:[0-9]{1,2} ?日)? ?(?:掲載|公開)? ?禁 ?無 ?断 ?転 "
      u"?載");
  return alone.matches(line) || dated.matches(line);
}

}  // namespace

bool may_have_shape(std::string_view line) {
  const auto *bytes = reinterpret_cast<const std::uint8_t *>(line.data());
  std::size_t letters = 0;
  bool of_notice = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::uint8_t first = bytes[at];
    if (first < 0x80) {
      if (first == ':' || first == '(' || first == 'g' || first == 'G') return true;
      letters += first > 0x20;
      ++at;
      continue;
    }
    // What is neither kana nor kanji may be a full-width form or a sign of copyright.
    if (first < 0xE3 || first > 0xE9 || at + 2 >= line.size()) return true;
    // Without branches: kana and kanji take turns, and half the branches by kind would be guessed wrong.
    const unsigned whole = static_cast<unsigned>(first << 16 | bytes[at + 1] << 8 | bytes[at + 2]);
    of_notice |= (whole == 0xE7A681) | (whole == 0xE8BBA2) | (whole == 0xE8A487) | (whole == 0xE696AD);  // 禁 転 複 断
    letters += whole != 0xE38080;  // the wide blank
    at += 3;
  }
  return of_notice || letters <= longest_number;
}

furniture_shape shape_of(const icu::UnicodeString &line) {
  static const pattern bare(u"[0-9]{1,3}");
  if (line.length() > 160) return furniture_shape::none;
  if (line.length() <= 3 && bare.matches(line)) return furniture_shape::bare_number;
  if (line.length() <= static_cast<int32_t>(longest_number) && is_page_number(line)) return furniture_shape::page_number;
  if (may_be_notice(line) && is_notice(line)) return furniture_shape::notice;
  if (is_footer(line)) return furniture_shape::footer;
  // "KREI: 2025年6月掲載 2", "編集部・禁転載 - 2 -"
  if (const auto numbered = without_page_number(line)) {
    if (may_be_notice(numbered->rest) && is_notice(numbered->rest)) return furniture_shape::notice;
    if (is_footer(numbered->rest)) return furniture_shape::footer;
  }
  return furniture_shape::none;
}

bool is_closing(const icu::UnicodeString &line) {
  static const pattern it(u"\\(?以上\\)?[。.]?|\\((?:了|完|おわり|終わり)\\)|【(?:了|完)】");
  return line.length() <= 12 && it.matches(tight(line));
}

}  // namespace libsearch::ingest
