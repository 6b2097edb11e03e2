// Page numbers, alone on a line or beside what else a footer says.
#ifndef LIBSEARCH_INGEST_PAGE_NUMBER_HPP
#define LIBSEARCH_INGEST_PAGE_NUMBER_HPP

#include <optional>

#include <unicode/unistr.h>

namespace libsearch::ingest {

/// Whether a folded line is a page number that says so: - 2 -, p. 4, 3/12, 第6頁, 【2】, 2枚目. A bare number is none.
bool is_page_number(const icu::UnicodeString &line);

/// Whether a folded line is a number with that of its chapter or issue: 1-1, A-12, 2 ‐ 502. A score looks the same.
bool is_paired_page_number(const icu::UnicodeString &line);

struct numbered_line {
  icu::UnicodeString rest;  ///< the line without its page number
  int number = 0;
  bool apart = false;       ///< a dash, a bracket or a word such as p. sets it off
};

/// A page number, bare or not, behind or before other words: "KREI: 2025年6月掲載 2", "42 資源評論 第3号".
std::optional<numbered_line> without_page_number(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
