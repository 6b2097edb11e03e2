// Text made ready to be shown: harmless to a terminal, measured in its columns, broken into lines.
#ifndef JSEARCH_DISPLAY_TEXT_HPP
#define JSEARCH_DISPLAY_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/search.hpp>

namespace jsearch {

/// Text and its marked places: ascending byte ranges.
struct marked_text {
  std::string text;
  std::vector<libsearch::span> marks;
};

/// `text` with line breaks and tabs kept, and everything else spelt out that a terminal might obey
/// (\x1b) or that turns the reading direction. Ill-formed bytes become U+FFFD. Marks move along.
marked_text harmless(std::string_view text, const std::vector<libsearch::span> &marks = {});

/// The same in one line: white space of any length is one blank.
marked_text one_line(std::string_view text, const std::vector<libsearch::span> &marks);
std::string one_line(std::string_view text);

/// Columns that harmless text takes on a terminal: 2 for full-width characters, 0 for what
/// combines. Characters of ambiguous width count 1.
std::size_t display_width(std::string_view text);

/// The lines of `text`, which has no line breaks, at most `width` columns each, as byte ranges
/// without the blanks around them. Breaks where Japanese and Latin typesetting allow it.
/// Width 0 = one line.
std::vector<libsearch::span> wrap(std::string_view text, std::size_t width);

/// `text` cut to `width` columns, "…" at its end where something is missing. Width 0 = no limit.
std::string fit(std::string_view text, std::size_t width);

/// `text` with blanks behind it up to `width` columns.
std::string pad(std::string text, std::size_t width);

}  // namespace jsearch

#endif
