// How much a line looks like a title, and how much like what stands above one.
#ifndef LIBSEARCH_INGEST_TITLE_WEIGHT_HPP
#define LIBSEARCH_INGEST_TITLE_WEIGHT_HPP

#include <cstddef>

#include <unicode/unistr.h>

namespace libsearch::ingest {

/// The larger the more a folded line of `width` columns looks like a title: phrases and questions do; names of series and
/// of organisations, numbers of papers, dates and what stands in brackets do not. From about -8 to 5.
int title_weight(const icu::UnicodeString &line, std::size_t width);

/// Whether a folded line is called as things are that come out again and again: 地球温暖化ニュース 特別号, ISSUES BRIEF
bool names_series(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
