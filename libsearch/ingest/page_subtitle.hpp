// The subtitle that a page or a Markdown text shows beside its title.
#ifndef LIBSEARCH_INGEST_PAGE_SUBTITLE_HPP
#define LIBSEARCH_INGEST_PAGE_SUBTITLE_HPP

#include <string>

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// Moves the line right below the title to page.subtitle if it is one: named so by its element, between dashes, or a
/// heading with a byline or a date below it.
void take_subtitle(markup &page, const region_verdicts &verdicts);

/// page.title with page.subtitle behind it, where it does not hold it already.
std::string whole_title(const markup &page);

}  // namespace libsearch::ingest

#endif
