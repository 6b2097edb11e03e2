#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_finder.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/title_weight.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr int needed_over_author = 3, needed_over_text = 4, most_over_author = 1, most_over_text = -2;

}  // namespace

int title_finder::weight_at(std::size_t i) const {
  // Each line is asked about by itself and by those above it.
  const auto [known, fresh] = weights_.try_emplace(i);
  // A title is not set in two columns.
  const bool apart = fresh && at(i).blanks && cells(i).size() > 1;
  if (fresh) known->second = title_weight(folded(i), apart ? columns(text(i)) : at(i).width) - (apart ? 3 : 0);
  return known->second;
}

int title_finder::weight_of_heading(std::size_t first, std::size_t last) const {
  icu::UnicodeString whole = folded(first);
  std::size_t width = at(first).width;
  for (std::size_t i = first + 1; i <= last; ++i) {
    whole += (has_cjk(whole) ? u"" : u" ") + folded(i);
    width += at(i).width;
  }
  const std::size_t below = skip_running(last + 1);
  return (first == last ? weight_at(first) : title_weight(whole, width)) + (exists(below) && directly(below) && is_subtitle(below) && !author_at(below) ? 2 : 0);
}

bool title_finder::stands_out(std::size_t i) const {
  return exists(i) && is_title_like(i) && !ends_statement(i) && !author_at(i) && !date_at(i) && !series_at(i) && !is_genre_at(i) && !is_number_of_paper(folded(i)) &&
         !is_circumstance(folded(i));
}

std::size_t title_finder::end_of_heading(std::size_t i) const {
  // A line that is none of a title's stands for itself, and so does the name of a school.
  const auto stands_alone = [&](std::size_t k) { return !has_cjk(folded(k)) && names_institution(folded(k)) && at(k).width <= 50; };
  std::size_t last = i;
  // Report on the 6th Forum / on Ports
  const auto goes_on = [&](std::size_t k) { return exists(k) && at(k).text[0] >= 'a' && at(k).text[0] <= 'z'; };
  while ((goes_on(last + 1) || (!stands_alone(last) && weight_at(last) > most_over_text)) && last + 1 < i + most_title_lines && directly(last + 1) && stands_out(last + 1) &&
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
  const int own = weight_of_heading(i, last) - (dated && !is_author_at(skip_rules(last + 2)) ? 5 : 0);
  if (own > most_over_author || is_author_at(skip_rules(last + 1))) return npos;
  const bool japanese = has_cjk(folded(i));
  int best = -99, headings = 0;
  bool authored = false;
  // What later pages repeat may be the title.
  const auto next_line = [&](std::size_t k) {
    while (exists(k) && ((at(k).running && weight_at(k) <= 0) || is_rule(folded(k)) || is_permission(folded(k)))) ++k;
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
    if (!japanese || has_cjk(line)) best = std::max(best, weight_of_heading(k, end));
    k = next_line(end + 1);
  }
  const bool better = authored ? best >= own + needed_over_author : own <= most_over_text && best >= own + needed_over_text;
  return better ? last : npos;
}

std::size_t title_finder::end_of_masthead(std::size_t i) const {
  constexpr int fewest_issues = 20, more = 2;  // an essay has fewer parts than that
  constexpr std::size_t most_lines = 5;
  const auto &series = series_at(i);
  const bool counted = series && series->number.size() <= 6 && std::all_of(series->number.begin(), series->number.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                       !series->number.empty() && std::stoi(series->number) >= fewest_issues;
  if (author_at(i) || !(counted || is_regular_column(folded(i)) || is_rubric(folded(i)))) return npos;
  bool named = false, dated = false;
  std::size_t last = i;
  for (; directly(last + 1) && last < i + most_lines; ++last) {
    const auto &who = author_at(last + 1);
    const bool date = find_date(folded(last + 1)).has_value();
    if (!who && !date_at(last + 1) && !(date && is_publication_line(folded(last + 1)))) return npos;
    named = named || (who && !who->authors.empty());
    dated = dated || date;
  }
  const std::size_t title = last + 1;
  if (!named || !dated || !stands_out(title) || directly(title) || directly(title + 1) || opens_paragraph(title) || is_numbered_heading(folded(title)) || is_section_label(folded(title))) return npos;
  return weight_at(title) >= weight_at(i) + more ? last : npos;
}

bool title_finder::is_numbered_heading(const icu::UnicodeString &line) {
  static const pattern it(u"(?:第 ?[0-9一二三四五六七八九十]+(?: ?[章節部編]| )|[0-9]{1,2}(?:\\.[0-9]{1,2})*(?:[.、)]? |[.、](?=[^0-9 ])).*|[IVXⅠⅡⅢ]{1,4}[.]? |\\([0-9一二三四五]{1,2}\\)|[①-⑳]|[一二三四五][ 、]|[■◆●○□◇]).*");
  return it.matches(line);
}

}  // namespace libsearch::ingest
