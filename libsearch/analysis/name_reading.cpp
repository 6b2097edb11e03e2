#include "analysis/name_reading.hpp"

#include <algorithm>

#include "text/kana.hpp"

namespace libsearch::analysis {
namespace {

/// Readings of one word that are told apart, and texts that are read at all.
constexpr std::size_t most_of_a_word = 3, longest_text = 300;

}  // namespace

const std::vector<std::string> &name_reader::of_word(const std::string &word) {
  const auto [known, is_new] = known_.try_emplace(word);
  std::vector<std::string> &found = known->second;
  if (!is_new) return found;
  if (!text::has_kanji(word)) {
    found.push_back(word);
    return found;
  }
  for (lexeme &entry : analyzer_.lexemes(word))
    if (!entry.reading.empty() && found.size() < most_of_a_word &&
        std::find(found.begin(), found.end(), entry.reading) == found.end())
      found.push_back(std::move(entry.reading));
  return found;
}

std::vector<name_reading> name_reader::readings(std::string_view normalized, std::size_t most) {
  if (normalized.size() > longest_text || !analyzer_.knows_readings() || !text::has_kanji(normalized)) return {};
  std::vector<name_reading> found(1);
  const std::vector<word> words = analyzer_.words(normalized);  // a copy: it is good until the next call only
  std::size_t end = 0;
  for (const word &w : words) {
    const auto &ways = of_word(std::string(normalized.substr(w.start, w.end - w.start)));
    if (ways.empty()) return {};
    const std::string_view gap = normalized.substr(end, w.start - end);
    end = w.end;
    std::vector<name_reading> longer;
    // The likeliest of all words first, then each word's second way.
    for (std::size_t way = 0; way < ways.size(); ++way)
      for (const name_reading &before : found) {
        if (longer.size() == most) break;
        longer.push_back(before);
        longer.back().text += gap;
        longer.back().starts.push_back(static_cast<std::uint32_t>(longer.back().text.size()));
        longer.back().text += ways[way];
      }
    found = std::move(longer);
  }
  return found;
}

}  // namespace libsearch::analysis
