// Cuts normalized text into words that tile it, and says which pairs of characters across their
// boundaries are indexed.
#ifndef LIBSEARCH_ANALYSIS_WORDS_HPP
#define LIBSEARCH_ANALYSIS_WORDS_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/function_words.hpp"
#include "analysis/tokenizer.hpp"
#include "text/char_class.hpp"

namespace libsearch::analysis {

/// A word of a normalized text; offsets are bytes.
struct word {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool function = false;
  text::char_class first{};  ///< class of the first character
  text::char_class last{};   ///< class of the last character
};

/// A word is cut when it grows longer than this many UTF-16 units, to stay within the limit of a term.
inline constexpr std::size_t max_word_units = 60;

/// What one side of a boundary between two words looks like.
struct boundary_side {
  text::char_class character{};  ///< the character next to the boundary
  bool function = false;         ///< whether its word is a function word
};

/// Which pairs of characters across a boundary are terms of the document. Measured in docs/BENCHMARKS.md.
enum class boundary_rule : std::uint8_t {
  content,    ///< both sides carry content: kanji, katakana, Latin or digits
  selective,  ///< also content beside kana whose word is no function word: what selects something
  every,      ///< every pair of Japanese characters
};

/// Whether the pair of characters across a boundary is a term of the document. Two Latin sides never
/// are: they meet only inside a word that was cut for its length.
bool is_indexed_boundary(boundary_side left, boundary_side right, boundary_rule rule = boundary_rule::content);

/// Whether `counter` only counts what the number `number` says: 年 in 2025年. Alone it says nothing.
bool is_counter(std::string_view normalized, const word &number, const word &counter);

/// One thread at a time.
class word_cutter {
 public:
  word_cutter(std::unique_ptr<tokenizer> tokenizer, const function_words &functions)
      : tokenizer_(std::move(tokenizer)), functions_(functions) {}

  /// The words of `normalized` in order. They tile it but for characters of class `other`:
  ///  - Latin letters, digits and marks: one word for each unbroken run;
  ///  - a symbol: a word of its own;
  ///  - Japanese script: as the tokenizer says, and never across a change to or from the above.
  void cut(std::string_view normalized, std::vector<word> &words);

  std::string tokenizer_name() const { return tokenizer_->name(); }
  tokenizer &dictionary() { return *tokenizer_; }

 private:
  std::unique_ptr<tokenizer> tokenizer_;
  const function_words &functions_;
  std::u16string units_;
  std::vector<std::uint32_t> byte_of_unit_;
  std::vector<std::uint32_t> boundaries_;
};

}  // namespace libsearch::analysis

#endif
