#include "ingest/below_title.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/title_weight.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

void below_title::take_named_publication(std::size_t i) {
  const series_entry named = publication_of(folded(i));
  if (head_.series.empty()) head_.series = named.series;
  if (head_.number.empty()) head_.number = named.number;
  note_date_in(i);
  take(i);
}

bool below_title::asks(std::size_t i) const { return (folded(i).startsWith(u"聞き手") || folded(i).startsWith(u"インタビュ")) && is_author_at(i); }

void below_title::read_below_title() {
  for (; exists(next_); ++next_) {
    // A cover's author may stand on the next page again.
    if (at(next_).running && !(head_.authors.empty() && !head_.title.empty() && at(next_).page == 0 && is_author_at(next_))) continue;
    if (at(next_).role == line_role::furniture && !at(next_).running) continue;
    if (is_contact_at(next_) || is_filing_line(folded(next_))) {
      // 2024年8月            〒103-0000 北浜市仮町 2-1-1
      if (head_.date.empty() && at(next_).blanks)
        for (const std::string_view cell : cells(next_))
          if (const auto date = date_line(fold(cell))) note_date(*date);
      take(next_, line_role::contact);
      continue;
    }
    const icu::UnicodeString &line = folded(next_);
    if (is_identifier(line) || is_genre_at(next_) || is_rule(line) || take_marked_affiliations(next_) || is_author_in_other_letters(next_) ||
        (!head_.authors.empty() && ((is_contribution(line) && !asks(next_)) || is_reading(line)))) {
      take(next_);
      continue;
    }
    if (is_place_of_dispatch(next_) || is_label_on_cover(next_)) {
      take(next_);
      continue;
    }
    // "and" between two authors, the mark of a note alone, the town below an institute
    static const pattern between(u"and|&|(?:[*†‡※][0-9]{0,2} ?)+"), town(u"\\p{Lu}[\\p{L} .'’-]{2,24}, \\p{Lu}[\\p{L} .'’-]{2,24}");
    const bool is_town = directly(next_) && !has_cjk(line) && line.length() <= 40 && !author_at(next_) && at(next_ - 1).role == line_role::head && town.matches(line);
    // "Sam Green talks to / The Harbour Quarterly"
    const bool asked_by = directly(next_) && at(next_ - 1).role == line_role::head && (folded(next_ - 1).endsWith(u" talks to") || folded(next_ - 1).endsWith(u" speaks to") || folded(next_ - 1).endsWith(u" speaks with"));
    if (!head_.authors.empty() && (is_town || asked_by || (line.length() <= 12 && between.matches(line)))) {
      take(next_);
      continue;
    }
    // These are text as well: they stay where they are.
    if (is_imprint(line) || (line.startsWith(u"『") && line.indexOf(u'』') > 0) || is_court_case(line) || is_title_again(next_) || is_keywords_over_author(next_)) continue;
    if (is_reading_of_names(next_) || is_reading_below(next_)) {
      take(next_);
      continue;
    }
    if (note_where(next_)) continue;
    if (take_date(next_) || take_published(next_) || take_series(next_) || take_number_of_paper(next_)) continue;
    if (!is_strong_author_at(next_) && take_publication_below(next_)) continue;
    if (take_author(next_) || take_letterhead_below(next_) || take_acronym_below_author(next_)) continue;
    if (is_publisher_below(next_)) {
      take(next_);
      continue;
    }
    if (take_fields_in_columns(next_)) continue;
    // The title in another script, above the author.
    if (is_parallel_title(next_)) continue;
    if (take_speaker(next_) || take_occasion_with_date(next_) || is_occasion(next_) || note_delivery(next_)) continue;
    if (const auto date = dateline_at(next_)) {
      note_date(*date);
      break;
    }
    if (is_in_list_of_speakers(next_)) continue;
    if (!is_circumstance(line)) break;
    // 期間: that of a journey, not of its report
    if (const auto date = begins_with_any(line, u"期訪調") ? std::nullopt : find_date(line)) {
      head_.date_of_event = head_.date.empty();
      note_date(date->date);
    }
  }
}

