// Where Japanese text may be cut into words: the one thing that dictionaries differ in.
#ifndef LIBSEARCH_ANALYSIS_TOKENIZER_HPP
#define LIBSEARCH_ANALYSIS_TOKENIZER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/lexeme.hpp"

namespace libsearch::analysis {

/// Proposes word boundaries. One object is used by one thread at a time.
class tokenizer {
 public:
  virtual ~tokenizer() = default;

  /// Replaces `boundaries` by the ascending offsets (UTF-16 units) of `text` where a word may begin or
  /// end. Only those inside runs of Japanese script count; the cutter decides about the rest.
  virtual void boundaries(std::u16string_view text, std::vector<std::uint32_t> &boundaries) = 0;

  /// Every entry that the dictionary has for `word` as a whole, the likeliest first; nothing where it has none or
  /// knows no readings.
  virtual std::vector<lexeme> lexemes(std::u16string_view word) {
    (void)word;
    return {};
  }

  /// Whether lexemes() ever says a reading.
  virtual bool knows_readings() const { return false; }

  /// Name and version, for the fingerprint of an index.
  virtual std::string name() const = 0;
};

}  // namespace libsearch::analysis

#endif
