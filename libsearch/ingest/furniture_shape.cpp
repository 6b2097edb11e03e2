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

/// Letters, of a line of any kind; no more than needed are counted.
static bool has_few_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters <= longest_number;) letters += !is_blank(next(text, at));
  return letters <= longest_number;
}

bool may_have_shape(const line &one) {
  // No character has more columns than two.
  if ((one.blanks || one.width <= 2 * longest_number) && has_few_letters(one.text)) return true;
  const auto *bytes = reinterpret_cast<const std::uint8_t *>(one.text.data());
  std::uint8_t found = 0, last = 0;  // without branches, so that many bytes are looked at at once
  for (std::size_t i = 0; i < one.text.size(); ++i) {
    const std::uint8_t b = bytes[i];
    // What is neither kana nor kanji may be a full-width form or a sign of copyright.
    found |= ((b >= 0xC0) & (b < 0xE3)) | (b > 0xE9) | (b == ':') | (b == '(') | ((b | 0x20) == 'g');
  }
  for (std::size_t i = 1; i < one.text.size(); ++i) {
    const std::uint8_t b = bytes[i - 1], c = bytes[i];
    last |= ((b == 0xA6) & (c == 0x81)) | ((b == 0xBB) & (c == 0xA2)) | ((b == 0xA4) & (c == 0x87)) | ((b == 0x96) & (c == 0xAD));  // of 禁 転 複 断
  }
  return found != 0 || (last != 0 && (holds_sign(one.text, "禁") || holds_sign(one.text, "転") || holds_sign(one.text, "複") || holds_sign(one.text, "断")));
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
