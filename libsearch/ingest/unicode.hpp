// Characters: decoding, kinds, widths, and the light folding that patterns are written against.
#ifndef LIBSEARCH_INGEST_UNICODE_HPP
#define LIBSEARCH_INGEST_UNICODE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

namespace libsearch::ingest {

inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

/// Decodes the character at `at` and moves `at` behind it; ill-formed bytes are U+FFFD.
inline char32_t next(std::string_view text, std::size_t &at);
/// The same, for characters that are rare.
char32_t next_of_any(std::string_view text, std::size_t &at);

/// The first / the last character of `text`, 0 when it is empty.
char32_t first_character(std::string_view text);
char32_t last_character(std::string_view text);

void append(std::string &out, char32_t c);

/// Byte offset of the first ill-formed sequence of `text`, or npos.
std::size_t find_ill_formed(std::string_view text);

/// Well-formed UTF-8 without control characters other than tab, line feed and form feed: every kind
/// of line end becomes a line feed, ill-formed bytes become U+FFFD.
std::string clean(std::string_view text);

/// White space of any width, the zero-width kind and the byte order mark included.
inline bool is_blank(char32_t c);
/// is_blank(), for what is neither ASCII nor from U+3000 to U+FEFE.
bool is_rare_blank(char32_t c);

/// Ideographs, kana, CJK punctuation and full-width forms: written without blanks between words.
bool is_cjk(char32_t c);

bool is_han(char32_t c);
bool is_kana(char32_t c);

/// Punctuation of both worlds (dashes, dots): goes with whatever stands beside it.
bool is_wide_punctuation(char32_t c);

/// Columns of well-formed text on a terminal: 2 for a CJK character, else 1.
std::size_t columns(std::string_view text);
/// The same; `blanks` becomes true where the text holds white space.
std::size_t columns(std::string_view text, bool &blanks);

/// Byte offset of the first white space of well-formed `text` at or behind `from`, or npos.
std::size_t find_blank(std::string_view text, std::size_t from);

/// Whether `text` holds `sign`, a character of three bytes. Looks at many bytes at once, where find() stops at all that begin
/// alike.
bool holds_sign(std::string_view text, std::string_view sign);

std::string_view trim(std::string_view text);

/// Each run of white space as one ASCII blank, none at the ends.
std::string squeeze(std::string_view text);

/// `text` without white space.
std::string without_blanks(std::string_view text);
/// The parts between separators; one more than there are of these.
std::vector<std::string_view> split(std::string_view text, char separator);

/// squeeze(), and full-width ASCII as ASCII, half-width ･ as ・, the tildes as ~. Letters and kanji
/// stay as written, which compatibility normalization would not promise: names are taken from it.
icu::UnicodeString fold(std::string_view text);

bool has_cjk(const icu::UnicodeString &text);
bool has_hiragana(const icu::UnicodeString &text);
bool has_latin_letter(const icu::UnicodeString &text);  // of ASCII

/// Whether `text` holds one of `characters`: most lines hold none, and a look costs less than a pattern.
bool holds_any(const icu::UnicodeString &text, std::u16string_view characters);
/// Whether the first character that is none of `skipped` is one of `characters`.
bool begins_with_any(const icu::UnicodeString &text, std::u16string_view characters, std::u16string_view skipped = {});
bool ends_with_any(const icu::UnicodeString &text, std::u16string_view characters);

std::string to_utf8(const icu::UnicodeString &text);

/// `text` without blanks.
icu::UnicodeString tight(const icu::UnicodeString &text);

/// A file name for messages: bytes that are not UTF-8, and control characters, as \xNN.
std::string printable(std::string_view name);

inline bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x3000 || ((c < 0x3000 || c >= 0xFEFF) && is_rare_blank(c));
}

char32_t next(std::string_view text, std::size_t &at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return ++at, first;
  // Kana and kanji: all that begins so and goes on with two such bytes is well-formed.
  if (first >= 0xE1 && first <= 0xEC && at + 2 < text.size() && (byte(at + 1) & 0xC0) == 0x80 &&
      (byte(at + 2) & 0xC0) == 0x80) {
    const char32_t c = static_cast<char32_t>((first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F));
    at += 3;
    return c;
  }
  return next_of_any(text, at);
}

}  // namespace libsearch::ingest

#endif
