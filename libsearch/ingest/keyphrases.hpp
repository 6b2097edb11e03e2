// What a document is about, in its own words.
#ifndef LIBSEARCH_INGEST_KEYPHRASES_HPP
#define LIBSEARCH_INGEST_KEYPHRASES_HPP

#include <string>
#include <vector>

#include <libsearch/document.hpp>

namespace libsearch::ingest {

/// The compounds that a document repeats, the most telling first, at most `most`: runs of kanji and
/// katakana in Japanese, pairs of content words in English. Names of its authors and their
/// affiliations, amounts and dates are none.
std::vector<std::string> keyphrases_of(const document &from, std::size_t most = 8);

/// Sets the attribute "keyphrases" to a JSON list of them, unless the document came with its own.
void add_keyphrases(document &to);

}  // namespace libsearch::ingest

#endif
