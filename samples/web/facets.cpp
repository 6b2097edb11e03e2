#include "facets.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "page.hpp"

namespace {

using values = std::vector<libsearch::facet_value>;

std::string item(const view &v, const std::string &field, const libsearch::facet_value &value, const std::string &text,
                 std::size_t level) {
  const bool set = is_set(v, field, value.value);
  return "<li class=\"level-" + std::to_string(std::min<std::size_t>(level, 3)) + "\"><a rel=\"nofollow\" href=\"" +
         escaped(link_to(toggled(v, field, value.value))) + "\"" + (set ? " aria-current=\"true\"" : "") +
         "><i class=\"box\"></i><span>" + text + "</span> <b>" + std::to_string(value.count) + "</b></a></li>\n";
}

/// Values below `parent` ("" = the topmost ones), each followed by those below it; the most frequent first.
std::string branch(const view &v, const std::string &field, const values &all, const std::string &parent, std::size_t level) {
  std::string html;
  for (const libsearch::facet_value &value : all) {
    const std::size_t slash = value.value.rfind('/');
    const std::string above = slash == std::string::npos ? "" : value.value.substr(0, slash);
    if (above != parent) continue;
    const std::string name = slash == std::string::npos ? value.value : value.value.substr(slash + 1);
    html += item(v, field, value, label(name), level);
    if (!value.value.empty()) html += branch(v, field, all, value.value, level + 1);
  }
  return html;
}

std::string flat(const view &v, const std::string &field, const values &all) {
  std::string html;
  for (const libsearch::facet_value &value : all) html += item(v, field, value, label(value.value), 0);
  return html;
}

/// One bar a year, years without documents included. Sizes are attributes: the page allows no inline style.
std::string histogram(const view &v, const values &all) {
  std::map<int, std::size_t> years;
  std::size_t most = 1;
  for (const libsearch::facet_value &value : all) {
    int year = 0;
    const char *end = value.value.data() + value.value.size();
    if (std::from_chars(value.value.data(), end, year).ptr != end || value.value.empty()) continue;
    years[year] = value.count;
    most = std::max(most, value.count);
  }
  if (years.empty()) return "";
  const int last = years.rbegin()->first, first = std::max(years.begin()->first, last - 59);
  const int count = last - first + 1, width = std::max(240 / count, 4), height = 72;
  const int every = std::max(1, (34 + width - 1) / width);  // a label takes about 34 units
  std::string svg = "<svg class=\"years\" viewBox=\"0 0 " + std::to_string(count * width) + " 104\" role=\"group\" "
                    "aria-label=\"年ごとの件数\">\n";
  for (int year = first; year <= last; ++year) {
    const std::string name = std::to_string(year), x = std::to_string((year - first) * width);
    const std::size_t n = years.count(year) ? years[year] : 0;
    const int bar = n == 0 ? 0 : std::max(3, static_cast<int>(n * height / most));
    const bool set = is_set(v, "date", name);
    const bool labelled = (last - year) % every == 0;
    const std::string middle = std::to_string((year - first) * width + width / 2);
    std::string drawn = "<rect class=\"bar\" x=\"" + std::to_string((year - first) * width + 1) + "\" y=\"" +
                        std::to_string(14 + height - bar) + "\" width=\"" + std::to_string(width - 2) + "\" height=\"" +
                        std::to_string(bar) + "\" rx=\"1.5\"/>";
    if (n > 0 && width >= 16)
      drawn += "<text class=\"n\" x=\"" + middle + "\" y=\"" + std::to_string(10 + height - bar) + "\">" +
               std::to_string(n) + "</text>";
    if (labelled) drawn += "<text x=\"" + middle + "\" y=\"100\">" + name + "</text>";
    if (n > 0 || set)
      svg += "<a rel=\"nofollow\" href=\"" + escaped(link_to(toggled(v, "date", name))) + "\"" +
             (set ? " aria-current=\"true\"" : "") + "><title>" + name + "年: " + std::to_string(n) +
             "件</title><rect class=\"area\" x=\"" + x + "\" y=\"0\" width=\"" + std::to_string(width) +
             "\" height=\"104\"/>" + drawn + "</a>\n";
    else
      svg += drawn + "\n";
  }
  return svg + "</svg>\n";
}

}  // namespace

std::string label(const std::string &value) {
  if (value.empty()) return "（なし）";
  std::string html;
  for (const char c : value)
    if (c == '/')
      html += " › ";
    else
      html += c;
  return escaped(html);
}

std::string facets_html(const view &v, const libsearch::search_results &results) {
  std::string html;
  for (const libsearch::facet_result &facet : results.facets) {
    if (facet.values.empty()) continue;
    if (facet.field == "topic")
      html += "<section><h2>主題</h2><ul>\n" + branch(v, "topic", facet.values, "", 0) + "</ul></section>\n";
    else if (facet.field == "author")
      html += "<section><h2>著者</h2><ul>\n" + flat(v, "author", facet.values) + "</ul></section>\n";
    else
      html = "<section><h2>年</h2>\n" + histogram(v, facet.values) + "</section>\n" + html;
  }
  return html;
}
