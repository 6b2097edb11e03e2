// Further words that mean the same: looked up in the lexicon at query time.
#ifndef LIBSEARCH_QUERY_VARIANTS_HPP
#define LIBSEARCH_QUERY_VARIANTS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "analysis/stemmer.hpp"
#include "index/lexicon.hpp"

namespace libsearch::query {

/// One thread at a time.
class variants {
 public:
  explicit variants(const indexing::lexicon &words) : words_(words) {}

  /// Words of the lexicon, normalized, that a normalized part of a query also finds; without itself.
  /// At most limits::expansions.
  std::vector<std::string> words_for(std::string_view normalized) const;

 private:
  const indexing::lexicon &words_;
  analysis::stemmer stemmer_;
};

}  // namespace libsearch::query

#endif
