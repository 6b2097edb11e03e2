#include "ingest/title_finder.hpp"

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/title_weight.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_title = 160;  // columns of one line of a title

}  // namespace

bool title_finder::is_series_over_title(std::size_t i) const {
  if (!series_at(i)) return false;
  const std::size_t below = skip_rules(i + 1);
  if (!exists(below) || (is_subtitle(below) && !is_genre_at(below)) || is_record(folded(below))) return false;
  if (at(below).blanks && cells(below, 3).size() >= 3) return false;  // the head of a table
  if (is_genre_at(below) && is_title_and_more(below)) return true;
  // Two capitalised words may be a name or a title: a name has no other name below it here.
  if (is_author_at(below) && !is_title_like_names(below) && (is_strong_author_at(below) || !is_author_at(below + 1)))
    return false;
  if (date_at(below)) return is_series_over_title_at_date(below);
  return is_title_like(below);
}

bool title_finder::is_title_like_names(std::size_t i) const {
  return is_author_at(i) && !is_strong_author_at(i) && !has_cjk(folded(i)) && directly(i + 1) && is_title_like(i + 1) && !author_at(i + 1) && !date_at(i + 1) &&
         !ends_statement(i + 1) && !directly(i + 2) && split_words(folded(i + 1)).size() >= 3;
}

std::size_t title_finder::skip_rules(std::size_t i) const {
  for (i = skip_running(i); exists(i) && (is_rule(folded(i)) || is_permission(folded(i)));) i = skip_running(i + 1);
  return i;
}

bool title_finder::is_series_over_title_at_date(std::size_t date) const {
  const std::size_t below = skip_rules(date + 1);
  return exists(below) && (!is_author_at(below) || (!is_strong_author_at(below) && is_over_author(below))) && is_title_like(below);
}

bool title_finder::is_letterhead(std::size_t i) const {
  const auto &found = author_at(i);
  // Society for Alpine History, and directly below it NEWSLETTER
  if (directly(i + 1) && is_genre_at(i + 1) && !has_cjk(folded(i)) && names_institution(folded(i)) && found && found->authors.empty()) return true;
  if (!found || !found->authors.empty() || !exists(i + 1)) return false;
  static const pattern body(u".*(?:法人|会社|研究所|総研|機構|センター|協会|財団|Institute|Universit(?:y|é|à|ät)|Center|Centre|\\bInc\\.?|\\bLtd\\.?|\\bLLC|\\bCorp\\.?)(?![a-z]).*");
  if (holds_any(folded(i), u"–—―")) return false;  // MINATO BAY – ...
  // Below a date or at the right it is one whatever it is called, if nothing says that it is a title.
  const bool placed = (!head_.date.empty() || at(i).indent >= 16) && is_cjk(first_character(at(i).text)) &&
                      !has_hiragana(folded(i)) && !is_subtitle(i + 1);
  // Below a date, and apart from a title: Research Division
  static const pattern unit(u"(?:\\p{Lu}[\\p{L}&]+ ){1,4}(?:Division|Department|Office|Team|Unit|Group|Bureau|Secretariat)");
  const bool is_unit = !head_.date.empty() && !directly(i + 1) && unit.matches(folded(i));
  // The same in the other script, right below it
  const bool again = !letterhead_.empty() && directly(i) && !directly(i + 1);
  if (!placed && !is_unit && !again && !body.matches(folded(i))) return false;
  // A date, the organisation, its author and then the title.
  if (is_strong_author_at(i + 1)) {
    if (!is_title_below_author(i + 1)) return false;
    // Without a date above, a first heading must not be taken for the title.
    static const pattern heading(u"(?:[0-9]{1,2}[.、) ]|第 ?[0-9一二三四五]+ ?[章節]|[一二三四五][、.]|[■◆●○□*]).*");
    return !head_.date.empty() || (body.matches(folded(i)) && !directly(i + 2) && !heading.matches(folded(i + 2)));
  }
  return !is_author_at(i + 1) && is_title_like(i + 1) && (is_author_at(i + 2) || !ends_statement(i + 1));
}

bool title_finder::opens_paragraph(std::size_t i) const { return at(i).wide_indent && at(i).indent == 2; }

