#include "variants/look_alikes.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

constexpr std::u32string_view hiragana = U"へべぺり", katakana = U"ヘベペリ";

/// Common katakana words that hold one of the four.
constexpr std::u32string_view listed[] = {
#include "variants/katakana_words.inc"
};

constexpr std::size_t longest_word = 16;
/// Shorter words of the list count only by themselves: ヘリ is not in ヘリニア.
constexpr std::size_t shortest_inside = 4;

const std::vector<std::u32string_view> &sorted_list() {
  static const std::vector<std::u32string_view> list = [] {
    std::vector<std::u32string_view> sorted(std::begin(listed), std::end(listed));
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return list;
}

bool is_listed(std::u32string_view word) {
  return std::binary_search(sorted_list().begin(), sorted_list().end(), word);
}

char32_t exchanged(char32_t c, std::u32string_view from, std::u32string_view to) {
  const std::size_t k = from.find(c);
  return k == std::u32string_view::npos ? c : to[k];
}

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (std::size_t i = 0; i < part_.size(); ++i) {
      const std::size_t first = i;
      bool look_alike = false, candidate = false;
      while (part_.is_katakana(i) || holds(hiragana, part_[i])) {
        look_alike |= holds(hiragana, part_[i]);
        candidate |= holds(katakana, part_[i]);
        ++i;
      }
      if (look_alike && i - first >= 2) to_katakana(first, i);
      else if (candidate) to_hiragana(first, i);
    }
  }

 private:
  std::u32string katakana_of(std::size_t first, std::size_t last) const {
    std::u32string word;
    for (std::size_t i = first; i < last; ++i) word += exchanged(part_[i], hiragana, katakana);
    return word;
  }

  /// A particle may stand in front, so the word may begin at each place of the stretch.
  void to_katakana(std::size_t first, std::size_t last) {
    for (std::size_t from = first; from < last; ++from)
      for (std::size_t to = std::min(last, from + longest_word); to >= from + 2; --to) {
        const std::u32string word = katakana_of(from, to);
        const std::string spelling = text::encode(word);
        if (spelling == part_.slice(from, to)) continue;
        const bool by_itself = to == last && (from == first || holds(hiragana, part_[from - 1]));
        const bool inside = word.size() >= shortest_inside && is_listed(word);
        if (!inside && !(by_itself && (is_listed(word) || (word.size() > 2 && words_.has_word(spelling))))) continue;
        found_.push_back(part_.replaced(from, to, spelling, group::kana));
        return;
      }
  }

  void to_hiragana(std::size_t first, std::size_t last) {
    const std::size_t to = std::min(last, first + longest_word);
    const bool whole = to == last && (is_listed(katakana_of(first, last)) ||
                                      (last - first > 2 && words_.has_word(part_.slice(first, last))));
    for (std::size_t i = first; i < last; ++i) {
      if (!holds(katakana, part_[i]) || !may_be_cut(first, i, last)) continue;
      if (!whole && !inside_listed(first, i, last)) continue;
      char32_t c = exchanged(part_[i], katakana, hiragana);
      // A short word is easily the end of one word and the beginning of another.
      if (whole && last - first < shortest_inside) {
        std::string spelling(part_.slice(first, i));
        text::append(spelling, c);
        spelling += part_.slice(i + 1, last);
        found_.push_back(part_.replaced(first, last, std::move(spelling), group::kana, true, true));
      } else {
        found_.push_back(part_.replaced(i, i + 1, text::encode(std::u32string_view(&c, 1)), group::kana));
      }
    }
  }

  /// Such a text is mostly cut beside the hiragana: a word ends before it, or one begins behind it. Or a word
  /// holds it with the character at its side.
  bool may_be_cut(std::size_t first, std::size_t i, std::size_t last) const {
    if (i > first && words_.ends_a_word(part_.slice(first, i))) return true;
    const std::string look_alike = text::encode(std::u32string(1, exchanged(part_[i], katakana, hiragana)));
    if (i + 1 < last && words_.occurs_in_words(look_alike + std::string(part_.slice(i + 1, i + 2)))) return true;
    if (i > first && words_.occurs_in_words(std::string(part_.slice(i - 1, i)) + look_alike)) return true;
    return i + 1 == last ? i == first : words_.begins_a_word(part_.slice(i + 1, std::min(last, i + 3)));
  }

  bool inside_listed(std::size_t first, std::size_t i, std::size_t last) const {
    for (std::size_t from = i > first + longest_word ? i - longest_word : first; from <= i; ++from)
      for (std::size_t to = std::min(last, from + longest_word); to > i && to >= from + shortest_inside; --to)
        if (is_listed(katakana_of(from, to))) return true;
    return false;
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_look_alikes(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
