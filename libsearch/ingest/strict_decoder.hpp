// Decoding without mercy: one ill-formed byte and it says where.
#ifndef LIBSEARCH_INGEST_STRICT_DECODER_HPP
#define LIBSEARCH_INGEST_STRICT_DECODER_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

struct strict_result {
  std::string text;                ///< UTF-8; what stands before the first ill-formed byte
  std::size_t ill_formed = npos;   ///< its offset, or npos
};

/// The name under which an encoding is known here ("shift-jis", "Windows-31J" and "x-sjis" are
/// "CP932"), or "" when the system does not know it.
std::string charset_name(std::string_view name);

/// Whether each byte of an encoding is a character, so that decoding proves nothing.
bool is_single_byte(const std::string &charset);

/// Decodes `bytes` from `charset`, a result of charset_name(). With `cut` the bytes are the
/// beginning of a longer text, which may end inside a character.
strict_result decode_strictly(std::string_view bytes, const std::string &charset, bool cut = false);

}  // namespace libsearch::ingest

#endif
