// A part of a query as characters, for the generators that look at one character after the other.
#ifndef LIBSEARCH_VARIANTS_LETTERS_HPP
#define LIBSEARCH_VARIANTS_LETTERS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/char_class.hpp"
#include "variants/replacement.hpp"

namespace libsearch::variants {

/// Whether the character is one of the set.
constexpr bool holds(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

inline bool is_han(char32_t c) { return text::class_of(c) == text::char_class::han; }
inline bool is_hiragana(char32_t c) { return text::class_of(c) == text::char_class::hiragana; }

/// Whether the text begins with one of the words.
bool begins_with_any(std::u32string_view text, const std::vector<std::u32string_view> &words);

/// Characters of a normalized text and where they stand in it. The text must outlive it.
class letters {
 public:
  explicit letters(std::string_view text);

  std::size_t size() const { return characters_.size(); }
  /// The character, 0 outside the text (so that the neighbours of the first and the last may be asked for).
  char32_t operator[](std::size_t i) const { return i < characters_.size() ? characters_[i] : 0; }
  text::char_class kind(std::size_t i) const { return text::class_of((*this)[i]); }
  bool is_katakana(std::size_t i) const { return kind(i) == text::char_class::katakana; }
  bool is_han(std::size_t i) const { return variants::is_han((*this)[i]); }

  const std::u32string &characters() const { return characters_; }
  std::u32string_view from(std::size_t i) const { return std::u32string_view(characters_).substr(i); }

  std::size_t offset(std::size_t i) const { return offsets_[i]; }
  /// The characters [first, last) as UTF-8.
  std::string_view slice(std::size_t first, std::size_t last) const {
    return text_.substr(offsets_[first], offsets_[last] - offsets_[first]);
  }

  /// Stretches of katakana, ー included, as [first, last).
  std::vector<std::pair<std::size_t, std::size_t>> katakana_runs() const;

  /// The characters [first, last) may also be written `spelling`.
  replacement replaced(std::size_t first, std::size_t last, std::string spelling, group why,
                       bool at_word_start = false, bool at_word_end = false) const {
    return {offsets_[first], offsets_[last], std::move(spelling), why, at_word_start, at_word_end};
  }

 private:
  std::string_view text_;
  std::u32string characters_;
  std::vector<std::size_t> offsets_;  // one more than characters
};

}  // namespace libsearch::variants

#endif