bool title_finder::is_title_below_author(std::size_t i) const {
  std::size_t below = skip_running(i + 1);
  // More authors, and in brackets where they work: (かいとう研究所 理事)
  for (int more = 0; more < 3 && exists(below); ++more, below = skip_running(below + 1)) {
    const auto &found = author_at(below);
    if (!found || (found->authors.empty() ? !folded(below).startsWith(u"(") : !found->strong || !directly(below))) break;
  }
  const bool two = directly(below + 1) && !directly(below + 2) && is_title_like(below + 1) && !ends_statement(below + 1) && !author_at(below + 1);
  return exists(below) && is_title_like(below) && !author_at(below) && !ends_statement(below) && !opens_paragraph(below) &&
         (two || !directly(below + 1));
}

bool title_finder::is_above_title(std::size_t i) const {
  std::size_t below = skip_rules(i + 1);
  while (exists(below) && (date_at(below) || is_letterhead(below) || is_contents_heading(folded(below)))) below = skip_rules(below + 1);
  return exists(below) && is_title_like(below) && (!is_author_at(below) || is_title_over_labelled_author(below));
}

bool title_finder::is_title_over_labelled_author(std::size_t i) const {
  if (!is_author_at(i) || is_strong_author_at(i)) return false;
  const auto &below = author_at(skip_running(i + 1));
  return below && below->labelled && !below->authors.empty();
}

bool title_finder::is_author_above_title(std::size_t i) const {
  return (!letterhead_.empty() || !head_.date.empty() || genre_) && head_.authors.empty() && is_strong_author_at(i) && !folded(i).startsWith(u"第") &&
         is_title_below_author(i);
}

bool title_finder::is_above_author_above_title(std::size_t i) const {
  const std::size_t below = skip_running(i + 1);
  return exists(below) && is_strong_author_at(below) && is_title_below_author(below);
}

icu::UnicodeString title_finder::organisation_over_title(std::size_t i) const {
  words parts = split_words(without_date(folded(i)));
  if (parts.size() < 2 || directly(skip_running(i + 1)) || !is_above_title(i)) return {};
  const icu::UnicodeString kind = parts.back();
  parts.pop_back();
  static const pattern column(u"話題提供|論[文考説]|解説|時評|視点|論点");
  // かいとう研究所 戦略アウトルック, しおかぜ協会 ホームページ掲載
  static const pattern other(u"[\\p{Han}\\p{Katakana}ー・&]{0,10}(?:\\p{Katakana}[\\p{Katakana}ー]{2,}|掲載|発行|配信|公開)");
  const bool is_column = column.matches(kind) || is_regular_column(kind) || (kind.length() <= 14 && other.matches(kind) && is_title_and_more(i + 1));
  return is_column && is_organisation(parts.back()) ? joined(parts) : icu::UnicodeString();
}

bool title_finder::is_small_heading(std::size_t i) const {
  constexpr std::size_t longest = 12;  // columns
  const std::size_t below = skip_rules(i + 1);
  if (at(i).width > longest || !exists(below) || at(below).width <= at(i).width || !is_word_for_section(folded(i))) return false;
  return is_title_and_more(below) || (is_title_like(below) && !is_subtitle(below) && is_over_author(below));
}

bool title_finder::is_over_genre(std::size_t i) const {
  const std::size_t below = skip_rules(i + 1);
  if (!exists(below) || !is_genre_at(below) || !begins_with_any(folded(below), u"<【[〔(《〈")) return false;
  return !is_strong_author_at(i) && !ends_statement(i) && is_title_and_more(below);
}

bool title_finder::is_note_of_letterhead(std::size_t i) const {
  static const pattern it(u"\\([^()]{2,30}\\)");
  return !letterhead_.empty() && it.matches(folded(i)) && !author_at(i) && is_title_like(i + 1);
}

bool title_finder::is_title_and_more(std::size_t i) const {
  for (i = skip_rules(i); exists(i) && (date_at(i) || is_genre_at(i) || is_number_of_paper(without_date(folded(i))));) i = skip_rules(i + 1);
  if (!exists(i) || !is_title_like(i) || (author_at(i) && !is_title_over_labelled_author(i)) || is_subtitle(i) || is_circumstance(folded(i)) || ends_statement(i) || is_wrapped_paragraph(i)) return false;
  for (int more = 0; more < most_title_lines - 1; ++more) {
    i = skip_running(i + 1);
    if (!exists(i)) return false;
    if (is_subtitle(i) || date_at(i) || (!directly(i) && (opens_paragraph(i) || (directly(i + 1) && at(i).width >= 40)))) return true;
    if (const auto &found = author_at(i)) return !found->authors.empty() || directly(i + 1) || names_institution(folded(i));
    if (!directly(i) || !is_title_like(i) || !is_short(i) || opens_paragraph(i)) return false;
  }
  return false;
}

