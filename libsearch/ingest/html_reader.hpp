// HTML into blocks of text, by libxml2.
#ifndef LIBSEARCH_INGEST_HTML_READER_HPP
#define LIBSEARCH_INGEST_HTML_READER_HPP

#include <string>
#include <string_view>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

/// The encoding that the beginning of a page or XML text declares, or "".
std::string declared_charset(std::string_view bytes);

/// Reads a page that is already UTF-8: its title, what it declares and shows of authors and dates, and the blocks of its
/// text. Navigation, scripts, forms' controls, the readings of ruby, comments of readers, links to other texts and what
/// is hidden are left out; every block element ends a block. The parser hands over elements as they come, and no tree is built.
/// @throws error errc::malformed when tags are nested more than 10,000 deep.
markup read_html(std::string_view text);

/// The same for text that came from Markdown: all blocks are text, the title is the declared one or the first heading of level 1.
markup read_html_fragment(std::string_view text, const markup &declared);

}  // namespace libsearch::ingest

#endif
