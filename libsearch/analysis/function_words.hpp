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

}  // namespace libsearch::analysis

#endif
