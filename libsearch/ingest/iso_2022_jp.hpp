// ISO-2022-JP, the seven-bit encoding of mail, and what Windows writes under its name.
#ifndef LIBSEARCH_INGEST_ISO_2022_JP_HPP
#define LIBSEARCH_INGEST_ISO_2022_JP_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace libsearch::ingest {

/// Whether `bytes` holds an escape sequence that calls a Japanese character set.
bool has_japanese_escape(std::string_view bytes);

/// Rewrites `bytes` as EUC-JP, whose characters are the same with the high bit set: the system's
/// tables for it know the circled digits and half-width kana that other decoders refuse.
/// `ill_formed` receives the offset of the first byte that has no place, or stays as it is.
std::string euc_of_iso_2022_jp(std::string_view bytes, std::size_t &ill_formed);

}  // namespace libsearch::ingest

#endif
