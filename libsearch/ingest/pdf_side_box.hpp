// The box beside a title or a text on the first page of a PDF that says who wrote it: author, place, issue.
#ifndef LIBSEARCH_INGEST_PDF_SIDE_BOX_HPP
#define LIBSEARCH_INGEST_PDF_SIDE_BOX_HPP

#include <string>
#include <vector>

#include "ingest/pdf_page.hpp"

namespace libsearch::ingest {

/// Takes the words of such a box out of those of the page; nothing where there is none. A box is a narrow column of a few
/// short lines that nothing crosses and that names an author, beside the largest letters or beside paragraphs.
std::vector<page_word> take_side_box(std::vector<page_word> &words);

/// `text` with the box's lines below those of the title, which are the `largest`. pdftotext scatters them over the page's
/// text. As it was where they or the title are not found.
std::string with_box_below_title(const std::string &text, const std::vector<page_line> &box, const std::vector<std::vector<std::string>> &largest);

}  // namespace libsearch::ingest

#endif
