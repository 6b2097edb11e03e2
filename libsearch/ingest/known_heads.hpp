// Running heads and feet that repeat what the head of the essay says.
#ifndef LIBSEARCH_INGEST_KNOWN_HEADS_HPP
#define LIBSEARCH_INGEST_KNOWN_HEADS_HPP

#include <string>
#include <vector>

#include "ingest/author_line.hpp"
#include "ingest/line.hpp"

namespace libsearch::ingest {

/// Gives the role `furniture` to lines at the edges of later pages that say nothing but names of `authors`:
/// "V. Marchetti and P. Dunmore". Where a form feed ends each page.
void mark_author_heads(std::vector<line> &lines, const std::vector<author> &authors);

/// Gives it to lines at the edges of later pages that say the title, or its beginning, and perhaps the `authors` in brackets:
/// 離島の再生可能エネルギー（徳田・有馬）
void mark_title_heads(std::vector<line> &lines, const std::string &title, const std::vector<author> &authors);

/// Gives it to lines where a page may end that say nothing but a line of the head, or `series`, and which issue or page it
/// is: 資源と市場 2003夏 13. The head must have been read.
void mark_repeated_heads(std::vector<line> &lines, const std::string &series);

}  // namespace libsearch::ingest

#endif
