// The characters of a query, with the byte offsets they have in what was typed.
#ifndef LIBSEARCH_QUERY_LEXER_CHARS_HPP
#define LIBSEARCH_QUERY_LEXER_CHARS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/query.hpp>

namespace libsearch::query {

/// Collects what the user should be told, at most `most` of it: ten thousand stray parentheses
/// are one mistake, not ten thousand.
class remarks {
 public:
  static constexpr std::size_t most = 100;

  void add(std::string message, std::size_t begin, std::size_t end);
  /// Always kept: what is cut off must never go unsaid.
  void add_limit(std::string message, std::size_t begin, std::size_t end);
  /// Forgets what is about text at or behind `offset`, which is ignored anyway.
  void forget_from(std::size_t offset);
  /// All of them, ordered by offset.
  std::vector<diagnostic> take();

 private:
  std::vector<diagnostic> found_;
};

/// A code point and the byte where it stands. It ends where the next one begins.
struct character {
  char32_t value = 0;
  std::size_t offset = 0;
};

/// The characters of `text` up to limits::query_bytes, and one more, U+0000 at the end, so that
/// there is always a next one. Ill-formed sequences become U+FFFD; both are reported.
std::vector<character> read_characters(std::string_view text, remarks &told);

/// The ASCII character that `c` is a full-width form of, else `c`.
constexpr char32_t to_ascii(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

bool is_blank(char32_t c);
constexpr bool is_open(char32_t c) { return to_ascii(c) == U'('; }
constexpr bool is_close(char32_t c) { return to_ascii(c) == U')'; }
constexpr bool is_colon(char32_t c) { return to_ascii(c) == U':'; }
constexpr bool is_star(char32_t c) { return to_ascii(c) == U'*'; }
constexpr bool is_minus(char32_t c) { return to_ascii(c) == U'-' || c == 0x2212; }

/// The mark that closes a quotation `c` opens wherever it stands, or 0.
constexpr char32_t closing_mark(char32_t c) {
  switch (to_ascii(c)) {
    case U'"': return U'"';
    case U'“': return U'”';
    case U'「': return U'」';
    case U'『': return U'』';
    case U'｢': return U'｣';
    default: return 0;
  }
}

void append_utf8(std::string &out, char32_t c);

}  // namespace libsearch::query

#endif
