// Letters of a name that are set apart, which pdftotext puts one below the other.
#ifndef LIBSEARCH_INGEST_PDF_LETTERS_HPP
#define LIBSEARCH_INGEST_PDF_LETTERS_HPP

#include <string>
#include <vector>

#include "ingest/pdf_page.hpp"

namespace libsearch::ingest {

/// `text` with the letters of a line of the first page on one line again: 稲　葉　沙　織
std::string with_letters_joined(const std::string &text, const std::vector<page_line> &lines);

/// Gives the signs of vertical lines the forms that people search for: ︒ becomes 。, ﹁ becomes 「.
void make_signs_upright(std::string &text);

}  // namespace libsearch::ingest

#endif