bool title_finder::is_rubric_over_title(std::size_t i) const {
  if (is_strong_author_at(i) || is_genre_at(i) || !is_rubric(without_date(folded(i)))) return false;
  const std::size_t below = skip_running(i + 1);
  // A short word for what comes regularly needs no blank line below it: 研究員コラム
  constexpr std::size_t short_word = 20;  // columns
  const bool regular = at(i).width <= short_word && exists(below) && at(below).width > at(i).width && !directly(below + 1) && is_regular_column(folded(i));
  const bool apart = !directly(below) || regular || holds_any(folded(i), u"【<《〈[〔窓目") || (exists(below) && is_number_of_paper(without_date(folded(below))));
  return apart && is_title_and_more(i + 1);
}

bool title_finder::is_heading_over_date(std::size_t i) const {
  const std::size_t below = skip_rules(i + 1);
  if (!exists(below) || !date_at(below) || is_genre_at(i)) return false;
  std::size_t title = skip_rules(below + 1);
  while (exists(title) && is_genre_at(title)) title = skip_rules(title + 1);
  if (!exists(title) || !is_title_and_more(title)) return false;
  std::size_t author = skip_running(title + 1);
  // The title once more in another script
  if (directly(author) && has_cjk(folded(title)) && !has_cjk(folded(author)) && is_title_like(author) && !author_at(author)) author = skip_running(author + 1);
  const auto &found = author_at(author);
  return is_subtitle(author) || (found && (found->strong || author_at(author + 1)));
}

bool title_finder::is_dated_heading(std::size_t i) const {
  const std::size_t below = skip_rules(i + 1);
  if (!exists(below) || directly(below) || date_at(i) || is_strong_author_at(i)) return false;
  return (find_date(folded(i)) || find_season(folded(i))) && is_title_and_more(below);
}

bool title_finder::is_heading_block(std::size_t i) const {
  const auto &first = author_at(i);
  if (is_numbered_block(i)) return true;
  const bool names_column = is_genre_at(i) || is_rubric(folded(i));
  if (!names_column && (!first || !first->authors.empty())) return false;
  std::size_t last = i;
  bool dated = false;
  for (; directly(last + 1) && last < i + 4; ++last) {
    if (is_rule(folded(last + 1))) continue;
    if (is_author_at(last + 1) || is_subtitle(last + 1) || ends_statement(last + 1)) return false;
    dated = dated || find_date(folded(last + 1)) || series_at(last + 1) || is_publication_line(folded(last + 1));
  }
  std::size_t title = skip_rules(last + 1);
  for (; exists(title) && (date_at(title) || is_addressee(folded(title))); title = skip_rules(title + 1)) dated = true;
  if (!dated || last == i || !exists(title) || directly(title) || !is_title_like(title) || author_at(title)) return false;
  return !ends_statement(title) && !opens_paragraph(title) && (!directly(title + 1) || is_subtitle(title + 1) || is_title_and_more(title));
}

bool title_finder::is_numbered_block(std::size_t i) const {
  constexpr std::size_t most = 4, longest = 60;  // lines; columns
  std::size_t last = i;
  bool numbered = false;
  for (;; ++last) {
    const auto &found = author_at(last);
    if (last >= i + most || (found && !found->authors.empty()) || ends_statement(last) || is_subtitle(last) || (at(last).width > longest && !at(last).blanks)) return false;
    const icu::UnicodeString &line = folded(last);
    numbered = numbered || is_number_of_paper(line) || date_at(last) || is_regular_column(line) || is_issue_of_month(line) || is_number_of_paper(without_date(line));
    if (!directly(last + 1)) break;
  }
  if (last == i || !numbered) return false;
  std::size_t title = skip_rules(last + 1);
  while (exists(title) && (is_genre_at(title) || date_at(title))) title = skip_rules(title + 1);
  return exists(title) && is_title_like(title) && !is_subtitle(title) && !ends_statement(title) && is_over_author(title);
}

