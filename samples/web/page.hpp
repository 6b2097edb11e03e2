#ifndef WEB_PAGE_HPP
#define WEB_PAGE_HPP

#include <string>
#include <string_view>

#include <libsearch/libsearch.hpp>

#include "view.hpp"

/// Pages as HTML. All text of documents and of the address is escaped here, nowhere else.
std::string search_page(const view &v, const libsearch::search_results &results);
std::string document_page(const libsearch::document &document, const std::string &query,
                          const std::string &marked_body, const libsearch::search_results *similar);
std::string error_page(std::string_view message, std::string_view hint);

/// For element content and quoted attributes.
std::string escaped(std::string_view text);

#endif
