#include "variants/english_stems.hpp"

#include <algorithm>
#include <string>

namespace libsearch::variants {

void append_english_stems(std::string_view part, const vocabulary &words, const analysis::stemmer &stemmer,
                          replacements &found) {
  const bool english =
      part.size() > 2 && std::all_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!english) return;
  const std::string stem = stemmer.stem(part);
  if (stem.size() < 3) return;
  // The last letter of a stem may differ from the word's: energi is the stem of energy.
  const std::string_view common = std::string_view(stem).substr(0, std::max<std::size_t>(3, stem.size() - 1));
  words.for_each_prefix(common, [&](std::string_view word) {
    if (word != part && stemmer.stem(word) == stem)
      found.push_back({0, part.size(), std::string(word), group::stem, true, true});
    return found.size() < most_alternatives;
  });
}

}  // namespace libsearch::variants
