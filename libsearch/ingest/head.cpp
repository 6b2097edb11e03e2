#include "ingest/head.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/head_lines.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr int most_title_lines = 4;
constexpr std::size_t longest_title = 160;  // columns of one line of a title

/// Runs over the first lines once, from letterhead to title to authors.
class head_reader : head_lines {
 public:
  explicit head_reader(std::vector<line> &lines) : head_lines(lines) {}

  essay_head read(const title_hint &known) {
    if (!known.title.empty()) {
      head_.title = known.title;
      while (exists(next_) && is_genre(folded(next_))) take(next_++);
      read_below_title();
      return finish();
    }
    if (const std::size_t title = find_title(known.lines); title != npos) {
      read_above(title);
      take_title(title, known.lines.size());
    } else {
      read_above_title();
      if (!read_title()) return forget();
    }
    read_below_title();
    if (head_.authors.empty() && !head_.title.empty() && go_to_late_author()) read_below_title();
    return finish();
  }

 private:
  std::optional<author_line> author_at(std::size_t i) const {
    if (!exists(i) || at(i).text.size() > 600) return std::nullopt;
    // Each line is asked about by itself and by its neighbours.
    const auto [known, fresh] = author_lines_.try_emplace({i, organisation_});
    if (!fresh) return known->second;
    if ((known->second = labelled_affiliation(folded(i)))) return known->second;
    if (goes_on_below(i)) {
      known->second = read_author_line(without_date(folded(i) + u" " + folded(i + 1)), organisation_);
      if (known->second) known->second->lines = 2;
    }
    if (!known->second) known->second = read_author_line(without_date(folded(i)), organisation_);
    return known->second;
  }

  /// An author line that was wrapped: "..., Kaito Institute / of Energy Economics", 青海 太郎・/白浜 花子.
  bool goes_on_below(std::size_t i) const {
    static const pattern open(u".*(?:[、・,;&/]| (?:and|of|for|the))");
    static const pattern rest(u"(?:of|for|and|&) .*");
    return directly(i + 1) && (open.matches(folded(i)) || rest.matches(folded(i + 1)));
  }

  bool is_author_at(std::size_t i) const {
    const auto found = author_at(i);
    return found && !found->authors.empty();
  }

  bool is_strong_author_at(std::size_t i) const {
    const auto found = author_at(i);
    return found && found->strong && !found->authors.empty();
  }

  /// "かいとう研究所 2024年12月5日": the part beside the date is read by itself.
  static icu::UnicodeString without_date(icu::UnicodeString text) {
    if (text.length() > 200) return text;
    if (const auto date = find_date(text)) {
      // 2022年8月号
      const bool issue = text.length() == date->end + 1 && text[date->end] == u'号';
      text.removeBetween(date->start, issue ? date->end + 1 : date->end);
    }
    static const pattern empty_brackets(u"\\( *\\)");
    if (const auto hole = empty_brackets.find(text)) text.removeBetween(hole->start, hole->end);
    return text.trim();
  }

  /// 所属: 北浜大学, 【所属】..., Affiliation: ...
  static std::optional<author_line> labelled_affiliation(const icu::UnicodeString &line) {
    static const pattern label(
        u"(?:所 ?属(?:機関|先)?|勤務先|affiliations?|institution|organi[sz]ation) ?[:/] ?(.+)|[【\\[〔(](?:所 ?属(?:機関|先)?|勤務先)[】\\]〕)] ?[:/]? ?(.+)",
        letter_case::any);
    const auto match = label.match(line);
    if (!match) return std::nullopt;
    author_line result;
    result.affiliation = result.organisation = to_utf8(match->groups[match->groups[1].isEmpty() ? 2 : 1]);
    result.labelled = result.strong = true;
    return result;
  }

  void note_date(const std::string &date) {
    if (date.size() > head_.date.size()) head_.date = date;
  }

  bool take_date(std::size_t i) {
    const auto &date = date_at(i);
    if (!date) return false;
    note_date(*date);
    take(i);
    return true;
  }

  /// A series line, the date beside it aside; that of "No. 2015-08" is its number.
  std::optional<series_entry> series_at(std::size_t i) const {
    const auto found = series_line(without_date(folded(i)));
    return found ? found : series_line(folded(i));
  }

