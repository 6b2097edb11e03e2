// A page of a PDF as it is set: lines from words with their places, and what their sizes tell.
#ifndef LIBSEARCH_INGEST_PDF_PAGE_HPP
#define LIBSEARCH_INGEST_PDF_PAGE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf_words.hpp"

namespace libsearch::ingest {

struct page_line {
  std::string text;   ///< words parted by one blank, by four where the gap is wide, by eight between columns
  double top = 0;     ///< points from the top of the page
  double height = 0;  ///< of the tallest word: grows with the font's size
};

/// The parts of a line between wide gaps.
std::vector<std::string_view> cells_of(std::string_view line);

/// Whether two heights are of letters in one size.
bool same_size(double a, double b);

/// The height of most letters.
double body_height(const std::vector<page_line> &lines);

/// Lines as text, with a blank one where the space between is wide.
std::string as_set(const std::vector<page_line> &lines);

/// The lines of one page, from top to bottom, of what `pdftotext -bbox` prints. Columns stand in one line, parted by a
/// wide gap.
std::vector<page_line> lines_of_page(const std::string &bbox);
std::vector<page_line> lines_of_words(std::vector<page_word> words);

/// The lines in the largest letters, which name the essay, and those in smaller ones, larger than the text's, above its first
/// paragraph: where the largest are a publisher's name they may be the title, and below it the rest of it. Nothing where the
/// page has letters of one size, or where the largest are no title (a mark, a whole page).
std::vector<std::vector<std::string>> largest_on_page(const std::vector<page_line> &lines);

/// `text` with the lines above the first paragraph as they stand on the page. pdftotext cuts a line at wide gaps, as
/// between an affiliation and a name, and puts the parts one below the other, in the order of columns at times.
std::string with_head_as_set(const std::string &text, const std::vector<page_line> &lines);

}  // namespace libsearch::ingest

#endif
