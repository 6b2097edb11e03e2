// The lines of a text and what each of them turned out to be.
#ifndef LIBSEARCH_INGEST_LINE_HPP
#define LIBSEARCH_INGEST_LINE_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace libsearch::ingest {

enum class line_role : std::uint8_t {
  text,  ///< body, until something else is found
  blank,
  furniture,  ///< footer, running head, page number
  head,       ///< title, author, date or series line
  closing,    ///< 以上
  contact,    ///< お問い合わせ, E-mail
};

struct line {
  std::string_view text;     ///< without the white space around it
  std::size_t page = 0;      ///< from 0
  std::size_t width = 0;     ///< columns
  std::size_t indent = 0;    ///< columns of white space before it
  bool wide_indent = false;  ///< begins with U+3000, as a Japanese paragraph does
  bool blanks = false;       ///< white space stands within the text
  bool running = false;      ///< furniture because it repeats: on page 1 it may be the title
  bool note = false;         ///< a footnote below a sentence that goes on on the next page
  line_role role = line_role::text;
};

/// Cuts clean() text at form feeds and line feeds; `pages` receives the number of pages, 0 when
/// there is no form feed. The lines point into `text`.
std::vector<line> split_lines(std::string_view text, std::size_t &pages);

/// Index of the next line at or behind `from` that is not blank, or lines.size().
std::size_t next_filled(const std::vector<line> &lines, std::size_t from);

/// Columns of a full line: four in five of the text lines that another one follows are no wider. 0 when there is none.
std::size_t full_width(const std::vector<line> &lines);

/// Whether parts of a line are set apart: by two blanks or more, or by a wide one.
bool has_wide_gap(std::string_view text);

/// The parts of a line that gaps of `gap` columns or more set apart.
std::vector<std::string_view> parts_between_gaps(std::string_view text, std::size_t gap);

/// Whether a digit, of either width, stands in a text.
bool has_digit(std::string_view text);

/// Whether the first or the last word has a digit, and stands far from the others, as no blank of a sentence does.
bool has_number_far_apart(std::string_view text);

/// Whether a text ends as a sentence does; closing quotes and brackets are looked through.
bool ends_sentence(std::string_view text);

}  // namespace libsearch::ingest

#endif
