#include "variants/long_vowels.hpp"

#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

// Words end in ー for -er, -or, -ar and -y: behind sounds with a and i.
constexpr std::u32string_view before_long_vowel = U"アカサタナハマヤラワガザダバパァャイキシチニヒミリギジヂビピィュ";
constexpr std::u32string_view small = U"ァィゥェォャュョヮ";

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (const auto &[first, last] : part_.katakana_runs())
      for (std::size_t i = first + 2; i <= last; ++i) {
        if (!holds(before_long_vowel, part_[i - 1]) || !is_long_enough(first, i)) continue;
        if (i < last && part_[i] == U'ー') drop(first, i, last);
        else add(first, i, last);
      }
  }

 private:
  /// Three sounds, or two of which the last is ティ or ディ (シティー, ボディー).
  bool is_long_enough(std::size_t first, std::size_t end) const {
    std::size_t sounds = 0;
    for (std::size_t i = first; i < end; ++i) sounds += !holds(small, part_[i]);
    const bool ty = part_[end - 1] == U'ィ' && holds(U"テデ", part_[end - 2]);
    return sounds >= 3 || (sounds == 2 && ty);
  }

  /// Whether the word in [first, i) can end there, and what follows in the run begin one.
  bool is_seam(std::size_t first, std::size_t i, std::size_t next, std::size_t last, const char *ending) const {
    if (next == last) return true;
    if (next + 1 == last || part_[next] == U'ー' || holds(small, part_[next])) return false;
    std::string left(part_.slice(first, i));
    left += ending;
    const std::size_t shown = next + 3 < last ? next + 3 : last;
    const bool begins = words_.begins_a_word(part_.slice(next, shown));
    if (begins && words_.ends_a_word(left)) return true;
    // A word that the dictionary lacks is cut up: セン|サ|ネットワーク.
    if (begins && *ending == '\0' && shown == next + 3 && is_cut_up(first, i)) return true;
    // Or the compound is one word.
    std::string inside(part_.slice(i - 2, i));
    inside += ending;
    inside += part_.slice(next, next + 2);
    return words_.occurs_in_words(inside);
  }

  /// Whether the characters [first, i) may be two words, the first of which may be cut.
  bool is_cut_up(std::size_t first, std::size_t i) const {
    for (std::size_t k = first + 1; k < i; ++k)
      if (words_.has_word(part_.slice(k, i)) && words_.ends_a_word(part_.slice(first, k))) return true;
    return false;
  }

  void drop(std::size_t first, std::size_t i, std::size_t last) {
    if (!is_seam(first, i, i + 1, last, "")) return;
    // Without ー the word must be at its end: インター is not in インタビュー.
    if (i + 1 == last && !ends(first, i)) return;
    found_.push_back(part_.replaced(i, i + 1, "", group::long_vowel, false, true));
  }

  void add(std::size_t first, std::size_t i, std::size_t last) {
    // At its end the part is in the longer word anyway.
    if (i == part_.size() || !is_seam(first, i, i, last, "ー")) return;
    std::string longer(part_.slice(i - 1, i));
    longer += "ー";
    std::string ending(part_.slice(i - 2, i));
    ending += "ー";
    if (words_.occurs_in_words(ending))
      found_.push_back(part_.replaced(i - 1, i, std::move(longer), group::long_vowel));
  }

  /// Whether a word ends in the last characters of [first, i); the word may be a part of the run.
  bool ends(std::size_t first, std::size_t i) const {
    const std::size_t from = i - first > 3 ? i - 3 : first;
    return words_.ends_a_word(part_.slice(from, i));
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_long_vowels(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