  bool take_series(std::size_t i) {
    const auto entry = series_at(i);
    if (!entry) return false;
    if (series_line(without_date(folded(i))))
      if (const auto date = find_date(folded(i))) note_date(date->date);
    head_.series = entry->series;
    head_.number = entry->number;
    take(i);
    return true;
  }

  /// A series line is the title when nothing else is: 需給の見通し（2） over the author.
  bool is_series_over_title(std::size_t i) const {
    if (!series_at(i)) return false;
    const std::size_t below = skip_running(i + 1);
    if (!exists(below) || is_subtitle(below)) return false;
    // Two capitalised words may be a name or a title: a name has no other name below it here.
    if (is_author_at(below) && (is_strong_author_at(below) || !is_author_at(below + 1)))
      return false;
    if (date_at(below)) return is_series_over_title_at_date(below);
    return is_title_like(below);
  }

  bool is_series_over_title_at_date(std::size_t date) const {
    const std::size_t below = skip_running(date + 1);
    return exists(below) && !is_author_at(below) && is_title_like(below);
  }

  /// 一般財団法人 かいとう研究所, above a title.
  bool is_letterhead(std::size_t i) const {
    const auto found = author_at(i);
    if (!found || !found->authors.empty() || !exists(i + 1)) return false;
    static const pattern body(u".*(?:法人|会社|研究所|総研|機構|Institute).*");
    return body.matches(folded(i)) && !is_author_at(i + 1) && is_title_like(i + 1) &&
           (is_author_at(i + 2) || !ends_sentence(at(i + 1).text));
  }

  /// Whether a title is still to come: behind a date, or an organisation above it.
  bool is_above_title(std::size_t i) const {
    std::size_t below = skip_running(i + 1);
    while (exists(below) && (date_at(below) || is_letterhead(below))) below = skip_running(below + 1);
    return exists(below) && is_title_like(below) && !is_author_at(below);
  }

  /// (証券コード: 0000), below the organisation.
  bool is_note_of_letterhead(std::size_t i) const {
    static const pattern it(u"\\([^()]{2,30}\\)");
    return !letterhead_.empty() && it.matches(folded(i)) && !author_at(i) && is_title_like(i + 1);
  }

