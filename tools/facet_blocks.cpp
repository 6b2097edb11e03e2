#include "facet_blocks.hpp"

#include <algorithm>

#include "sparkline.hpp"

namespace jsearch {

namespace {

constexpr std::size_t bar_cells = 10;
constexpr std::size_t widest_label = 30;
constexpr std::size_t gap = 4;
/// Dates of a sparkline.
constexpr std::size_t most_columns = 40, widest_dates = 26;

/// Lines that all take `width` columns; colours make their bytes say nothing about that.
struct block {
  std::vector<std::string> lines;
  std::size_t width = 0;
};

/// A bar of at most bar_cells; what counts at all shows.
std::string bar(std::size_t count, std::size_t most) {
  const double share = most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most);
  const auto cells = static_cast<std::size_t>(share * bar_cells + 0.5);
  std::string out;
  // Seven eighths high, so that bars of neighbouring lines stay apart.
  for (std::size_t i = 0; i < std::max<std::size_t>(1, cells); ++i) out += "▇";
  return out;
}

/// A value as it is listed: one with a parent in the list stands below it, by its own name.
struct row {
  const libsearch::facet_value *value;
  std::string label;
};

/// The rows below `parent` and what is below them, in the order of the values.
void add_below(const std::string &parent, std::size_t level, const std::vector<libsearch::facet_value> &values,
               const std::vector<std::string> &parents, std::vector<row> &rows) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (parents[i] != parent || values[i].value.empty()) continue;
    const std::string name = parent.empty() ? values[i].value : values[i].value.substr(parent.size() + 1);
    rows.push_back({&values[i], std::string(2 * level, ' ') + one_line(name)});
    if (values[i].value != parent) add_below(values[i].value, level + 1, values, parents, rows);
  }
}

std::vector<row> rows_of(const std::vector<libsearch::facet_value> &values) {
  std::vector<std::string> parents(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    for (const auto &other : values)
      if (!other.value.empty() && values[i].value.rfind(other.value + "/", 0) == 0 && other.value.size() > parents[i].size())
        parents[i] = other.value;
  std::vector<row> rows;
  add_below("", 0, values, parents, rows);
  for (const auto &value : values)
    if (value.value.empty()) rows.push_back({&value, "(none)"});
  return rows;
}

/// Leaves the first `rows` values (0 = all), those that are selected and what has no value.
void cut_values(libsearch::facet_result &facet, std::size_t rows) {
  std::size_t seen = 0;
  std::erase_if(facet.values, [&](const libsearch::facet_value &v) {
    return rows != 0 && seen++ >= rows && !v.selected && !v.value.empty();
  });
}

block block_of(libsearch::facet_result facet, std::size_t rows, const screen &to) {
  // Two dates stand beside it: 2019-01-01.
  const std::size_t room = to.width > widest_dates ? to.width - widest_dates : 0;
  const std::string years = sparkline(facet, to.width == 0 ? most_columns : std::min(most_columns, room));
  cut_values(facet, rows);
  std::size_t label_width = 0;
  std::size_t most = 0;
  const std::vector<row> values = rows_of(facet.values);
  for (const row &each : values) {
    label_width = std::max(label_width, display_width(each.label));
    most = std::max(most, each.value->count);
  }
  if (to.width != 0)
    label_width = std::min({label_width, widest_label, to.width - bar_cells - 9});
  const std::size_t count_width = std::to_string(most).size();
  block result;
  result.width = std::max(2 + label_width + 2 + bar_cells + 1 + count_width,
                          std::max(display_width(facet.field), 2 + display_width(years)));
  const auto add = [&](style look, const std::string &text) {
    result.lines.push_back(to.paint(look, text) + std::string(result.width - display_width(text), ' '));
  };
  add(style::heading, one_line(facet.field));
  if (!years.empty()) add(style::bar, "  " + years);
  for (const row &each : values) {
    const libsearch::facet_value &value = *each.value;
    const std::string label = pad(fit(each.label, label_width), label_width);
    const std::string count = std::to_string(value.count);
    std::string line = value.selected ? to.paint(style::selected, "▸ " + label) : "  " + label;
    line += "  " + to.paint(style::bar, pad(bar(value.count, most), bar_cells)) + " ";
    line += std::string(count_width - count.size(), ' ') + count;
    const std::size_t used = 2 + label_width + 2 + bar_cells + 1 + count_width;
    line.append(result.width - used, ' ');
    result.lines.push_back(line);
  }
  return result;
}

/// Blocks next to each other; what has no line at some height gets blanks.
std::string beside(const std::vector<block> &row) {
  std::size_t height = 0;
  for (const block &b : row) height = std::max(height, b.lines.size());
  std::string out;
  for (std::size_t i = 0; i < height; ++i) {
    std::string line;
    for (const block &b : row) {
      if (&b != &row.front()) line.append(gap, ' ');
      line += i < b.lines.size() ? b.lines[i] : std::string(b.width, ' ');
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + "\n";
  }
  return out;
}

}  // namespace

std::string facet_blocks(const std::vector<libsearch::facet_result> &facets, std::size_t rows,
                         const screen &to) {
  std::string out;
  std::vector<block> row;
  std::size_t width = 0;
  const auto finish_row = [&] {
    if (!row.empty() && !out.empty()) out += '\n';
    if (!row.empty()) out += beside(row);
    row.clear();
    width = 0;
  };
  for (const auto &facet : facets) {
    if (facet.values.empty()) continue;
    block next = block_of(facet, rows, to);
    if (!row.empty() && (to.width == 0 || width + gap + next.width > to.width)) finish_row();
    width += (row.empty() ? 0 : gap) + next.width;
    row.push_back(std::move(next));
  }
  finish_row();
  return out;
}

}  // namespace jsearch
