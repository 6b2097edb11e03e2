#include "query/snippet.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "text/char_class.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Windows of one snippet, at most.
constexpr std::size_t most_windows = 2;
/// A window starts at a sentence when one starts within this share of its length before the first mark.
constexpr std::size_t sentence_share = 2;
constexpr std::string_view joint = " … ";

struct window {
  std::size_t start, end;  // bytes of the text
  double worth = 0;
};

/// Whether the character at a byte offset is written with the one before it.
bool is_joined(std::string_view text, std::size_t at) { return at < text.size() && text::joins_previous(text::next(text, at)); }

/// Steps characters from a byte offset, each with its accents, stopping at the ends.
std::size_t forward(std::string_view text, std::size_t at, std::size_t characters) {
  for (; characters > 0 && at < text.size(); --characters) {
    text::next(text, at);
    while (is_joined(text, at)) text::next(text, at);
  }
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t characters) {
  for (; characters > 0 && at > 0; --characters) text::previous(text, at);
  while (at > 0 && is_joined(text, at)) text::previous(text, at);
  return at;
}

/// Moves a start that fell inside an ASCII word to the next one.
std::size_t word_start(std::string_view text, std::size_t at, std::size_t latest) {
  const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) < 0x80 && std::isalnum(static_cast<unsigned char>(text[i])); };
  if (at == 0 || at >= text.size() || !letter(at) || !letter(at - 1)) return at;
  std::size_t moved = at;
  while (moved < latest && letter(moved)) ++moved;
  while (moved < latest && text[moved] == ' ') ++moved;
  return moved < latest ? moved : at;
}

/// Moves a start that fell inside a clause to the next one, where one starts before `latest`.
std::size_t clause_start(std::string_view text, std::size_t at, std::size_t latest) {
  if (at == 0) return at;
  for (std::size_t next = at; next < latest;) {
    const char32_t c = text::next(text, next);
    if ((c == U'、' || c == U'，' || c == U'。' || c == U'；') && next < latest) return next;
  }
  return word_start(text, at, latest);
}

/// The window of `length` characters from mark `first` on: how many different marks, then how many.
double worth_of(const std::vector<marked_span> &spans, std::size_t first, std::size_t end, const std::map<std::size_t, double> &shown) {
  std::map<std::size_t, double> held;
  for (std::size_t i = first; i < spans.size() && spans[i].place.start < end; ++i) {
    // The mark that the window is made for counts, also where there is no room for all of it.
    if (spans[i].place.end > end && i != first) continue;
    double &worth = held[spans[i].mark];
    worth = std::min(1.3, worth == 0 ? 1.0 : worth + 0.1);
  }
  double sum = 0;
  // What another window shows already counts little.
  for (const auto &[mark, worth] : held) sum += shown.count(mark) ? worth * 0.2 : worth;
  return sum;
}

window best_window(std::string_view text, const std::vector<marked_span> &spans, std::size_t length,
                   const std::vector<window> &taken, const std::map<std::size_t, double> &shown) {
  window best{0, 0, 0};
  const double most = worth_of(spans, 0, text.size(), shown);
  // No window is worth more than all marks together, and the first of the best ones is shown.
  for (std::size_t i = 0; i < spans.size() && best.worth + 1e-9 < most; ++i) {
    const std::size_t mark_start = spans[i].place.start;
    const bool is_taken = std::any_of(taken.begin(), taken.end(), [&](const window &w) {
      return w.start <= mark_start && mark_start < w.end;
    });
    if (is_taken) continue;
    // Where the window begins costs more to say than what it holds at most.
    if (worth_of(spans, i, forward(text, mark_start, length), shown) <= best.worth + 1e-9) continue;
    const std::size_t earliest = backward(text, mark_start, length / sentence_share);
    std::size_t start = text::sentence_start(text, mark_start, earliest);
    if (start == earliest) start = clause_start(text, backward(text, mark_start, length / 4), mark_start);
    for (const window &w : taken)
      if (w.end <= mark_start) start = std::max(start, w.end);
    std::size_t end = forward(text, start, length);
    // A long mark is shown whole as far as there is room.
    if (spans[i].place.end > end) start = mark_start, end = forward(text, start, length);
    for (const window &w : taken)
      if (w.start >= mark_start) end = std::min(end, w.start);
    const double worth = worth_of(spans, i, end, shown);
    if (worth > best.worth + 1e-9) best = {start, end, worth};
  }
  return best;
}

}  // namespace