  void read_above_title() {
    for (; exists(next_); ++next_) {
      if (at(next_).running) {
        // A running head is the title where the author stands right below it.
        const std::size_t below = skip_running(next_ + 1);
        if (is_author_at(below) && !series_line(folded(next_))) return;
        continue;
      }
      if (take_date(next_)) continue;
      if (is_contact_at(next_)) {
        take(next_, line_role::contact);
        continue;
      }
      if (is_series_over_title(next_)) {
        take_series(next_);
        continue;
      }
      if (is_identifier(folded(next_)) || is_rule(folded(next_))) {
        take(next_);
        continue;
      }
      if (is_note_of_letterhead(next_)) {
        take(next_);
        continue;
      }
      if (is_genre(folded(next_)) && is_above_title(next_)) {
        take(next_);
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
           !is_imprint(folded(i));
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

  /// What stands above a title that is known: what is no field is a running head or a rubric.
  void read_above(std::size_t title) {
    for (; next_ < title; ++next_) {
      if (take_date(next_)) continue;
      if (const auto date = find_date(folded(next_))) note_date(date->date);
      if (is_contact_at(next_)) {
        take(next_, line_role::contact);
      } else if (!is_genre(folded(next_)) && !take_series(next_) && !take_journal(next_)) {
        const auto found = author_at(next_);
        if (found && (found->labelled || found->strong) && !found->authors.empty())
          add(*found);
        else if (found && found->authors.empty())
          letterhead_ = found->affiliation;
      }
      take(next_);
    }
  }

  /// TOKIWA QUARTERLY 88 (Oct. 2004): only above a title does a bare number count issues.
  bool take_journal(std::size_t i) {
    static const pattern it(u"([^0-9].{3,60}?),? ([0-9]{1,4})");
    const auto match = it.match(without_date(folded(i)));
    if (!match || !head_.series.empty()) return false;
    head_.series = to_utf8(match->groups[1]);
    head_.number = to_utf8(match->groups[2]);
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

  bool continues_title(std::size_t i) const {
    if (!exists(i) || !is_title_like(i) || is_caption(at(i).text) || is_genre(folded(i))) return false;
    if (i > 0 && directly(i) && last_character(at(i - 1).text) == U':') return true;
    // Capitalised words may be the title's second line; the real author line stands below it.
    const bool weak =
        is_author_at(i) && !is_strong_author_at(i) && !is_cjk(first_character(at(i).text));
    if (weak ? !directly(i) || !is_strong_author_at(i + 1) : author_at(i).has_value()) return false;
    if (series_line(without_date(folded(i)))) return false;
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
    std::size_t at = i;
    for (int more = 0; more < most_title_lines - 1 && directly(at) && is_short(at) && is_title_like(at); ++more, ++at) {
      if (ends_sentence(this->at(at).text) || this->at(at).wide_indent || author_at(at)) return false;
      const std::size_t below = skip_running(at + 1);
      const auto found = author_at(below);
      if (found && (!found->authors.empty() ? found->strong : is_author_at(below + 1))) return true;
    }
    return false;
  }

  /// Whether a text line follows line `i` directly that is no head line.
  bool directly_text(std::size_t i) const { return directly(i + 1) && !is_author_at(i + 1); }

  static void join_title(std::string &title, std::string_view more, bool subtitle) {
    const bool joined = !subtitle && is_cjk(last_character(title)) && is_cjk(first_character(more));
    if (!joined) title += ' ';
    title += squeeze(more);
  }

  void add(const author_line &found) {
    sure_of_author(found.labelled ? 0.98 : found.strong ? 0.93 : 0.7);
    for (author one : found.authors) {
      // A position by itself belongs to the organisation on the line above.
      if (!waiting_.empty() && found.organisation.empty() && !one.affiliation.empty())
        one.affiliation = waiting_ + " " + one.affiliation;
      head_.authors.push_back(std::move(one));
    }
    if (!found.organisation.empty()) organisation_ = found.organisation;
    if (!waiting_.empty())
      for (author &one : head_.authors)
        if (one.affiliation.empty()) one.affiliation = waiting_;
  }

  /// An affiliation by itself: of the author on the next line, or of the ones before.
  bool take_affiliation(std::size_t i, const author_line &found) {
    const std::size_t below = skip_running(i + 1);
    const bool author_below = is_author_at(below) || is_lone_name(below);
    const bool open = !head_.authors.empty() && head_.authors.back().affiliation.empty();
    const auto next_affiliation = author_at(below);
    const bool goes_on = next_affiliation && (is_author_at(below + 1) || is_lone_name(below + 1));
    if (author_below || goes_on) {
      if (open && waiting_.empty())
        fill(found.affiliation);
      else
        waiting_ =
            waiting_.empty() || !goes_on_ ? found.affiliation : waiting_ + " " + found.affiliation;
      goes_on_ = goes_on;
    } else if (open) {
      fill(found.affiliation);
    } else if (head_.authors.empty() && at(i).width <= 80 && exists(below) && date_at(below)) {
      head_.affiliation = found.affiliation;  // the organisation itself is the author
    } else if (head_.authors.empty() && found.labelled) {
      waiting_ = found.affiliation;
    } else if (head_.authors.empty() || at(i).width > 80) {
      return false;
    } else if (!directly(i)) {
      return false;
    }
    if (!found.organisation.empty()) organisation_ = found.organisation;
    take(i);
    return true;
  }

  void fill(const std::string &affiliation) {
    for (author &one : head_.authors)
      if (one.affiliation.empty()) one.affiliation = affiliation;
  }

  /// 青海太郎, which only the affiliation above it makes a name.
  bool is_lone_name(std::size_t i) const {
    static const pattern it(u"[\\p{Han}々ヶ]{3,5}");
    return exists(i) && it.matches(folded(i)) && !is_plain_heading(folded(i));
  }

  static bool is_plain_heading(const icu::UnicodeString &text) {
    static const pattern it(u".*(?:概要|要旨|目次|背景|分析|動向|課題|展望|見通し|序論|結論)");
    return it.matches(text);
  }

  bool take_author(std::size_t i) {
    if (auto found = author_at(i)) {
      if (found->authors.empty()) return take_affiliation(i, *found);
      // Two bare words are a name only while nothing else has named the author.
      if (!found->strong && !head_.authors.empty() && waiting_.empty() && !directly(i))
        return false;
      if (const auto date = find_date(folded(i))) note_date(date->date);
      // Who translates does not write.
      if (!found->translators || head_.authors.empty()) add(*found);
      waiting_.clear();
      for (; next_ < i + found->lines - 1; ++next_) take(next_);
      take(next_);
      return true;
    }
    const bool right = at(i).indent >= 20 && directly(i) == false;
    if ((waiting_.empty() && !right) || !is_lone_name(i)) return false;
    sure_of_author(waiting_.empty() ? 0.5 : 0.75);
    head_.authors.push_back({to_utf8(folded(i)), waiting_});
    waiting_.clear();
    take(i);
    return true;
  }

  bool take_letterhead_below(std::size_t i) {
    // 東京発 2024年12月5日 and the like: a date with a few words.
    const icu::UnicodeString text = folded(i);
    const auto date = text.length() <= 40 ? find_date(text) : std::nullopt;
    if (!date || ends_sentence(at(i).text)) return false;
    const auto rest = read_author_line(without_date(text), organisation_);
    if (!rest) return false;
    note_date(date->date);
    take(i);
    return true;
  }

  /// "*1 かいとう研究所 *2 北浜大学": where the marks of the names point, in their order.
  bool take_marked_affiliations(std::size_t i) {
    static const pattern mark(u"(?:[*†‡§※¹²³⁴⁵⁶]+ ?[0-9]?|\\([0-9]\\)|(?:^|(?<=[、,; ]))[0-9](?= ?[\\p{L}(])) ?");
    icu::UnicodeString text = folded(i);
    const auto first = mark.find(text);
    if (!first || first->start != 0 || head_.authors.empty() || text.length() > 200) return false;
    while (const auto one = mark.find(text)) {
      text.removeBetween(0, one->end);
      const auto next = mark.find(text);
      icu::UnicodeString place(text, 0, next ? next->start : text.length());
      place.trim();
      if (place.endsWith(u"、") || place.endsWith(u",") || place.endsWith(u";")) place.truncate(place.length() - 1);
      const auto read = read_author_line(icu::UnicodeString(place).trim(), organisation_);
      if (!read || !read->authors.empty()) return false;
      for (author &who : head_.authors)
        if (who.affiliation.empty()) {
          who.affiliation = read->affiliation;
          break;
        }
    }
    take(i);
    return true;
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
      if (is_imprint(line)) continue;
      if (!is_circumstance(line)) break;
      if (const auto date = find_date(line)) note_date(date->date);
    }
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

  /// The list is as sure as its least sure name.
  void sure_of_author(double confidence) {
    head_.author_confidence =
        head_.authors.empty() ? confidence : std::min(head_.author_confidence, confidence);
  }

  essay_head finish() {
    if (!letterhead_.empty()) fill(letterhead_);
    if (head_.authors.empty() && head_.affiliation.empty()) head_.affiliation = letterhead_;
    // An author or a date below a line says that the line is a title.
    if (!head_.title.empty())
      head_.title_confidence = !head_.authors.empty() ? 0.95 : !head_.date.empty() ? 0.8 : 0.6;
    return std::move(head_);
  }

  /// Without a title the text begins at once; what stood above it keeps its meaning.
  essay_head forget() { return finish(); }

  std::size_t next_ = 0;
  essay_head head_;
  std::string organisation_;
  mutable std::map<std::pair<std::size_t, std::string>, std::optional<author_line>> author_lines_;
  std::string letterhead_;
  std::string waiting_;  ///< an affiliation whose author is still to come
  bool goes_on_ = false;
};

}  // namespace

essay_head read_head(std::vector<line> &lines, const title_hint &known) {
  return head_reader(lines).read(known);
}

}  // namespace libsearch::ingest
