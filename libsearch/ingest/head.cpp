#include "ingest/head.hpp"

#include <algorithm>
#include <utility>

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/head_fields.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr int most_title_lines = 4;
constexpr std::size_t longest_title = 160;  // columns of one line of a title

/// Runs over the first lines once, from letterhead to title to authors.
class head_reader : head_fields {
 public:
  explicit head_reader(std::vector<line> &lines) : head_fields(lines) {}

  essay_head read(const title_hint &known) {
    if (!known.title.empty()) {
      head_.title = known.title;
      while (exists(next_) && is_genre(folded(next_))) take(next_++);
      read_below_title();
      return finish();
    }
    if (const std::size_t title = find_labelled_title(); title != npos) {
      read_labelled(title);
    } else if (const std::size_t title = find_title(known.lines); title != npos) {
      read_above(title);
      take_title(title, known.lines.size());
    } else {
      read_above_title();
      if (!read_title()) return finish();  // the text begins at once
    }
    read_below_title();
    if (head_.authors.empty() && !head_.title.empty() && go_to_late_author()) read_below_title();
    return finish();
  }

 private:
  /// A series line is the title when nothing else is: 需給の見通し（2） over the author.
  bool is_series_over_title(std::size_t i) const {
    if (!series_at(i)) return false;
    const std::size_t below = skip_rules(i + 1);
    if (!exists(below) || is_subtitle(below) || is_record(folded(below))) return false;
    // Two capitalised words may be a name or a title: a name has no other name below it here.
    if (is_author_at(below) && (is_strong_author_at(below) || !is_author_at(below + 1)))
      return false;
    if (date_at(below)) return is_series_over_title_at_date(below);
    return is_title_like(below);
  }

  /// The first line from `i` on that is no running head and not drawn.
  std::size_t skip_rules(std::size_t i) const {
    for (i = skip_running(i); exists(i) && is_rule(folded(i));) i = skip_running(i + 1);
    return i;
  }

  bool is_series_over_title_at_date(std::size_t date) const {
    const std::size_t below = skip_rules(date + 1);
    return exists(below) && !is_author_at(below) && is_title_like(below);
  }

  /// 一般財団法人 かいとう研究所, above a title.
  bool is_letterhead(std::size_t i) const {
    const auto found = author_at(i);
    if (!found || !found->authors.empty() || !exists(i + 1)) return false;
    static const pattern body(u".*(?:法人|会社|研究所|総研|機構|センター|協会|財団|Institute|Center|Centre|\\bInc\\.?|\\bLtd\\.?|\\bLLC|\\bCorp\\.?)(?![a-z]).*");
    // Below a date or at the right it is one whatever it is called, if nothing says that it is a title.
    if (holds_any(folded(i), u"–—―")) return false;  // MINATO BAY – ...
    const bool placed = (!head_.date.empty() || at(i).indent >= 16) && is_cjk(first_character(at(i).text)) &&
                        !has_hiragana(folded(i)) && !is_subtitle(i + 1);
    if (!placed && !body.matches(folded(i))) return false;
    // A date, the organisation, its author and then the title.
    if (is_strong_author_at(i + 1)) return !head_.date.empty() && is_title_below_author(i + 1);
    return !is_author_at(i + 1) && is_title_like(i + 1) && (is_author_at(i + 2) || !ends_sentence(at(i + 1).text));
  }

  /// Set in by one wide blank, as paragraphs are; what is set in further is a title or an author.
  bool opens_paragraph(std::size_t i) const { return at(i).wide_indent && at(i).indent == 2; }

  /// Whether what stands below an author is a title and no paragraph.
  bool is_title_below_author(std::size_t i) const {
    const std::size_t below = skip_running(i + 1);
    return exists(below) && is_title_like(below) && !author_at(below) && !ends_sentence(at(below).text) && !opens_paragraph(below) &&
           !directly(below + 1);
  }

  /// Whether a title is still to come: behind a date, or an organisation above it.
  bool is_above_title(std::size_t i) const {
    std::size_t below = skip_rules(i + 1);
    while (exists(below) && (date_at(below) || is_letterhead(below) || is_contents_heading(folded(below)))) below = skip_rules(below + 1);
    return exists(below) && is_title_like(below) && !is_author_at(below);
  }

