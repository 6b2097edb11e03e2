#include "variants/okurigana_words.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

/// Calls `visit` with each entry of a list: entries are separated by white space, lines that begin with # say nothing.
template <class Visit>
void for_each_entry(std::string_view lines, Visit &&visit) {
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    for (std::size_t from = 0; from < line.size();) {
      const std::size_t to = std::min(line.find(' ', from), line.size());
      if (to > from) visit(text::decode(line.substr(from, to - from)));
      from = to + 1;
    }
  }
}

std::vector<std::u32string> split(std::u32string_view entry) {
  std::vector<std::u32string> fields(1);
  for (const char32_t c : entry)
    if (c == U'/') fields.emplace_back();
    else fields.back() += c;
  return fields;
}

stem stem_of(const std::u32string &entry) {
  const auto fields = split(entry);
  return {fields.at(0).at(0), fields.at(1), fields.at(2)};
}

}  // namespace

const verb_table &okurigana_verbs() {
  static const verb_table table = [] {
    verb_table made;
    for_each_entry(okurigana_verb_lines, [&](const std::u32string &entry) {
      const auto fields = split(entry);
      made[fields.at(0).at(0)].push_back(fields.at(1));
    });
    // 当たり before 当り: the longest that fits is meant.
    for (auto &[kanji, kana] : made)
      std::sort(kana.begin(), kana.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return made;
  }();
  return table;
}

const std::unordered_map<char32_t, std::vector<stem>> &okurigana_stems() {
  static const auto table = [] {
    std::unordered_map<char32_t, std::vector<stem>> made;
    for_each_entry(okurigana_stem_lines, [&](const std::u32string &entry) {
      const stem s = stem_of(entry);
      made[s.kanji].push_back(s);
    });
    return made;
  }();
  return table;
}

const std::vector<stem> &okurigana_kana() {
  static const auto table = [] {
    std::vector<stem> made;
    for_each_entry(okurigana_kana_lines, [&](const std::u32string &entry) { made.push_back(stem_of(entry)); });
    return made;
  }();
  return table;
}

std::vector<std::u32string> compound_forms(std::u32string_view entry) {
  // Pieces, and whether each may be left out.
  std::vector<std::pair<std::u32string, bool>> pieces;
  bool inside = false;
  for (const char32_t c : entry) {
    if (c == U'(' || c == U')') {
      inside = c == U'(';
      pieces.emplace_back(U"", inside);
      continue;
    }
    if (pieces.empty()) pieces.emplace_back(U"", false);
    pieces.back().first += c;
  }
  std::vector<std::size_t> optional;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].second) optional.push_back(i);
  const std::size_t all = (std::size_t{1} << optional.size()) - 1;
  std::vector<std::u32string> forms;
  for (std::size_t left_out = 0; left_out <= all; ++left_out) {
    // What is left out last is the end of the word.
    const bool end_out = !optional.empty() && optional.back() + 1 >= pieces.size() - (pieces.back().first.empty() ? 1 : 0) &&
                         (left_out >> (optional.size() - 1) & 1);
    if (end_out && left_out != all) continue;
    std::u32string form;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool out = pieces[i].second && (left_out >> next++ & 1);
      if (!out) form += pieces[i].first;
    }
    forms.push_back(form);
  }
  return forms;
}

compound_table::compound_table() {
  for_each_entry(okurigana_compound_lines, [&](const std::u32string &entry) {
    words_.push_back(compound_forms(entry));
    for (const auto &form : words_.back()) by_first_[form.at(0)].emplace_back(form, words_.size() - 1);
  });
  for (auto &[first, forms] : by_first_)
    std::stable_sort(forms.begin(), forms.end(), [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

const std::vector<std::u32string> *compound_table::find(std::u32string_view text, std::size_t &length) const {
  if (text.empty()) return nullptr;
  const auto found = by_first_.find(text[0]);
  if (found == by_first_.end()) return nullptr;
  for (const auto &[form, word] : found->second)
    if (text.starts_with(form)) {
      length = form.size();
      return &words_[word];
    }
  return nullptr;
}

const compound_table &okurigana_compounds() {
  static const compound_table table;
  return table;
}

}  // namespace libsearch::variants
