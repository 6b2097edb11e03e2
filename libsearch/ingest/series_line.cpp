#include "ingest/series_line.hpp"

#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

std::optional<series_entry> series_line(const icu::UnicodeString &line) {
  constexpr std::u16string_view number =
      u"(?:\\( ?(?:第|No\\.?|Vol\\.?|#)? ?([0-9]{1,5}) ?(?:号|回)? ?\\)|第 ?([0-9]{1,5}) "
      u"?[号回]|(?:No\\.|Vol\\.|#|№) ?([0-9]{1,5}))";
  static const pattern quoted(u"[<【\\[〔]?.{0,16}?[「『\"“《](.{1,60}?)[」』\"”》] ?" +
                                  std::u16string(number) + u"[>】\\]〕]?",
                              letter_case::any);
  static const pattern plain(u"[<【\\[〔]?(.{2,60}?),? ?" + std::u16string(number) + u"[>】\\]〕]?",
                             letter_case::any);
  if (line.length() > 100) return std::nullopt;
  auto match = quoted.match(line);
  if (!match) match = plain.match(line);
  if (!match) return std::nullopt;
  const auto &group = match->groups;
  const icu::UnicodeString &digits = !group[2].isEmpty()   ? group[2]
                                     : !group[3].isEmpty() ? group[3]
                                                           : group[4];
  // 連載 港の窓 第3回; Letters, Vol. 3, No. 12
  static const pattern kind(u"(?:連載|シリーズ|series:) ?(.+)", letter_case::any);
  static const pattern volume(u"(.+?),? (?:Vol\\.?|第) ?[0-9]{1,4} ?巻?", letter_case::any);
  icu::UnicodeString series = group[1];
  series.trim();
  for (const pattern *more : {&kind, &volume})
    if (const auto found = more->match(series)) series = found->groups[1];
  return series_entry{to_utf8(series), to_utf8(digits)};
}

}  // namespace libsearch::ingest
