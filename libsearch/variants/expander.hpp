// From a part of a query to its other spellings.
#ifndef LIBSEARCH_VARIANTS_EXPANDER_HPP
#define LIBSEARCH_VARIANTS_EXPANDER_HPP

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/stemmer.hpp"
#include "analysis/text_analyzer.hpp"
#include "variants/readings.hpp"
#include "variants/replacement.hpp"
#include "variants/synonyms.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Another spelling of a whole part, normalized.
struct alternative {
  std::string text;
  std::vector<group> why;      ///< each group that had a hand in it, once
  bool at_word_start = false;  ///< holds only where a word of the document begins with it
  bool at_word_end = false;    ///< holds only where a word of the document ends with it
  bool whole_number = false;   ///< holds only where no number of the document goes on at its edges
};

/// One thread at a time.
class expander {
 public:
  /// The analyzer, if any, is that of the index and outlives it.
  explicit expander(const vocabulary &words, synonyms of_user = {}, reading_source readings = {},
                    analysis::text_analyzer *analyzer = nullptr)
      : words_(words), synonyms_(std::move(of_user)), readings_(std::move(readings)), analyzer_(analyzer) {}

  /// Other spellings of a normalized part, the likeliest first, without the part itself; at most most_alternatives.
  /// Pieces of the groups that are off are left out.
  std::vector<alternative> alternatives(std::string_view part, const group_set &groups) const;

 private:
  /// Pieces that other spellings of the same characters give.
  void append_spellings(std::string_view part, replacements &pieces) const;

  const vocabulary &words_;
  synonyms synonyms_;
  reading_source readings_;
  analysis::text_analyzer *analyzer_;
  mutable std::optional<std::vector<char32_t>> selectors_;  // of glyph variants, asked for once
  analysis::stemmer stemmer_;
};

/// Whole spellings from replacements of pieces: each alone, all of a group together, then several that do not
/// overlap, the fewest first.
std::vector<alternative> combine(std::string_view part, const replacements &pieces);

}  // namespace libsearch::variants

#endif
