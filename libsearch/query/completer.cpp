#include "query/completer.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "text/kana.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Words of the lexicon that are looked at for one key.
constexpr std::size_t most_words_visited = 20000;
/// A name that begins with the prefix is better than one with a word that does.
constexpr double whole_bonus = 1.5;

void keep_best(std::vector<rated_completion> &found, std::size_t most) {
  const std::size_t kept = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), fits_better);
  found.resize(kept);
}

bool is_worth_completing(std::string_view word, const analysis::function_words &functions) {
  if (functions.contains(word)) return false;
  std::size_t at = 0, letters = 0, length = 0;
  while (at < word.size()) {
    const char32_t c = text::next(word, at);
    ++length;
    const bool digit = c < 0x80 && !(c >= U'a' && c <= U'z');
    if (!digit && text::class_of(c) != text::char_class::symbol) ++letters;
  }
  return letters > 0 && length > 1;
}

}  // namespace

bool fits_better(const rated_completion &a, const rated_completion &b) {
  if (a.rating != b.rating) return a.rating > b.rating;
  return a.found.text < b.found.text;
}

double rating_of(completion_kind kind, std::size_t count) {
  double bonus = 0;
  switch (kind) {
    case completion_kind::topic: bonus = 3; break;
    case completion_kind::author: bonus = 3; break;
    case completion_kind::compound: bonus = 1.5; break;
    case completion_kind::word: bonus = 0; break;
    case completion_kind::title: bonus = 0.5; break;
  }
  return std::log2(1 + static_cast<double>(count)) + bonus;
}

void completer::add_key(std::string_view key, std::uint32_t number, analysis::text_analyzer &analyzer) {
  const auto begin = static_cast<std::uint32_t>(keys_.size());
  const auto end = static_cast<std::uint32_t>(begin + key.size());
  places_.push_back({begin, end, number, true});
  for (const analysis::word &word : analyzer.words(key))
    if (word.start > 0 && !word.function) places_.push_back({begin + word.start, end, number, false});
}

void completer::add(completion name, std::string_view normalized, analysis::text_analyzer &analyzer,
                    const std::vector<analysis::name_reading> &readings, std::uint32_t tag) {
  if (normalized.empty()) return;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({std::move(name), tag});
  // Words are cut as they are written; the key in one kind of kana has the same bytes per character.
  add_key(normalized, number, analyzer);
  keys_ += text::kana_key(normalized);
  for (const analysis::name_reading &reading : readings) {
    const auto begin = static_cast<std::uint32_t>(keys_.size());
    const auto end = static_cast<std::uint32_t>(begin + reading.text.size());
    for (const std::uint32_t start : reading.starts) places_.push_back({begin + start, end, number, start == 0});
    keys_ += text::kana_key(reading.text);
  }
}

void completer::prepare() {
  const std::string_view keys = keys_;
  std::sort(places_.begin(), places_.end(), [keys](const place &a, const place &b) {
    const int order = keys.substr(a.begin, a.end - a.begin).compare(keys.substr(b.begin, b.end - b.begin));
    return order != 0 ? order < 0 : a.entry < b.entry;
  });
}

std::size_t completer::bytes() const {
  std::size_t bytes = keys_.capacity() + places_.capacity() * sizeof(place) + entries_.capacity() * sizeof(entry);
  for (const entry &e : entries_) bytes += e.name.text.capacity();
  return bytes;
}

