// The body of an essay: its paragraphs without the line breaks of its pages.
#ifndef LIBSEARCH_INGEST_BODY_HPP
#define LIBSEARCH_INGEST_BODY_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/line.hpp"

namespace libsearch::ingest {

struct essay_body {
  std::string text;
  std::vector<std::size_t> page_starts;  ///< byte offsets into `text`; empty when `pages` is 0
};

/// Joins the lines whose role is still `text`. Paragraphs end in two line feeds, or in one where
/// the source had no blank line; a sentence or word cut by a line or page end is whole again.
essay_body build_body(const std::vector<line> &lines, std::size_t pages);

}  // namespace libsearch::ingest

#endif
