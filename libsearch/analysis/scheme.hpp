// How an index cuts its texts: chosen when it is made, kept in it, the same for documents and queries.
#ifndef LIBSEARCH_ANALYSIS_SCHEME_HPP
#define LIBSEARCH_ANALYSIS_SCHEME_HPP

#include <memory>
#include <string>
#include <string_view>

#include <libsearch/word_breaker.hpp>

#include "analysis/function_words.hpp"
#include "analysis/words.hpp"

namespace libsearch::analysis {

/// The name of an analyzer, its list of function words, and its dictionaries.
struct scheme {
  scheme(std::string_view function_words = function_words::standard()) : functions(function_words) {}
  scheme(std::string_view name, std::string_view function_words) : name(name), functions(function_words) {}

  std::string name = "hybrid";
  std::string functions;
  /// Has the breaker cut in place of the dictionary. Throws libsearch::error (invalid_argument) for a name that is none.
  void use(std::shared_ptr<const word_breaker> given);

  std::string dictionary = "icu";  ///< or mecab, or "custom/" and the name of the breaker
  std::string user_dictionary;     ///< its text
  std::shared_ptr<const word_breaker> breaker;
};

/// The boundary rule of an analyzer: hybrid, ngram, or hybrid-kana and hybrid-every, which are there
/// to be measured. Throws libsearch::error (invalid_argument) for another name.
boundary_rule rule_of(std::string_view name);

/// The dictionary that options ask for, "" = none in particular. Throws libsearch::error (invalid_argument) where they
/// name a dictionary and a breaker.
std::string wanted_dictionary(const std::string &dictionary, const word_breaker *breaker);

/// The tokenizer of a scheme. Throws libsearch::error: invalid_argument for a dictionary that there is not or a breaker
/// beside ngram, analyzer_mismatch for a breaker that was not given, dictionary_missing for one that is not installed, malformed for a user dictionary that is none.
std::unique_ptr<tokenizer> make_tokenizer(const scheme &scheme);

}  // namespace libsearch::analysis

#endif