/// かしわぎ れい, right below 柏木 怜
bool below_title::is_reading_below(std::size_t i) const {
  static const pattern it(u"[\\p{Hiragana}ー]{2,8}[ ・][\\p{Hiragana}ー]{2,8}");
  return !head_.authors.empty() && directly(i) && has_hiragana(folded(i)) && it.matches(folded(i)) && is_han(icu::UnicodeString::fromUTF8(head_.authors.back().name)[0]);
}

bool below_title::is_place_of_dispatch(std::size_t i) const {
  static const pattern it(u"[\\p{Han}\\p{Katakana}ー・]{2,12}発");
  return folded(i).endsWith(u"発") && it.matches(folded(i));
}

bool below_title::is_label_on_cover(std::size_t i) const {
  return !head_.title.empty() && is_section_label(folded(i)) && exists(i + 1) && !directly(i + 1) && date_at(i + 1) && at(i + 1).page == at(i).page;
}

bool below_title::is_keywords_over_author(std::size_t i) const {
  static const pattern it(u"[\\[【<〔(■]? ?(?:キーワード|key ?words?)(?: ?[\\]】>〕):/]| ).{2,}", letter_case::any);
  return head_.authors.empty() && begins_with_any(folded(i), u"[【<〔(■キkK") && it.matches(folded(i)) && is_author_at(skip_running(i + 1));
}

bool below_title::take_number_of_paper(std::size_t i) {
  if (!is_number_of_paper(folded(i))) return false;
  if (head_.number.empty()) head_.number = number_of_paper(folded(i));
  take(i);
  return true;
}

bool below_title::take_publication_below(std::size_t i) {
  if (at(i).width > 60 || ends_sentence(at(i).text) || !is_publication_line(folded(i)) || !find_date(folded(i))) return false;
  take_named_publication(i);
  return true;
}

bool below_title::note_where(std::size_t i) {
  if (date_at(i) || !says_where(folded(i))) return false;
  const auto date = find_date(folded(i));
  if (date && head_.date.empty()) {
    head_.date_of_event = true;
    note_date(date->date);
  }
  return true;
}

bool below_title::take_published(std::size_t i) {
  static const pattern it(u"[(〔\\[]?(.{6,40}(?:発行|掲載|刊行))[)〕\\]]?");
  const auto said = holds_any(folded(i), u"行載") && at(i).width <= 80 ? it.match(folded(i)) : std::nullopt;
  const auto date = said ? find_date(said->groups[1]) : std::nullopt;
  if (!date || date->start > 0) return false;
  if (head_.date_of_event) head_.date.clear();
  head_.date_of_event = false;
  note_date(date->date);
  take(i);
  return true;
}

bool below_title::is_occasion(std::size_t i) const {
  if (head_.authors.empty() || !head_.date.empty() || !is_title_like(i) || !is_short(i)) return false;
  // at the Annual Dinner of the Harbour Club / Vesterhavn / 14 May 2025
  if (directly(i + 1) && is_short(i + 1) && directly(i + 2) && date_at(i + 2)) return true;
  return exists(i + 1) && (directly(i + 1) || (directly(i) && date_at(i + 1))) && (date_at(i + 1) || (find_date(folded(i + 1)) && is_short(i + 1)));
}

bool below_title::take_fields_in_columns(std::size_t i) {
  const auto parts = at(i).blanks && is_short(i) ? cells(i) : std::vector<std::string_view>();
  if (parts.size() < 2) return false;
  std::string date, number, organisation;
  for (const std::string_view part : parts) {
    const icu::UnicodeString cell = fold(part);
    const auto found = read_author_line(cell, {});
    if (const auto day = date_line(cell)) date = *day;
    else if (is_number_of_paper(cell)) number = number_of_paper(cell);
    else if (found && found->authors.empty()) organisation = found->affiliation;
    else if (!is_contact(part) && !cell.startsWith(u"〒")) return false;
  }
  note_date(date);
  if (head_.number.empty()) head_.number = number;
  if (!organisation.empty()) fill(organisation);
  take(i);
  return true;
}

