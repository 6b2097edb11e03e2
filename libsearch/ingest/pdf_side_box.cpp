#include "ingest/pdf_side_box.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "ingest/author_line.hpp"
#include "ingest/page_lines.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t prose = 28;        // columns of a line of a paragraph
constexpr std::size_t most_segments = 1500;

/// Words that stand side by side without a gap between columns.
struct segment {
  std::vector<std::size_t> words;
  double left = 0, right = 0, middle = 0, height = 0;
  std::size_t columns = 0;
};

std::vector<segment> segments_of(const std::vector<page_word> &words) {
  constexpr double wide = 1.2;  // times the letters' height
  std::vector<segment> result;
  for (std::vector<std::size_t> row : rows_of(words)) {
    std::sort(row.begin(), row.end(), [&](std::size_t a, std::size_t b) { return words[a].left < words[b].left; });
    for (const std::size_t i : row) {
      const page_word &one = words[i];
      if (i == row.front() || one.left - result.back().right > wide * one.height()) result.push_back({{}, one.left, one.right, one.middle(), 0, 0});
      segment &last = result.back();
      last.words.push_back(i);
      last.right = std::max(last.right, one.right);
      last.height = std::max(last.height, one.height());
      last.columns += columns(one.text);
    }
  }
  return result;
}

/// Whether one of the lines names an author, and another says where somebody works or is written to.
bool names_author(const std::vector<page_line> &lines) {
  bool named = false, placed = false;
  for (const page_line &one : lines) {
    if (one.text.find('@') != npos) placed = true;
    icu::UnicodeString line = fold(without_letter_spacing(one.text));
    if (line.endsWith(u"。")) line.truncate(line.length() - 1);
    const auto found = read_author_line(line, {});
    if (!found) continue;
    if (!found->authors.empty()) named = true;
    if (found->strong) placed = true;
  }
  return named && placed;
}

/// A column between two heights of the page, at one side of a gutter.
struct column {
  std::vector<const segment *> box, main;
};

class box_finder {
 public:
  box_finder(const std::vector<page_word> &words, const std::vector<segment> &segments) : words_(words), segments_(segments) {
    double left = segments[0].left, right = segments[0].right;
    for (const segment &one : segments) {
      left = std::min(left, one.left);
      right = std::max(right, one.right);
      largest_ = std::max(largest_, one.height);
    }
    width_ = right - left;
  }

  /// The box with the most lines.
  std::vector<std::size_t> find() {
    std::set<long> seen;
    for (const segment &one : segments_)
      for (const double gutter : {one.left - 0.5, one.right + 0.5})
        if (seen.insert(std::lround(gutter)).second) try_gutter(gutter);
    return std::move(best_);
  }

 private:
  void try_gutter(double gutter) {
    column left, right;  // with the box at that side
    const auto close = [&] {
      consider(left);
      consider(right);
      left = right = {};
    };
    for (const segment &one : segments_) {
      if (one.left < gutter && one.right > gutter) {
        close();
        continue;
      }
      const bool at_left = one.right <= gutter;
      (at_left ? left.box : left.main).push_back(&one);
      (at_left ? right.main : right.box).push_back(&one);
    }
    close();
  }

  /// The lines of a box as far as the first wide gap.
  static std::vector<const segment *> first_group(const std::vector<const segment *> &box) {
    constexpr double wide = 9;  // times the letters' height
    std::size_t end = 1;
    while (end < box.size() && box[end]->middle - box[end - 1]->middle < wide * box[end]->height) ++end;
    return {box.begin(), box.begin() + static_cast<std::ptrdiff_t>(std::min(end, box.size()))};
  }

  void consider(column found) {
    found.box = first_group(found.box);
    constexpr std::size_t fewest = 2, most = 30, paragraph = 3;  // lines
    constexpr std::size_t longest = 34;                          // columns
    constexpr double narrow = 0.42, gap = 0.6;                   // of the text's width; of the letters' height
    if (found.box.size() < fewest || found.box.size() > 2 * most || found.main.empty()) return;
    double left = found.box[0]->left, right = found.box[0]->right;
    std::size_t rows = 0, long_lines = 0;
    double last = -1;
    for (const segment *one : found.box) {
      left = std::min(left, one->left);
      right = std::max(right, one->right);
      if (one->middle - last > 0.4 * one->height) ++rows;
      last = one->middle;
      if (one->columns >= longest) ++long_lines;
    }
    if (rows < fewest || rows > most || rows <= best_rows_ || right - left > narrow * width_ || long_lines * 3 > rows) return;
    std::size_t wide = 0;
    bool title = false;
    for (const segment *one : found.main) {
      if (one->left < right + gap * one->height && one->right > left - gap * one->height) return;
      title = title || same_size(one->height, largest_);
      if (one->columns >= prose) ++wide;
    }
    if (!title && wide < paragraph) return;
    std::vector<page_word> words;
    std::vector<std::size_t> indices;
    for (const segment *one : found.box)
      for (const std::size_t i : one->words) {
        words.push_back(words_[i]);
        indices.push_back(i);
      }
    if (!names_author(lines_of_words(std::move(words)))) return;
    best_rows_ = rows;
    best_ = std::move(indices);
  }

  const std::vector<page_word> &words_;
  const std::vector<segment> &segments_;
  double width_ = 0, largest_ = 0;
  std::size_t best_rows_ = 0;
  std::vector<std::size_t> best_;
};

/// Whether a heading of the text begins there: 1. はじめに, ■ 背景
bool begins_section(const std::string &text) {
  const icu::UnicodeString line = fold(text);
  return begins_with_any(line, u"0123456789ⅠⅡIV第一■◆●○□") || is_section_label(line);
}

}  // namespace

std::vector<page_word> take_side_box(std::vector<page_word> &words) {
  const std::vector<segment> segments = segments_of(words);
  if (segments.size() < 4 || segments.size() > most_segments) return {};
  std::vector<std::size_t> inside = box_finder(words, segments).find();
  std::sort(inside.begin(), inside.end());
  std::vector<page_word> box, rest;
  for (std::size_t i = 0; i < words.size(); ++i) (std::binary_search(inside.begin(), inside.end(), i) ? box : rest).push_back(std::move(words[i]));
  words = std::move(rest);
  return box;
}

std::string with_box_below_title(const std::string &text, const std::vector<page_line> &box, const std::vector<std::vector<std::string>> &largest) {
  if (box.empty() || largest.empty()) return text;
  const std::size_t page_end = std::min(text.find('\f'), text.size());
  std::vector<std::string> lines = lines_of(std::string_view(text).substr(0, page_end));
  std::size_t missing = 0, all = 0;
  for (const page_line &one : box)
    for (const std::string_view cell : cells_of(one.text)) {
      ++all;
      if (take_line(lines, without_blanks(cell)) == npos) ++missing;
    }
  if (missing * 4 > all) return text;
  // Behind the last of the large lines above the first paragraph or section
  std::set<std::string> large;
  for (const auto &block : largest)
    for (const std::string &one : block) large.insert(without_blanks(one));
  std::size_t place = npos;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_large = large.count(without_blanks(lines[i])) > 0;
    if (is_large && place != npos && begins_section(lines[i])) break;
    if (is_large) place = i + 1;
    else if (columns(lines[i]) >= prose && i + 1 < lines.size() && columns(lines[i + 1]) >= prose) break;
  }
  if (place == npos) return text;
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == place) out += "\n" + as_set(box) + "\n";
    out += lines[i] + "\n";
  }
  return out + text.substr(page_end);
}

}  // namespace libsearch::ingest