  /// The author between a date or a letterhead and the title.
  bool is_author_above_title(std::size_t i) const {
    return (!letterhead_.empty() || !head_.date.empty()) && head_.authors.empty() && is_strong_author_at(i) && is_title_below_author(i);
  }

  /// (証券コード: 0000), below the organisation.
  bool is_note_of_letterhead(std::size_t i) const {
    static const pattern it(u"\\([^()]{2,30}\\)");
    return !letterhead_.empty() && it.matches(folded(i)) && !author_at(i) && is_title_like(i + 1);
  }

  /// Whether a title stands at or behind line `i`, and its author, its date or its subtitle below it.
  bool is_title_and_more(std::size_t i) const {
    for (i = skip_rules(i); exists(i) && date_at(i);) i = skip_rules(i + 1);
    if (!exists(i) || !is_title_like(i) || author_at(i) || is_subtitle(i) || ends_sentence(at(i).text)) return false;
    for (int more = 0; more < most_title_lines - 1; ++more) {
      i = skip_running(i + 1);
      if (!exists(i)) return false;
      if (is_subtitle(i) || date_at(i)) return true;
      if (const auto found = author_at(i)) return !found->authors.empty() || directly(i + 1);
      if (!directly(i) || !is_title_like(i) || !is_short(i) || opens_paragraph(i)) return false;
    }
    return false;
  }

  /// 経済教室ノート, 【観光の論点】, Special Bulletin: the column that the essay stood in.
  bool is_rubric_over_title(std::size_t i) const {
    if (is_strong_author_at(i) || is_genre(folded(i)) || !is_rubric(without_date(folded(i)))) return false;
    const bool apart = !directly(skip_running(i + 1)) || holds_any(folded(i), u"【<《[〔窓目");
    return apart && is_title_and_more(i + 1);
  }

  /// A line that stands above the date, and below that the title and the author: 医療経済レポート, 講演要旨集 A-07.
  bool is_heading_over_date(std::size_t i) const {
    const std::size_t below = skip_rules(i + 1);
    if (!exists(below) || !date_at(below)) return false;
    const std::size_t title = skip_rules(below + 1);
    if (!exists(title) || !is_title_and_more(title)) return false;
    const std::size_t author = skip_running(title + 1);
    return is_subtitle(author) || is_strong_author_at(author);
  }

  /// 暮らしの現場から 5: only with a blank line below it does a bare number count.
  bool is_counted_rubric(std::size_t i) const {
    static const pattern it(u"[^0-9].{3,24} [0-9]{1,3}");
    return !directly(skip_running(i + 1)) && it.matches(folded(i)) && is_title_and_more(i + 1);
  }

  bool is_anything_below(std::size_t i) const { return exists(i + 2); }

  /// The series, the number and the date that a running head says.
  void note_series(std::size_t i) {
    if (!head_.series.empty()) return;
    if (const auto &found = series_at(i)) {
      head_.series = found->series;
      head_.number = found->number;
      note_date_in(i);
    }
  }

  /// 書評, above the author of the book.
  bool is_above_labelled_author(std::size_t i) const {
    const std::size_t below = skip_running(i + 1);
    const auto found = author_at(below);
    return found && found->labelled && !found->authors.empty() && is_title_like(skip_running(below + 1));
  }

  void read_above_title() {
    for (; exists(next_); ++next_) {
      if (at(next_).running) {
        // A running head is the title where the author stands right below it.
        const std::size_t below = skip_running(next_ + 1);
        if (is_author_at(below) && !series_line(folded(next_))) return;
        note_series(next_);
        continue;
      }
      if (take_date(next_)) continue;
      if (is_contact_at(next_)) {
        take(next_, line_role::contact);
        continue;
      }
      if (is_publication_line(folded(next_)) && !series_at(next_) && is_above_title(next_) && !is_subtitle(skip_running(next_ + 1))) {
        const series_entry named = publication_of(folded(next_));
        if (head_.series.empty()) head_.series = named.series;
        if (head_.number.empty()) head_.number = named.number;
        note_date_in(next_);
        take(next_);
        continue;
      }
      if (is_author_above_title(next_)) {
        add(*author_at(next_));
        take(next_);
        continue;
      }
      if (is_counted_rubric(next_) && take_journal(next_)) {
        take(next_);
        continue;
      }
      if (!series_at(next_) && (is_rubric_over_title(next_) || is_heading_over_date(next_))) {
        if (head_.series.empty()) head_.series = bare_rubric(without_date(folded(next_)));
        note_date_in(next_);
        take(next_);
        continue;
      }
      if (is_series_over_title(next_)) {
        take_series(next_);
        continue;
      }
      if (is_identifier(folded(next_)) || is_rule(folded(next_)) || (is_addressee(folded(next_)) && is_anything_below(next_)) || is_note_of_letterhead(next_) ||
          (is_genre(folded(next_)) && (is_above_title(next_) || is_above_labelled_author(next_)))) {
        take(next_);
        continue;
      }
      if (is_contents_heading(folded(next_)) && is_title_like(skip_running(next_ + 1))) {
        take(next_, line_role::furniture);
        continue;
      }
      if (is_letterhead(next_)) {
        letterhead_ = author_at(next_)->affiliation;
        take(next_);
        continue;
      }
      const auto labelled = author_at(next_);
      if (!labelled || !labelled->labelled || labelled->authors.empty()) return;
      add(*labelled);
      take(next_);
    }
  }

