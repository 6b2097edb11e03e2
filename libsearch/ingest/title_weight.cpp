#include "ingest/title_weight.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "ingest/dates.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t small = 12, wide = 24;  // columns

/// ◇海外駐在員だより◇, (お客様限り), [コラム] 品質雑記帳, ●収蔵庫から
bool is_enclosed(const icu::UnicodeString &line) {
  static const pattern it(u"[【<〈《〔\\[(].{1,24}[】>〉》〕\\])]|[【<〈《〔\\[].{1,12}[】>〉》〕\\]] ?.{0,12}|([◇◆■□●○★☆▼▲]).{1,20}\\1 ?.{0,10}|[◇◆■□●○★☆▼▲◎] ?[^ ]{2,9}|特集 ?[◎:/・].{2,24}");
  return it.matches(line);
}

bool has_number_of_paper(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:No|Vol|Nr)\\.? ?|第 ?|[A-Z]{2,6}-?|[:/] ?[A-Z])[0-9]{1,5}(?:-[0-9A-Z]+)*(?: ?[号巻集輯])?(?= |$|[)(])|(?:19|20)[0-9]{2}-[A-Z]-[0-9]{1,3}", letter_case::any);
  return holds_any(line, u"0123456789") && it.found_in(line);
}

/// Whether a kana stands between words as it only does in a phrase: 港の水素, but not かなの.
bool has_particle(const icu::UnicodeString &line) {
  constexpr std::u16string_view one = u"のをはがにとへでかもや", quotes = u"「『」』()?";
  const auto is_word = [&](char16_t c) { return is_han(c) || (is_kana(c) && (c < 0x3041 || c > 0x3096)) || (c < 0x80 && u_isalnum(c)) || quotes.find(c) != npos; };
  for (int32_t i = 1; i < line.length(); ++i) {
    if (!is_word(line[i - 1])) continue;
    int32_t length = one.find(line[i]) != npos ? 1 : 0;
    for (const char16_t *more : {u"から", u"まで", u"より"})
      if (line.compare(i, 2, more) == 0) length = 2;
    if (length > 0 && (i + length >= line.length() || is_word(line[i + length]))) return true;
  }
  return false;
}

int weight_of_japanese(const icu::UnicodeString &line, bool phrase) {
  int weight = phrase ? 2 : 0;
  if (!has_hiragana(line)) --weight;
  if (ends_with_any(line, u"?か!")) ++weight;
  const words parts = split_words(line);
  if (!parts.empty() && is_organisation(parts.back())) weight -= 3;
  return weight;
}

int weight_of_latin(const icu::UnicodeString &line) {
  static const pattern joins(u"\\b(?:of|the|and|for|in|to|an?|from|on|with|after|how|why|is|are|do|does|can)\\b");
  const std::size_t count = split_words(line).size();
  int weight = count >= 5 ? 1 : count <= 3 ? -1 : 0;
  if (joins.found_in(line)) ++weight;
  const bool capitals = icu::UnicodeString(line).toUpper(icu::Locale::getRoot()) == line;
  if (capitals) --weight;
  if (holds_any(line, u":?")) ++weight;
  const auto as_titled = [&] { return icu::UnicodeString(line).toTitle(nullptr, icu::Locale::getRoot()); };
  if (count <= 6 && (names_institution(line) || (capitals && names_institution(as_titled())))) weight -= 3;
  // "Northern Tidal Energy Council": what ends so is the institute itself
  if (count <= 8 && names_institution(split_words(line).back())) weight -= 1;
  return weight;
}

}  // namespace

bool names_series(const icu::UnicodeString &line) {
  // A look at the last character costs less than the pattern.
  constexpr std::u16string_view ends = u"スト信りルーズイムントグォ月報要集叢書告究座点壇想帳話言査説く料文覧号」』";
  constexpr std::u16string_view latin_ends = u"sSfFgGtTwWnNlLrRyYkKmMoOeE0123456789";
  if (line.length() > 60 || !(ends_with_any(line, ends) || ends_with_any(line, latin_ends))) return false;
  static const pattern it(
      u"(?:.{0,40}[^ ])?(?:ニュース|レポート|リポート|通信|だより|便り|ジャーナル|レビュー|ダイジェスト|シリーズ|ペーパー|エッセ[イー]|コラム|オピニオン|インサイト|アウトルック|フォーカス|ウォッチ|レター|ウィークリー|マンスリー|"
      u"月報|季報|年報|週報|会報|時報|紀要|論集|論叢|白書|報告書?|研究|視座|視点|論点|論壇|随想|雑記帳|よもやま話|ノート|巻頭言|特集|調査|解説|に聞く|・アイ|資料|論文|要覧|叢書)(?:[」』]| ?(?:特別|臨時|創刊|増刊|[春夏秋冬]季?|新年)号)?"
      u"|.{0,40}\\b(?:series|papers?|briefs?|briefing|notes?|reports?|reviews?|bulletin|newsletter|news|journal|digest|monitor|commentary|commentaries|insights?|outlook|perspectives?|opinions?|viewpoints?|essays?|columns?|letters?|comments?|"
      u"memo|memorandum|courier|herald|tribune|gazette|chronicle|magazine|update|quarterly|monthly|weekly|statement)(?: (?:for|in|on) .{3,40}|:? (?:[A-Z]{1,3} ?)?[0-9]{1,4})?",
      letter_case::any);
  return it.matches(line);
}

int title_weight(const icu::UnicodeString &line, std::size_t width) {
  const bool phrase = has_particle(line);
  int weight = has_cjk(line) ? weight_of_japanese(line, phrase) : weight_of_latin(line);
  if (width <= small) --weight;
  if (width >= wide) ++weight;
  if (holds_any(line, u"―—:、")) ++weight;
  if (is_publication_line(line) || has_number_of_paper(line)) weight -= 3;
  if (find_date(line)) weight -= 2;
  if (line.indexOf(u" | ") > 0) weight -= 4;
  static const pattern part(u"第 ?[0-9一二三四五六七八九十IVXⅠ-Ⅹ]+ ?[部編章](?: .*)?");
  if (line.startsWith(u"第") && part.matches(line)) weight -= 3;
  if (is_enclosed(line)) weight -= 3;
  if (names_series(line) && (width < wide || !phrase)) weight -= width <= small ? 3 : 2;
  return weight;
}

}  // namespace libsearch::ingest
