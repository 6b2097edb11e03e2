// The fields that lines of a head give: dates, series, authors with their places.
#ifndef LIBSEARCH_INGEST_HEAD_FIELDS_HPP
#define LIBSEARCH_INGEST_HEAD_FIELDS_HPP

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "ingest/head.hpp"
#include "ingest/head_lines.hpp"
#include "ingest/labelled_line.hpp"
#include "ingest/series_line.hpp"

namespace libsearch::ingest {

/// What the lines of a head say one by one; head_reader knows in which order they are asked.
class head_fields : protected head_lines {
 protected:
  using head_lines::head_lines;

  const std::optional<author_line> &author_at(std::size_t i) const;
  bool is_author_at(std::size_t i) const;
  bool is_strong_author_at(std::size_t i) const;
  /// "かいとう研究所 2024年12月5日": the part beside the date is read by itself.
  static icu::UnicodeString without_date(const icu::UnicodeString &text);
  void note_date(const std::string &date);
  /// The date that stands in a line beside other words.
  void note_date_in(std::size_t i);
  bool take_date(std::size_t i);
  /// A series line, the date beside it aside; that of "No. 2015-08" is its number.
  const std::optional<series_entry> &series_at(std::size_t i) const;
  /// Whether it is one without the date in it.
  bool is_series_beside_date(std::size_t i) const { return known_series_at(i).beside_date; }
  bool take_series(std::size_t i);
  void add(const author_line &found);
  void fill(const std::string &affiliation);
  /// The list is as sure as its least sure name.
  void sure_of_author(double confidence);
  /// ・白浜 花子(北浜町長), in a list below 登壇者: who spoke.
  bool is_in_list_of_speakers(std::size_t i) const;
  bool take_author(std::size_t i);
  bool take_letterhead_below(std::size_t i);
  /// A line of a head whose lines say what they are.
  void take_labelled(std::size_t i, const labelled_line &said);
  /// "*1 かいとう研究所 *2 北浜大学": where the marks of the names point, in their order.
  bool take_marked_affiliations(std::size_t i);

  essay_head head_;
  std::size_t next_ = 0;    ///< the line to look at
  std::string letterhead_;  ///< an organisation above the title
  bool genre_ = false;      ///< what kind of text it is stands above the title

 private:
  /// An author line that was wrapped: "..., Kaito Institute / of Energy Economics", 青海 太郎・/白浜 花子.
  bool goes_on_below(std::size_t i) const;
  /// Names that wide gaps set apart, when each cell of the line is one.
  std::optional<author_line> names_in_columns(std::size_t i) const;
  std::optional<author_line> names_in_columns(std::size_t i, std::size_t gap) const;
  /// 所属: 北浜大学, 【所属】..., Affiliation: ...
  static std::optional<author_line> labelled_affiliation(const icu::UnicodeString &line);
  /// An affiliation by itself: of the author on the next line, or of the ones before.
  bool take_affiliation(std::size_t i, const author_line &found);
  /// An organisation that nothing but the date and the text stands below.
  bool is_alone_below_title(std::size_t i) const;
  bool is_place_directly_below(std::size_t i) const;
  bool is_place_below(std::size_t i) const;
  bool is_above_more(std::size_t i) const;
  bool take_names_without_blanks(std::size_t i);
  /// ENERGY COMMENT              Sam Green, Research Fellow, Kaito Institute; below the title
  bool take_author_behind_series(std::size_t i);
  /// Kitahama University            Kaito Institute: one below each name
  bool take_affiliations_in_columns(std::size_t i);
  /// 青海太郎, which only the affiliation above it makes a name.
  bool is_lone_name(std::size_t i) const;
  static bool is_plain_heading(const icu::UnicodeString &text);

  /// The line as a series line: with the date beside it aside, or else with what looks like one.
  struct known_series {
    std::optional<series_entry> entry;
    bool beside_date = false;  ///< a date in the line is no part of it
  };
  const known_series &known_series_at(std::size_t i) const;

  std::string organisation_;
  mutable std::map<std::size_t, known_series> series_;
  mutable std::map<std::pair<std::size_t, std::string>, std::optional<author_line>> author_lines_;
  std::string waiting_;  ///< an affiliation whose author is still to come
  bool goes_on_ = false;
  bool may_count_reports_ = false;  ///< the date stands at the end of a name, as 2022-11 does in 調査レポート 2022-11
  bool honoured_ = false;  ///< the author named last was called 氏 or さん
};

}  // namespace libsearch::ingest

#endif
