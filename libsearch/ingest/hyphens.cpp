#include "ingest/hyphens.hpp"

#include <algorithm>

namespace libsearch::ingest {

namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_of_word(char c) { return is_letter(c) || c == '-'; }

std::string small(std::string_view text) {
  std::string out(text);
  for (char &c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

/// First parts that keep their hyphen where nothing else is known.
bool is_first_part(const std::string &part) {
  static const std::set<std::string> parts = {"all",   "anti",  "cross", "ex",    "far",  "first", "five", "four", "full",
                                              "half",  "high",  "ill",   "large", "long", "low",   "mid",  "near", "net",
                                              "non",   "one",   "post",  "pre",   "pro",  "quasi", "self", "semi", "short",
                                              "small", "so",    "ten",   "three", "two",  "vice",  "well", "year"};
  return parts.count(part) > 0;
}

}  // namespace

hyphens::hyphens(const std::vector<line> &lines) {
  for (const line &one : lines) {
    const std::string_view text = one.text;
    for (std::size_t at = 0; at < text.size();) {
      if (!is_letter(text[at])) {
        ++at;
        continue;
      }
      const std::size_t start = at;
      while (at < text.size() && is_of_word(text[at])) ++at;
      if (text[at - 1] != '-') words_.insert(small(text.substr(start, at - start)));
    }
  }
}

bool hyphens::stays(std::string_view above, std::string_view below) const {
  above.remove_suffix(1);
  std::size_t start = above.size(), end = 0;
  while (start > 0 && is_of_word(above[start - 1])) --start;
  while (end < below.size() && is_of_word(below[end])) ++end;
  // Names and abbreviations are not cut: US-Japan, post-Kyoto, COVID-19.
  if (start == above.size() || end == 0 || !is_small(above.back()) || !is_small(below[0])) return true;
  const std::string first = small(above.substr(start)), second = small(below.substr(0, end));
  if (words_.count(first + second) > 0) return false;
  if (words_.count(first + "-" + second) > 0) return true;
  // A part of a chain: state-of-|the-art.
  if (first.find('-') != std::string::npos || second.find('-') != std::string::npos) return true;
  return is_first_part(first);
}

}  // namespace libsearch::ingest
