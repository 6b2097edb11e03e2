#include "variants/letters.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libsearch::variants {

bool begins_with_any(std::u32string_view text, const std::vector<std::u32string_view> &words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

letters::letters(std::string_view text) : text_(text) {
  characters_.reserve(text.size() / 2);
  offsets_.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    offsets_.push_back(at);
    characters_ += text::next(text, at);
  }
  offsets_.push_back(text.size());
}

std::vector<std::pair<std::size_t, std::size_t>> letters::katakana_runs() const {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!is_katakana(i)) continue;
    const std::size_t first = i;
    while (is_katakana(i)) ++i;
    runs.emplace_back(first, i);
  }
  return runs;
}

}  // namespace libsearch::variants
