// What an element of HTML means for the text of its page.
#ifndef LIBSEARCH_INGEST_HTML_ELEMENT_HPP
#define LIBSEARCH_INGEST_HTML_ELEMENT_HPP

#include <string_view>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

using attributes = const char *const *;  ///< name, value (may be null) ..., null; or null

/// The value of an attribute, or "".
std::string_view attribute_of(attributes list, std::string_view name);

/// Whether nothing below the element is text of the page, however it is named: scripts, controls.
bool is_left_out(std::string_view element);

/// Whether the element's attributes hide it.
bool is_hidden(attributes list);

/// Whether the main text is inside the element.
bool is_main(std::string_view element, attributes list);

/// Whether the element begins and ends a line.
bool is_block(std::string_view element);

/// Whether the page's author made the element up: <my-article>.
bool is_custom(std::string_view element);

/// Whether what stands in the element is a line: <p>, <h1>, <b>.
bool holds_a_line(std::string_view element);

/// What kind of block an element makes of the text in it.
block_kind kind_of(std::string_view element, block_kind outside);

/// 1 to 6 of h1 to h6, else 0.
int heading_level(std::string_view element);

/// Whether text in the element is larger than the page's: <font size=5>, font-size: 16pt.
bool is_large(std::string_view element, attributes list);

/// Whether it is smaller, as said by the element itself: <small>, <font size=-1>.
bool is_small(std::string_view element, attributes list);

}  // namespace libsearch::ingest

#endif
