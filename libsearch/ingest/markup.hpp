// A web page or Markdown text, taken apart: what it says of itself, and its blocks of text.
#ifndef LIBSEARCH_INGEST_MARKUP_HPP
#define LIBSEARCH_INGEST_MARKUP_HPP

#include <string>
#include <string_view>
#include <vector>

namespace libsearch::ingest {

struct text_block {
  std::string text;
  int heading = 0;    ///< 1 to 6 of a heading, else 0
  bool main = false;  ///< inside <main>, <article> or the like
};

struct markup {
  std::string title;                 ///< of the head: <title>, og:title; the site's name may be in it
  std::vector<std::string> authors;  ///< as declared
  std::string date;                  ///< a form of document::date, or ""
  std::vector<std::string> keywords;
  std::vector<std::string> topics;
  std::vector<text_block> blocks;    ///< in order, none empty
  bool exact_title = false;          ///< `title` is the document's own, not the page's
};

/// Leaves out what is no part of the main text: if a page marks it and it is no mere scrap, the
/// blocks outside of it.
void keep_main_blocks(markup &page);

/// "2025-10-03T09:00+09:00", "2025/10/3", "October 2025" as a document's date, else "".
std::string declared_date(std::string_view text);

/// "a, b; c" and 「青海 太郎、白浜 花子」 as names; a part that is empty is left out.
std::vector<std::string> declared_list(std::string_view text);

}  // namespace libsearch::ingest

#endif
