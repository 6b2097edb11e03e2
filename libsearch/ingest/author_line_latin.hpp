// Author lines in Latin letters: "Toru Aomi, Chief Economist, Kaito Institute".
#ifndef LIBSEARCH_INGEST_AUTHOR_LINE_LATIN_HPP
#define LIBSEARCH_INGEST_AUTHOR_LINE_LATIN_HPP

#include <optional>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

/// `line` is folded and without a label; `labelled` says that it had one.
std::optional<author_line> read_latin_author_line(const icu::UnicodeString &line, bool labelled);

}  // namespace libsearch::ingest

#endif
