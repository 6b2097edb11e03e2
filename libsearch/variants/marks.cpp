#include "variants/marks.hpp"

#include <algorithm>

#include "text/utf8.hpp"
#include "variants/letters.hpp"

namespace libsearch::variants {
namespace {

using text::char_class;

// What normalization leaves: U+FF0D and U+FE63 become -, U+2011 becomes U+2010, U+FF70 becomes ー.
constexpr std::u32string_view dashes = U"-‐–—―−─‒";
constexpr std::u32string_view waves = U"〜~∼〰";
constexpr std::u32string_view apostrophes = U"'’‘ʼ′";
/// Those that texts use for ー, the commonest first.
constexpr std::u32string_view dashes_for_long_vowel = U"−-―‐";

std::string utf8(char32_t c) { return text::encode(std::u32string_view(&c, 1)); }

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (std::size_t i = 0; i < part_.size(); ++i) {
      const char32_t c = part_[i];
      if (c < 0x3041 ? c == U'〜' || c == U'〰' || c == U'、' || c == U'。' || c < 0x3000 : c == U'ー') look_at(i);
    }
    for (const std::u32string_view set : {dashes, waves, apostrophes}) all_alike(set);
  }

 private:
  /// Marks that are in words, symbols such as the minus sign among them, are tried only where some word has one.
  bool may_occur(char32_t mark) const {
    return text::class_of(mark) == char_class::other || words_.occurs_in_words(utf8(mark));
  }

  void propose(std::size_t i, std::string spelling) {
    found_.push_back(part_.replaced(i, i + 1, std::move(spelling), group::mark));
  }

  void look_at(std::size_t i) {
    const char32_t c = part_[i];
    if (c == U'ー') return long_vowel(i);
    if (holds(dashes, c)) return dash(i);
    const bool japanese = text::is_japanese(part_.kind(i - 1)) || text::is_japanese(part_.kind(i + 1));
    if (c == U'、' && japanese) propose(i, ",");
    if (c == U',' && japanese) propose(i, "、");
    if (c == U'。' && japanese) propose(i, ".");
    if (c == U'.' && japanese) propose(i, "。");
  }

  void dash(std::size_t i) {
    const char32_t before = part_[i - 1];
    const bool behind_katakana = i > 0 && part_.is_katakana(i - 1);
    if (i > 0 && (behind_katakana || part_.kind(i - 1) == char_class::han || part_.is_katakana(i + 1)) &&
        before != U'ー' && words_.occurs_in_words("ー"))
      propose(i, "ー");
    // The end of a line leaves a blank behind the hyphen.
    const bool latin = part_.kind(i - 1) == char_class::latin && part_.kind(i + 1) == char_class::latin;
    if (part_[i] == U'-' && latin) propose(i, "- ");
  }

  /// A dash for ー, where a word ends before it and another begins behind it: that is how such a text is cut.
  void long_vowel(std::size_t i) {
    std::size_t first = i, last = i + 1;
    while (first > 0 && part_.is_katakana(first - 1)) --first;
    while (part_.is_katakana(last)) ++last;
    if (first == i) {
      // No katakana in front: a dash typed as ー.
      if (i > 0 && i + 1 < part_.size() && last == i + 1)
        for (const char32_t dash : dashes_for_long_vowel)
          if (may_occur(dash)) propose(i, utf8(dash));
      return;
    }
    if (last - first < 3 || !is_cut(first, i, last)) return;
    for (const char32_t dash : dashes_for_long_vowel)
      if (may_occur(dash)) propose(i, utf8(dash));
  }

  bool is_cut(std::size_t first, std::size_t i, std::size_t last) const {
    // Behind one character the whole of what is left must be a word, for a single kana ends many.
    const std::string_view left = part_.slice(first, i);
    if (i - first == 1 ? !words_.has_word(left) : !words_.ends_a_word(left)) return false;
    if (last == i + 1) return true;
    // What follows up to the next ー, which is perhaps a dash as well.
    std::size_t end = i + 1;
    while (end < last && part_[end] != U'ー') ++end;
    if (end == i + 1) return false;
    const std::string_view right = part_.slice(i + 1, end);
    return end - i == 2 ? words_.has_word(right) : words_.begins_a_word(right);
  }

  /// A text writes its dashes one way: all of the part change together.
  void all_alike(std::u32string_view set) {
    std::size_t first = part_.size(), last = 0;
    std::u32string original;
    for (std::size_t i = 0; i < part_.size(); ++i) {
      if (!holds(set, part_[i])) continue;
      if (set == apostrophes && !(part_.kind(i - 1) == char_class::latin && part_.kind(i + 1) == char_class::latin)) continue;
      first = std::min(first, i);
      last = i + 1;
    }
    if (first >= last || part_.size() == 1) return;
    for (const char32_t mark : set) {
      if (!may_occur(mark)) continue;
      std::string spelling;
      for (std::size_t i = first; i < last; ++i) {
        if (holds(set, part_[i])) spelling += utf8(mark);
        else spelling += part_.slice(i, i + 1);
      }
      if (spelling != part_.slice(first, last))
        found_.push_back(part_.replaced(first, last, std::move(spelling), group::mark));
    }
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_marks(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
