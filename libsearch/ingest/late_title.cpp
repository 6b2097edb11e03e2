// Titles that do not stand first: behind an abstract, behind a title in another language, behind the book that is reviewed.
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_finder.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

bool title_finder::is_over_its_author(std::size_t i) const {
  if (directly(i) || !stands_out(i) || is_subtitle(i) || is_genre_at(i) || opens_paragraph(i) || is_numbered_heading(folded(i)) || is_section_label(folded(i))) return false;
  return is_over_author(i) && weight_of_heading(i, end_of_heading(i)) > 0;
}

std::size_t title_finder::title_behind_abstract(std::size_t i) const {
  static const pattern abstract(u"[<【\\[〔(■◆●○]*(?:要約|要旨|概要|抄録|abstract|summary)[>】\\]〕)■◆●○]*:?", letter_case::any);
  if (i > 0 || !exists(i) || !abstract.matches(tight(folded(i)))) return npos;
  for (std::size_t k = i + 2; exists(k) && at(k).page == at(i).page; ++k)
    if (is_over_its_author(k)) return k;
  return npos;
}

std::size_t title_finder::title_in_kanji(std::size_t i) const {
  if (!exists(i) || has_cjk(folded(i))) return npos;
  for (std::size_t k = i + 1; exists(k) && at(k).page == at(i).page; ++k) {
    if (!has_cjk(folded(k)) || !is_over_its_author(k)) continue;
    for (std::size_t who = k + 1; exists(who) && who <= k + most_title_lines; ++who)
      if (is_author_at(who)) return is_cjk(first_character(author_at(who)->authors[0].name)) ? k : npos;
  }
  return npos;
}

std::size_t title_finder::title_behind_book(std::size_t i) const {
  constexpr std::size_t most = 5;  // lines of a book's title, its author and its imprint
  std::size_t last = i;
  bool imprint = is_imprint(folded(i));
  while (directly(last + 1) && last < i + most) imprint = is_imprint(folded(++last)) || imprint;
  const std::size_t title = skip_running(last + 1);
  return imprint && exists(title) && is_over_its_author(title) ? title : npos;
}

std::size_t title_finder::title_of_page() const {
  static const pattern form(u"(.{4,}?) (?:[|-]|[–—―]) [^|]{2,40}");
  const auto match = exists(0) && holds_any(folded(0), u"|-–—―") ? form.match(folded(0)) : std::nullopt;
  if (!match || names_institution(match->groups[1])) return npos;
  const icu::UnicodeString title = tight(match->groups[1]);
  for (std::size_t k = 1; exists(k) && at(k).page == at(0).page; ++k)
    if (tight(folded(k)) == title) return k;
  return npos;
}

}  // namespace libsearch::ingest
