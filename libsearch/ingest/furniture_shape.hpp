// Furniture that one line alone gives away.
#ifndef LIBSEARCH_INGEST_FURNITURE_SHAPE_HPP
#define LIBSEARCH_INGEST_FURNITURE_SHAPE_HPP

#include <unicode/unistr.h>

#include "ingest/line.hpp"

namespace libsearch::ingest {

enum class furniture_shape {
  none,
  footer,       ///< KREI: 2025年6月掲載 禁無断転載
  notice,       ///< 禁無断転載, Copyright (c) 2025 ...
  page_number,  ///< - 2 -, ～3～, 3/12, p. 4
  bare_number,  ///< 4: a page number unless it stands in a column of numbers
};

/// A look at the bytes of a line that costs less than folding it: false only where it has no shape.
bool may_have_shape(const line &one);

/// The shape of a folded line.
furniture_shape shape_of(const icu::UnicodeString &line);

/// Whether a folded line is 以上, or （了）.
bool is_closing(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
