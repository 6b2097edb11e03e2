// Pages as strings, for the tests of what reads them.
#ifndef LIBSEARCH_TESTS_PAGE_SUPPORT_HPP
#define LIBSEARCH_TESTS_PAGE_SUPPORT_HPP

#include <string>
#include <vector>

#include "essay_support.hpp"
#include "ingest/html_reader.hpp"
#include "ingest/markup_essay.hpp"
#include "ingest/unicode.hpp"

namespace test {

inline const std::string sentence =
    "港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の仕事である。嵐の日には三隻が沖で待った。";

inline libsearch::document page_document(const std::string &html) {
  return libsearch::ingest::essay_of(libsearch::ingest::read_html(html)).content;
}

/// Blocks of a page, "|" between them.
inline std::string page_blocks(const std::string &html) {
  std::string out;
  for (const auto &one : libsearch::ingest::read_html(html).blocks) out += (out.empty() ? "" : "|") + one.text;
  return out;
}

inline std::string repeated(const std::string &part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace test

#endif
