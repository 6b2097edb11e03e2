#ifndef WEB_FACETS_HPP
#define WEB_FACETS_HPP

#include <string>

#include <libsearch/libsearch.hpp>

#include "view.hpp"

/// The side bar: values to click with their counts, years as bars.
std::string facets_html(const view &v, const libsearch::search_results &results);

/// 資源/LNG as "資源 › LNG", the empty value as なし; escaped.
std::string label(const std::string &value);

#endif