bool below_title::take_occasion_with_date(std::size_t i) {
  if (head_.authors.empty() || !head_.date.empty() || !directly(i) || !is_short(i) || has_cjk(folded(i))) return false;
  const auto date = find_date(folded(i));
  if (!date || date->end != folded(i).length() || !icu::UnicodeString(folded(i), 0, date->start).trim().endsWith(u",")) return false;
  note_date(date->date);
  take(i);
  return true;
}

bool below_title::take_speaker(std::size_t i) {
  constexpr std::size_t most_lines = 4;
  static const pattern it(
      u"(?:(?:opening|keynote|closing|dinner|introductory|welcom(?:e|ing)|panel) )?(?:speech|remarks|address|lecture|statement|intervention|keynote|presentation) by (?:(?:the |h\\.e\\. |hon\\. )?(?:mr|mrs|ms|dr|prof(?:essor)?|sir|dame)\\.? )?"
      u"((?-i:\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3})), (.*)",
      letter_case::any);
  static const pattern place(u"(.{3,80}?),? (?:at|on|before|to|during|delivered|given|for) .*");
  if (head_.title.empty() || !head_.authors.empty() || has_cjk(folded(i))) return false;
  icu::UnicodeString whole = folded(i);
  std::size_t last = i;
  while (last + 1 < i + most_lines && directly(last + 1) && !find_date(whole)) whole += u" " + folded(++last);
  const auto match = it.match(whole);
  const auto date = match ? find_date(whole) : std::nullopt;
  if (!date || !is_latin_name(match->groups[1])) return false;
  author_line who;
  who.strong = true;
  const auto at_home = place.match(match->groups[2]);
  who.authors.push_back({to_utf8(match->groups[1]), at_home ? to_utf8(at_home->groups[1]) : std::string()});
  add(who);
  note_date(date->date);
  // "Governor Ann Reed: The last mile"
  const std::size_t colon = head_.title.find(who.authors[0].name + ": ");
  if (colon != npos && colon <= 24) head_.title.erase(0, colon + who.authors[0].name.size() + 2);
  next_ = last;
  return true;
}

bool below_title::is_name_beside_place(std::size_t i) const {
  const auto names_place = [&](std::size_t k) {
    const auto found = exists(k) ? author_at(k) : std::nullopt;
    return found && found->authors.empty();
  };
  if (!is_short(i) || i == 0) return false;
  std::size_t below = i + 1;
  if (exists(below) && is_romanized_name(folded(below))) ++below;
  return names_place(i - 1) || (exists(below) && (names_place(below) || is_contact_at(below)));
}