  bool is_title_like(std::size_t i) const {
    if (!exists(i)) return false;
    const line &one = at(i);
    if (one.width > longest_title || last_character(one.text) == U'。') return false;
    if (last_character(one.text) == U'.' && one.width > 80) return false;
    return !date_at(i) && !is_contact_at(i) && !is_section_label(folded(i)) && !is_identifier(folded(i)) &&
           !is_imprint(folded(i)) && !is_rule(folded(i));
  }

  bool is_subtitle(std::size_t i) const {
    static const pattern it(u"[―—–\\-−─~〜:(<].+|副題.*");
    return exists(i) && is_title_like(i) && it.matches(folded(i));
  }

  /// The first line of a wrapped paragraph: the next one goes on with it.
  bool is_wrapped_paragraph(std::size_t i) const {
    if (!directly(i + 1) || at(i).width < 40 || is_short(i)) return false;
    const line &below = at(i + 1);
    if (is_author_at(i + 1) || date_at(i + 1) || is_subtitle(i + 1)) return false;
    if (at(i).wide_indent && at(i).indent == 2 && below.indent == 0) return true;
    if (is_author_at(i + 2) || (exists(i + 2) && date_at(i + 2))) return false;
    return last_character(below.text) == U'。' ||
           (below.width + 6 > at(i).width && directly(i + 2));
  }

  /// Where the lines stand that are known to be the title; the last place, since running heads repeat it in small.
  std::size_t find_title(const std::vector<std::string> &title) const {
    constexpr std::size_t furthest = 16;
    std::size_t found = npos;
    for (std::size_t i = 0; !title.empty() && i < furthest && exists(i + title.size() - 1) && at(i).page == 0; ++i) {
      std::size_t k = 0;
      while (k < title.size() && tight(folded(i + k)) == tight(fold(title[k]))) ++k;
      if (k == title.size()) found = i;
    }
    if (found == npos || is_genre(folded(found)) || series_at(found) || date_at(found) || is_strong_author_at(found)) return npos;
    return found;
  }

  void read_above(std::size_t title) {
    for (; next_ < title; ++next_) take_above(next_);
  }

  /// A line above a title that is known: what is no field is a running head or a rubric.
  void take_above(std::size_t i) {
    if (take_date(i)) return;
    note_date_in(i);
    if (is_contact_at(i)) {
      take(i, line_role::contact);
    } else if (!is_genre(folded(i)) && !take_series(i) && !take_journal(i)) {
      const auto found = author_at(i);
      if (found && (found->labelled || found->strong) && !found->authors.empty())
        add(*found);
      else if (found && found->authors.empty())
        letterhead_ = found->affiliation;
    }
    take(i);
  }

  std::optional<labelled_line> labelled_at(std::size_t i) const {
    return exists(i) && at(i).page == 0 ? labelled_line_of(folded(i)) : std::nullopt;
  }

  /// The line that names the title in a head of lines that say what they are: TO, FROM, RE; 日時, 演題, 講師.
  std::size_t find_labelled_title() const {
    constexpr std::size_t furthest = 12;
    for (std::size_t i = 0; i < furthest && exists(i) && at(i).page == 0; ++i) {
      if (ends_sentence(at(i).text) && !is_short(i)) break;
      const auto said = labelled_at(i);
      if (!said || said->label != head_label::title) continue;
      return (i > 0 && labelled_at(i - 1)) || labelled_at(i + 1) ? i : npos;
    }
    return npos;
  }

