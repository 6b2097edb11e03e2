#include "ingest/head.hpp"

#include <algorithm>
#include <utility>

#include "ingest/title_reader.hpp"
#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_finder.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/title_weight.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// Runs over the first lines once, from letterhead to title to authors.
class head_reader : title_reader {
 public:
  explicit head_reader(std::vector<line> &lines) : title_reader(lines) {}

  essay_head read(const title_hint &known) {
    if (!known.title.empty()) {
      head_.title = known.title;
      while (exists(next_) && is_genre_at(next_)) take(next_++);
      read_below_title();
      return finish();
    }
    if (const std::size_t title = find_labelled_title(); title != npos) {
      read_labelled(title);
    } else if (const std::vector<std::string> *title = title_among(known.largest)) {
      const std::size_t first = find_title(*title);
      read_above(first);
      take_title(first, title->size());
      take_rest_of_title(known.largest);
    } else {
      if (const std::size_t own = title_of_page(); own != npos)
        for (; next_ < own; ++next_) take(next_, line_role::furniture);
      skip_menus();
      // What stands above stays text.
      if (const std::size_t late = title_behind_abstract(next_); late != npos) next_ = late;
      else read_above_title();
      if (const std::size_t late = title_in_kanji(next_); late != npos)
        for (; next_ < late; ++next_)
          if (is_short(next_) && !ends_statement(next_) && is_number_of_paper(without_date(folded(next_)))) note_date_in(next_);
      if (!read_title()) return finish();  // the text begins at once
    }
    read_below_title();
    if (head_.authors.empty() && !head_.title.empty() && go_to_late_author(!known.largest.empty())) read_below_title();
    return finish();
  }

 private:
  /// "Skip to content", "Menu", "Sign in": what stands first where a browser saved a page as text.
  void skip_menus() {
    constexpr std::size_t furthest = 20, longest = 30, fewest = 3;  // lines; columns; of such words
    std::size_t most = next_;
    while (exists(most) && most < furthest && at(most).width <= longest) ++most;
    if (most - next_ < fewest || !is_furniture_phrase(folded(next_))) return;
    std::size_t words = 0, end = next_;
    for (std::size_t i = next_; i < most; ++i)
      if (is_furniture_phrase(folded(i)) || is_way_through_site(folded(i))) {
        ++words;
        end = i + 1;
      }
    if (words < fewest) return;
    for (; next_ < end; ++next_) take(next_, line_role::furniture);
  }

  /// The series, the number and the date that a running head says.
  void note_series(std::size_t i) {
    if (!head_.series.empty()) return;
    if (const auto &found = series_at(i)) {
      head_.series = found->series;
      head_.number = found->number;
      note_date_in(i);
    }
  }

  void read_above_title() {
    for (; exists(next_); ++next_) {
      if (at(next_).running) {
        // A running head is the title where the author stands right below it.
        std::size_t below = skip_running(next_ + 1);
        if (is_reading_of_names(below)) ++below;
        if (is_author_at(below) && !series_line(folded(next_))) return;
        // Later pages repeat the first line of a title of two.
        const bool goes_on = directly(next_ + 1) && !at(next_ + 1).running && is_title_like(next_ + 1) && !author_at(next_ + 1) &&
                             (is_subtitle(next_ + 1) || is_over_author(next_ + 1));
        if (goes_on && weight_at(next_) > 0) return;
        if (is_title_of_cover(next_)) return;
        note_series(next_);
      } else if (!take_above_title(next_)) {
        return;
      }
    }
  }

  /// 研究員コラム, or アナリシス: what looks much less like a title, over an author who stands over one
  bool is_column_over_author_over_title(std::size_t i) const {
    constexpr int most = -2, more = 4;
    if (!is_above_author_above_title(i)) return false;
    if (is_regular_column(folded(i))) return true;
    if (author_at(i) || !is_title_like(i) || is_number_of_paper(folded(i))) return false;
    const std::size_t title = skip_running(skip_running(i + 1) + 1);
    return weight_at(i) <= most && weight_at(title) >= weight_at(i) + more;
  }

