// What stands below a title: authors, places, dates, the title once more.
#ifndef LIBSEARCH_INGEST_BELOW_TITLE_HPP
#define LIBSEARCH_INGEST_BELOW_TITLE_HPP

#include <cstddef>

#include <unicode/unistr.h>

#include "ingest/title_finder.hpp"

namespace libsearch::ingest {

/// Reads the lines from the one behind the title on.
class below_title : protected title_finder {
 protected:
  using title_finder::title_finder;

  void take_named_publication(std::size_t i);
  void read_below_title();
  /// "HARROWMERE, 9 September 2025 – The Kaito Institute today ...": what the text's first line says of its day.
  std::optional<std::string> dateline_at(std::size_t i) const;
  /// かしわぎ れい, right below 柏木 怜
  bool is_reading_below(std::size_t i) const;
  /// ブリュッセル発, over the date of a report
  bool is_place_of_dispatch(std::size_t i) const;
  /// 要旨, on the cover of one, over the date
  bool is_label_on_cover(std::size_t i) const;
  /// [KEYWORDS] ..., between title and author
  bool is_keywords_over_author(std::size_t i) const;
  /// R-2022-114
  bool take_number_of_paper(std::size_t i);
  /// 月刊 都市と熱 2006年8月号 掲載
  bool take_publication_below(std::size_t i);
  /// 2024年9月6日 於:北浜大学 講堂, which is text as well.
  bool note_where(std::size_t i);
  /// (2024年10月 北浜大学公開講座委員会 発行)
  bool take_published(std::size_t i);
  /// 聞き手:白浜 花子: who asks has a part in what was said.
  bool asks(std::size_t i) const;
  /// Annual Lecture of the Lakeside School, above the day.
  bool is_occasion(std::size_t i) const;
  /// "Delivered at the Winter Forum of the Lakeside Institute, / Otaru, on 3 February 2019": goes to its last line.
  bool note_delivery(std::size_t i);
  /// No. 24-J-11            しろがね銀行, 2024年8月            〒103-0000 ...
  bool take_fields_in_columns(std::size_t i);
  /// "Annual Conference, Port Ellery, 9 April 2025", right below authors and their places
  bool take_occasion_with_date(std::size_t i);
  /// "Speech by Ms Ann Reed, Governor of the Bank of Kaito, at its annual dinner, 23 November 2023": goes to its last line.
  bool take_speaker(std::size_t i);
  /// A name right above or below where its bearer works, or an address.
  bool is_name_beside_place(std::size_t i) const;
  /// "The Kaito Institute" below authors with places of their own, over its address on the net or the date
  bool is_publisher_below(std::size_t i) const;
  /// KIE, right below a name: the institute
  bool take_acronym_below_author(std::size_t i);
  /// "Cost of Hydrogen (2)", below 水素の費用（2）: the title's number, not an issue's.
  bool is_title_again(std::size_t i) const;
  bool is_parallel_title(std::size_t i) const;
  /// As many names in Latin letters as there are authors: "Chihiro Hasumi    Akira Doigaki"
  bool says_all_names_again(const icu::UnicodeString &line) const;
  /// KAJIRO Wakako, below 神代 和歌子; "Wakako Kajiro, Senior Researcher"
  bool is_author_in_other_letters(std::size_t i) const;
  /// Behind an abstract or the occasion of a talk: an author with a label or an affiliation, alone between two
  /// paragraphs.
  /// Where `typeset`, as in PDFs, a bare name beside where its bearer works is enough.
  bool go_to_late_author(bool typeset);
  /// A date at the end of the cover, or of the first line of a press release.
  void note_late_date();
  /// 2016年6月, on the page behind a cover, which says the title once more.
  void note_date_behind_cover();
};

}  // namespace libsearch::ingest

#endif