  void read_labelled(std::size_t title) {
    for (; exists(next_); ++next_) {
      if (at(next_).running) continue;
      if (const auto said = labelled_at(next_)) {
        take_labelled(next_, *said);
        if (next_ == title) take_rest_of_labelled_title();
      } else if (next_ < title) {
        take_above(next_);
      } else {
        break;
      }
    }
  }

  /// RE: ..., and below it what is indented as far as the title.
  void take_rest_of_labelled_title() {
    const std::size_t label = next_;
    while (directly(next_ + 1) && at(next_ + 1).indent >= at(label).indent + 4 && is_title_like(next_ + 1) && !labelled_at(next_ + 1) &&
           !author_at(next_ + 1)) {
      take(++next_);
      join_title(head_.title, text(next_), is_subtitle(next_));
    }
  }

  /// TOKIWA QUARTERLY 88 (Oct. 2004): only above a title does a bare number count issues.
  bool take_journal(std::size_t i) {
    static const pattern it(u"([^0-9].{3,60}?),? ([0-9]{1,4})");
    // 第84回 エネルギー懇話会 講演要旨
    static const pattern meeting(u"第 ?([0-9]{1,4}) ?回 ?(.{2,40}?)(?: ?(?:講演|講義|報告)(?:の?(?:要旨|概要|記録|録))?)?");
    if (!head_.series.empty()) return false;
    const icu::UnicodeString line = without_date(folded(i));
    const auto counted = meeting.match(line);
    const auto match = counted ? counted : it.match(line);
    if (!match) return false;
    head_.series = to_utf8(match->groups[counted ? 2 : 1]);
    head_.number = to_utf8(match->groups[counted ? 1 : 2]);
    return true;
  }

