#include "variants/word_pairs.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

struct pair {
  std::u32string_view usual, other;
  group why;
};

constexpr pair pairs[] = {
#include "variants/word_pairs_kanji.inc"
#include "variants/word_pairs_katakana.inc"
};

/// One direction of a pair.
struct way {
  std::u32string_view from, to;
  group why;
};

std::vector<way> make_ways() {
  std::vector<way> ways;
  for (const pair &p : pairs) {
    ways.push_back({p.usual, p.other, p.why});
    ways.push_back({p.other, p.usual, p.why});
  }
  std::stable_sort(ways.begin(), ways.end(), [](const way &a, const way &b) { return a.from[0] < b.from[0]; });
  return ways;
}

bool stands_at(const letters &part, std::size_t i, std::u32string_view word) {
  for (std::size_t k = 0; k < word.size(); ++k)
    if (part[i + k] != word[k]) return false;
  return true;
}

/// What the words must hold if a text has the other spelling: the first character that differs, with the one in
/// front. The word itself may be cut.
bool may_occur(const way &w, const vocabulary &words) {
  std::size_t differs = 0;
  while (differs < w.from.size() && differs < w.to.size() && w.from[differs] == w.to[differs]) ++differs;
  const std::size_t first = differs > 0 ? differs - 1 : 0;
  return words.occurs_in_words(text::encode(w.to.substr(first, differs + 1 - first)));
}

}  // namespace

void append_word_pairs(const letters &part, const vocabulary &words, replacements &found) {
  static const std::vector<way> ways = make_ways();
  for (std::size_t i = 0; i + 1 < part.size(); ++i) {
    if (part[i] < 0x30A0) continue;
    auto w = std::lower_bound(ways.begin(), ways.end(), part[i],
                              [](const way &a, char32_t c) { return a.from[0] < c; });
    for (; w != ways.end() && w->from[0] == part[i]; ++w)
      if (stands_at(part, i, w->from) && may_occur(*w, words))
        found.push_back(part.replaced(i, i + w->from.size(), text::encode(w->to), w->why));
  }
}

}  // namespace libsearch::variants
