#include "query/lexer_chars.hpp"

#include <algorithm>
#include <cstdint>

#include <libsearch/document.hpp>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The largest cut of `text` up to the limit that does not divide a character.
std::size_t cut_of(std::string_view text) {
  if (text.size() <= limits::query_bytes) return text.size();
  std::size_t cut = limits::query_bytes;
  // A character has at most three trailing bytes; more of them are ill-formed anyway.
  for (int i = 0; i < 3 && (text[cut] & 0xC0) == 0x80; ++i) --cut;
  return cut;
}

}  // namespace

void remarks::add(std::string message, std::size_t begin, std::size_t end) {
  if (found_.size() < most) add_limit(std::move(message), begin, end);
}

void remarks::add_limit(std::string message, std::size_t begin, std::size_t end) {
  found_.push_back({std::move(message), begin, end - begin});
}

void remarks::forget_from(std::size_t offset) {
  std::erase_if(found_, [offset](const diagnostic &d) { return d.offset >= offset; });
}

std::vector<diagnostic> remarks::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const diagnostic &a, const diagnostic &b) {
    return a.offset < b.offset;
  });
  return std::move(found_);
}

std::vector<character> read_characters(std::string_view text, remarks &told) {
  const std::size_t size = cut_of(text);
  if (size < text.size())
    told.add_limit("the query is longer than 65,536 bytes; the rest is ignored", size, text.size());
  std::vector<character> out;
  out.reserve(size + 1);
  std::size_t ill_formed = size;  // start of the run of ill-formed bytes that is being read
  for (std::size_t at = 0; at < size;) {
    const std::size_t start = at;
    const std::int32_t c = text::next_checked(text.substr(0, size), at);
    if (c < 0 && ill_formed == size) ill_formed = start;
    if (ill_formed < size && (c >= 0 || at == size)) {
      told.add("not UTF-8; read as U+FFFD", ill_formed, c < 0 ? at : start);
      ill_formed = size;
    }
    out.push_back({c < 0 ? replacement : static_cast<char32_t>(c), start});
  }
  out.push_back({0, size});
  return out;
}

bool is_blank(char32_t c) { return text::is_white_space(c); }

void append_utf8(std::string &out, char32_t c) {
  text::append(out, c);
}

}  // namespace libsearch::query
