// Which lines of a head are the title, by the size of their letters or by where they stand, and what goes on with it.
#ifndef LIBSEARCH_INGEST_TITLE_READER_HPP
#define LIBSEARCH_INGEST_TITLE_READER_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/below_title.hpp"
#include "ingest/pattern.hpp"

namespace libsearch::ingest {

class title_reader : protected below_title {
 protected:
  using below_title::below_title;

  /// (3)船は何を運ぶか: the number and the title.
  static std::optional<pattern_match> lesson(const icu::UnicodeString &line);
  /// Of the blocks in large letters the largest, or one that looks much more like a title than a publisher's name.
  const std::vector<std::string> *title_among(const std::vector<std::vector<std::string>> &largest) const;
  /// Directly below it, in letters between those of the title and those of the text.
  void take_rest_of_title(const std::vector<std::vector<std::string>> &largest);
  void take_title(std::size_t first, std::size_t count);
  /// The lines that go on with a title, the first of them in smaller letters.
  void take_more_title(std::string &title, int most, bool smaller = false);
  bool read_title();
  /// コラム　　電気料金はなぜ分かりにくいのか: what kind of text it is, set apart before the title.
  std::string title_in(std::size_t i);
  /// 空き家の鍵(しおかぜ研究所 主席研究員 黒江 真由美): the author in brackets behind the title.
  bool take_author_in_title(std::string &title);
  /// 地方空港の二つの顔                       野々垣 淳: the author at the other end of the title's line.
  bool take_author_beside_title(std::string &title);
  static void join_title(std::string &title, std::string_view more, bool subtitle);
};

}  // namespace libsearch::ingest

#endif
