// In place of mecab_tokenizer.cpp where MeCab was not there when the library was built.
#include <libsearch/error.hpp>

#include "analysis/mecab_tokenizer.hpp"

namespace libsearch::analysis {

std::unique_ptr<tokenizer> make_mecab_tokenizer() {
  throw error(errc::dictionary_missing, "dictionary \"mecab\": this libsearch was built without MeCab",
              "install libmecab-dev and mecab-ipadic-utf8 and build it with -Dmecab=enabled, or use --dictionary icu");
}

}  // namespace libsearch::analysis
