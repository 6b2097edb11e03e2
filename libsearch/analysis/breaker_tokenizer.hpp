#ifndef LIBSEARCH_ANALYSIS_BREAKER_TOKENIZER_HPP
#define LIBSEARCH_ANALYSIS_BREAKER_TOKENIZER_HPP

#include <memory>
#include <string>
#include <string_view>

#include <libsearch/word_breaker.hpp>

#include "analysis/tokenizer.hpp"

namespace libsearch::analysis {

/// What a scheme calls the dictionary where a breaker stands in its place: this and the breaker's name.
inline constexpr std::string_view breaker_prefix = "custom/";

/// That name. Throws libsearch::error (invalid_argument) when the breaker's name is none.
std::string dictionary_name(const word_breaker &breaker);

/// The name of the breaker that a dictionary's name stands for; "" for a real dictionary.
std::string_view breaker_name(std::string_view dictionary);

/// A tokenizer over a clone of the breaker. It throws libsearch::error (invalid_argument) for ends that are none.
std::unique_ptr<tokenizer> make_breaker_tokenizer(const word_breaker &breaker);

}  // namespace libsearch::analysis

#endif
