#include "ingest/title_reader.hpp"

#include <algorithm>

#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

std::optional<pattern_match> title_reader::lesson(const icu::UnicodeString &line) {
  static const pattern it(u"(?:\\( ?(?:第 ?)?([0-9]{1,3}) ?回? ?\\)|第 ?([0-9]{1,3}) ?回(?!.{0,8}(?:大会|会議|会合|研究会|シンポ|セミナー|総会|講座|講演|フォーラム))[ :]?) ?(.{3,})");
  return begins_with_any(line, u"(第") ? it.match(line) : std::nullopt;
}

const std::vector<std::string> *title_reader::title_among(const std::vector<std::vector<std::string>> &largest) const {
  constexpr int better = 3, most_of_publisher = -2;
  const std::vector<std::string> *best = nullptr;
  int best_weight = 0;
  bool latin = false;
  for (const std::vector<std::string> &block : largest) {
    const std::size_t at = find_title(block);
    if (at == npos) continue;
    const int weight = weight_of_heading(at, at + block.size() - 1);
    // Above a title in Latin letters that are somewhat larger, the one in kanji
    const bool in_kanji = latin && has_cjk(folded(at)) && weight > 0 && is_over_author(at + block.size() - 1);
    if (best && !in_kanji && (best_weight > most_of_publisher || weight < best_weight + better)) continue;
    best = &block;
    best_weight = weight;
    latin = !has_cjk(folded(at));
  }
  return best;
}

void title_reader::take_rest_of_title(const std::vector<std::vector<std::string>> &largest) {
  const std::size_t below = skip_running(next_);
  for (const std::vector<std::string> &block : largest) {
    if (!directly(below)) continue;
    std::size_t end = below;
    // A heading of the text, or the author, may stand in letters of the same size.
    while (end < below + block.size() && exists(end) && tight(folded(end)) == tight(fold(block[end - below])) && stands_out(end) && has_cjk(folded(end)) == has_cjk(fold(head_.title)) && (is_subtitle(end) || !is_numbered_heading(folded(end)))) ++end;
    const bool all = end == below + block.size();
    if (end == below || folded(end - 1).indexOf(u'。') >= 0 || (!all && !author_at(end) && !is_numbered_heading(folded(end)))) continue;
    for (next_ = below; next_ < end; ++next_) {
      join_title(head_.title, text(next_), next_ == below);
      take(next_);
    }
    if (directly(end) && is_subtitle(end)) take_more_title(head_.title, 1, true);
    return;
  }
  // Smaller letters in another script are the title once more.
  if (exists(below) && has_cjk(fold(head_.title)) == has_cjk(folded(below)) && continues_title(below)) {
    take_more_title(head_.title, 2, true);
    return;
  }
  // In letters of the text's size, and apart from the text
  const bool apart = !directly(below + 1) || dateline_at(below + 1);
  const bool heading = exists(below) && (is_section_label(folded(below)) || is_numbered_heading(folded(below)));
  if (directly(below) && !heading && stands_out(below) && apart && is_short(below) && weight_at(below) > 0) {
    join_title(head_.title, text(below), true);
    take(below);
    next_ = below + 1;
  }
}

void title_reader::take_title(std::size_t first, std::size_t count) {
  for (std::size_t i = first; i < first + count; ++i) {
    // A mark that points at a note ends a line in the middle of a title, too.
    join_title(head_.title, without_note_mark(text(i)), false);
    take(i);
  }
  head_.title = bare_title(squeeze(head_.title));
  next_ = first + count;
  // Behind a cover the text begins with its title.
  for (std::size_t i = next_; exists(i); ++i)
    if (at(i).page > 0 && tight(folded(i)) == tight(fold(head_.title))) take(i, line_role::furniture);
}

void title_reader::take_more_title(std::string &title, int most, bool smaller) {
  for (; most > 0; --most) {
    // The next page may repeat what a cover says.
    const std::size_t below = directly(next_) && is_subtitle(next_) ? next_ : skip_running(next_);
    if (!continues_title(below)) break;
    join_title(title, text(below), smaller || is_subtitle(below));
    smaller = false;
    take(below);
    next_ = below + 1;
  }
}

bool title_reader::read_title() {
  if (!exists(next_) || !is_title_like(next_) || is_wrapped_paragraph(next_)) return false;
  std::string title = bare_title(title_in(next_));
  const bool ends_here = take_author_in_title(title) || take_author_beside_title(title);
  take(next_++);
  if (!ends_here) take_more_title(title, most_title_lines - 1);
  head_.title = title;
  return true;
}

std::string title_reader::title_in(std::size_t i) {
  if (!head_.series.empty() && head_.number.empty())
    if (const auto said = lesson(folded(i))) {
      head_.number = to_utf8(said->groups[said->groups[1].isEmpty() ? 2 : 1]);
      return to_utf8(said->groups[3]);
    }
  const std::string_view whole = at(i).text;
  const std::size_t gap = std::min(find_blank(whole, 0), whole.size());
  const std::string_view rest = trim(whole.substr(gap));
  // A wide blank may stand in a title as well, but not behind 講演録.
  static const pattern lecture(u"(?:.{0,4}講演(?:録|要旨|会?記録)|巻頭言|研究ノート|書評|寄稿)");
  const std::size_t bytes = whole.size() - gap - rest.size();
  const bool apart = bytes >= 4 || (bytes == 3 && lecture.matches(fold(whole.substr(0, gap))));
  return apart && !rest.empty() && is_genre(fold(whole.substr(0, gap))) ? squeeze(rest) : text(i);
}

bool title_reader::take_author_in_title(std::string &title) {
  static const pattern form(u"(.{4,}?) ?[(〔\\[]([^()〔〕\\[\\]]{5,60})[)〕\\]]");
  const auto match = form.match(fold(title));
  if (!match) return false;
  const auto found = read_author_line(match->groups[2], {});
  if (!found || found->authors.empty() || found->authors[0].affiliation.empty()) return false;
  add(*found);
  // As it was written, not as it was folded.
  title.resize(std::min(title.rfind("（"), title.rfind('(')));
  title = trim(title);
  return true;
}

bool title_reader::take_author_beside_title(std::string &title) {
  const auto parts = at(next_).blanks && head_.authors.empty() ? cells(next_) : std::vector<std::string_view>();
  if (parts.size() != 2) return false;
  const auto found = read_author_line(fold(without_letter_spacing(parts[1])), {}), left = read_author_line(fold(parts[0]), {});
  if (!found || found->authors.empty() || left) return false;
  add(*found);
  title = squeeze(parts[0]);
  return true;
}

void title_reader::join_title(std::string &title, std::string_view more, bool subtitle) {
  const bool joined = !subtitle && is_cjk(last_character(title)) && is_cjk(first_character(more));
  if (!joined) title += ' ';
  title += squeeze(more);
}

}  // namespace libsearch::ingest
