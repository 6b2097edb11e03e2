// What an element of HTML means for the text of its page.
#ifndef LIBSEARCH_INGEST_HTML_ELEMENT_HPP
#define LIBSEARCH_INGEST_HTML_ELEMENT_HPP

#include <string_view>

namespace libsearch::ingest {

using attributes = const char *const *;  ///< name, value (may be null) ..., null; or null

/// The value of an attribute, or "".
std::string_view attribute_of(attributes list, std::string_view name);

/// Whether nothing below the element is text of the page. `in_main`: inside the main text, where
/// a header and a footer are the essay's own.
bool is_left_out(std::string_view element, attributes list, bool in_main);

/// Whether the main text is inside the element.
bool is_main(std::string_view element, attributes list);

/// Whether the element begins and ends a line.
bool is_block(std::string_view element);

/// 1 to 6 of h1 to h6, else 0.
int heading_level(std::string_view element);

}  // namespace libsearch::ingest

#endif
