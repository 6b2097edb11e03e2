// Markdown: its front matter by itself, its text by md4c and then as HTML.
#ifndef LIBSEARCH_INGEST_MARKDOWN_READER_HPP
#define LIBSEARCH_INGEST_MARKDOWN_READER_HPP

#include <string_view>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// Whether a text begins with front matter: lines "key: value" between "---", "key = value" between "+++", a JSON object.
bool has_front_matter(std::string_view text);

/// Whether a text has signs of Markdown that plain text has not: two kinds of headings, fences,
/// links, emphasis, tables.
bool looks_like_markdown(std::string_view text);

/// Title, authors, date, tags of the front matter, or of the lines below the title; the blocks of the text.
markup read_markdown(std::string_view text);

}  // namespace libsearch::ingest

#endif
