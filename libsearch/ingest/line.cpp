#include "ingest/line.hpp"

#include <algorithm>
#include <cstddef>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

line made_line(std::string_view raw, std::size_t page) {
  line result;
  result.page = page;
  for (std::size_t at = 0; at < raw.size();) {
    const char32_t c = next(raw, at);
    if (!is_blank(c)) break;
    if (result.indent == 0 && c == 0x3000) result.wide_indent = true;
    result.indent += c == 0x3000 ? 2 : c == '\t' ? 8 : 1;
  }
  result.text = trim(raw);
  // │ A title in a box │
  constexpr std::string_view side = "│", heavy = "┃";
  for (const std::string_view sign : {side, heavy})
    if (result.text.size() > 2 * sign.size() && result.text.substr(0, sign.size()) == sign && result.text.substr(result.text.size() - sign.size()) == sign &&
        result.text.find(sign, sign.size()) == result.text.size() - sign.size())
      result.text = trim(result.text.substr(sign.size(), result.text.size() - 2 * sign.size()));
  result.width = columns(result.text, result.blanks);
  if (result.text.empty()) result.role = line_role::blank;
  return result;
}

bool is_closer(char32_t c) {
  return c == U'」' || c == U'』' || c == U'）' || c == U')' || c == U'”' || c == U'"' ||
         c == U'］' || c == U']' || c == U'’';
}

}  // namespace

std::vector<line> split_lines(std::string_view text, std::size_t &pages) {
  std::vector<line> lines;
  std::size_t page = 0, feed_at = text.find('\f');
  for (std::size_t start = 0; start < text.size();) {
    // Each is searched for by itself: find_first_of() would look for the two of them at each byte.
    if (feed_at < start) feed_at = text.find('\f', start);
    const std::size_t end = std::min(text.find('\n', start), feed_at);
    const bool last = end == npos;
    const std::string_view raw = text.substr(start, last ? end : end - start);
    const bool feed = !last && text[end] == '\f';
    // "text\n\ftext": the form feed stands alone and is no line of its own.
    if (!feed || !raw.empty()) lines.push_back(made_line(raw, page));
    if (feed) ++page;
    if (last) break;
    start = end + 1;
  }
  pages = page == 0 ? 0 : page + 1;
  // A form feed ends a page: behind the last one there is no further page unless it has text.
  if (pages > 0 && (lines.empty() || lines.back().page < page)) pages = page;
  return lines;
}

std::size_t next_filled(const std::vector<line> &lines, std::size_t from) {
  while (from < lines.size() && lines[from].role == line_role::blank) ++from;
  return from;
}

std::size_t full_width(const std::vector<line> &lines) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (lines[i].role == line_role::text && lines[i + 1].role == line_role::text) widths.push_back(lines[i].width);
  if (widths.empty()) return 0;
  const std::size_t rank = widths.size() * 4 / 5;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(rank), widths.end());
  return widths[rank];
}

bool has_wide_gap(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c == 0x3000 || c == U'\t') return true;
    if (is_blank(c) && at < text.size() && is_blank(static_cast<unsigned char>(text[at]))) return true;
  }
  return false;
}

std::vector<std::string_view> parts_between_gaps(std::string_view text, std::size_t gap) {
  std::vector<std::string_view> parts;
  std::size_t start = 0, blanks = 0, end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next(text, at);
    if (is_blank(c)) {
      blanks += c == 0x3000 ? 2 : 1;
      continue;
    }
    if (blanks >= gap && end > start) {
      parts.push_back(text.substr(start, end - start));
      start = from;
    }
    blanks = 0;
    end = at;
  }
  if (end > start) parts.push_back(text.substr(start, end - start));
  return parts;
}

bool has_digit(std::string_view text) {
  // Nearly every line has none, and a look at its bytes costs less than a pattern.
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    if (text[i] == '\xEF' && text.substr(i, 2) == "\xEF\xBC") return true;  // full-width forms
  }
  return false;
}

bool has_number_far_apart(std::string_view text) {
  constexpr std::size_t far = 5;  // columns
  const auto is_far = [&](std::size_t from, std::size_t to) { return columns(text.substr(from, to - from)) >= far; };
  const std::size_t first = find_blank(text, 0);
  if (first == npos) return false;
  std::size_t behind = first, last = 0, gap = first;  // where the second word begins; where the last does, and the blanks before it
  for (std::size_t at = first, word = npos; at < text.size();) {
    const std::size_t start = at;
    if (is_blank(next(text, at))) {
      if (word != npos) gap = start;
      word = npos;
    } else if (word == npos) {
      if (behind == first) behind = start;
      last = word = start;
    }
  }
  return (has_digit(text.substr(0, first)) && is_far(first, behind)) || (has_digit(text.substr(last)) && is_far(gap, last));
}

bool ends_sentence(std::string_view text) {
  for (;;) {
    const char32_t c = last_character(text);
    if (!is_closer(c))
      return c == U'。' || c == U'．' || c == U'！' || c == U'？' || c == U'.' || c == U'!' ||
             c == U'?' || c == U'｡';
    std::string one;
    append(one, c);
    text = trim(text.substr(0, text.size() - one.size()));
  }
}

}  // namespace libsearch::ingest