std::vector<rated_completion> completer::names(const std::vector<std::string> &keys, std::size_t most) const {
  const std::string_view all = keys_;
  std::vector<std::pair<std::uint32_t, bool>> matched;  // entry, whether its beginning
  for (const std::string &key : keys) {
    const auto head = [&](const place &p) {
      return all.substr(p.begin, std::min<std::size_t>(key.size(), p.end - p.begin));
    };
    const auto first = std::partition_point(places_.begin(), places_.end(),
                                            [&](const place &p) { return head(p) < key; });
    const auto last = std::partition_point(first, places_.end(), [&](const place &p) { return head(p) == key; });
    for (auto p = first; p != last; ++p) matched.emplace_back(p->entry, p->whole);
  }
  std::sort(matched.begin(), matched.end(), [](const auto &a, const auto &b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  });
  matched.erase(std::unique(matched.begin(), matched.end(),
                            [](const auto &a, const auto &b) { return a.first == b.first; }),
                matched.end());
  // Of many, only the best are copied.
  std::vector<std::pair<double, std::uint32_t>> order;
  order.reserve(matched.size());
  for (const auto &[number, whole] : matched) {
    const completion &name = entries_[number].name;
    order.emplace_back(-rating_of(name.kind, name.count) - (whole ? whole_bonus : 0), number);
  }
  const std::size_t kept = std::min(most, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end());
  std::vector<rated_completion> found;
  for (std::size_t i = 0; i < kept; ++i) {
    const entry &e = entries_[order[i].second];
    found.push_back({e.name, -order[i].first, e.tag});
  }
  return found;
}

std::vector<std::string> keys_of(std::string_view prefix) {
  const std::string normalized = text::normalize_only(text::repair(prefix));
  if (normalized.empty()) return {};
  std::vector<std::string> keys{text::kana_key(normalized)};
  if (std::all_of(normalized.begin(), normalized.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '\''; }))
    for (std::string &kana : text::kana_of_romaji(normalized)) keys.push_back(std::move(kana));
  return keys;
}

std::vector<rated_completion> complete_words(const std::vector<std::string> &keys, const indexing::lexicon &words,
                                             const analysis::function_words &functions, std::size_t most) {
  // A long vowel mark in a word is a vowel in the key: what stands before it narrows, the key decides.
  std::set<std::string> begins;
  for (const std::string &key : keys) {
    begins.insert(key);
    std::size_t at = 0;
    text::next(key, at);
    if (text::is_kana(key)) {
      begins.insert(key.substr(0, at));
      begins.insert(text::to_katakana(key.substr(0, at)));
    }
  }
  std::vector<rated_completion> found;
  std::set<std::string> seen;
  for (const std::string &begin : begins) {
    std::size_t visited = 0;
    words.for_each_prefix(text::to_utf16(begin), [&](const indexing::found_word &word) {
      if (word.frequency == 0) return ++visited < most_words_visited;
      std::string text = text::to_utf8(word.text);
      const std::string key = text::kana_key(text);
      const bool fits = std::any_of(keys.begin(), keys.end(), [&](const std::string &k) { return key.starts_with(k); });
      if (fits && is_worth_completing(text, functions) && seen.insert(text).second)
        found.push_back({{text, completion_kind::word, word.frequency}, rating_of(completion_kind::word, word.frequency), 0});
      return ++visited < most_words_visited;
    });
  }
  keep_best(found, most);
  return found;
}

std::vector<rated_completion> merge_completions(std::vector<rated_completion> found, std::size_t limit) {
  std::sort(found.begin(), found.end(), fits_better);
  std::set<std::string> seen;
  std::erase_if(found, [&](const rated_completion &c) {
    return !seen.insert(text::normalize_only(c.found.text)).second;
  });
  const auto is_title = [](const rated_completion &c) { return c.found.kind == completion_kind::title; };
  const auto others = static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](const auto &c) { return !is_title(c); }));
  const auto titles = found.size() - others;
  std::size_t room = std::max(limit * 2 / 5, limit - std::min(limit, others));
  // And a title, where there is one, is never crowded out.
  std::size_t rest = limit - std::min({limit, room, titles});
  std::vector<rated_completion> kept;
  for (rated_completion &c : found) {
    std::size_t &left = is_title(c) ? room : rest;
    if (left == 0 || kept.size() == limit) continue;
    --left;
    kept.push_back(std::move(c));
  }
  return kept;
}

}  // namespace libsearch::query
