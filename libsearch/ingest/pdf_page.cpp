#include "ingest/pdf_page.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t head_lines = 30;

/// Words side by side as a line; a gap that no blank of the font makes stays visible.
page_line line_of(std::vector<page_word> words) {
  std::sort(words.begin(), words.end(), [](const page_word &a, const page_word &b) { return a.left < b.left; });
  page_line result;
  result.top = words.front().top;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double gap = i > 0 ? (words[i].left - words[i - 1].right) / words[i].height() : 0;
    if (i > 0) result.text += gap > 2.4 ? "        " : gap > 0.8 ? "    " : " ";
    result.text += words[i].text;
    result.top = std::min(result.top, words[i].top);
    result.height = std::max(result.height, words[i].height());
  }
  return result;
}

}  // namespace

bool same_size(double a, double b) { return std::abs(a - b) <= 0.06 * std::max(a, b); }

double body_height(const std::vector<page_line> &lines) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const page_line &one : lines) {
    heights.emplace_back(one.height, one.text.size());
    all += one.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t seen = 0;
  for (const auto &[height, letters] : heights)
    if ((seen += letters) * 2 >= all) return height;
  return 0;
}

namespace {

/// `text` without white space, and where each of its characters begins in it.
struct tight_text {
  std::string text;
  std::vector<std::size_t> places;

  explicit tight_text(std::string_view from) {
    for (std::size_t at = 0; at < from.size();) {
      const std::size_t start = at;
      const char32_t c = next(from, at);
      if (is_blank(c)) continue;
      for (std::size_t i = start; i < at; ++i) places.push_back(i);
      text.append(from.substr(start, at - start));
    }
  }
};

/// Where the first word of a line stands whose words pdftotext took for columns; npos where one of them is not there.
std::size_t first_of_words(const std::string &text, const std::string &line) {
  std::size_t first = npos;
  for (const std::string_view word : split(line, ' ')) {
    if (word.empty()) continue;
    const std::size_t at = text.find(word);
    if (at == npos) return npos;
    first = std::min(first, at);
  }
  return first;
}

std::string first_column(const std::string &line) { return line.substr(0, line.find("    ")); }

/// Wide enough for a paragraph, each of its columns as well; a name in a column of its own is not.
bool is_prose(const std::string &line) {
  constexpr std::size_t narrowest = 28;  // columns
  const std::vector<std::string_view> cells = cells_of(line);
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return columns(cell) >= narrowest; });
}

/// The first `count` lines, with a blank one where the space between is wide.
std::string as_set(const std::vector<const page_line *> &lines, std::size_t count, bool goes_on) {
  std::string out;
  for (std::size_t i = 0; i < count + (goes_on ? 1 : 0); ++i) {
    if (i > 0 && lines[i]->top - lines[i - 1]->top > 2.2 * lines[i - 1]->height) out += '\n';
    if (i < count) out += lines[i]->text + '\n';
  }
  return out;
}

bool is_mark(const page_word &one) {
  constexpr std::size_t longest = 5;  // columns
  static const std::u32string_view marks = U"*＊∗†‡§¶※#,、0123456789abcdefgh";
  if (columns(one.text) > longest) return false;
  for (std::size_t at = 0; at < one.text.size();)
    if (marks.find(next(one.text, at)) == npos) return false;
  return true;
}

/// Small raised marks, which point at notes, go to the line of larger letters that they stand in.
void join_raised(std::vector<std::vector<page_word>> &rows) {
  constexpr double larger = 1.05, near = 0.6;  // times the letters' height
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    std::vector<page_word> &row = rows[i], &below = rows[i + 1];
    if (!std::all_of(row.begin(), row.end(), is_mark)) continue;
    const auto stands_in = [&](const page_word &mark) {
      return std::any_of(below.begin(), below.end(), [&](const page_word &one) {
        const bool beside = std::abs(mark.left - one.right) < near * one.height() || std::abs(one.left - mark.right) < near * one.height();
        return beside && one.height() >= mark.height() * larger && mark.middle() > one.top && mark.middle() < one.bottom;
      });
    };
    if (!std::all_of(row.begin(), row.end(), stands_in)) continue;
    below.insert(below.end(), row.begin(), row.end());
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i--));
  }
}

std::string sorted(std::string text) {
  std::sort(text.begin(), text.end());
  return text;
}

}  // namespace

std::vector<std::string_view> cells_of(std::string_view line) {
  constexpr std::string_view gap = "    ";  // that between columns has twice as many blanks
  std::vector<std::string_view> cells;
  for (std::size_t start = 0; start < line.size();) {
    const std::size_t end = std::min(line.find(gap, start), line.size());
    if (end > start) cells.push_back(line.substr(start, end - start));
    start = end + gap.size();
  }
  return cells;
}

std::string as_set(const std::vector<page_line> &lines) {
  std::vector<const page_line *> all;
  for (const page_line &one : lines) all.push_back(&one);
  return as_set(all, all.size(), false);
}

