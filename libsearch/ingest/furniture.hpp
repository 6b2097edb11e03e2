// Page furniture: what a page carries that is not part of the text.
#ifndef LIBSEARCH_INGEST_FURNITURE_HPP
#define LIBSEARCH_INGEST_FURNITURE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Marks footers and page numbers by their shape, running heads by their repetition at the edges of
/// pages or by the sentences they interrupt, the closing 以上, and contact lines. Returns the date that footers carry whose
/// shape tells them, or "".
std::string mark_furniture(std::vector<line> &lines, std::size_t pages);

/// The first date in what is furniture, or "": 資源季報 2010.10. A date of the title, which running heads repeat, is none.
std::string date_of_furniture(const std::vector<line> &lines, std::string_view title);

/// The year of a paper's number or of a copyright, for where nothing says a date: POLICY BRIEF 14/2023, © Kaito Institute 2023.
std::string year_of_frame(const std::vector<line> &lines, std::string_view title);

/// Whether a line gives an address to write to: お問い合わせ: ..., E-mail: ...
bool is_contact(std::string_view text);

/// Whether a line is a caption, a source or a note: 図1 ..., Figure 2: ..., 出所: ...
bool is_caption(std::string_view text);

}  // namespace libsearch::ingest

#endif