  /// A title on a cover that the next page repeats, and no line of the first page does.
  bool is_title_of_cover(std::size_t i) const {
    constexpr int least = 2;
    if (at(i).page > 0 || date_at(i) || author_at(i) || series_line(folded(i)) || weight_at(i) < least || is_heading_over_date(i)) return false;
    for (std::size_t k = i + 1; exists(k) && at(k).page == 0; ++k)
      if (!at(k).running && tight(folded(k)) == tight(folded(i))) return false;
    const std::size_t below = directly(i + 1) && is_subtitle(i + 1) ? i + 2 : i + 1;
    return exists(below) && (date_at(below) || author_at(below)) && at(below).page == 0;
  }

  /// Takes a line that stands above a title, by its words or by what stands below it; false where it is the title.
  bool take_above_title(std::size_t i) {
    const icu::UnicodeString &line = folded(i);
    // Who died is the title.
    if (is_memorial(line)) {
      memorial_ = true;
      take(i);
      return true;
    }
    if (memorial_ && !date_at(i) && !is_genre_at(i)) return false;
    if ((holds_any(line, u"|>»›[→←▲刷字") && (is_way_through_site(line) || is_trail_of_site(line))) || is_retrieval(line)) {
      take(i, line_role::furniture);
      return true;
    }
    if (take_date(i) || take_journal_beside_genre(i) || take_publication(i) || take_organisation(i) || take_rubric(i)) return true;
    if (is_contact_at(i) || line.startsWith(u"〒")) {
      take(i, line_role::contact);
    } else if (const std::size_t title = title_behind_book(i); title != npos) {
      next_ = title - 1;  // the book is text
    } else if (take_addressee(i)) {
      return true;
    } else if (take_column_of_author(i)) {
      return true;
    } else if (is_heading_block(i)) {
      note_column(i);
      for (take_above(next_); directly(next_ + 1);) take_above(++next_);
    } else if (const std::size_t end = end_of_masthead(i); end != npos) {
      take_masthead(i, end);
    } else if (is_series_over_title(i)) {
      take_series(i);
    } else if (is_author_above_title(i) || is_name_over_title(i)) {
      add(*author_at(i));
      note_date_in(i);
      take(i);
      for (; is_strong_author_at(i) && directly(next_ + 1) && is_strong_author_at(next_ + 1) && is_title_below_author(next_ + 1); take(++next_)) add(*author_at(next_ + 1));
    } else if (is_identifier(line) || is_rule(line) || is_permission(line) || (is_addressee(line) && exists(i + 2)) || is_note_of_letterhead(i) ||
               (is_genre_at(i) && (is_above_title(i) || is_above_labelled_author(i) || is_above_author_above_title(i))) ||
               is_column_over_author_over_title(i)) {
      const bool genre = is_genre_at(i), column = !genre && is_column_over_author_over_title(i);
      if (column) head_.series = to_utf8(line);
      genre_ = genre_ || genre || column;
      take(i);
    } else if (line.startsWith(u"於") || is_small_heading(i)) {
      take(i);
    } else if (is_number_of_paper(line) && exists(i + 2)) {
      take_above(i);
    } else if (is_place_and_date(i) && is_above_title(i)) {
      note_date_in(i);
      take(i);
    } else if (is_over_genre(i)) {
      take_above(i);
    } else if (take_serial(i) || take_series_of_lessons(i) || take_number_over_quotation(i)) {
      return true;
    } else if (is_contents_heading(line) && is_title_like(skip_running(i + 1))) {
      take(i, line_role::furniture);
    } else if (is_letterhead(i)) {
      letterhead_ = organisation_at(i);
      note_date_in(i);
      take(i);
    } else if (take_author_of_two_lines(i)) {
      return true;
    } else if (const std::size_t last = heading_over_title(i); last != npos) {
      note_series_of_heading(i);
      for (take_above(next_); next_ < last;) take_above(++next_);
    } else {
      const auto &labelled = author_at(i);
      if (!labelled || !labelled->labelled || labelled->authors.empty()) return false;
      add(*labelled);
      take(i);
    }
    return true;
  }

