// A part of a query as code points with their byte offsets.
#ifndef LIBSEARCH_VARIANTS_CODE_POINTS_HPP
#define LIBSEARCH_VARIANTS_CODE_POINTS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::variants {

struct code_points {
  explicit code_points(std::string_view part);

  std::u32string_view from(std::size_t i) const { return std::u32string_view(text).substr(i); }
  std::size_t size() const { return text.size(); }

  std::u32string text;
  std::vector<std::size_t> offsets;  ///< of each code point, and the end
};

/// Whether `text` begins with one of the words.
bool begins_with_any(std::u32string_view text, const std::vector<std::u32string_view> &words);

bool is_han(char32_t c);
bool is_hiragana(char32_t c);

}  // namespace libsearch::variants

#endif
