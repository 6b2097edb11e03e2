#include "ingest/title_weight.hpp"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "ingest/dates.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_finder.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t small = 12, wide = 24;  // columns
constexpr int needed_over_author = 3, needed_over_text = 4, most_over_author = 1, most_over_text = -2;

/// ◇海外駐在員だより◇, (お客様限り), [コラム] 品質雑記帳
bool is_enclosed(const icu::UnicodeString &line) {
  static const pattern it(u"[【<〈《〔\\[(].{1,24}[】>〉》〕\\])]|[【<〈《〔\\[].{1,12}[】>〉》〕\\]] ?.{0,12}|([◇◆■□●○★☆▼▲]).{1,20}\\1 ?.{0,10}|特集 ?[◎:/・].{2,24}");
  return it.matches(line);
}

bool has_number_of_paper(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:No|Vol|Nr)\\.? ?|第 ?|[A-Z]{2,6}-?)[0-9]{1,5}(?:-[0-9A-Z]+)*(?: ?[号巻集輯])?(?= |$|[)(])|(?:19|20)[0-9]{2}-[A-Z]-[0-9]{1,3}", letter_case::any);
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

int weight_of_japanese(const icu::UnicodeString &line) {
  int weight = has_particle(line) ? 2 : 0;
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
  if (icu::UnicodeString(line).toUpper() == line) --weight;
  if (holds_any(line, u":?")) ++weight;
  const icu::UnicodeString titled = icu::UnicodeString(line).toTitle(nullptr, icu::Locale::getRoot());
  if (count <= 6 && (names_institution(line) || (icu::UnicodeString(line).toUpper() == line && names_institution(titled)))) weight -= 3;
  return weight;
}

}  // namespace

bool names_series(const icu::UnicodeString &line) {
  // A look at the last character costs less than the pattern.
  constexpr std::u16string_view ends = u"スト信りルーズイムントグォ月報要集叢書告究座点壇想帳話言査説く料文覧号」』";
  constexpr std::u16string_view latin_ends = u"sSfFgGtTwWnNlLrRyYkKmMoOeE0123456789";
  if (line.length() > 60 || !(ends_with_any(line, ends) || ends_with_any(line, latin_ends))) return false;
  static const pattern it(
      u"(?:.{0,40}[^ ])?(?:ニュース|レポート|リポート|通信|だより|便り|ジャーナル|レビュー|ダイジェスト|シリーズ|ペーパー|エッセ[イー]|コラム|オピニオン|インサイト|アウトルック|フォーカス|ウォッチ|"
      u"月報|季報|年報|週報|会報|時報|紀要|論集|論叢|白書|報告書?|研究|視座|視点|論点|論壇|随想|雑記帳|よもやま話|巻頭言|特集|調査|解説|に聞く|資料|論文|要覧|叢書)(?:[」』]| ?(?:特別|臨時|創刊|増刊|[春夏秋冬]季?|新年)号)?"
      u"|.{0,40}\\b(?:series|papers?|briefs?|briefing|notes?|reports?|reviews?|bulletin|newsletter|news|journal|digest|monitor|commentary|commentaries|insights?|outlook|perspectives?|opinions?|viewpoints?|essays?|columns?|"
      u"memo|memorandum|update|quarterly|monthly|weekly|statement)(?: for the .{3,40}| [0-9]{1,4})?",
      letter_case::any);
  return it.matches(line);
}

int title_weight(const icu::UnicodeString &line, std::size_t width) {
  int weight = has_cjk(line) ? weight_of_japanese(line) : weight_of_latin(line);
  if (width <= small) --weight;
  if (width >= wide) ++weight;
  if (holds_any(line, u"―—:、")) ++weight;
  if (is_publication_line(line) || has_number_of_paper(line)) weight -= 3;
  if (find_date(line)) weight -= 2;
  static const pattern part(u"第 ?[0-9一二三四五六七八九十IVXⅠ-Ⅹ]+ ?[部編章](?: .*)?");
  if (line.startsWith(u"第") && part.matches(line)) weight -= 3;
  if (is_enclosed(line)) weight -= 3;
  if (names_series(line) && (width < wide || !has_particle(line))) weight -= width <= small ? 3 : 2;
  return weight;
}

