#include "ingest/iso_2022_jp.hpp"

namespace libsearch::ingest {

namespace {

enum class set { ascii, roman, katakana, kanji, supplement };

struct escape {
  std::string_view bytes;
  set to;
};

constexpr escape escapes[] = {
    {"\x1b(B", set::ascii},  {"\x1b(J", set::roman},       {"\x1b(I", set::katakana},
    {"\x1b$@", set::kanji},  {"\x1b$B", set::kanji},       {"\x1b$(D", set::supplement},
    {"\x1b$(@", set::kanji}, {"\x1b$(B", set::kanji},
};

const escape *escape_at(std::string_view bytes, std::size_t at) {
  for (const escape &one : escapes)
    if (bytes.substr(at, one.bytes.size()) == one.bytes) return &one;
  return nullptr;
}

bool is_graphic(char c) { return c >= 0x21 && c <= 0x7E; }

char high(char c) { return static_cast<char>(c | 0x80); }

}  // namespace

bool has_japanese_escape(std::string_view bytes) {
  for (std::size_t at = bytes.find('\x1b'); at != std::string_view::npos;
       at = bytes.find('\x1b', at + 1))
    if (const escape *found = escape_at(bytes, at); found && found->to != set::ascii) return true;
  return false;
}

std::string euc_of_iso_2022_jp(std::string_view bytes, std::size_t &ill_formed) {
  std::string out;
  out.reserve(bytes.size());
  set now = set::ascii;
  for (std::size_t i = 0; i < bytes.size();) {
    const char c = bytes[i];
    if (c == '\x1b') {
      const escape *found = escape_at(bytes, i);
      if (!found) return ill_formed = i, out;
      now = found->to;
      i += found->bytes.size();
    } else if (c & 0x80) {
      return ill_formed = i, out;
    } else if (!is_graphic(c) || now == set::ascii || now == set::roman) {
      // A line end calls ASCII again, as the standard asks writers to do before it.
      if (c == '\n') now = set::ascii;
      out += c;
      ++i;
    } else if (now == set::katakana) {
      out += '\x8e';
      out += high(c);
      ++i;
    } else {
      if (i + 1 >= bytes.size() || !is_graphic(bytes[i + 1])) return ill_formed = i, out;
      if (now == set::supplement) out += '\x8f';
      out += high(c);
      out += high(bytes[i + 1]);
      i += 2;
    }
  }
  return out;
}

}  // namespace libsearch::ingest
