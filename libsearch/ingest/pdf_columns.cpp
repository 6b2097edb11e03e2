#include "ingest/pdf_columns.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// A line of a page, and where it stands among those of the page as it was drawn.
struct placed_line {
  std::string_view text;
  std::size_t place = npos;
};

/// The lines of `page` that are not empty.
std::vector<placed_line> placed_lines(std::string_view page, std::string_view raw) {
  std::map<std::string, std::vector<std::size_t>> places;  // the last first
  const std::vector<std::string_view> drawn = split(raw, '\n');
  for (std::size_t i = drawn.size(); i-- > 0;) places[without_blanks(drawn[i])].push_back(i);
  std::vector<placed_line> lines;
  for (const std::string_view line : split(page, '\n')) {
    const std::string key = without_blanks(line);
    if (key.empty()) continue;
    lines.push_back({line});
    if (const auto found = places.find(key); found != places.end() && !found->second.empty()) {
      lines.back().place = found->second.back();
      found->second.pop_back();
    }
  }
  return lines;
}

/// The lines that follow each other as drawn, but have lines from elsewhere between them, again and again: the first of them
/// and the one behind the last; the same twice where there are few.
std::pair<std::size_t, std::size_t> mixed_lines(const std::vector<placed_line> &lines) {
  constexpr std::size_t least = 4, furthest_beside = 3;
  std::size_t turns = 0, first = 0, end = 0;
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const std::size_t here = lines[i].place, between = lines[i + 1].place;
    if (here == npos || between == npos || lines[i + 2].place != here + 1) continue;
    if ((between > here ? between - here : here - between) <= furthest_beside) continue;
    if (turns++ == 0) first = i;
    end = i + 3;
  }
  if (turns < least) return {0, 0};
  // What was drawn among them is part of a column as well, as the rest of the longer one.
  const auto by_place = [](const placed_line &a, const placed_line &b) { return a.place + 1 < b.place + 1; };  // npos first
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first), behind = lines.begin() + static_cast<std::ptrdiff_t>(end);
  const std::size_t last = std::max_element(begin, behind, by_place)->place;
  std::size_t lowest = last;
  for (auto one = begin; one != behind; ++one) lowest = std::min(lowest, one->place);
  const auto is_among = [&](const placed_line &one) { return one.place != npos && one.place > lowest && one.place < last; };
  while (end < lines.size() && is_among(lines[end])) ++end;
  while (first > 0 && is_among(lines[first - 1])) --first;
  return {first, end};
}

/// `page` with its mixed columns in the order of `raw`.
std::string in_order(std::string_view page, std::string_view raw) {
  std::vector<placed_line> lines = placed_lines(page, raw);
  const auto [first, end] = mixed_lines(lines);
  if (first == end) return std::string(page);
  // What was not found stays behind what stands above it.
  for (std::size_t i = first + 1; i < end; ++i)
    if (lines[i].place == npos) lines[i].place = lines[i - 1].place;
  const char *from = lines[first].text.data(), *to = lines[end - 1].text.data() + lines[end - 1].text.size();
  std::string out(page.substr(0, static_cast<std::size_t>(from - page.data())));
  std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(end),
                   [](const placed_line &a, const placed_line &b) { return a.place < b.place; });
  for (std::size_t i = first; i < end; ++i) out.append(i > first ? "\n" : "").append(lines[i].text);
  return out.append(page.substr(static_cast<std::size_t>(to - page.data())));
}

}  // namespace

bool may_have_columns(std::string_view text) {
  constexpr std::size_t shortest = 16, widest_column = 66, fewest_lines = 10;  // columns of letters; lines
  for (const std::string_view page : split(text, '\f')) {
    std::vector<std::size_t> widths;
    for (const std::string_view line : split(page, '\n'))
      if (const std::size_t width = columns(line); width >= shortest) widths.push_back(width);
    if (widths.size() < fewest_lines) continue;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    if (*middle <= widest_column) return true;
  }
  return false;
}

std::string with_columns_apart(const std::string &text, const std::string &raw) {
  const std::vector<std::string_view> pages = split(text, '\f'), drawn = split(raw, '\f');
  if (pages.size() != drawn.size()) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) out += '\f';
    out += in_order(pages[i], drawn[i]);
  }
  return out;
}

}  // namespace libsearch::ingest
