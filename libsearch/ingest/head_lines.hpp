// The lines that may belong to an essay's head, and what is asked about them more than once.
#ifndef LIBSEARCH_INGEST_HEAD_LINES_HPP
#define LIBSEARCH_INGEST_HEAD_LINES_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Filled lines are numbered from 0. The lines must outlive it.
class head_lines {
 public:
  explicit head_lines(std::vector<line> &lines);

  bool exists(std::size_t i) const { return i < order_.size(); }
  const line &at(std::size_t i) const { return lines_[order_[i]]; }
  void take(std::size_t i, line_role role = line_role::head) { lines_[order_[i]].role = role; }

  /// The parts of a line that gaps of `gap` columns set apart, addresses of sites and mails aside: ENERGY COMMENT            Sam Green
  std::vector<std::string_view> cells(std::size_t i, std::size_t gap = 8) const;

  /// The line with single blanks; letters that were set apart are put together.
  std::string text(std::size_t i) const;
  const icu::UnicodeString &folded(std::size_t i) const;

  /// The date of a line that is one.
  const std::optional<std::string> &date_at(std::size_t i) const;

  bool is_contact_at(std::size_t i) const;
  /// Whether "By" or "Summary by" stands alone on the line above.
  bool is_below_byline(std::size_t i) const;
  bool is_genre_at(std::size_t i) const;

  /// Whether line `i` follows line `i - 1` without a blank line or the end of a page between.
  bool directly(std::size_t i) const { return i > 0 && exists(i) && order_[i] == order_[i - 1] + 1 && at(i).page == at(i - 1).page; }

  /// Whether a line is much shorter than those of the paragraphs.
  bool is_short(std::size_t i) const { return at(i).width * 5 < full_ * 4; }

  /// The first line from `i` on that is no running head.
  std::size_t skip_running(std::size_t i) const;

 private:
  struct known_line {
    std::optional<icu::UnicodeString> folded;
    std::optional<std::optional<std::string>> date;
    std::optional<bool> contact, genre;
  };

  std::vector<line> &lines_;
  std::vector<std::size_t> order_;
  std::size_t full_;  ///< columns of a line of the text
  mutable std::vector<known_line> known_;
};

}  // namespace libsearch::ingest

#endif
