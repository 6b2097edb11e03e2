// Where the output goes: its width, and whether it takes colours.
#ifndef JSEARCH_SCREEN_HPP
#define JSEARCH_SCREEN_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "display_text.hpp"

namespace jsearch {

/// What a piece of output is; screen knows how it looks.
enum class style { plain, title, mark, title_mark, meta, topic, heading, bar, selected, notice };

struct screen {
  bool terminal = false;  ///< a person looks at it
  bool colour = false;
  std::size_t width = 0;  ///< columns; 0 = lines may have any length

  std::string paint(style look, std::string_view text) const;

  /// The range `part` of `text` in `look`, its marks in `mark`.
  std::string paint(style look, style mark, const marked_text &text, libsearch::span part) const;
  std::string paint(style look, style mark, const marked_text &text) const;
};

/// Standard output as it is; `color` is the value of --color.
screen standard_screen(const std::string &color);

/// Columns of the terminal behind a file descriptor: $COLUMNS, else as the system has it, else 80.
std::size_t terminal_width(int descriptor);

}  // namespace jsearch

#endif
