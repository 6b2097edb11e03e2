// The name of a site or a column that stands above a page's title, taken for the title.
#ifndef LIBSEARCH_INGEST_PAGE_COLUMN_HPP
#define LIBSEARCH_INGEST_PAGE_COLUMN_HPP

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// Where page.title names the site, a column or an issue of one (調査室だより, 統計の窓 No.96), the heading below it
/// takes its place: one that a byline, a date or its element shows to be a title, and that has no equals.
void leave_column(markup &page, const region_verdicts &verdicts);

}  // namespace libsearch::ingest

#endif
