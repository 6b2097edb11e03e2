#ifndef LIBSEARCH_ANALYSIS_MECAB_TOKENIZER_HPP
#define LIBSEARCH_ANALYSIS_MECAB_TOKENIZER_HPP

#include <memory>

#include "analysis/tokenizer.hpp"

namespace libsearch::analysis {

/// MeCab's words with the system's dictionary (IPADIC, UniDic or Juman in UTF-8), which all tokenizers of the
/// process share. A run of Japanese script is cut by itself, so that its words do not depend on what is around it.
/// Throws libsearch::error (dictionary_missing) when this build has no MeCab or no dictionary can be loaded.
std::unique_ptr<tokenizer> make_mecab_tokenizer();

}  // namespace libsearch::analysis

#endif
