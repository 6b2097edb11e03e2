#include "text/utf8.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace libsearch::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

/// Skips ASCII, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    if (word & 0x8080808080808080u) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

std::int32_t next_checked(std::string_view text, std::size_t &at) {
  const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
  std::size_t i = at;
  const std::size_t size = text.size();
  UChar32 c = 0;
  U8_NEXT(bytes, i, size, c);
  at = i;
  return c;
}

std::size_t find_ill_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      at = skip_ascii(text, at);
      continue;
    }
    const std::size_t start = at;
    if (next_checked(text, at) < 0) return start;
  }
  return npos;
}

std::string repair(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t at = find_ill_formed(text);
    if (at == npos) at = text.size();
    out += text.substr(0, at);
    if (at == text.size()) break;
    next_checked(text, at);
    append(out, replacement);
    text.remove_prefix(at);
  }
  return out;
}

// The text is well-formed by contract; the length checks only keep a caller's mistake from reading
// beyond the end.
char32_t next(std::string_view text, std::size_t &at) {
  const char32_t lead = byte_at(text, at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() - at < size) {
    at = text.size();
    return replacement;
  }
  char32_t c = lead & (0x7F >> size);
  for (std::size_t i = 1; i < size; ++i) c = c << 6 | (byte_at(text, at + i) & 0x3F);
  at += size;
  return c;
}

char32_t previous(std::string_view text, std::size_t &at) {
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && (byte_at(text, start) & 0xC0) == 0x80) --start;
  std::size_t end = start;
  const char32_t c = next(text.substr(0, at), end);
  at = start;
  return c;
}

void append(std::string &out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  char bytes[4];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, size);
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out += next(text, at);
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (char32_t c : text) append(out, c);
  return out;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_checked(text, at);
    if (c < 0) {
      out += static_cast<char16_t>(replacement);
    } else if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += U16_LEAD(c);
      out += U16_TRAIL(c);
    }
  }
  return out;
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = text[i++];
    if (U16_IS_LEAD(c) && i < text.size() && U16_IS_TRAIL(text[i]))
      c = U16_GET_SUPPLEMENTARY(c, text[i++]);
    append(out, c);  // a lone surrogate becomes U+FFFD
  }
  return out;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (char byte : text) count += (static_cast<std::uint8_t>(byte) & 0xC0) != 0x80;
  return count;
}

}  // namespace libsearch::text