int title_finder::weight_at(std::size_t first, std::size_t last) const {
  icu::UnicodeString whole = folded(first);
  std::size_t width = at(first).width;
  for (std::size_t i = first + 1; i <= last; ++i) {
    whole += (has_cjk(whole) ? u"" : u" ") + folded(i);
    width += at(i).width;
  }
  const std::size_t below = skip_running(last + 1);
  return title_weight(whole, width) + (exists(below) && directly(below) && is_subtitle(below) && !author_at(below) ? 2 : 0);
}

bool title_finder::stands_out(std::size_t i) const {
  return exists(i) && is_title_like(i) && !ends_statement(i) && !author_at(i) && !date_at(i) && !series_at(i) && !is_genre_at(i) && !is_number_of_paper(folded(i)) &&
         !is_circumstance(folded(i));
}

std::size_t title_finder::end_of_heading(std::size_t i) const {
  // A line that is none of a title's stands for itself.
  std::size_t last = i;
  while (title_weight(folded(last), at(last).width) > most_over_text && last + 1 < i + most_title_lines && directly(last + 1) && stands_out(last + 1) &&
         !is_subtitle(last + 1) && (!at(last + 1).wide_indent || at(last + 1).indent == at(last).indent || at(last + 1).indent > 4))
    ++last;
  return last;
}

std::size_t title_finder::heading_over_title(std::size_t i) const {
  constexpr int most_headings = 5, most_lines = 16;
  if (is_strong_author_at(i) || ends_statement(i)) return npos;
  // As most titles stand.
  if (const std::size_t below = skip_rules(i + 1); is_author_at(below) && !is_title_like_names(below)) return npos;
  const std::size_t last = end_of_heading(i);
  // A letterhead of two lines and its date.
  const bool dated = last > i && directly(last + 1) && date_at(last + 1);
  const int own = weight_at(i, last) - (dated && !is_author_at(skip_rules(last + 2)) ? 5 : 0);
  if (own > most_over_author || is_author_at(skip_rules(last + 1))) return npos;
  const bool japanese = has_cjk(folded(i));
  int best = -99, best_before_author = -99, headings = 0;
  bool authored = false;
  // What later pages repeat may be the title.
  const auto next_line = [&](std::size_t k) {
    while (exists(k) && ((at(k).running && title_weight(folded(k), at(k).width) <= 0) || is_rule(folded(k)) || is_permission(folded(k)))) ++k;
    return k;
  };
  std::size_t k = next_line(last + 1);
  for (int lines = 0; exists(k) && lines < most_lines && headings < most_headings; ++lines) {
    const icu::UnicodeString &line = folded(k);
    if (is_author_at(k) && !is_title_like_names(k)) {
      authored = true;
      break;
    }
    if (date_at(k) || is_genre_at(k) || series_at(k) || is_number_of_paper(line) || is_contact_at(k) || (author_at(k) && is_short(k)) || is_subtitle(k)) {
      k = next_line(k + 1);
      continue;
    }
    const bool section = folded(i).startsWith(u"第") && line.startsWith(u"第");  // 第2章, and below it 第3節
    if (!stands_out(k) || opens_paragraph(k) || (!section && is_numbered_heading(line)) || is_wrapped_paragraph(k)) break;
    const std::size_t end = end_of_heading(k);
    if (directly(end + 1) && ends_statement(end + 1)) break;  // a paragraph
    ++headings;
    // The same in another script is no better title.
    if (!japanese || has_cjk(line)) best = std::max(best, weight_at(k, end));
    k = next_line(end + 1);
  }
  best_before_author = best;
  const bool better = authored ? best_before_author >= own + needed_over_author : own <= most_over_text && best >= own + needed_over_text;
  return better ? last : npos;
}

bool title_finder::is_numbered_heading(const icu::UnicodeString &line) {
  static const pattern it(u"(?:第 ?[0-9一二三四五六七八九十]+ ?[章節部編]|[0-9]{1,2}(?:\\.[0-9]{1,2})*[.、)]? .*|[IVXⅠⅡⅢ]{1,4}[.]? |\\([0-9一二三四五]{1,2}\\)|[①-⑳]|[一二三四五][ 、]|[■◆●○□◇]).*");
  return it.matches(line);
}

}  // namespace libsearch::ingest
