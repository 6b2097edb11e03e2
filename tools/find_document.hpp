// The document that a user means by an id or a path.
#ifndef JSEARCH_FIND_DOCUMENT_HPP
#define JSEARCH_FIND_DOCUMENT_HPP

#include <string>

#include <libsearch/index.hpp>

namespace jsearch {

/// What a user may have meant by an id or a path.
struct found_document {
  enum class by { nothing, id, file, copy };
  by how = by::nothing;
  std::string id;  ///< of the document; what was typed where there is none
};

found_document find_document(libsearch::index &index, const std::string &typed);

/// The id of the document with this id; of the one that came from the file with this path; or of the one that this
/// file is a copy of. `typed` itself where there is none.
std::string document_id(libsearch::index &index, const std::string &typed);

}  // namespace jsearch

#endif