void below_title::note_late_date() {
  constexpr std::size_t furthest = 16;  // lines
  for (std::size_t i = 0; head_.date.empty() && exists(i) && i < furthest && at(i).page == 0; ++i)
    if (const auto date = dateline_at(i)) note_date(*date);
  // By itself, or at the end of a line with the issue: "Newsletter, Winter Issue, January 2025"
  for (std::size_t i = 0; head_.date.empty() && exists(i) && i < furthest && at(i).page == 0; ++i) {
    const auto date = at(i).width <= 60 && !is_circumstance(folded(i)) ? find_date(folded(i)) : std::nullopt;
    static const pattern issue(u".*\\b(?:Issue|Newsletter|Bulletin|No\\.|Vol\\.).*, ?", letter_case::any);
    if (date_at(i) && !is_receipt(folded(i))) note_date(*date_at(i));
    else if (date && date->end == folded(i).length() && issue.matches(icu::UnicodeString(folded(i), 0, date->start))) note_date(date->date);
  }
  // 港湾協会 会報 2023年4月発行, below a sentence that says of what meeting
  static const pattern published(u"(?:号)?[) ]*(?:発行|掲載|刊行|公開)[) ]*");
  for (std::size_t i = 0; head_.date.empty() && exists(i) && i < furthest && at(i).page == 0; ++i)
    if (at(i).width <= 60 && ends_with_any(folded(i), u"行載開)"))
      if (const auto date = find_date(folded(i)); date && published.matches(icu::UnicodeString(folded(i), date->end))) note_date(date->date);
  // "Available online 14 March 2021", among other days of a journal's article
  static const pattern online(u"(?:available|published)(?: online)?:? ?(.{8,24})", letter_case::any);
  for (std::size_t i = 0; head_.date.size() <= 4 && exists(i) && at(i).page == 0; ++i)
    if (const auto said = begins_with_any(folded(i), u"AaPp") ? online.match(folded(i)) : std::nullopt)
      if (const auto date = find_date(said->groups[1])) note_date(date->date);
  for (std::size_t i = 0; head_.date.empty() && exists(i + 1) && at(i).page == 0; ++i)
    if (at(i + 1).page > 0 && date_at(i)) note_date(*date_at(i));
  if (head_.date.empty()) note_date_behind_cover();
}

void below_title::note_date_behind_cover() {
  constexpr std::size_t furthest = 8;  // lines
  const icu::UnicodeString title = tight(fold(head_.title));
  std::size_t i = 0;
  while (exists(i) && at(i).page == 0) ++i;
  const std::size_t begin = i;
  std::optional<std::string> date;
  bool titled = false;
  for (; exists(i) && i < begin + furthest && at(i).page == 1; ++i) {
    titled = titled || tight(folded(i)) == title;
    if (!date) date = date_at(i);
  }
  if (titled && date) note_date(*date);
}

bool below_title::note_delivery(std::size_t i) {
  static const pattern it(u"(?:(?:opening|closing|keynote|dinner) )?(?:delivered|presented|given|prepared|remarks|speech|address|lecture|talk|adapted|based on|text of|transcript|((?:working |preliminary |first |discussion )?draft))\\b.*", letter_case::any);
  if (head_.authors.empty() || !head_.date.empty()) return false;
  const auto match = it.match(folded(i));
  if (!match) return false;
  std::size_t last = i;
  while (directly(last + 1) && last < i + 2) ++last;
  icu::UnicodeString whole = folded(i);
  for (std::size_t k = i + 1; k <= last; ++k) whole += u" " + folded(k);
  const auto date = directly(last + 1) ? std::nullopt : find_date(whole);
  if (!date) return false;
  note_date(date->date);
  next_ = last;
  // "Working draft, 2 May 2022. Please do not quote.": no text
  const bool draft = !match->groups[1].isEmpty();
  if (last == i && draft) take(i);
  return true;
}

std::optional<std::string> below_title::dateline_at(std::size_t i) const {
  static const pattern it(u"\\(?[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][A-Za-z .]{1,20})?,? (.{8,20}?)\\)? ?(?:[-–—―:]|\\(BUSINESS).*|[A-Z][\\p{L} .'’-]{2,30}, (.{8,20}?) [-–—―] ?[A-Z“\"].*");
  const auto match = exists(i) && !has_cjk(folded(i)) ? it.match(folded(i)) : std::nullopt;
  const auto date = match ? find_date(match->groups[match->groups[1].isEmpty() ? 2 : 1]) : std::nullopt;
  return date && date->start <= 2 ? std::optional(date->date) : std::nullopt;
}

bool below_title::is_publisher_below(std::size_t i) const {
  const auto &found = author_at(i);
  if (head_.authors.empty() || directly(i) || !is_short(i) || !found || !found->authors.empty() || !exists(i + 1)) return false;
  return is_identifier(folded(i + 1)) || date_at(i + 1) || folded(i + 1).startsWith(u"〒");
}

