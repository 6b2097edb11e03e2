// The lines of a page beside its title that name authors, dates, affiliations.
#ifndef LIBSEARCH_INGEST_PAGE_HEAD_HPP
#define LIBSEARCH_INGEST_PAGE_HEAD_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// Moves lines of a head (head_lines_of()) from the blocks around the title into page.head.
void take_head_lines(markup &page, const region_verdicts &verdicts);

/// 連載「浜の地理学」 above "第5回 網を干す場所": a line that names a series alone, and the number in the title.
void take_series_of_title(markup &page);

}  // namespace libsearch::ingest

#endif
