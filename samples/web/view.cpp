#include "view.hpp"

#include <algorithm>
#include <charconv>

namespace {

const std::vector<std::string> filter_fields = {"topic", "author", "date"};

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(i);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : (lead & 0xF0) == 0xE0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((byte(i + k) & 0xC0) != 0x80) return false;
    // Overlong forms, surrogates, and what is beyond U+10FFFF.
    if (length > 2) {
      const unsigned next = byte(i + 1);
      if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next > 0x9F) || (lead == 0xF0 && next < 0x90) ||
          (lead == 0xF4 && next > 0x8F))
        return false;
    }
    i += length;
  }
  return true;
}

void require_text(const std::string &value) {
  if (value.size() > query_bytes) throw bad_request("検索語が長すぎます（200字くらいまで）。");
  if (!is_utf8(value)) throw bad_request("アドレスの文字がUTF-8ではありません。");
}

std::size_t read_page(const std::string &digits) {
  std::size_t page = 0;
  const char *end = digits.data() + digits.size();
  const auto [stop, failure] = std::from_chars(digits.data(), end, page);
  if (failure != std::errc() || stop != end || page < 1 || page > most_pages)
    throw bad_request("ページは 1 から " + std::to_string(most_pages) + " までです。");
  return page;
}

}  // namespace

std::string read_text(const parameters &given, const std::string &name) {
  const auto found = given.find(name);
  if (found == given.end()) return "";
  require_text(found->second);
  return found->second;
}

view read_view(const parameters &given) {
  view v;
  v.query = read_text(given, "q");
  v.sort = read_text(given, "sort");
  if (v.sort != "date" && v.sort != "-date") v.sort.clear();
  if (given.count("page")) v.page = read_page(read_text(given, "page"));
  for (const std::string &field : filter_fields) {
    const auto [first, last] = given.equal_range(field);
    for (auto value = first; value != last; ++value) {
      require_text(value->second);
      if (!is_set(v, field, value->second)) v.filters.push_back({field, value->second});
    }
  }
  if (v.filters.size() > most_filters) throw bad_request("絞り込みの条件が多すぎます。");
  return v;
}

libsearch::search_request to_request(const view &v) {
  libsearch::search_request request;
  request.query = v.query;
  request.filters = v.filters;
  request.facets = {{"topic", 40}, {"author", 8}, {"date:year", 60}};
  request.limit = hits_per_page;
  request.offset = (v.page - 1) * hits_per_page;
  request.timeout_ms = 2000;
  libsearch::sort_by(request, v.sort.empty() ? "relevance" : v.sort);
  return request;
}

std::string link_to(const view &v) {
  std::string link = "/?q=" + percent_encoded(v.query);
  for (const libsearch::filter &f : v.filters) link += "&" + f.field + "=" + percent_encoded(f.value);
  if (!v.sort.empty()) link += "&sort=" + v.sort;
  if (v.page > 1) link += "&page=" + std::to_string(v.page);
  return link;
}

bool is_set(const view &v, const std::string &field, const std::string &value) {
  return std::any_of(v.filters.begin(), v.filters.end(),
                     [&](const libsearch::filter &f) { return f.field == field && f.value == value; });
}

view toggled(view v, const std::string &field, const std::string &value) {
  const auto end = std::remove_if(v.filters.begin(), v.filters.end(), [&](const libsearch::filter &f) {
    return f.field == field && f.value == value;
  });
  if (end == v.filters.end())
    v.filters.push_back({field, value});
  else
    v.filters.erase(end, v.filters.end());
  v.page = 1;
  return v;
}

std::string percent_encoded(std::string_view text) {
  static const char *const digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    if (plain)
      encoded += c;
    else
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return encoded;
}
