// Which errors condemn one document or one file, and which the whole run.
#ifndef LIBSEARCH_INGEST_FAILURE_KINDS_HPP
#define LIBSEARCH_INGEST_FAILURE_KINDS_HPP

#include <libsearch/error.hpp>

namespace libsearch::ingest {

/// Whether an error condemns only the document it was met in.
inline bool is_of_document(errc code) {
  return code == errc::malformed || code == errc::too_large || code == errc::invalid_argument;
}

/// Whether an error condemns only the file it was met in.
inline bool is_of_file(errc code) {
  return is_of_document(code) || code == errc::not_found || code == errc::io || code == errc::unsupported;
}

}  // namespace libsearch::ingest

#endif
