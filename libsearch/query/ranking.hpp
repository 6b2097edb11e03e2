// In which order documents are shown: BM25 over words and boundary bigrams first, then the best once
// more by what only the text can tell.
#ifndef LIBSEARCH_QUERY_RANKING_HPP
#define LIBSEARCH_QUERY_RANKING_HPP

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analysis/text_analyzer.hpp"
#include "index/lexicon.hpp"
#include "text/compact_text.hpp"

namespace libsearch::query {

/// Numbers of the ranking, tuned on questions to paragraphs (docs/BENCHMARKS.md).
struct ranking_model {
  double k1 = 0.9, b = 0.4;           ///< BM25 of the first stage
  double bigram_weight = 0.3;         ///< of a boundary bigram beside a word, first stage
  std::size_t reranked = 50;          ///< documents of the second stage
  double text_k1 = 0.9, text_b = 0.3; ///< BM25 over all bigrams of the text, second stage
  double text_weight = 0.3;           ///< of that score
  double run_weight = 2.0;            ///< for each character of the query in a common run of 3 or more
  double title_weight = 2.0;          ///< for each word of the query in the title
};

/// The query that gives the first stage's weights; empty when `texts` hold no word.
Xapian::Query ranking_query(const std::vector<std::string> &texts, analysis::text_analyzer &analyzer,
                            const ranking_model &model);

/// The second stage, for one query. One thread at a time.
class reranker {
 public:
  reranker(const std::vector<std::string> &texts, const Xapian::Database &database, const indexing::lexicon &words,
           analysis::text_analyzer &analyzer, const ranking_model &model);

  /// What the text adds to a document's score.
  double score(std::string_view compact) const;

 private:
  struct gram {
    text::finder finder;
    double idf;
  };
  struct query_text {
    std::string compact;
    std::vector<std::size_t> characters;  // offsets of the characters in `compact`, and its end
    std::vector<bool> content;            // by character: carries content
  };

  double grams_score(std::string_view compact) const;
  double runs_score(std::string_view compact) const;

  const ranking_model model_;
  double average_length_ = 1;
  std::vector<gram> grams_;
  std::vector<query_text> texts_;
  std::vector<text::finder> words_;
};

}  // namespace libsearch::query

#endif
