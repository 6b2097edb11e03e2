// A directly searchable encoding of normalized text: 1 byte for kana, ASCII letters and digits and
// common punctuation, 2 bytes for kanji, 4 for the rest.
//
//   01-9F                one of the 159 most common characters (compact_text.cpp lists them)
//   A0-F6 tt             the n-th character of a list of ranges, n = (lead - A0) * 255 + tt - 1:
//                        U+4E00-9FFF, 3000-30FF, 0000-00FF, 2500-25FF, 0370-03FF, 2000-206F,
//                        2190-21FF, 2200-222F
//   F7-F9 tt FA-FF tt    any other code point c: the first pair holds c / 1530, the second
//                        c % 1530, each as value = (lead - first lead) * 255 + tt - 1
//
// A trail byte tt is 01-FF, so no encoded text holds a zero byte: 00 separates fields. A byte from
// A0 on comes as the first of a pair or the second; hence a position is between pairs if and only
// if the number of consecutive bytes >= A0 just before it is even (a byte below A0 ends a pair
// or is a character itself). A match of a whole needle between pairs is one of whole characters: no
// character begins with FA-FF, and F7-F9 lead nothing but the longest form.
#ifndef LIBSEARCH_TEXT_COMPACT_TEXT_HPP
#define LIBSEARCH_TEXT_COMPACT_TEXT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace libsearch::text {

/// Names the encoding in an index's fingerprint; changes whenever a code changes.
inline constexpr std::string_view compact_text_version = "compact/1";

/// A byte that no encoded text contains: separates the fields of a document.
inline constexpr char compact_separator = '\0';

/// Appends the encoding of well-formed UTF-8 to `out`.
void compact_append(std::string &out, std::string_view text);
std::string compact(std::string_view text);

/// UTF-8 again. `compact` must not contain the separator and must be whole characters; damaged bytes
/// give U+FFFD, never a read beyond the end. (A separator reads as U+0000, a control character.)
std::string expand(std::string_view compact);

/// Whether `at` is the start of a character of `compact` (or its end).
bool is_boundary(std::string_view compact, std::size_t at);

/// The code point that starts at `at` / that ends before `at` (both on boundaries).
char32_t compact_next(std::string_view compact, std::size_t &at);
char32_t compact_previous(std::string_view compact, std::size_t &at);

/// Finds a compact string in compact texts by its two rarest bytes, 16 positions at a time (SSE2 where
/// there is, plain code elsewhere), and only at character boundaries.
class finder {
 public:
  explicit finder(std::string needle);

  /// Offset of the first match at or after `from`, or npos.
  std::size_t find(std::string_view haystack, std::size_t from = 0) const;

  /// Offset of the first match of a needle that is not empty where `accept` says yes, or npos.
  std::size_t find_if(std::string_view haystack, const std::function<bool(std::size_t)> &accept) const;

  const std::string &needle() const { return needle_; }

 private:
  std::string needle_;
  std::size_t rare_ = 0, second_ = 0;  // offsets of the two rarest bytes
};

}  // namespace libsearch::text

#endif
