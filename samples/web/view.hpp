#ifndef WEB_VIEW_HPP
#define WEB_VIEW_HPP

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/libsearch.hpp>

/// What is wrong with an address that somebody typed; shown to them.
struct bad_request : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the address says: /?q=水素&topic=資源&topic=電力&date=2025&sort=-date&page=2
struct view {
  std::string query;
  std::vector<libsearch::filter> filters;
  std::string sort;  ///< "" (by relevance), "date" or "-date"
  std::size_t page = 1;
};

inline constexpr std::size_t hits_per_page = 10;
inline constexpr std::size_t most_pages = 100;
inline constexpr std::size_t query_bytes = 600;
inline constexpr std::size_t most_filters = 40;

using parameters = std::multimap<std::string, std::string>;

/// @throws bad_request for what is too long, not UTF-8 or no number.
view read_view(const parameters &given);

/// The value of one parameter, or "".
/// @throws bad_request as read_view().
std::string read_text(const parameters &given, const std::string &name);

libsearch::search_request to_request(const view &v);

/// The address of a view, still to be escaped for HTML.
std::string link_to(const view &v);

/// The same search on page 1 with this filter set or, where it was set, without it.
view toggled(view v, const std::string &field, const std::string &value);

bool is_set(const view &v, const std::string &field, const std::string &value);

std::string percent_encoded(std::string_view text);

#endif
