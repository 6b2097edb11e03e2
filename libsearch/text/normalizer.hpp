// The normalized text of the contract, with the way back to the original bytes.
#ifndef LIBSEARCH_TEXT_NORMALIZER_HPP
#define LIBSEARCH_TEXT_NORMALIZER_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace libsearch::text {

/// A stretch of bytes that is the same in both texts, then a stretch that differs.
struct edit {
  std::uint32_t same = 0;        ///< bytes that both texts share
  std::uint32_t normalized = 0;  ///< then bytes of the normalized text (may be 0) ...
  std::uint32_t source = 0;      ///< ... that stand for these bytes of the source
};

/// Byte offsets between a normalized text and its source. Inside a differing stretch an offset goes
/// to the stretch's edge: start offsets to its start, end offsets to its end.
class offset_map {
 public:
  offset_map() = default;
  explicit offset_map(std::vector<edit> edits);

  /// Source offset where the character that starts at normalized offset `at` starts. O(log n).
  std::size_t source_start(std::size_t at) const;
  /// Source offset where the characters that end at normalized offset `at` end. O(log n).
  std::size_t source_end(std::size_t at) const;
  /// The normalized offset that a source offset falls on, rounded down to a stretch's start. O(log n).
  std::size_t normalized(std::size_t source_at) const;

  const std::vector<edit> &edits() const { return edits_; }

 private:
  std::vector<edit> edits_;
  // Offsets where each edit's `same` stretch begins, for binary search.
  std::vector<std::uint32_t> normalized_begin_, source_begin_;
};

struct normalized_text {
  std::string text;
  offset_map map;
};

/// NFKC, case fold (full), NFKC; then white space of any length is removed where a CJK character
/// stands on either side, else it is one U+0020. Equal to ICU run over the whole string, but works
/// in stretches so that the map is exact to the smallest changed cluster. `text` is well-formed
/// UTF-8 (see repair()).
/// Thread-safe.
normalized_text normalize(std::string_view text);

/// The same without the map, faster.
std::string normalize_only(std::string_view text);

/// The Unicode version of the normalization, such as "15.0".
std::string unicode_version();

/// The edit list in a compact byte form together with the source bytes it needs: decoding it with
/// the normalized text gives the source back.
std::string pack_edits(const std::vector<edit> &edits, std::string_view source);

/// The original text and the map. Throws std::runtime_error when `packed` does not fit `normalized`.
struct original_text {
  std::string text;
  offset_map map;
};
original_text unpack_edits(std::string_view packed, std::string_view normalized);

}  // namespace libsearch::text

#endif
