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

/// Whether a folded line above a title says where or as what it came out: 東陵日報 朝刊 9面, 石油と暮らし 第六巻第三号,
/// DP-2014-07, 資料番号 R-0217, (転載) ...
bool is_publication_line(const icu::UnicodeString &line);

/// What such a line names: the words before its first number.
series_entry publication_of(const icu::UnicodeString &line);

/// The name of a series without what goes with it: 季刊 資源と社会 2023年秋号, POLICY BRIEF | NO., 連載 港の窓
icu::UnicodeString bare_series(icu::UnicodeString series);

}  // namespace libsearch::ingest

#endif
