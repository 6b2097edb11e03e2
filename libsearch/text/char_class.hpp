// What kind of character a code point is, for cutting normalized text into words.
#ifndef LIBSEARCH_TEXT_CHAR_CLASS_HPP
#define LIBSEARCH_TEXT_CHAR_CLASS_HPP

#include <cstdint>

namespace libsearch::text {

enum class char_class : std::uint8_t {
  other,     ///< white space, punctuation, controls, unassigned: never part of a word
  symbol,    ///< general category S*: each is a word of its own (→ ☆ % + emoji)
  latin,     ///< letters, marks and numbers of every script but the Japanese ones
  hiragana,  ///< U+3041-3096, 3099-309F; voiced marks included
  katakana,  ///< U+30A1-30FA, 30FC-30FF, 31F0-31FF and the supplements; ー included; ・ is `other`
  han,       ///< ideographs, 々 〇 〻 〆, and the selectors of glyph variants behind them
};

/// The class of a code point of normalized text.
char_class class_of(char32_t c);

/// Hiragana, katakana or han.
constexpr bool is_japanese(char_class c) { return c >= char_class::hiragana; }

/// Kanji, katakana, letters and digits: what carries the content of a text, where hiragana is mostly grammar.
constexpr bool is_content(char_class c) {
  return c == char_class::han || c == char_class::katakana || c == char_class::latin;
}

/// Whether white space beside this character is dropped: ideographs, kana, CJK punctuation and
/// full-width forms, bopomofo; not Hangul, which is written with blanks between words.
bool is_cjk(char32_t c);

/// Unicode's property White_Space.
bool is_white_space(char32_t c);

/// A mark that is written with the character before it: accents, voicing marks, selectors of glyphs.
bool joins_previous(char32_t c);

}  // namespace libsearch::text

#endif
