// The first stage of ranking: BM25 over the words and boundary bigrams of a query, for documents already found.
#ifndef LIBSEARCH_QUERY_FIRST_STAGE_HPP
#define LIBSEARCH_QUERY_FIRST_STAGE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "analysis/text_analyzer.hpp"
#include "query/ranking.hpp"

namespace libsearch::query {

/// A term of the first stage.
struct ranked_term {
  std::string term;
  unsigned count = 1;  ///< how often the query says it
  double factor = 1;   ///< of its weight
};

/// The terms that weigh, each once; none when `texts` hold no word.
std::vector<ranked_term> ranked_terms(const std::vector<std::string> &texts, analysis::text_analyzer &analyzer,
                                      const ranking_model &model);

/// The query that gives the same weights in Xapian; empty without terms.
Xapian::Query ranking_query(const std::vector<ranked_term> &terms);

/// How long the documents of one state of a database are, in words; read when first asked for. One thread at a time.
class document_lengths {
 public:
  explicit document_lengths(const Xapian::Database &database) : database_(database) {}
  Xapian::termcount of(Xapian::docid number);
  std::size_t bytes() const { return lengths_.capacity() * sizeof lengths_[0]; }

 private:
  Xapian::Database database_;
  std::vector<std::uint32_t> lengths_;  // by number
};

/// The weight of each of the documents (ascending). It is what Xapian::BM25Weight(k1, 0, 1, b, 0.5) gives, without a
/// look at other documents and without sorting.
std::vector<double> first_weights(const std::vector<ranked_term> &terms, const std::vector<Xapian::docid> &documents,
                                  const Xapian::Database &database, document_lengths &lengths,
                                  const ranking_model &model);

}  // namespace libsearch::query

#endif
