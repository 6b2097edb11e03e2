// How an index cuts its texts: chosen when it is made, kept in it, the same for documents and queries.
#ifndef LIBSEARCH_ANALYSIS_SCHEME_HPP
#define LIBSEARCH_ANALYSIS_SCHEME_HPP

#include <memory>
#include <string>
#include <string_view>

#include "analysis/function_words.hpp"
#include "analysis/words.hpp"

namespace libsearch::analysis {

/// The name of an analyzer and its list of function words.
struct scheme {
  scheme(std::string_view function_words = function_words::standard()) : functions(function_words) {}
  scheme(std::string_view name, std::string_view function_words) : name(name), functions(function_words) {}

  std::string name = "hybrid";
  std::string functions;
};

/// The boundary rule of an analyzer: hybrid, ngram, or hybrid-kana and hybrid-every, which are there
/// to be measured. Throws libsearch::error (invalid_argument) for another name.
boundary_rule rule_of(std::string_view name);

/// The tokenizer of an analyzer.
std::unique_ptr<tokenizer> make_tokenizer(std::string_view name);

}  // namespace libsearch::analysis

#endif
