#include "variants/kanji_forms.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

/// Each line is one character in its forms, today's usual form first. A character may stand in several lines:
/// 弁 is 辨, 瓣 and 辯, which are not each other.
constexpr std::u32string_view classes[] = {
#include "variants/kanji_old_forms.inc"
#include "variants/kanji_other_forms.inc"
};

struct entry {
  char32_t character;
  std::u32string others;
};

std::vector<entry> make_table() {
  std::vector<entry> table;
  for (const std::u32string_view forms : classes)
    for (const char32_t character : forms) {
      entry made{character, {}};
      for (const char32_t other : forms)
        if (other != character) made.others += other;
      table.push_back(std::move(made));
    }
  std::stable_sort(table.begin(), table.end(),
                   [](const entry &a, const entry &b) { return a.character < b.character; });
  std::vector<entry> merged;
  for (entry &next : table) {
    if (merged.empty() || merged.back().character != next.character) merged.push_back(std::move(next));
    else
      for (const char32_t other : next.others)
        if (merged.back().others.find(other) == std::u32string::npos) merged.back().others += other;
  }
  return merged;
}

constexpr bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF); }

std::string with_selector(char32_t character, char32_t selector) {
  std::string made;
  text::append(made, character);
  text::append(made, selector);
  return made;
}

}  // namespace

std::u32string_view kanji_forms(char32_t character) {
  static const std::vector<entry> table = make_table();
  const auto found = std::lower_bound(table.begin(), table.end(), character,
                                      [](const entry &e, char32_t c) { return e.character < c; });
  if (found == table.end() || found->character != character) return {};
  return found->others;
}

std::vector<char32_t> glyph_selectors(const vocabulary &words) {
  std::vector<char32_t> selectors;
  const auto try_all = [&](char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c)
      if (words.occurs_in_words(text::encode(std::u32string_view(&c, 1)))) selectors.push_back(c);
  };
  try_all(0xE0100, 0xE01EF);
  try_all(0xFE00, 0xFE02);
  return selectors;
}

void append_kanji_forms(const letters &part, const vocabulary &words, const std::vector<char32_t> &selectors,
                        replacements &found) {
  const auto propose = [&](std::size_t from, std::size_t to, std::string spelling) {
    if (words.occurs_in_words(spelling)) found.push_back(part.replaced(from, to, std::move(spelling), group::kanji));
  };
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char32_t c = part[i];
    if (c < 0x2E80 || (c >= 0x3040 && c < 0x3400)) continue;
    std::size_t behind = i + 1;
    while (is_selector(part[behind])) ++behind;
    std::string bare;
    text::append(bare, c);
    if (behind > i + 1) found.push_back(part.replaced(i, behind, bare, group::kanji));
    const std::u32string_view forms = kanji_forms(c);
    for (const char32_t other : forms) propose(i, behind, text::encode(std::u32string_view(&other, 1)));
    // At the end of the part a selector behind makes no difference.
    if (behind < part.size())
      for (const char32_t selector : selectors) {
        if (behind == i + 1) propose(i, behind, with_selector(c, selector));
        for (const char32_t other : forms) propose(i, behind, with_selector(other, selector));
      }
    i = behind - 1;
  }
}

}  // namespace libsearch::variants
