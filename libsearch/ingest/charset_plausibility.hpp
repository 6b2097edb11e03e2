// How much a decoded text looks like something that somebody wrote.
#ifndef LIBSEARCH_INGEST_CHARSET_PLAUSIBILITY_HPP
#define LIBSEARCH_INGEST_CHARSET_PLAUSIBILITY_HPP

#include <cstddef>
#include <string_view>

namespace libsearch::ingest {

struct plausibility {
  double quality = 0;       ///< mean over the characters beyond ASCII: 1 all hiragana, below 0 noise
  std::size_t wide = 0;     ///< characters beyond ASCII: how much there is to judge by
  std::size_t kana = 0;
  std::size_t han = 0;
  std::size_t learned = 0;  ///< kanji of elementary school
  std::size_t noise = 0;    ///< controls, private use, unassigned
};

/// Judges UTF-8 text. Wrong decoding shows: half-width kana and rare kanji from EUC-JP read as
/// CP932, characters of many scripts from text read as UTF-16. With `ascii_counts`, ASCII is evidence too: in
/// UTF-16 and UTF-32, where each character of it has zero bytes.
plausibility plausibility_of(std::string_view text, bool ascii_counts = false);

}  // namespace libsearch::ingest

#endif
