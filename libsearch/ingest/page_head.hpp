// The lines of a page beside its title that name authors, dates, affiliations.
#ifndef LIBSEARCH_INGEST_PAGE_HEAD_HPP
#define LIBSEARCH_INGEST_PAGE_HEAD_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/markup.hpp"
#include "ingest/page_blocks.hpp"

namespace libsearch::ingest {

/// A line as lines that the reader of a text's head understands, each with one thing: "2022年11月1日 ｜ 聞き手：真木 あかね"
/// is two. None when the line is something else.
std::vector<std::string> head_lines_of(std::string_view line);

/// The authors that such a line names.
std::vector<author> authors_in(std::string_view line);

/// Moves such lines from the blocks around the title into page.head.
void take_head_lines(markup &page, const region_verdicts &verdicts);

/// 連載「浜の地理学」 above "第5回 網を干す場所": a line that names a series alone, and the number in the title.
void take_series_of_title(markup &page);

/// The date of a line such as "Last updated on Jun 30, 2022" that stands outside of the text, for page.change_date; before the
/// blocks that are no text go.
void take_change_date(markup &page);

}  // namespace libsearch::ingest

#endif