bool title_finder::is_over_author(std::size_t title) const {
  if (is_strong_author_at(title)) return false;
  std::size_t i = title;
  for (int more = 0; more < most_title_lines + 1; ++more) {
    i = skip_rules(i + 1);
    if (!exists(i)) return false;
    if (is_author_at(i) && (is_strong_author_at(i) || !directly(i + 1) || author_at(i + 1) || (is_short(i + 1) && !directly(i + 2)))) return true;
    if (author_at(i)) return is_author_at(skip_running(i + 1));
    if (!date_at(i) && (!is_title_like(i) || ends_statement(i) || opens_paragraph(i) || (!is_short(i) && directly(i + 1) && !is_author_at(i + 1)))) return false;
  }
  return false;
}

bool title_finder::is_name_over_title(std::size_t i) const {
  if (!head_.authors.empty() || !is_author_at(i) || !is_cjk(first_character(at(i).text))) return false;
  const std::size_t title = skip_running(i + 1);
  if (!exists(title) || directly(title) || !is_title_like(title) || author_at(title) || ends_statement(title) || directly(title + 1))
    return false;
  const std::size_t third = skip_running(title + 1);
  return exists(third) && !author_at(third) && !is_subtitle(title);
}

bool title_finder::is_counted_rubric(std::size_t i) const {
  static const pattern it(u"[^0-9].{3,24} [0-9]{1,3}|第 ?[0-9]{1,4} ?回 ?.{2,40}会|第 ?[0-9]{1,4} ?回 .{2,40}");
  const std::size_t below = skip_running(i + 1);
  return exists(below) && !directly(below) && !is_record(folded(below)) && holds_any(folded(i), u"0123456789") && it.matches(folded(i)) && is_title_and_more(below);
}

bool title_finder::is_above_labelled_author(std::size_t i) const {
  const std::size_t below = skip_running(i + 1);
  const auto &found = author_at(below);
  return found && found->labelled && !found->authors.empty() && is_title_like(skip_running(below + 1));
}

bool title_finder::is_title_like(std::size_t i) const {
  if (!exists(i)) return false;
  const line &one = at(i);
  if (one.width > longest_title || last_character(one.text) == U'。') return false;
  if (last_character(one.text) == U'.' && one.width > 80) return false;
  return !date_at(i) && !is_contact_at(i) && !is_section_label(folded(i)) && !is_identifier(folded(i)) &&
         !is_imprint(folded(i)) && !is_rule(folded(i));
}

bool title_finder::ends_statement(std::size_t i) const {
  const std::string_view text = at(i).text;
  const char32_t last = last_character(text);
  return ends_sentence(text) && last != U'?' && last != U'？' && last != U'!' && last != U'！';
}

bool title_finder::is_subtitle(std::size_t i) const {
  static const pattern it(u"[―—–\\-−─~〜:(<].+|副題.*");
  return exists(i) && is_title_like(i) && it.matches(folded(i));
}

bool title_finder::is_wrapped_paragraph(std::size_t i) const {
  if (!directly(i + 1) || at(i).width < 40 || is_short(i)) return false;
  const line &below = at(i + 1);
  if (is_author_at(i + 1) || date_at(i + 1) || is_subtitle(i + 1)) return false;
  if (opens_paragraph(i) && below.indent == 0) return true;
  if (is_author_at(i + 2) || (exists(i + 2) && date_at(i + 2))) return false;
  return last_character(below.text) == U'。' ||
         (below.width + 6 > at(i).width && directly(i + 2));
}

std::size_t title_finder::find_title(const std::vector<std::string> &title) const {
  constexpr std::size_t furthest = 16;
  std::size_t found = npos;
  for (std::size_t i = 0; !title.empty() && i < furthest && exists(i + title.size() - 1) && at(i).page == 0; ++i) {
    std::size_t k = 0;
    while (k < title.size() && tight(folded(i + k)) == tight(fold(title[k]))) ++k;
    if (k == title.size()) found = i;
  }
  if (found == npos || is_genre_at(found) || series_at(found) || date_at(found) || is_strong_author_at(found)) return npos;
  return found;
}

