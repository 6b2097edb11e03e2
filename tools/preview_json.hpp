#ifndef JSEARCH_PREVIEW_JSON_HPP
#define JSEARCH_PREVIEW_JSON_HPP

#include <string>

#include <libsearch/ingest.hpp>

namespace jsearch {

/// What was read from a file as one line of JSON: the document's fields, the beginning of its body,
/// its pages, format and encoding, and how sure each field is.
std::string preview_json(const libsearch::ingest::read_result &read);

}  // namespace jsearch

#endif
