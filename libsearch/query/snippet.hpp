// Marked extracts of the original text.
#ifndef LIBSEARCH_QUERY_SNIPPET_HPP
#define LIBSEARCH_QUERY_SNIPPET_HPP

#include <string>
#include <string_view>
#include <vector>

#include <libsearch/search.hpp>

#include "analysis/text_analyzer.hpp"
#include "query/condition.hpp"
#include "text/normalizer.hpp"

namespace libsearch::query {

/// A place in the original text and which of the wanted marks it is.
struct marked_span {
  span place;
  std::size_t mark = 0;
};

/// Where the marks stand in an original text, ascending by start; `normalized` and `map` belong to it.
std::vector<marked_span> find_marks(std::string_view normalized, const text::offset_map &map,
                                    const std::vector<mark> &marks, field in, analysis::text_analyzer &analyzer);

/// Overlapping and touching spans made one.
std::vector<span> merge_spans(const std::vector<marked_span> &spans);

/// The best windows of `text`: many different marks, close together, from the start of a sentence where
/// that is near. At most `length` characters in all; without marks the beginning of the text.
struct cut_snippet {
  snippet extract;
  std::size_t first_mark = 0;  ///< byte offset in `text` of the first mark shown; of the window without marks
};
cut_snippet make_snippet(std::string_view text, const std::vector<marked_span> &spans, std::size_t length);

}  // namespace libsearch::query

#endif
