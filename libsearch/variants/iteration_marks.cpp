#include "variants/iteration_marks.hpp"

#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

using text::char_class;

constexpr bool is_kanji_mark(char32_t c) { return c == U'々' || c == U'〻'; }
constexpr bool is_kana_mark(char32_t c) { return c == U'ゝ' || c == U'ゞ' || c == U'ヽ' || c == U'ヾ'; }

/// Voiced kana stand right behind their plain ones: か が, は ば.
constexpr std::u32string_view voiced_hiragana = U"がぎぐげござじずぜぞだぢづでどばびぶべぼ";

/// `c` as hiragana; katakana stand 0x60 behind.
constexpr char32_t hiragana_of(char32_t c) { return c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c; }

bool is_voiced(char32_t c) { return voiced_hiragana.find(hiragana_of(c)) != std::u32string_view::npos; }
bool can_be_voiced(char32_t c) { return is_voiced(c + 1) && !is_voiced(c); }

bool is_kana(char_class kind) { return kind == char_class::hiragana || kind == char_class::katakana; }

class finder {
 public:
  finder(const letters &part, const vocabulary &words, replacements &found)
      : part_(part), words_(words), found_(found) {}

  void run() {
    for (std::size_t i = 1; i < part_.size(); ++i) {
      if (is_kanji_mark(part_[i])) i = expand_kanji(i);
      else if (is_kana_mark(part_[i])) expand_kana(i);
      else contract(i);
    }
  }

 private:
  void propose(std::size_t i, char32_t spelling) { propose(i, i + 1, std::u32string(1, spelling)); }
  void propose(std::size_t first, std::size_t last, const std::u32string &spelling) {
    found_.push_back(part_.replaced(first, last, text::encode(spelling), group::iteration));
  }

  bool occurs(std::u32string_view text) const { return words_.occurs_in_words(text::encode(text)); }

  /// A mark that may be cut off from what it repeats.
  bool mark_follows(char32_t repeated, char32_t mark) const {
    return occurs(std::u32string{repeated, mark}) || words_.begins_a_word(text::encode(std::u32string{mark}));
  }

  /// As many characters are repeated as there are marks. Gives the last mark.
  std::size_t expand_kanji(std::size_t first) {
    std::size_t last = first;
    while (is_kanji_mark(part_[last])) ++last;
    const std::size_t count = last - first;
    if (count <= first) {
      std::u32string repeated, other_mark;
      bool kanji = true;
      for (std::size_t i = first; i < last; ++i) {
        repeated += part_[i - count];
        kanji &= part_.is_han(i - count);
        other_mark += part_[i] == U'々' ? U'〻' : U'々';
      }
      if (kanji) propose(first, last, repeated);
      if (kanji && occurs(other_mark)) propose(first, last, other_mark);
    }
    return last - 1;
  }

  void expand_kana(std::size_t i) {
    const char32_t before = part_[i - 1];
    if (!is_kana(part_.kind(i - 1)) || is_kana_mark(before)) return;
    const bool voice = part_[i] == U'ゞ' || part_[i] == U'ヾ';
    if (voice) return propose(i, is_voiced(before) ? before : before + 1);
    // づゝ is づつ, but some write it for づづ.
    if (is_voiced(before)) propose(i, before - 1);
    propose(i, before);
  }

  void contract(std::size_t i) {
    const char32_t c = part_[i], before = part_[i - 1];
    if (part_.is_han(i)) {
      if (c == before) propose_marks(i, 1);
      else if (i >= 3 && c == part_[i - 2] && before == part_[i - 3] && part_.is_han(i - 1)) propose_marks(i - 1, 2);
      return;
    }
    if (!is_kana(part_.kind(i)) || part_.kind(i) != part_.kind(i - 1)) return;
    const bool katakana = part_.is_katakana(i);
    const char32_t plain = katakana ? U'ヽ' : U'ゝ', voiced = katakana ? U'ヾ' : U'ゞ';
    const auto try_mark = [&](char32_t mark) {
      if (mark_follows(before, mark)) propose(i, mark);
    };
    if (c == before) {
      try_mark(plain);
      if (is_voiced(c)) try_mark(voiced);
    } else if (is_voiced(before) && c + 1 == before) {
      try_mark(plain);
    } else if (can_be_voiced(before) && c == before + 1) {
      try_mark(voiced);
    }
  }

  void propose_marks(std::size_t first, std::size_t count) {
    for (const char32_t mark : {U'々', U'〻'}) {
      const std::u32string marks(count, mark);
      const bool follows = count == 1 ? mark_follows(part_[first - 1], mark) : occurs(std::u32string(1, mark));
      if (follows) propose(first, first + count, marks);
    }
  }

  const letters &part_;
  const vocabulary &words_;
  replacements &found_;
};

}  // namespace

void append_iteration_marks(const letters &part, const vocabulary &words, replacements &found) {
  finder(part, words, found).run();
}

}  // namespace libsearch::variants
