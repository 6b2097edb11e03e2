// Columns of a PDF's pages.
#ifndef LIBSEARCH_INGEST_PDF_COLUMNS_HPP
#define LIBSEARCH_INGEST_PDF_COLUMNS_HPP

#include <string>
#include <string_view>

namespace libsearch::ingest {

/// Whether `text`, what pdftotext prints, has a page of lines as short as those of two columns are.
bool may_have_columns(std::string_view text);

/// `text` with columns that were mixed in the order of `raw`, what `pdftotext -raw` prints: where the space between columns is
/// narrow, pdftotext takes a line of the one and a line of the other by turns. `raw` has the order in which the page was drawn,
/// mostly that of reading; what stands above and below the columns stays where it is.
std::string with_columns_apart(const std::string &text, const std::string &raw);

}  // namespace libsearch::ingest

#endif
