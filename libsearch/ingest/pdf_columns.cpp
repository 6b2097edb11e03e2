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

/// The lines of a page as they were drawn, each of which is found once.
class drawn_lines {
 public:
  explicit drawn_lines(std::string_view raw) {
    const std::vector<std::string_view> lines = split(raw, '\n');
    for (std::size_t i = lines.size(); i-- > 0;) places_[without_blanks(lines[i])].push_back(i);
  }

  /// The first place of a line that was not asked for yet.
  std::size_t take(std::string_view line) {
    const auto found = places_.find(without_blanks(line));
    if (found == places_.end() || found->second.empty()) return npos;
    const std::size_t place = found->second.back();
    found->second.pop_back();
    return place;
  }

  /// The blank between two columns' lines that became one: も短い。機械のことは業者に 課題は系統と人材
  std::size_t blank_between(std::string_view line) const {
    constexpr std::size_t narrowest = 4, shortest = 16;  // columns of either part; of the longer one
    for (std::size_t blank = line.find(' '); blank != npos; blank = line.find(' ', blank + 1)) {
      const std::string_view left = line.substr(0, blank), right = line.substr(blank + 1);
      const std::size_t of_left = columns(left), of_right = columns(right);
      if (std::min(of_left, of_right) >= narrowest && std::max(of_left, of_right) >= shortest && has(left) && has(right)) return blank;
    }
    return npos;
  }

 private:
  bool has(std::string_view line) const {
    const auto found = places_.find(without_blanks(line));
    return found != places_.end() && !found->second.empty();
  }

  std::map<std::string, std::vector<std::size_t>> places_;  ///< the last first
};

/// The lines of `page` that are not empty.
std::vector<placed_line> placed_lines(std::string_view page, std::string_view raw) {
  drawn_lines drawn(raw);
  std::vector<placed_line> lines;
  for (const std::string_view line : split(page, '\n')) {
    if (trim(line).empty()) continue;
    if (const std::size_t place = drawn.take(line); place != npos) {
      lines.push_back({line, place});
    } else if (const std::size_t blank = drawn.blank_between(line); blank != npos) {
      lines.push_back({line.substr(0, blank), drawn.take(line.substr(0, blank))});
      lines.push_back({line.substr(blank + 1), drawn.take(line.substr(blank + 1))});
    } else {
      lines.push_back({line});
    }
  }
  return lines;
}

/// The line that was drawn behind line `i` where one or two from elsewhere stand between, of the columns beside; npos where there is none.
std::size_t next_drawn(const std::vector<placed_line> &lines, std::size_t i) {
  constexpr std::size_t most_columns = 3, furthest_beside = 3;
  const std::size_t here = lines[i].place;
  for (std::size_t k = i + 1; here != npos && k < lines.size() && k <= i + most_columns; ++k) {
    const std::size_t place = lines[k].place;
    if (place == here + 1) return k > i + 1 ? k : npos;
    if (place == npos || (place > here ? place - here : here - place) <= furthest_beside) return npos;
  }
  return npos;
}

/// The lines that follow each other as drawn, but have lines from elsewhere between them, again and again: the first of them
/// and the one behind the last; the same twice where there are few.
std::pair<std::size_t, std::size_t> mixed_lines(const std::vector<placed_line> &lines) {
  constexpr std::size_t least = 4;
  std::size_t turns = 0, first = 0, end = 0;
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    const std::size_t next = next_drawn(lines, i);
    if (next == npos) continue;
    if (turns++ == 0) first = i;
    end = next + 1;
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