  /// 海運経済学会誌 第61巻                       書 評
  bool take_journal_beside_genre(std::size_t i) {
    const auto parts = at(i).blanks ? cells(i) : std::vector<std::string_view>();
    if (parts.size() != 2 || !is_genre(fold(parts[1]))) return false;
    const icu::UnicodeString journal = fold(parts[0]);
    const auto found = series_line(without_date(journal));
    if (!found && !is_publication_line(journal)) return false;
    if (head_.series.empty()) {
      const series_entry entry = found ? *found : publication_of(journal);
      head_.series = entry.series;
      head_.number = entry.number;
    }
    note_date_in(i);
    genre_ = true;
    take(i);
    return true;
  }

  /// 週刊エネルギー寸評(第406号), and below it the author and the date
  void take_masthead(std::size_t i, std::size_t last) {
    if (!take_series(i)) {
      if (head_.series.empty()) head_.series = bare_rubric(folded(i));
      take(i);
    }
    while (next_ < last) {
      const auto &who = author_at(++next_);
      const bool named = who && !who->authors.empty(), place = who && !named && !head_.authors.empty();
      if (date_at(next_) || (!named && !place)) {
        take_above(next_);
        continue;
      }
      if (named) add(*who);
      else fill(who->affiliation);
      note_date_in(next_);
      take(next_);
    }
  }

  static bool is_memorial(const icu::UnicodeString &line) {
    static const pattern it(u"in memoriam|obituary|追悼(?:文)?|訃報|弔辞", letter_case::any);
    return line.length() <= 12 && it.matches(line);
  }

  bool memorial_ = false;

  /// 北浜市議会, and below it 議長 白浜 花子 様: to whom it is written.
  bool take_addressee(std::size_t i) {
    if (!exists(i + 2) || head_.date.empty()) return false;
    const bool below = directly(i + 1) && is_addressee(folded(i + 1)) && names_institution(folded(i));
    if (!below && !is_addressee(folded(i))) return false;
    take(i);
    if (below) take(++next_);
    return true;
  }

  /// The organisation of a letterhead, without what stands at the other end of its line or before it: 発行:かいとう研究所
  std::string organisation_at(std::size_t i) const {
    static const pattern label(u"(?:編集・?)?発行[者元所]?(?:・編集)? ?[:/] ?(.+)");
    const std::string_view whole = at(i).text;
    const std::size_t gap = std::min(whole.find("    "), whole.size());
    const auto left = gap < whole.size() ? read_author_line(without_date(fold(whole.substr(0, gap))), {}) : std::nullopt;
    const std::string name = left && left->authors.empty() ? left->affiliation : author_at(i)->affiliation;
    const auto match = label.match(icu::UnicodeString::fromUTF8(name));
    return match ? to_utf8(match->groups[1]) : name;
  }

  /// かいとう研究所 インサイト
  bool take_organisation(std::size_t i) {
    const icu::UnicodeString organisation = organisation_over_title(i);
    if (organisation.isEmpty()) return false;
    letterhead_ = to_utf8(organisation);
    note_date_in(i);
    take(i);
    return true;
  }

  /// 東陵日報 朝刊 9面, DP-2014-07
  bool take_publication(std::size_t i) {
    if (!is_publication_line(folded(i)) || series_at(i) || is_subtitle(skip_running(i + 1))) return false;
    if (!is_above_title(i) && !(find_date(folded(i)) && is_above_author_above_title(i))) return false;
    take_named_publication(i);
    return true;
  }

