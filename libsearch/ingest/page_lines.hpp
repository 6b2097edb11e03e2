// The lines of a page's text, one by one.
#ifndef LIBSEARCH_INGEST_PAGE_LINES_HPP
#define LIBSEARCH_INGEST_PAGE_LINES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace libsearch::ingest {

std::vector<std::string> lines_of(std::string_view text);

/// Takes the line that says `wanted`, which has no blanks, or a few lines that make it together, out of the page. Where it
/// stood; npos where it is not there.
std::size_t take_line(std::vector<std::string> &lines, const std::string &wanted);

}  // namespace libsearch::ingest

#endif