  void take_title(std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i) {
      join_title(head_.title, text(i), false);
      take(i);
    }
    head_.title = bare_title(squeeze(head_.title));
    next_ = first + count;
    // Behind a cover the text begins with its title.
    for (std::size_t i = next_; exists(i); ++i)
      if (at(i).page > 0 && tight(folded(i)) == tight(fold(head_.title))) take(i, line_role::furniture);
    if (const std::size_t below = skip_running(next_); is_subtitle(below) && at(below).width <= 100 && !author_at(below)) {
      join_title(head_.title, text(below), true);
      take(below);
      next_ = below + 1;
    }
  }

  bool read_title() {
    if (!exists(next_) || !is_title_like(next_) || is_wrapped_paragraph(next_)) return false;
    std::string title = bare_title(text(next_));
    if (take_author_in_title(title)) {
      take(next_++);
      head_.title = title;
      return true;
    }
    take(next_++);
    for (int extra = 0; extra < most_title_lines - 1; ++extra) {
      const std::size_t below = skip_running(next_);
      if (!continues_title(below)) break;
      join_title(title, text(below), is_subtitle(below));
      take(below);
      next_ = below + 1;
    }
    head_.title = title;
    return true;
  }

  /// 空き家の鍵(しおかぜ研究所 主席研究員 黒江 真由美): the author in brackets behind the title.
  bool take_author_in_title(std::string &title) {
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

  bool continues_title(std::size_t i) const {
    if (exists(i) && directly(i) && is_record(folded(i))) return true;
    if (!exists(i) || !is_title_like(i) || is_caption(at(i).text) || (is_genre(folded(i)) && !is_subtitle(i)) || is_circumstance(folded(i))) return false;
    if (i > 0 && directly(i) && last_character(at(i - 1).text) == U':') return true;
    // Capitalised words may be the title's second line; the real author line stands below it.
    const bool weak =
        is_author_at(i) && !is_strong_author_at(i) && !is_cjk(first_character(at(i).text));
    if (weak ? !directly(i) || !is_strong_author_at(i + 1) : author_at(i).has_value()) return false;
    if (is_series_beside_date(i)) return false;
    if (is_subtitle(i)) return at(i).width <= 100;
    if (at(i).width > 80 || ends_sentence(at(i).text)) return false;
    const std::size_t below = skip_running(i + 1);
    if (is_author_at(below)) return true;
    const auto affiliation = author_at(below);
    if (affiliation && is_author_at(below + 1)) return true;
    if (directly(i) && exists(below) && date_at(below) && !directly_text(below)) return true;
    return is_long_title(i);
  }

  /// Short lines one below the other, and then the author: a title of three lines or four.
  bool is_long_title(std::size_t i) const {
    std::size_t last = i;
    for (int more = 0; more < most_title_lines - 1 && directly(last) && is_short(last) && is_title_like(last); ++more, ++last) {
      if (ends_sentence(at(last).text) || at(last).wide_indent || author_at(last)) return false;
      const std::size_t below = skip_running(last + 1);
      const auto found = author_at(below);
      if (found && (!found->authors.empty() ? found->strong : is_author_at(below + 1))) return true;
    }
    return false;
  }

  /// Whether a text line follows line `i` directly that is no head line.
  bool directly_text(std::size_t i) const { return directly(i + 1) && !author_at(i + 1); }

  static void join_title(std::string &title, std::string_view more, bool subtitle) {
    const bool joined = !subtitle && is_cjk(last_character(title)) && is_cjk(first_character(more));
    if (!joined) title += ' ';
    title += squeeze(more);
  }

  void read_below_title() {
    for (; exists(next_); ++next_) {
      if (at(next_).running) continue;
      if (is_contact_at(next_)) {
        take(next_, line_role::contact);
        continue;
      }
      const icu::UnicodeString &line = folded(next_);
      if (is_identifier(line) || is_genre(line) || is_rule(line) || take_marked_affiliations(next_) || is_author_in_other_letters(next_) ||
          (!head_.authors.empty() && is_contribution(line))) {
        take(next_);
        continue;
      }
      if (take_date(next_) || take_series(next_) || take_author(next_)) continue;
      if (take_letterhead_below(next_)) continue;
      // The title in another script, above the author.
      if (is_parallel_title(next_)) continue;
      // These are text as well: they stay where they are.
      if (is_imprint(line) || is_occasion(next_)) continue;
      if (!is_circumstance(line)) break;
      if (const auto date = find_date(line)) note_date(date->date);
    }
  }

  /// Annual Lecture of the Lakeside School, above the day.
  bool is_occasion(std::size_t i) const {
    return !head_.authors.empty() && head_.date.empty() && is_title_like(i) && is_short(i) && directly(i + 1) && date_at(i + 1);
  }

  bool is_parallel_title(std::size_t i) const {
    const bool other = is_cjk(first_character(head_.title)) != is_cjk(first_character(at(i).text));
    return other && head_.authors.empty() && is_title_like(i) && !ends_sentence(at(i).text) && is_author_at(skip_running(i + 1));
  }

  /// KAJIRO Wakako, below 神代 和歌子.
  bool is_author_in_other_letters(std::size_t i) const {
    return !head_.authors.empty() && is_cjk(first_character(head_.authors.back().name)) && is_romanized_name(folded(i));
  }

  /// Behind an abstract or the occasion of a talk: an author with a label or an affiliation, alone between two
  /// paragraphs.
  bool go_to_late_author() {
    constexpr std::size_t most_lines = 12;
    for (std::size_t i = next_; exists(i) && i < next_ + most_lines; ++i) {
      if (at(i).width > 80 || !is_strong_author_at(i)) continue;
      const bool opens = i == next_ || !directly(i) || ends_sentence(at(i - 1).text) || is_section_label(folded(i - 1));
      const bool closes = !directly(i + 1) || at(i + 1).wide_indent || date_at(i + 1) || author_at(i + 1);
      if (!opens || !closes) continue;
      for (; next_ < i; ++next_)
        if (is_short(next_) && !ends_sentence(at(next_).text))
          if (const auto date = find_date(folded(next_))) note_date(date->date);
      return true;
    }
    return false;
  }

  essay_head finish() {
    if (!letterhead_.empty()) fill(letterhead_);
    if (head_.authors.empty() && head_.affiliation.empty()) head_.affiliation = letterhead_;
    // An author or a date below a line says that the line is a title.
    if (!head_.title.empty())
      head_.title_confidence = !head_.authors.empty() ? 0.95 : !head_.date.empty() ? 0.8 : 0.6;
    return std::move(head_);
  }
};

}  // namespace

essay_head read_head(std::vector<line> &lines, const title_hint &known) {
  return head_reader(lines).read(known);
}

}  // namespace libsearch::ingest
