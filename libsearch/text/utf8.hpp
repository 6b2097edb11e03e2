// Checked UTF-8: finding ill-formed bytes, and conversion to code points and UTF-16.
#ifndef LIBSEARCH_TEXT_UTF8_HPP
#define LIBSEARCH_TEXT_UTF8_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace libsearch::text {

inline constexpr std::size_t npos = static_cast<std::size_t>(-1);

/// Byte offset of the first ill-formed sequence of `text`, or npos.
std::size_t find_ill_formed(std::string_view text);

/// `text` with each ill-formed sequence replaced by U+FFFD (as ICU and the WHATWG count them).
std::string repair(std::string_view text);

/// Decodes the code point at `at` of any bytes and moves `at` behind it; where they are ill-formed, gives
/// a negative value and moves behind the longest ill-formed part.
std::int32_t next_checked(std::string_view text, std::size_t &at);

/// Decodes the code point at `at` (well-formed text only) and moves `at` behind it.
char32_t next(std::string_view text, std::size_t &at);

/// Decodes the code point that ends before `at` and moves `at` to its start.
char32_t previous(std::string_view text, std::size_t &at);

void append(std::string &out, char32_t c);

/// Well-formed UTF-8 to code points and back.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);

/// Well-formed UTF-8 to UTF-16 and back.
std::u16string to_utf16(std::string_view text);
std::string to_utf8(std::u16string_view text);

/// Number of code points.
std::size_t length(std::string_view text);

}  // namespace libsearch::text

#endif
