// Furniture that shows by what it does to the text: it interrupts a sentence, and counts pages.
#ifndef LIBSEARCH_INGEST_INTERRUPTIONS_HPP
#define LIBSEARCH_INGEST_INTERRUPTIONS_HPP

#include <vector>

#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Gives the role `furniture` to lines between two lines of one sentence that are no part of it, such as a journal's
/// name at the edge of a page, and to lines that come again with the next page's number. What has a shape of its own
/// is marked already. `feeds`: whether form feeds end pages.
void mark_interruptions(std::vector<line> &lines, bool feeds);

}  // namespace libsearch::ingest

#endif
