// The title of a page: what it declares, compared with its headings.
#ifndef LIBSEARCH_INGEST_PAGE_TITLE_HPP
#define LIBSEARCH_INGEST_PAGE_TITLE_HPP

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// Fills in page.title, page.title_block and page.exact_title, and adds to page.sites what <title> names beside the title.
void find_title(markup &page, const region_verdicts &verdicts);

}  // namespace libsearch::ingest

#endif