  /// The name of a column or of what the essay came out in, with a number, a date or neither.
  bool take_rubric(std::size_t i) {
    constexpr int32_t longest_name = 24;
    if (is_author_above_title(i) || is_heading_block(i) || is_name_over_title(i)) return false;
    if (is_counted_rubric(i) && take_journal(i)) {
      note_date_in(i);
      take(i);
      return true;
    }
    const icu::UnicodeString name = without_date(folded(i));
    if (!series_at(i) && (is_rubric_over_title(i) || is_heading_over_date(i))) {
      if (head_.series.empty()) head_.series = bare_rubric(name);
      note_date_in(i);
      take(i);
      return true;
    }
    if (!is_dated_heading(i)) return false;
    if (head_.series.empty() && is_cjk(first_character(at(i).text)) && !author_at(i) && !(is_genre(name) && name.indexOf(u' ') >= 0) && name.length() <= longest_name)
      head_.series = bare_rubric(name);
    take_above(i);
    return true;
  }

  /// 連載 港の窓から, and below it perhaps 第32回
  bool take_serial(std::size_t i) {
    static const pattern it(u"(?:連載|シリーズ)(?:コラム|エッセ[イー])?(?: ?[:/] ?| )([^「『。]{2,24})"), number(u"第? ?([0-9]{1,4}) ?[回号話信]?");
    const auto match = begins_with_any(folded(i), u"連シ") ? it.match(folded(i)) : std::nullopt;
    if (!match || !head_.series.empty()) return false;
    const std::size_t below = skip_running(i + 1);
    const auto count = exists(below) ? number.match(folded(below)) : std::nullopt;
    const std::size_t title = count ? skip_running(below + 1) : below;
    if (!exists(title) || directly(title) || !is_title_like(title) || is_subtitle(title) || is_author_at(title) || ends_statement(title)) return false;
    head_.series = to_utf8(match->groups[1]);
    take(i);
    if (count) {
      head_.number = to_utf8(count->groups[1]);
      take(next_ = below);
    }
    return true;
  }

  /// 連載講座「はじめて学ぶ港」, and below it (3)船は何を運ぶか
  bool take_series_of_lessons(std::size_t i) {
    static const pattern name(u"(?:連載|シリーズ|講座|連載講座|入門講座|特集)[^「『]{0,8}[「『](.{2,40})[」』]");
    const std::size_t below = skip_running(i + 1);
    const auto match = exists(below) && holds_any(folded(i), u"」』") && lesson(folded(below)) ? name.match(folded(i)) : std::nullopt;
    if (!match || !head_.series.empty()) return false;
    head_.series = to_utf8(match->groups[1]);
    take(i);
    return true;
  }

  /// 国際部 上席主任研究員, directly below it the name, and then the title
  bool take_author_of_two_lines(std::size_t i) {
    const auto place = author_at(i), who = directly(i + 1) ? author_at(i + 1) : std::nullopt;
    if (!head_.authors.empty() || (letterhead_.empty() && head_.date.empty()) || !place || !place->authors.empty() || !who || who->authors.size() != 1 || !is_title_below_author(i + 1))
      return false;
    author_line both = *who;
    if (both.authors[0].affiliation.empty()) both.authors[0].affiliation = place->affiliation;
    add(both);
    take(i);
    take(++next_);
    return true;
  }

  /// 白浜 花子の「港だより」, above a date or a title
  bool take_column_of_author(std::size_t i) {
    static const pattern it(u"(.{3,10}?) ?の[「『](.{2,24})[」』]");
    const auto match = head_.authors.empty() && ends_with_any(folded(i), u"」』") ? it.match(folded(i)) : std::nullopt;
    if (!match || !is_plain_japanese_name(split_words(match->groups[1])) || !is_above_title(i)) return false;
    head_.authors.push_back({to_utf8(match->groups[1]), {}});
    sure_of_author(0.7);
    if (head_.series.empty()) head_.series = to_utf8(match->groups[2]);
    take(i);
    return true;
  }

  /// 第318回, and below it 「国境を越えるデータ」
  bool take_number_over_quotation(std::size_t i) {
    static const pattern it(u"第 ?([0-9]{1,4}) ?[回号話]");
    const std::size_t below = skip_running(i + 1);
    const auto match = exists(below) && begins_with_any(folded(below), u"「『“\"") && folded(i).startsWith(u"第") ? it.match(folded(i)) : std::nullopt;
    if (!match) return false;
    head_.number = to_utf8(match->groups[1]);
    take(i);
    return true;
  }

