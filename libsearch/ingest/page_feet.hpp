// Notes and notices at the foot of a page, below a sentence that goes on on the next one.
#ifndef LIBSEARCH_INGEST_PAGE_FEET_HPP
#define LIBSEARCH_INGEST_PAGE_FEET_HPP

#include <cstddef>
#include <vector>

#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Marks the footnotes that cut a sentence, which the body has behind it, and makes notices that do so furniture.
/// `full` is full_width() of the lines; pages are told by form feeds.
void mark_page_feet(std::vector<line> &lines, std::size_t full);

}  // namespace libsearch::ingest

#endif
