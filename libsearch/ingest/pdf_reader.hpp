// PDF, by poppler's pdfinfo and pdftotext in processes of their own.
#ifndef LIBSEARCH_INGEST_PDF_READER_HPP
#define LIBSEARCH_INGEST_PDF_READER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/child_process.hpp"

namespace libsearch::ingest {

struct pdf_text {
  std::string text;  ///< UTF-8; each page ends in a form feed; the head's lines are whole
  std::string title, author, date;  ///< as the document's information says; `date` as document::date
  std::vector<std::vector<std::string>> largest;  ///< of the first page, as title_hint::largest; may be empty
  std::size_t pages = 0;
};

/// Reads the document at `path`.
/// @throws error errc::malformed (damaged, encrypted, no text), too_large (pages, text, memory,
/// time), unsupported (poppler's programs are not installed).
pdf_text read_pdf(const std::string &path, const child_limits &limits);

/// Whether a title of a document's information is one, and not what a program put there: "Microsoft
/// Word - draft2.docx", "untitled", a file's name.
bool is_title_of_people(std::string_view title);
/// The same of an author: not "anonymous" or the account of a computer.
bool is_author_of_people(std::string_view author);

}  // namespace libsearch::ingest

#endif