  void read_above(std::size_t title) {
    for (; next_ < title; ++next_) take_above(next_);
  }

  /// A line above a title that is known: what is no field is a running head or a rubric.
  void take_above(std::size_t i) {
    if (take_date(i)) return;
    note_date_in(i);
    note_number_in(i);
    if (is_contact_at(i)) {
      take(i, line_role::contact);
    } else if (const icu::UnicodeString name = without_date(folded(i)); head_.series.empty() && !series_at(i) && !is_genre_at(i) && is_rubric(name)) {
      // 【社外秘】 names no column.
      static const pattern handling(u".*(?:秘|扱注意|限定|重要|至急|厳守|用)[】>\\]〕)]?");
      if (!handling.matches(name)) head_.series = bare_rubric(name);
    } else if (is_number_of_paper(name)) {
      if (head_.number.empty()) head_.number = number_of_paper(name);
    } else if (!is_genre_at(i) && !take_series(i) && !take_journal(i)) {
      const auto &found = author_at(i);
      if (found && (found->labelled || found->strong) && !found->authors.empty())
        add(*found);
      else if (found && found->authors.empty())
        letterhead_ = organisation_at(i);
    }
    take(i);
  }

  /// Economic Weekly, on the first of the lines above a title.
  void note_column(std::size_t i) {
    constexpr int32_t longest_name = 30;
    const icu::UnicodeString name = without_date(folded(i));
    if (head_.series.empty() && !series_at(i) && !is_genre_at(i) && !author_at(i) && name.length() >= 3 && name.length() <= longest_name && !is_number_of_paper(name) &&
        !is_addressee(name))
      head_.series = bare_rubric(name);
  }

  /// 公共経営研究所 DP-112, [コラム] 品質雑記帳: the series that such a heading names, if any.
  void note_series_of_heading(std::size_t i) {
    static const pattern numbered(u"(.{2,40}?) (?:第 ?)?([A-Z]{0,6}-?[0-9][0-9A-Z]*(?:-[0-9A-Z]+)*) ?号?");
    static const pattern kind(u"[【<〈《〔\\[](?:コラム|連載|シリーズ|随想|エッセ[イー])[】>〉》〕\\]] ?(.{2,24})");
    if (!head_.series.empty()) return;
    const icu::UnicodeString line = without_date(folded(i));
    if (const auto match = numbered.match(line)) {
      head_.series = to_utf8(bare_series(match->groups[1]));
      head_.number = to_utf8(match->groups[2]);
    } else if (const auto said = kind.match(line)) {
      head_.series = to_utf8(said->groups[1]);
    } else if (is_publication_line(line) && !is_number_of_paper(line)) {
      const series_entry named = publication_of(line);
      head_.series = named.series;
      head_.number = named.number;
    } else if (!is_genre_at(i) && !author_at(i) && (is_rubric(line) || names_series(line))) {
      head_.series = bare_rubric(line);
    }
  }

  /// Issue 14, below the name of what it is an issue of.
  void note_number_in(std::size_t i) {
    if (head_.series.empty() || !head_.number.empty()) return;
    head_.number = number_of_paper(without_date(folded(i)));
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
    // A year counts no issues.
    const int issue = number(match->groups[counted ? 1 : 2]);
    if (!counted && issue >= 1900 && issue < 2100) {
      head_.series = to_utf8(bare_series(match->groups[1]));
      if (is_publication_line(line)) head_.number = publication_of(line).number;  // NEWSLETTER Vol. 48 Spring 2024
      note_date(std::to_string(issue));
      return true;
    }
    head_.series = to_utf8(bare_series(match->groups[counted ? 2 : 1]));
    head_.number = to_utf8(match->groups[counted ? 1 : 2]);
    return true;
  }

  essay_head finish() {
    note_late_date();
    head_.title = without_note_mark(head_.title);
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
