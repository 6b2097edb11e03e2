// A sorted list of words with a suffix array over their characters: an n-gram index over the
// vocabulary instead of over the documents. One block of bytes, used as it is from memory or a mapped file.
#ifndef LIBSEARCH_INDEX_LEXICON_IMAGE_HPP
#define LIBSEARCH_INDEX_LEXICON_IMAGE_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace libsearch::indexing {

/// A word with the number of documents that hold it when the image was made.
struct lexicon_entry {
  std::u16string word;
  std::uint32_t frequency = 0;
};

/// A range of positions in the suffix array.
struct suffix_range {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const { return end - begin; }
};

/// A word of an image, by its number in sorted order.
using word_id = std::uint32_t;
inline constexpr word_id no_word = 0xFFFFFFFF;

/// Where a string occurs in a word.
struct occurrence {
  word_id word = 0;
  std::uint32_t offset = 0;  ///< UTF-16 units before the occurrence
};

/// Reads an image. The bytes must outlive it. Thread-safe.
class lexicon_image {
 public:
  lexicon_image() = default;
  /// Throws std::runtime_error when the bytes are not a whole, undamaged image of this version.
  explicit lexicon_image(std::string_view bytes);

  /// Makes the bytes of an image; the entries must be distinct and need not be sorted. `base` names it;
  /// `revision` is the oldest revision of the index whose words it holds.
  static std::string build(std::vector<lexicon_entry> entries, std::string_view base, std::uint64_t revision);

  std::string_view base() const { return base_; }
  std::uint64_t revision() const { return revision_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(frequencies_.size()); }
  std::u16string_view word(word_id id) const;
  std::uint32_t frequency(word_id id) const { return frequencies_[id]; }

  word_id find(std::u16string_view word) const;
  /// Words that begin with `text`, as a range of ids.
  std::pair<word_id, word_id> with_prefix(std::u16string_view text) const;
  /// Occurrences of `text` anywhere in words.
  suffix_range with_infix(std::u16string_view text) const;
  /// Occurrences of `text` at the end of words.
  suffix_range with_suffix(std::u16string_view text) const;
  occurrence at(std::uint32_t suffix) const;

 private:
  suffix_range search(std::u16string_view text, bool at_end) const;

  std::string_view base_;
  std::uint64_t revision_ = 0;
  std::u16string_view units_;                    // words, each with a zero behind it
  std::span<const std::uint32_t> word_begins_;   // into units_, and the end
  std::span<const std::uint32_t> frequencies_;
  std::span<const std::uint32_t> suffixes_;      // offsets into units_, sorted by the text from there to the zero
};

}  // namespace libsearch::indexing

#endif
