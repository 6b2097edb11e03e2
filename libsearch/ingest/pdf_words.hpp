// The words of a page of a PDF, with their places.
#ifndef LIBSEARCH_INGEST_PDF_WORDS_HPP
#define LIBSEARCH_INGEST_PDF_WORDS_HPP

#include <cstddef>
#include <string>
#include <vector>

namespace libsearch::ingest {

/// Places in points from the upper left corner of the page.
struct page_word {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

/// What `pdftotext -bbox` prints; of a page with very many words the first 20,000.
std::vector<page_word> words_of_page(const std::string &bbox);

/// The words that stand side by side, from top to bottom, as indices; within a row in no order.
std::vector<std::vector<std::size_t>> rows_of(const std::vector<page_word> &words);

/// Whether the lines of a page run from top to bottom, as most of its letters do.
bool is_vertical(const std::vector<page_word> &words);

/// A page of vertical lines turned so that they are rows, the rightmost at the top; page numbers and running heads, which are
/// rows already, come last.
void turn_lines(std::vector<page_word> &words);

}  // namespace libsearch::ingest

#endif
