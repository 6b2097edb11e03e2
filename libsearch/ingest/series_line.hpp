// Lines that name a series and the number in it.
#ifndef LIBSEARCH_INGEST_SERIES_LINE_HPP
#define LIBSEARCH_INGEST_SERIES_LINE_HPP

#include <optional>
#include <string>

#include <unicode/unistr.h>

namespace libsearch::ingest {

struct series_entry {
  std::string series;
  std::string number;
};

/// A line such as 小論「国際情勢を読む」（第12号）, "Energy Notes (999)", Kaito Review No. 7; folded.
std::optional<series_entry> series_line(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