bool below_title::take_acronym_below_author(std::size_t i) {
  if (head_.authors.empty() || !directly(i) || !is_acronym(folded(i)) || !head_.authors.back().affiliation.empty()) return false;
  fill(text(i));
  take(i);
  return true;
}

bool below_title::is_title_again(std::size_t i) const {
  static const pattern number(u".*(\\([0-9]{1,2}\\)).*");
  const auto match = folded(i).indexOf(u'(') > 0 ? number.match(folded(i)) : std::nullopt;
  return match && is_parallel_title(i) && fold(head_.title).indexOf(match->groups[1]) > 0;
}

bool below_title::is_parallel_title(std::size_t i) const {
  const bool other = is_cjk(first_character(head_.title)) != is_cjk(first_character(at(i).text));
  if (!other || !head_.authors.empty()) return false;
  for (int more = 0; more < 3 && is_title_like(i) && !ends_statement(i); ++more, i = skip_running(i + 1))
    if (is_author_at(skip_running(i + 1))) return true;
  return false;
}

bool below_title::says_all_names_again(const icu::UnicodeString &line) const {
  if (has_cjk(line) || head_.authors.size() < 2 || holds_any(line, u"0123456789")) return false;
  if (const auto named = read_author_line(line, {}); named && named->authors.size() == head_.authors.size()) return true;
  static const pattern words_of_names(u"(?:\\p{Lu}[\\p{L}'’-]+ ?)+");
  return split_words(line).size() == 2 * head_.authors.size() && words_of_names.matches(line);
}

bool below_title::is_author_in_other_letters(std::size_t i) const {
  const auto is_japanese = [](const author &one) { return is_cjk(first_character(one.name)); };
  if (std::none_of(head_.authors.begin(), head_.authors.end(), is_japanese)) return false;
  const icu::UnicodeString &line = folded(i);
  const int32_t comma = line.indexOf(u',');
  if (says_all_names_again(line)) return true;
  return is_romanized_name(line) || (comma > 0 && is_romanized_name(icu::UnicodeString(line, 0, comma)) && is_latin_affiliation(icu::UnicodeString(line, comma + 1).trim()));
}

bool below_title::go_to_late_author(bool typeset) {
  constexpr std::size_t most_lines = 20;
  for (std::size_t i = next_; exists(i) && i < next_ + most_lines; ++i) {
    if (at(i).width > 80 || is_caption(at(i).text) || !is_author_at(i)) continue;
    const auto &above = author_at(i - 1);
    const bool below_place = i > next_ && directly(i) && !directly(i - 1) && above && above->authors.empty();
    // 国会調査室 農林課, and below it: (白浜 花子)
    const bool enclosed = below_place && folded(i).startsWith(u"(");
    const bool beside_place = typeset && is_name_beside_place(i);
    if (!is_strong_author_at(i) && !enclosed && !beside_place) continue;
    const bool says_title = tight(folded(i - 1)).indexOf(tight(fold(head_.title))) >= 0;  // 1. 今月のエッセイ「祭りの寄付」
    const bool opens = i == next_ || !directly(i) || below_place || beside_place || says_title || (i > next_ && names_series(folded(i - 1))) || ends_sentence(at(i - 1).text) || is_section_label(folded(i - 1));
    const bool closes = !directly(i + 1) || at(i + 1).wide_indent || date_at(i + 1) || author_at(i + 1) || is_contact_at(i + 1) || beside_place;
    if (!opens || !closes) continue;
    std::size_t first = enclosed ? i - 1 : i;
    if (beside_place && !is_strong_author_at(i))
      while (first > next_ && author_at(first - 1) && author_at(first - 1)->authors.empty()) --first;
    for (const std::size_t end = first; next_ < end; ++next_)
      if (is_short(next_) && !ends_sentence(at(next_).text))
        if (const auto date = find_date(folded(next_))) note_date(date->date);
    return true;
  }
  return false;
}

}  // namespace libsearch::ingest
