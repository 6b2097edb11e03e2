// Conditions on the text: strings, words, strings near each other.
#include <algorithm>

#include "index/record.hpp"
#include "query/condition.hpp"
#include "text/numbers.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// The parts of a compact text that belong to a field.
std::vector<std::string_view> parts_of(std::string_view compact, field in) {
  const auto fields = indexing::split_fields(compact);
  if (in == field::title) return {fields.title};
  if (in == field::body) return {fields.body};
  if (in == field::author) return fields.authors;
  std::vector<std::string_view> parts{fields.title, fields.body};
  parts.insert(parts.end(), fields.authors.begin(), fields.authors.end());
  return parts;
}

/// Word boundaries around places of one text. Cuts only the stretch between punctuation that holds a
/// place: the words of a stretch do not depend on what is outside.
class word_edges {
 public:
  word_edges(std::string_view text, analysis::text_analyzer &analyzer) : text_(text), analyzer_(analyzer) {}

  bool begins(std::size_t at) { return is_edge(at, at); }
  bool ends(std::size_t at) { return is_edge(at, at - 1); }

 private:
  /// Whether a word begins or ends at `at`; `inside` lies in the stretch.
  bool is_edge(std::size_t at, std::size_t inside) {
    if (inside < begin_ || inside >= end_) cut(inside);
    return std::any_of(words_.begin(), words_.end(), [&](const analysis::word &w) {
      return inside < at ? begin_ + w.end == at : begin_ + w.start == at;
    });
  }

  void cut(std::size_t inside) {
    while (inside > 0 && (text_[inside] & 0xC0) == 0x80) --inside;
    std::size_t behind = inside;
    if (text::class_of(text::next(text_, behind)) == text::char_class::other) {
      begin_ = inside;
      end_ = behind;
      words_.clear();
      return;
    }
    begin_ = inside;
    for (std::size_t before = begin_; before > 0; begin_ = before)
      if (text::class_of(text::previous(text_, before)) == text::char_class::other) break;
    end_ = inside;
    for (std::size_t after = end_; after < text_.size(); end_ = after)
      if (text::class_of(text::next(text_, after)) == text::char_class::other) break;
    words_ = analyzer_.words(text_.substr(begin_, end_ - begin_));
  }

  std::string_view text_;
  analysis::text_analyzer &analyzer_;
  std::size_t begin_ = 0, end_ = 0;
  std::vector<analysis::word> words_;
};

class substring final : public condition {
 public:
  explicit substring(mark wanted) : wanted_(std::move(wanted)), finder_(text::compact(wanted_.normalized)) {}

  bool matches(const document_view &document) const override {
    const bool edges = wanted_.at_word_start || wanted_.at_word_end || wanted_.whole_number;
    if (wanted_.in == field::any && !edges) return finder_.find(document.compact) != text::npos;
    for (const std::string_view part : parts_of(document.compact, wanted_.in)) {
      if (finder_.find(part) == text::npos) continue;
      if (!edges || stands_as_wanted(part, *document.analyzer)) return true;
    }
    return false;
  }

  query_plan plan(planner &planner) const override {
    bounds found = planner.substring(wanted_.normalized);
    if (found.upper.is_none()) return {found.upper, found.upper, {}, found.upper};
    if (wanted_.in != field::any) return {found.upper, filter::none(), {this}, filter::all()};
    if (wanted_.at_word_start && wanted_.at_word_end)
      found = {found.upper, planner.word(wanted_.normalized), false};
    else if (wanted_.at_word_start)
      found = {found.upper, planner.words_with_prefix(wanted_.normalized), false};
    else if (wanted_.at_word_end)
      found = {found.upper, planner.word(wanted_.normalized), false};
    if (wanted_.whole_number) found = {found.upper, filter::none(), false};
    if (found.exact) return {found.upper, found.lower, {}, found.upper};
    return {found.upper, found.lower, {this}, filter::all()};
  }

  void collect_marks(std::vector<mark> &marks) const override { marks.push_back(wanted_); }

  const std::string *plain_string() const override {
    const bool plain = wanted_.in == field::any && !wanted_.at_word_start && !wanted_.at_word_end && !wanted_.whole_number;
    return plain ? &wanted_.normalized : nullptr;
  }