/// A sign or a blank sets a label apart: most lines need not be folded to see that they have none.
static bool may_be_labelled(const line &one) {
  return one.blanks || one.text.find(':') != npos || one.text.find('/') != npos || one.text.find(']') != npos || holds_sign(one.text, "：") || holds_sign(one.text, "／") || holds_sign(one.text, "］") ||
         holds_sign(one.text, "】") || holds_sign(one.text, "〕");
}

std::optional<labelled_line> title_finder::labelled_at(std::size_t i) const {
  return exists(i) && at(i).page == 0 && may_be_labelled(at(i)) ? labelled_line_of(folded(i)) : std::nullopt;
}

std::size_t title_finder::find_labelled_title() const {
  constexpr std::size_t furthest = 12;
  for (std::size_t i = 0; i < furthest && exists(i) && at(i).page == 0; ++i) {
    if (ends_statement(i) && !is_short(i)) break;
    const auto said = labelled_at(i);
    if (!said || said->label != head_label::title) continue;
    const bool two_lines = directly(i + 1) && at(i + 1).indent >= at(i).indent + 4 && labelled_at(i + 2);
    return (i > 0 && labelled_at(i - 1)) || labelled_at(i + 1) || two_lines ? i : npos;
  }
  return npos;
}

bool title_finder::breaks_off(std::size_t i) const {
  const icu::UnicodeString &line = folded(i);
  if (ends_with_any(line, u"をにのとがはでへや、・")) return true;
  for (const char16_t *end : {u",", u" in", u" on", u" of", u" to", u" for", u" from", u" with", u" and", u" the", u" a", u" an", u" by", u" at", u" under"})
    if (line.endsWith(end)) return true;
  for (const char16_t *end : {u"関する", u"対する", u"おける", u"よる", u"めぐる", u"巡る", u"向けた"})
    if (line.endsWith(end)) return true;
  return false;
}

