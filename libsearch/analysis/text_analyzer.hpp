// Everything analysis does for one text, in the form the index and the queries need.
#ifndef LIBSEARCH_ANALYSIS_TEXT_ANALYZER_HPP
#define LIBSEARCH_ANALYSIS_TEXT_ANALYZER_HPP

#include <string>
#include <string_view>
#include <vector>

#include "analysis/scheme.hpp"
#include "analysis/words.hpp"

namespace libsearch::analysis {

/// The function words that a fingerprint stands for, and the cutter over them. One thread at a time.
class text_analyzer {
 public:
  explicit text_analyzer(const scheme &scheme = {});
  text_analyzer(const text_analyzer &) = delete;
  text_analyzer &operator=(const text_analyzer &) = delete;

  /// The words of a normalized text; valid until the next call.
  const std::vector<word> &words(std::string_view normalized);

  /// What the dictionaries know of a normalized word, the likeliest first.
  std::vector<lexeme> lexemes(std::string_view word);
  /// Whether lexemes() ever says a reading.
  bool knows_readings() { return cutter_.dictionary().knows_readings(); }

  const function_words &functions() const { return functions_; }
  boundary_rule rule() const { return rule_; }

  /// Normalizer, tokenizer, rules and function words with their versions.
  const std::string &fingerprint() const { return fingerprint_; }

 private:
  function_words functions_;
  boundary_rule rule_;
  word_cutter cutter_;
  std::vector<word> words_;
  std::string fingerprint_;
};

/// The two characters across the boundary between neighbouring words `left` and `right` of
/// `normalized`, as UTF-8; empty unless the words touch and the pair is indexed.
std::string_view boundary_bigram(std::string_view normalized, const word &left, const word &right,
                                 boundary_rule rule = boundary_rule::content);

}  // namespace libsearch::analysis

#endif
