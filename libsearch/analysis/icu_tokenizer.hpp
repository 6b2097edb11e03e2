#ifndef LIBSEARCH_ANALYSIS_ICU_TOKENIZER_HPP
#define LIBSEARCH_ANALYSIS_ICU_TOKENIZER_HPP

#include <memory>

#include "analysis/tokenizer.hpp"

namespace libsearch::analysis {

/// ICU's word breaks with its Japanese dictionary.
/// Throws libsearch::error (dictionary_missing) when ICU's data cannot be loaded.
std::unique_ptr<tokenizer> make_icu_tokenizer();

}  // namespace libsearch::analysis

#endif
