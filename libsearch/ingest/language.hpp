// Which language a text is in, as far as its letters tell.
#ifndef LIBSEARCH_INGEST_LANGUAGE_HPP
#define LIBSEARCH_INGEST_LANGUAGE_HPP

#include <string>
#include <string_view>

namespace libsearch::ingest {

/// "ja" where kana are a fair share of the letters, "en" where Latin letters make up nearly all of
/// them and common English words occur, else "".
std::string language_of(std::string_view text);

}  // namespace libsearch::ingest

#endif