bool title_finder::continues_title(std::size_t i) const {
  constexpr std::size_t set_in = 8;  // columns
  // "Births and employment in Westmark,", and below it the year
  static const pattern year(u"(?:19|20)[0-9]{2}(?:[-–/][0-9]{2,4})?");
  if (i > 0 && directly(i) && folded(i - 1).endsWith(u",") && year.matches(folded(i))) return true;
  if (i > 0 && exists(i) && is_title_like_names(i - 1)) return true;
  if (is_reading_of_names(i) || (exists(i) && (is_filing_line(folded(i)) || marks_names(folded(i))))) return false;
  // KIE PAPER: NG 188            Sam Green, Research Fellow, KIE
  if (i > 0 && exists(i) && at(i).blanks)
    if (const auto parts = cells(i); parts.size() == 2)
      if (const auto who = read_author_line(fold(parts[1]), {}); who && who->strong && !who->authors.empty()) return false;
  // 1 改正の経緯, ■ 調査の概要: the first heading of the text
  if (i > 0 && exists(i) && is_numbered_heading(folded(i)) && !is_numbered_heading(folded(i - 1)) && !is_subtitle(i)) return false;
  // －未利用熱の低温利用と / 料金制度の検討－
  constexpr std::u16string_view dashes = u"―—–-−─~〜";
  if (i > 0 && directly(i) && begins_with_any(folded(i - 1), dashes) && !ends_with_any(folded(i - 1), dashes) && ends_with_any(folded(i), dashes) && is_short(i)) return true;
  // On a cover it stands apart, and in the middle.
  if (exists(i) && (directly(i) || at(i).indent >= set_in) && is_record(folded(i))) return true;
  static const pattern fiscal_year(u"(?:令和|平成|昭和)? ?[0-9元]{1,4} ?年度");
  if (i > 0 && directly(i) && folded(i - 1).endsWith(u"年度") && fiscal_year.matches(folded(i - 1)) && is_title_like(i) && !author_at(i) && !ends_statement(i)) return true;
  if (i > 0 && directly(i) && breaks_off(i - 1) && is_title_like(i) && (!author_at(i) || (!has_cjk(folded(i)) && !is_strong_author_at(i))) && (!at(i).wide_indent || at(i).indent == at(i - 1).indent || at(i).indent >= set_in) && !ends_statement(i) &&
      (is_short(i) || !directly(i + 1)))
    return true;
  // The same in another script: a title of its own.
  constexpr std::size_t shortest_title = 20;  // columns
  if (i > 0 && exists(i) && has_cjk(folded(i - 1)) && !has_cjk(folded(i)) && at(i).width >= shortest_title && !is_subtitle(i) && !breaks_off(i - 1)) return false;
  if (!exists(i) || !is_title_like(i) || is_caption(at(i).text) || (is_genre_at(i) && !is_subtitle(i)) || is_circumstance(folded(i))) return false;
  if (i > 0 && directly(i) && (last_character(at(i - 1).text) == U':' || last_character(at(i - 1).text) == U'：')) return true;
  // "... Calibration Laboratory / for Ocean Sensors"
  const char32_t first = first_character(at(i).text);
  if (directly(i) && first >= U'a' && first <= U'z' && !author_at(i) && !ends_statement(i) && (!directly(i + 1) || (is_short(i + 1) && !directly(i + 2)))) return true;
  // Capitalised words may be the title's second line; the real author line stands below it.
  const bool weak =
      is_author_at(i) && !is_strong_author_at(i) && !is_cjk(first_character(at(i).text));
  if (weak ? !directly(i) || !is_strong_author_at(i + 1) : author_at(i).has_value()) return false;
  if (is_series_beside_date(i) || is_place_and_date(i)) return false;
  if (is_number_of_paper(folded(i))) return false;
  // IVI INSIGHT: 88
  if (!has_cjk(folded(i)) && ends_with_any(folded(i), u"0123456789") && names_series(folded(i))) return false;
  // (各社ウェブサイト、各種報道)
  if (folded(i).startsWith(u"(") && !directly(i) && folded(i).indexOf(u'、') > 0) return false;
  if (is_subtitle(i)) return at(i).width <= 100;
  if (at(i).width > 80 || ends_statement(i)) return false;
  const std::size_t below = skip_running(i + 1);
  if (is_author_at(below) || (directly(i) && directly(below) && is_subtitle(below) && is_short(i))) return true;
  const auto &affiliation = author_at(below);
  if (affiliation && (is_author_at(below + 1) || (directly(i) && is_short(i) && affiliation->authors.empty() && !directly(below) && (!directly(below + 1) || author_at(below + 1))))) return true;
  if (directly(i) && exists(below) && (date_at(below) || is_place_and_date(below)) && !directly_text(below)) return true;
  // 議決権行使の集計から, directly below a title and apart from the text
  static const pattern from_where(u".{3,}(?:から|より|をめぐって|を巡って|に向けて|を中心に|を踏まえて|を考える|を手がかりに|を例に|を事例に|の視点で)");
  if (i > 0 && directly(i) && exists(below) && !directly(below) && is_short(i) && !at(i).wide_indent && from_where.matches(folded(i))) return true;
  return is_long_title(i);
}

bool title_finder::is_place_and_date(std::size_t i) const {
  static const pattern place(u"\\p{Lu}[\\p{L} .'’-]{2,30},? ?(?:[0-9]{1,2} ?[-–] ?(?:[0-9]{1,2} ?)?)?");  // Port Ellery, 4-5 February 2025
  const auto date = folded(i).length() <= 50 ? find_date(folded(i)) : std::nullopt;
  return date && date->end == folded(i).length() && place.matches(icu::UnicodeString(folded(i), 0, date->start));
}

bool title_finder::is_long_title(std::size_t i) const {
  std::size_t last = i;
  for (int more = 0; more < most_title_lines - 1 && directly(last) && is_short(last) && is_title_like(last); ++more, ++last) {
    if (ends_statement(last) || at(last).wide_indent || author_at(last)) return false;
    const std::size_t below = skip_running(last + 1);
    const auto &found = author_at(below);
    if (found && (!found->authors.empty() ? found->strong || found->authors.size() > 1 : is_author_at(below + 1))) return true;
  }
  return false;
}

bool title_finder::is_reading_of_names(std::size_t i) const {
  static const pattern it(u"(?:[\\p{Hiragana}ー]{1,6}[ ・][\\p{Hiragana}ー]{1,6} ?){1,4}");
  return exists(i) && directly(i + 1) && it.matches(folded(i)) && is_author_at(i + 1) && !has_hiragana(icu::UnicodeString(folded(i + 1), 0, 1));
}

bool title_finder::directly_text(std::size_t i) const { return directly(i + 1) && !author_at(i + 1); }

}  // namespace libsearch::ingest
