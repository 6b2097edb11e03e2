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
  double k1 = 0.9, b = 0.4;            ///< BM25 of the first stage
  double bigram_weight = 0.3;          ///< of a boundary bigram beside a word, first stage
  std::size_t reranked = 50;           ///< documents of the second stage
  double text_k1 = 0.9, text_b = 0.3;  ///< BM25 over all bigrams of the text, second stage
  double text_weight = 0.1;            ///< of that score
  double run_weight = 2.0;             ///< for each content character of the query in a common run of 3 or more
  double long_run_weight = 1.0;        ///< the same again for runs of 4 or more with 3 content characters
  double word_weight = 1.0;            ///< for the idf of each content word that the text holds in any form
  double close_weight = 0.3;           ///< for the idf of the bigrams in the best window of about 80 characters
  double title_word_weight = 3.0;      ///< for each content word of the query in the title
  double inside_share = 0.3;           ///< of that, where the title holds it only inside a longer word
  double title_weight = 8.0;           ///< when the query holds the whole title
};

/// The second stage, for one query. One thread at a time.
class reranker {
 public:
  reranker(const std::vector<std::string> &texts, const Xapian::Database &database, const indexing::lexicon &words,
           analysis::text_analyzer &analyzer, const ranking_model &model);

  /// What the text adds to a document's score.
  double score(std::string_view compact) const;

 private:
  struct weighted {
    text::finder finder;
    double idf;
    std::string surface;  // of a word
  };
  struct query_text {
    std::string compact;
    std::vector<std::size_t> characters;  // offsets of the characters in `compact`, and its end
    std::vector<bool> content;            // by character: carries content
  };

  double grams_score(std::string_view compact) const;
  double runs_score(std::string_view compact) const;
  double words_score(std::string_view compact) const;
  double title_score(std::string_view title) const;

  const ranking_model model_;
  analysis::text_analyzer &analyzer_;
  double average_length_ = 1;
  std::vector<weighted> grams_;
  std::vector<query_text> texts_;
  std::vector<weighted> words_;
};

}  // namespace libsearch::query

#endif
