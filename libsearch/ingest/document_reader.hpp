// One file into one document, whatever its format.
#ifndef LIBSEARCH_INGEST_DOCUMENT_READER_HPP
#define LIBSEARCH_INGEST_DOCUMENT_READER_HPP

#include <string>

#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"
#include "ingest/sidecar.hpp"

namespace libsearch::ingest {

/// How sure a PDF's own information is of what its text does not say: it was made by somebody's program, some day.
inline constexpr double document_author_confidence = 0.6, document_date_confidence = 0.4;

/// The digest of a file and what its sidecars say.
std::string digest_with(const file_content &file, const std::string &sidecar_record);

/// read_document() of a file that was read already; `sidecar_record` as sidecars::record_of() gives
/// it. Errors don't name the file.
read_result read_content(const std::string &path, file_content file, const read_options &options,
                         const std::string &sidecar_record);

}  // namespace libsearch::ingest

#endif