 private:
  /// Whether one occurrence has the edges. The words of a stretch between punctuation do not depend on what is outside, so
  /// that it is enough to read that much; a number may go on behind a mark.
  bool stands_as_wanted(std::string_view part, analysis::text_analyzer &analyzer) const {
    if (wanted_.whole_number) return !occurrences(text::expand(part), wanted_, analyzer).empty();
    std::size_t read_to = 0;
    return finder_.find_if(part, [&](std::size_t at) {
      if (at + finder_.needle().size() <= read_to) return false;
      std::size_t begin = at;
      for (std::size_t before = begin; before > 0; begin = before)
        if (text::class_of(text::compact_previous(part, before)) == text::char_class::other) break;
      read_to = at + finder_.needle().size();
      for (std::size_t after = read_to; after < part.size(); read_to = after)
        if (text::class_of(text::compact_next(part, after)) == text::char_class::other) break;
      return !occurrences(text::expand(part.substr(begin, read_to - begin)), wanted_, analyzer).empty();
    }) != text::npos;
  }

  mark wanted_;
  text::finder finder_;
};

class near final : public condition {
 public:
  near(std::vector<std::vector<mark>> parts, field in, unsigned distance)
      : parts_(std::move(parts)), in_(in), distance_(distance) {}

  bool matches(const document_view &document) const override {
    for (const std::string_view part : parts_of(document.compact, in_))
      if (close_in(text::expand(part), *document.analyzer)) return true;
    return false;
  }

  query_plan plan(planner &planner) const override {
    std::vector<filter> uppers;
    for (const auto &part : parts_) {
      std::vector<filter> ways;
      for (const mark &way : part) ways.push_back(planner.substring(way.normalized).upper);
      uppers.push_back(any_of(ways, planner.total()));
    }
    const filter upper = selective_all_of(std::move(uppers), planner.total());
    if (upper.is_none()) return {upper, upper, {}, upper};
    return {upper, filter::none(), {this}, filter::all()};
  }

  void collect_marks(std::vector<mark> &marks) const override {
    for (const auto &part : parts_) marks.insert(marks.end(), part.begin(), part.end());
  }

 private:
  struct place {
    std::size_t start, end;
  };

  /// Whether one occurrence of each part lies within a window: tries each occurrence as the first.
  bool close_in(const std::string &text, analysis::text_analyzer &analyzer) const {
    std::vector<std::vector<place>> places;
    for (const auto &part : parts_) {
      places.emplace_back();
      for (const mark &way : part)
        for (const std::size_t at : occurrences(text, way, analyzer))
          places.back().push_back({at, at + way.normalized.size()});
      if (places.back().empty()) return false;
      std::sort(places.back().begin(), places.back().end(),
                [](const place &a, const place &b) { return a.start < b.start; });
    }
    for (const auto &firsts : places)
      for (const place &first : firsts) {
        // Of every part the nearest occurrence from here on: the tightest window that begins here.
        std::size_t last_start = first.start;
        bool complete = true;
        for (const auto &others : places) {
          const auto next = std::lower_bound(others.begin(), others.end(), first.start,
                                             [](const place &p, std::size_t at) { return p.start < at; });
          if (next == others.end()) complete = false;
          else last_start = std::max(last_start, next->start);
        }
        if (!complete) continue;
        const std::size_t gap_start = std::min(first.end, last_start);
        if (text::length(std::string_view(text).substr(gap_start, last_start - gap_start)) <= distance_) return true;
      }
    return false;
  }

  std::vector<std::vector<mark>> parts_;
  field in_;
  unsigned distance_;
};

}  // namespace

std::vector<std::size_t> occurrences(std::string_view text, const mark &wanted, analysis::text_analyzer &analyzer) {
  std::vector<std::size_t> found;
  const std::string &needle = wanted.normalized;
  if (needle.empty()) return found;
  word_edges edges(text, analyzer);
  for (std::size_t at = text.find(needle); at != text::npos; at = text.find(needle, at + 1)) {
    if (wanted.at_word_start && !edges.begins(at)) continue;
    if (wanted.at_word_end && !edges.ends(at + needle.size())) continue;
    if (wanted.whole_number && text::cuts_number(text, at, at + needle.size())) continue;
    found.push_back(at);
  }
  return found;
}

condition_ptr make_substring(std::string normalized, field in, bool at_word_start, bool at_word_end) {
  return make_substring({std::move(normalized), in, at_word_start, at_word_end, true, false, {}});
}

condition_ptr make_substring(mark wanted) { return std::make_unique<substring>(std::move(wanted)); }

condition_ptr make_near(std::vector<std::vector<mark>> parts, field in, unsigned distance) {
  return std::make_unique<near>(std::move(parts), in, distance);
}

}  // namespace libsearch::query
