// Where the title stands among the lines of a head, and what the lines above it are.
#ifndef LIBSEARCH_INGEST_TITLE_FINDER_HPP
#define LIBSEARCH_INGEST_TITLE_FINDER_HPP

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/head_fields.hpp"

namespace libsearch::ingest {

constexpr int most_title_lines = 4;

/// Questions about lines by those around them; nothing is taken.
class title_finder : protected head_fields {
 protected:
  using head_fields::head_fields;

  /// A series line is the title when nothing else is: 需給の見通し（2） over the author.
  bool is_series_over_title(std::size_t i) const;
  /// "Digital Identity and Older Citizens", and directly below it the rest of the title, which is no name.
  bool is_title_like_names(std::size_t i) const;
  /// The first line from `i` on that is no running head and not drawn.
  std::size_t skip_rules(std::size_t i) const;
  bool is_series_over_title_at_date(std::size_t date) const;
  /// 一般財団法人 かいとう研究所, above a title.
  bool is_letterhead(std::size_t i) const;
  /// Set in by one wide blank, as paragraphs are; what is set in further is a title or an author.
  bool opens_paragraph(std::size_t i) const;
  /// Whether what stands below an author is a title and no paragraph.
  bool is_title_below_author(std::size_t i) const;
  /// Whether a title is still to come: behind a date, or an organisation above it.
  bool is_above_title(std::size_t i) const;
  /// Two capitalised phrases may look like names, but what names an author by a label stands below a title: "By Sam Green".
  bool is_title_over_labelled_author(std::size_t i) const;
  /// The author between a date or a letterhead and the title.
  bool is_author_above_title(std::size_t i) const;
  /// オピニオン, above such an author.
  bool is_above_author_above_title(std::size_t i) const;
  /// かいとう研究所 研究ノート, apart from the title below it: the organisation, or "".
  icu::UnicodeString organisation_over_title(std::size_t i) const;
  /// 業界動向, 技術解説: a word for a part of a journal, over a longer title and its author.
  bool is_small_heading(std::size_t i) const;
  /// What 【基調講演】 or 〔論文〕 and its title stand below: the meeting, the journal.
  bool is_over_genre(std::size_t i) const;
  /// (証券コード: 0000), below the organisation.
  bool is_note_of_letterhead(std::size_t i) const;
  /// Whether a title stands at or behind line `i`, and its author, its date or its subtitle below it.
  bool is_title_and_more(std::size_t i) const;
  /// 経済教室ノート, 【観光の論点】, Special Bulletin: the column that the essay stood in.
  bool is_rubric_over_title(std::size_t i) const;
  /// A line that stands above the date, and below that the title and the author: 医療経済レポート, 講演要旨集 A-07.
  bool is_heading_over_date(std::size_t i) const;
  /// 暮らしの現場から 5: only with a blank line below it does a bare number count.
  bool is_counted_rubric(std::size_t i) const;
  /// "Whitmoor Forum      Commentary, 6 February 2024", apart from the title and what stands below that.
  bool is_dated_heading(std::size_t i) const;
  /// An organisation, its address or the number of the paper, and a date, apart from the title.
  bool is_heading_block(std::size_t i) const;
  /// Lines set apart at the top of which one is a number or a date, over a title and its author: 地方財政ノート / 2025年1月
  bool is_numbered_block(std::size_t i) const;
  /// Whether an author stands below a title of a few lines.
  bool is_over_author(std::size_t title) const;
  /// A name alone, over a title that has no other author below it.
  bool is_name_over_title(std::size_t i) const;
  /// 書評, above the author of the book.
  bool is_above_labelled_author(std::size_t i) const;
  bool is_title_like(std::size_t i) const;
  /// Whether a sentence ends there that is no question and no call, as titles may be.
  bool ends_statement(std::size_t i) const;
  bool is_subtitle(std::size_t i) const;
  /// Whether a line ends in the middle of a phrase: 2030年代の電力需給構造に関する
  bool breaks_off(std::size_t i) const;
  /// The first line of a wrapped paragraph: the next one goes on with it.
  bool is_wrapped_paragraph(std::size_t i) const;
  /// Where the lines stand that are known to be the title; the last place, since running heads repeat it in small.
  std::size_t find_title(const std::vector<std::string> &title) const;
  std::optional<labelled_line> labelled_at(std::size_t i) const;
  /// The line that names the title in a head of lines that say what they are: TO, FROM, RE; 日時, 演題, 講師.
  std::size_t find_labelled_title() const;
  bool continues_title(std::size_t i) const;
  /// Short lines one below the other, and then the author: a title of three lines or four.
  /// "Brussels, 21 November 2019"
  bool is_place_and_date(std::size_t i) const;
  bool is_long_title(std::size_t i) const;
  /// title_weight() of one line.
  int weight_at(std::size_t i) const;
  /// title_weight() of lines that go on with each other, and of the subtitle below them.
  int weight_of_heading(std::size_t first, std::size_t last) const;
  /// Whether a line may be a heading and is no field.
  bool stands_out(std::size_t i) const;
  /// The last line of a heading at line `i` that stands over a title which is clearly better, as far as that can be told from
  /// what the lines look like; npos where it is the title itself. Of headings that no rule knows.
  std::size_t heading_over_title(std::size_t i) const;
  /// Where lines end that say column, author and date above a title, which stands apart from them; npos where they do not.
  std::size_t end_of_masthead(std::size_t i) const;
  /// Where the title stands over its author when an abstract is the first of the text; npos where none does.
  std::size_t title_behind_abstract(std::size_t i) const;
  /// The same behind a title and an abstract in Latin letters.
  std::size_t title_in_kanji(std::size_t i) const;
  /// The title of a review, behind the book with its imprint that begins at line `i`.
  std::size_t title_behind_book(std::size_t i) const;
  /// What a browser saved: the page's title, "X | the site", and X again below the menus.
  std::size_t title_of_page() const;
  /// おおとし こうたろう, above 大歳 光太郎: how the names on the next line are read.
  bool is_reading_of_names(std::size_t i) const;
  /// 第2節 ..., 3. ..., ■ ...
  static bool is_numbered_heading(const icu::UnicodeString &line);
  /// Whether a text line follows line `i` directly that is no head line.
  bool directly_text(std::size_t i) const;

 private:
  /// Whether a title stands there, apart from what is above it, over its author.
  bool is_over_its_author(std::size_t i) const;
  /// The last of the lines that go on with a heading.
  std::size_t end_of_heading(std::size_t i) const;

  mutable std::map<std::size_t, int> weights_;
};

}  // namespace libsearch::ingest

#endif