std::vector<marked_span> find_marks(std::string_view normalized, const text::offset_map &map,
                                    const std::vector<mark> &marks, field in, analysis::text_analyzer &analyzer) {
  std::vector<marked_span> spans;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].in != field::any && marks[i].in != in) continue;
    for (const std::size_t at : occurrences(normalized, marks[i], analyzer))
      spans.push_back({{map.source_start(at), map.source_end(at + marks[i].normalized.size())}, i});
  }
  std::sort(spans.begin(), spans.end(), [](const marked_span &a, const marked_span &b) {
    return a.place.start != b.place.start ? a.place.start < b.place.start : a.place.end < b.place.end;
  });
  return spans;
}

std::vector<span> merge_spans(const std::vector<marked_span> &spans) {
  std::vector<span> merged;
  for (const marked_span &s : spans) {
    if (!merged.empty() && s.place.start <= merged.back().end)
      merged.back().end = std::max(merged.back().end, s.place.end);
    else
      merged.push_back(s.place);
  }
  return merged;
}

cut_snippet make_snippet(std::string_view text, const std::vector<marked_span> &spans, std::size_t length) {
  cut_snippet result;
  if (length == 0) return result;
  std::vector<window> windows;
  std::map<std::size_t, double> shown;
  if (!spans.empty()) {
    // One window if it shows every mark there is, else two smaller ones.
    const window whole = best_window(text, spans, length, {}, {});
    std::map<std::size_t, double> present;
    for (const marked_span &s : spans) present[s.mark] = 1;
    std::map<std::size_t, double> in_whole;
    for (const marked_span &s : spans)
      if (s.place.start >= whole.start && s.place.end <= whole.end) in_whole[s.mark] = 1;
    if (in_whole.size() == present.size() || length < 40) {
      windows.push_back(whole);
    } else {
      for (std::size_t i = 0; i < most_windows; ++i) {
        const window next = best_window(text, spans, length / most_windows, windows, shown);
        if (next.worth <= (windows.empty() ? 0 : 0.5)) break;
        windows.push_back(next);
        for (const marked_span &s : spans)
          if (s.place.start >= next.start && s.place.end <= next.end) shown[s.mark] = 1;
      }
      if (windows.size() == 1) windows[0] = whole;
    }
  }
  if (windows.empty()) {
    std::size_t start = 0;
    while (start < text.size()) {
      std::size_t next = start;
      if (!text::is_white_space(text::next(text, next))) break;
      start = next;
    }
    windows.push_back({start, forward(text, start, length), 0});
  }
  std::sort(windows.begin(), windows.end(), [](const window &a, const window &b) { return a.start < b.start; });

  const auto is_blank = [](std::string_view part) {
    for (std::size_t at = 0; at < part.size();)
      if (!text::is_white_space(text::next(part, at))) return false;
    return true;
  };
  result.extract.cut_before = !is_blank(text.substr(0, windows.front().start));
  result.extract.cut_behind = !is_blank(text.substr(windows.back().end));
  const std::vector<span> merged = merge_spans(spans);
  bool marked = false;
  result.first_mark = windows[0].start;
  for (const window &w : windows) {
    if (&w != &windows[0]) result.extract.text += joint;
    const std::size_t base = result.extract.text.size();
    result.extract.text += text.substr(w.start, w.end - w.start);
    for (const span &s : merged) {
      const std::size_t start = std::max(s.start, w.start), end = std::min(s.end, w.end);
      if (start >= end) continue;
      if (!marked) result.first_mark = start;
      marked = true;
      result.extract.marks.push_back({base + start - w.start, base + end - w.start});
    }
  }
  return result;
}

}  // namespace libsearch::query
