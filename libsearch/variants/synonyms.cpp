#include "variants/synonyms.hpp"

#include <algorithm>

#include <libsearch/error.hpp>

#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

/// Entries of a side longer than this are no synonyms but a mistake.
constexpr std::size_t longest_entry = 200;

[[noreturn]] void refuse(std::size_t line, const std::string &cause) {
  throw error(errc::malformed, "synonyms, line " + std::to_string(line) + ": " + cause,
              "write groups as \"SMR, 小型モジュール炉\" and one-way rules as \"再エネ => 太陽光, 風力\"");
}

/// Entries between commas, normalized.
std::vector<std::string> entries_of(std::string_view side, std::size_t line) {
  std::vector<std::string> entries;
  std::string text(side);
  for (const std::string_view comma : {"，", "、"})
    for (std::size_t at = text.find(comma); at != std::string::npos; at = text.find(comma, at)) text.replace(at, comma.size(), ",");
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    std::string entry = text::normalize_only(text.substr(from, to - from));
    from = to + 1;
    while (!entry.empty() && entry.front() == ' ') entry.erase(0, 1);
    while (!entry.empty() && entry.back() == ' ') entry.pop_back();
    if (entry.empty()) refuse(line, "nothing stands beside a comma");
    if (entry.size() > longest_entry) refuse(line, "an entry is longer than " + std::to_string(longest_entry) + " bytes");
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(std::move(entry));
  }
  return entries;
}

bool is_latin(char32_t c) { return text::class_of(c) == text::char_class::latin; }

/// Whether an entry at [start, end) of a part would cut a Latin word.
bool cuts_word(std::string_view part, std::size_t start, std::size_t end) {
  std::size_t first = start, last = end;
  if (start > 0 && is_latin(text::next(part, first))) {
    std::size_t before = start;
    if (is_latin(text::previous(part, before))) return true;
  }
  if (end < part.size() && is_latin(text::previous(part, last))) {
    std::size_t behind = end;
    if (is_latin(text::next(part, behind))) return true;
  }
  return false;
}

std::string first_character(std::string_view text) {
  std::size_t at = 0;
  text::next(text, at);
  return std::string(text.substr(0, at));
}

}  // namespace

synonyms::synonyms(std::string_view text) {
  if (text::find_ill_formed(text) != text::npos)
    throw error(errc::malformed, "the synonyms are not UTF-8",
                "convert the file first, for example: iconv -f CP932 -t UTF-8 FILE > NEW_FILE");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::size_t arrow = line.find("=>");
    if (arrow != std::string_view::npos) {
      if (line.find("=>", arrow + 2) != std::string_view::npos) refuse(number, "more than one =>");
      const auto left = entries_of(line.substr(0, arrow), number), right = entries_of(line.substr(arrow + 2), number);
      for (const std::string &entry : left)
        for (const std::string &other : right) add(entry, other);
      continue;
    }
    const auto group = entries_of(line, number);
    if (group.size() < 2) refuse(number, "a group has two entries or more");
    for (const std::string &entry : group)
      for (const std::string &other : group) add(entry, other);
  }
  for (const auto &[entry, others] : others_) by_first_[first_character(entry)].push_back(entry);
  for (auto &[first, entries] : by_first_)
    std::sort(entries.begin(), entries.end(),
              [](const auto &a, const auto &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

void synonyms::add(const std::string &entry, const std::string &other) {
  if (entry == other) return;
  auto &others = others_[entry];
  if (std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
}

std::size_t synonyms::find(std::string_view part, std::size_t at, const std::vector<std::string> *&others) const {
  const auto entries = by_first_.find(first_character(part.substr(at)));
  if (entries == by_first_.end()) return 0;
  for (const std::string &entry : entries->second)
    if (part.substr(at).starts_with(entry) && !cuts_word(part, at, at + entry.size())) {
      others = &others_.at(entry);
      return entry.size();
    }
  return 0;
}

void synonyms::append(std::string_view part, replacements &found) const {
  if (empty()) return;
  for (std::size_t at = 0; at < part.size();) {
    const std::vector<std::string> *others = nullptr;
    const std::size_t length = find(part, at, others);
    if (length == 0) {
      text::next(part, at);
      continue;
    }
    for (const std::string &other : *others) {
      std::size_t first = 0, last = other.size();
      const bool starts = is_latin(text::next(other, first)), ends = is_latin(text::previous(other, last));
      found.push_back({at, at + length, other, group::synonym, starts, ends, false});
    }
    at += length;
  }
}

}  // namespace libsearch::variants
