#ifndef LIBSEARCH_CHARSET_HPP
#define LIBSEARCH_CHARSET_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

/// Which encoding a text is in: part of libsearch-ingest.
namespace libsearch::ingest {

/// Below this confidence a text is refused rather than guessed.
inline constexpr double charset_threshold = 0.75;

/// An encoding that a text may be in.
struct charset_candidate {
  std::string name;       ///< "UTF-8", "UTF-16LE", "CP932", "EUC-JP", "ISO-2022-JP" ...
  double confidence = 0;  ///< 0 to 1
};

/// What made the choice.
enum class charset_evidence { forced, byte_order_mark, declaration, content };

/// A word for people: "forced", "byte order mark", "declared", "content".
LIBSEARCH_API const char *name(charset_evidence evidence) noexcept;

struct decoded_text {
  std::string text;  ///< UTF-8 without byte order mark
  std::string charset;
  double confidence = 0;
  charset_evidence evidence = charset_evidence::content;
};

/// The encodings that `bytes` may be in, the likeliest first: strict decoding, the share of kana,
/// common kanji and odd characters in what comes out, and ICU's detector. Judges the first 64 KiB.
LIBSEARCH_API std::vector<charset_candidate> charset_candidates(std::string_view bytes);

/// Decodes a text. `forced` names the encoding and ends all guessing; `declared` is what the text
/// says of itself, believed when it decodes and can be wrong (a single-byte encoding proves nothing
/// by decoding). Never gives back mojibake: what is below charset_threshold is refused.
/// @throws error errc::malformed, naming the candidates or the first ill-formed byte;
/// invalid_argument when `forced` is no known encoding.
LIBSEARCH_API decoded_text decode_text(std::string_view bytes, const std::string &forced = {},
                                       const std::string &declared = {});

}  // namespace libsearch::ingest

#endif