std::vector<page_line> lines_of_page(const std::string &bbox) { return lines_of_words(words_of_page(bbox)); }

std::vector<page_line> lines_of_words(std::vector<page_word> words) {
  std::vector<std::vector<page_word>> rows;
  for (const std::vector<std::size_t> &row : rows_of(words)) {
    rows.emplace_back();
    for (const std::size_t i : row) rows.back().push_back(std::move(words[i]));
  }
  join_raised(rows);
  std::vector<page_line> lines;
  for (std::vector<page_word> &row : rows) lines.push_back(line_of(std::move(row)));
  return lines;
}

/// Whether the text begins there, in letters of the title's size: 背景, 1. 原油, or its authors stand there.
static bool begins_text(const std::string &text) {
  static const pattern first_part(u"(?:1|I|Ⅰ) ?[.．、] ?[^0-9 ].{0,30}");
  constexpr std::size_t longest = 400;  // bytes
  if (text.size() > longest) return false;
  const icu::UnicodeString line = fold(text);
  return is_section_label(line) || (begins_with_any(line, u"1IⅠ") && first_part.matches(line)) || marks_names(line);
}

/// Lines of one size, from `from` on, which one another follow.
static std::vector<std::string> block_at(const std::vector<page_line> &lines, std::size_t from) {
  constexpr std::size_t most_lines = 5, most_columns = 240;
  std::vector<std::string> block;
  std::size_t width = 0;
  for (std::size_t i = from; i < lines.size() && same_size(lines[i].height, lines[from].height); ++i) {
    if (i > from && begins_text(lines[i].text)) break;
    block.push_back(squeeze(clean(lines[i].text)));
    width += columns(block.back());
  }
  if (block.size() > most_lines || width > most_columns) block.clear();
  return block;
}

std::vector<std::vector<std::string>> largest_on_page(const std::vector<page_line> &lines) {
  constexpr double larger = 1.12;
  constexpr std::size_t most_blocks = 4, narrowest = 4, prose = 40;  // columns
  const double body = body_height(lines);
  std::vector<std::size_t> starts;
  double size = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].height < body * larger || columns(lines[i].text) < narrowest) continue;
    size = std::max(size, lines[i].height);
    if ((i == 0 || !same_size(lines[i].height, lines[i - 1].height)) && !marks_names(fold(lines[i].text))) starts.push_back(i);
  }
  if (lines.size() < 3 || starts.empty()) return {};
  std::size_t text = 0;
  while (text + 1 < lines.size() && (columns(lines[text].text) < prose || !is_prose(lines[text].text) || lines[text].height >= body * larger || columns(lines[text + 1].text) < prose)) ++text;
  std::stable_sort(starts.begin(), starts.end(), [&](std::size_t a, std::size_t b) {
    return !same_size(lines[a].height, lines[b].height) && lines[a].height > lines[b].height;
  });
  std::vector<std::vector<std::string>> result;
  for (const std::size_t start : starts) {
    if (!result.empty() && start > text) continue;
    auto block = block_at(lines, start);
    // What is no title at the largest says nothing about the rest.
    if (block.empty() && result.empty()) return {};
    if (!block.empty()) result.push_back(std::move(block));
    if (result.size() == most_blocks) break;
  }
  return result;
}

std::string with_head_as_set(const std::string &text, const std::vector<page_line> &lines) {
  constexpr std::size_t near = 900;  // bytes: what a second column says stands further behind
  const std::size_t page_end = std::min(text.find('\f'), text.size());
  const tight_text all(std::string_view(text).substr(0, page_end));
  std::vector<const page_line *> head;
  std::string letters;
  std::size_t lines_above = 0, place = npos, in_a_row = 0, seen = 0;
  for (; seen < std::min(lines.size(), head_lines) && in_a_row < 3; ++seen) {
    const page_line &one = lines[seen];
    const std::string column = first_column(one.text);
    std::size_t at = all.text.find(without_blanks(column));
    const bool parted = at == npos;
    if (parted) at = first_of_words(all.text, one.text);
    if (at == npos || at > letters.size() + near) continue;
    // A line that stands where it should, behind all that stands above it, may be the first of the text.
    if (!head.empty() && !parted && is_prose(one.text) && at == letters.size() && sorted(letters) == sorted(all.text.substr(0, at))) {
      if (in_a_row++ == 0) {
        lines_above = head.size();
        place = at;
      }
    } else {
      in_a_row = 0;
    }
    head.push_back(&one);
    letters += without_blanks(one.text);
  }
  // A cover has no paragraph.
  if (seen == lines.size() && sorted(letters) == sorted(all.text)) return as_set(head, head.size(), false) + text.substr(page_end);
  if (place == npos) return text;
  const std::size_t break_before = text.rfind('\n', all.places[place]);
  return as_set(head, lines_above, true) + text.substr(break_before == npos ? 0 : break_before + 1);
}

}  // namespace libsearch::ingest
