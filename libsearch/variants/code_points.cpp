#include "variants/code_points.hpp"

#include <algorithm>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::variants {

code_points::code_points(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    offsets.push_back(at);
    text += text::next(part, at);
  }
  offsets.push_back(part.size());
}

bool begins_with_any(std::u32string_view text, const std::vector<std::u32string_view> &words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return text.starts_with(word); });
}

bool is_han(char32_t c) { return text::class_of(c) == text::char_class::han; }
bool is_hiragana(char32_t c) { return text::class_of(c) == text::char_class::hiragana; }

}  // namespace libsearch::variants
