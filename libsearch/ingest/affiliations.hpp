// Where authors work, as an attribute of a document.
#ifndef LIBSEARCH_INGEST_AFFILIATIONS_HPP
#define LIBSEARCH_INGEST_AFFILIATIONS_HPP

#include <string>
#include <vector>

#include <libsearch/document.hpp>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

/// Sets the attribute "affiliation": those of all authors, each once, else `otherwise`; several are a list, so that
/// each is a value to filter by. False, and nothing is changed, when there is none.
bool set_affiliations(document &to, const std::vector<author> &authors, const std::string &otherwise);

/// 北浜大教授: a university, cut short as papers do, and a position in one word. Folded.
bool is_of_short_university(const icu::UnicodeString &place);

}  // namespace libsearch::ingest

#endif
