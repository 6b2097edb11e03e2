// How an index cuts its texts: chosen when it is made, kept in it, the same for documents and queries.
#ifndef LIBSEARCH_ANALYSIS_SCHEME_HPP
#define LIBSEARCH_ANALYSIS_SCHEME_HPP

#include <memory>
#include <string>
#include <string_view>

#include "analysis/function_words.hpp"
#include "analysis/words.hpp"

namespace libsearch::analysis {

/// The name of an analyzer, its list of function words, and its dictionaries.
struct scheme {
  scheme(std::string_view function_words = function_words::standard()) : functions(function_words) {}
  scheme(std::string_view name, std::string_view function_words) : name(name), functions(function_words) {}

  std::string name = "hybrid";
  std::string functions;
  std::string dictionary = "icu";  ///< or mecab
  std::string user_dictionary;     ///< its text
};

/// The boundary rule of an analyzer: hybrid, ngram, or hybrid-kana and hybrid-every, which are there
/// to be measured. Throws libsearch::error (invalid_argument) for another name.
boundary_rule rule_of(std::string_view name);

/// The tokenizer of a scheme. Throws libsearch::error: invalid_argument for a dictionary that there is not,
/// dictionary_missing for one that is not installed, malformed for a user dictionary that is none.
std::unique_ptr<tokenizer> make_tokenizer(const scheme &scheme);

}  // namespace libsearch::analysis

#endif
