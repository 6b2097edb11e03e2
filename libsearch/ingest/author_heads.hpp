// Running heads that name the authors.
#ifndef LIBSEARCH_INGEST_AUTHOR_HEADS_HPP
#define LIBSEARCH_INGEST_AUTHOR_HEADS_HPP

#include <vector>

#include "ingest/author_line.hpp"
#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Gives the role `furniture` to lines at the edges of later pages that say nothing but names of `authors`:
/// "V. Marchetti and P. Dunmore". Where a form feed ends each page.
void mark_author_heads(std::vector<line> &lines, const std::vector<author> &authors);

}  // namespace libsearch::ingest

#endif
