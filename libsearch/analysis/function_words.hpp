// The commonest words that carry grammar, not content.
#ifndef LIBSEARCH_ANALYSIS_FUNCTION_WORDS_HPP
#define LIBSEARCH_ANALYSIS_FUNCTION_WORDS_HPP

#include <string>
#include <string_view>
#include <unordered_set>

namespace libsearch::analysis {

/// A set of function words. Which set an index was built with is kept in its metadata, because the
/// boundary bigrams beside these words are not indexed: reader and writer must agree.
class function_words {
 public:
  /// The words, separated by blanks.
  explicit function_words(std::string_view list);

  bool contains(std::string_view word) const { return words_.count(word) > 0; }

  /// The list that new indexes use.
  static std::string_view standard();

 private:
  std::string list_;
  std::unordered_set<std::string_view> words_;  // views into list_
};

/// Whether a normalized word asks a question: it stands in queries, rarely in the texts that answer them, and so
/// would weigh much for no reason.
bool is_question_word(std::string_view word);

}  // namespace libsearch::analysis

#endif
