// Whether MeCab and a dictionary are there.
#ifndef LIBSEARCH_TESTS_MECAB_HPP
#define LIBSEARCH_TESTS_MECAB_HPP

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include "analysis/mecab_tokenizer.hpp"

namespace test {

inline bool has_mecab() {
  try {
    (void)libsearch::analysis::make_mecab_tokenizer();
    return true;
  } catch (const libsearch::error &missing) {
    CHECK(missing.code() == libsearch::errc::dictionary_missing);
    CHECK(!missing.hint().empty());
    MESSAGE("skipped: ", missing.what());
    return false;
  }
}

}  // namespace test

#endif
