// Markdown: its front matter by itself, its text by md4c and then as HTML.
#ifndef LIBSEARCH_INGEST_MARKDOWN_READER_HPP
#define LIBSEARCH_INGEST_MARKDOWN_READER_HPP

#include <string_view>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// Whether a text begins with front matter: a line "---", lines "key: value", a line "---".
bool has_front_matter(std::string_view text);

/// Whether a text has signs of Markdown that plain text has not: two kinds of headings, fences,
/// links, emphasis, tables.
bool looks_like_markdown(std::string_view text);

/// Title, author(s), date, tags of the front matter; the blocks of the text.
markup read_markdown(std::string_view text);

}  // namespace libsearch::ingest

#endif
