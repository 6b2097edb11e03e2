// The document that a user means by an id or a path.
#ifndef JSEARCH_FIND_DOCUMENT_HPP
#define JSEARCH_FIND_DOCUMENT_HPP

#include <string>

#include <libsearch/index.hpp>

namespace jsearch {

/// The id of the document with this id; of the one that came from the file with this path; or of the one that this
/// file is a copy of. `typed` itself where there is none.
std::string document_id(libsearch::index &index, const std::string &typed);

}  // namespace jsearch

#endif
