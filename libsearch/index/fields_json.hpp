// What a record keeps of a document beside its texts: JSON with short keys (docs/INDEX_FORMAT.md).
#ifndef LIBSEARCH_INDEX_FIELDS_JSON_HPP
#define LIBSEARCH_INDEX_FIELDS_JSON_HPP

#include <string>
#include <string_view>
#include <vector>

#include <libsearch/document.hpp>

namespace libsearch::indexing {

/// Everything that is shown but the body; only what is there. Texts must be UTF-8, attributes JSON.
std::string fields_json(const document &d, const std::vector<std::string> &rule_topics);

/// The document again, without body. Throws std::runtime_error for what fields_json() has not written.
document fields_from_json(std::string_view text);

}  // namespace libsearch::indexing

#endif
