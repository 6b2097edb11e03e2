#include "query/variants.hpp"

#include <algorithm>

#include <libsearch/document.hpp>

#include "text/utf8.hpp"

namespace libsearch::query {

std::vector<std::string> variants::words_for(std::string_view normalized) const {
  std::vector<std::string> found;
  const std::string stem = stemmer_.stem(normalized);
  const bool english = normalized.size() > 2 && std::all_of(normalized.begin(), normalized.end(),
                                                            [](char c) { return c >= 'a' && c <= 'z'; });
  if (!english || stem.size() < 3) return found;
  // The last letter of a stem may differ from the word's: energi is the stem of energy.
  const std::string_view common = std::string_view(stem).substr(0, std::max<std::size_t>(3, stem.size() - 1));
  words_.for_each_prefix(text::to_utf16(common), [&](const indexing::found_word &word) {
    std::string candidate = text::to_utf8(word.text);
    if (candidate != normalized && stemmer_.stem(candidate) == stem) found.push_back(std::move(candidate));
    return found.size() < limits::expansions;
  });
  return found;
}

}  // namespace libsearch::query
