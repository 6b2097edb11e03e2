// From a document that matches to what is shown of it.
#ifndef LIBSEARCH_API_HIT_MAKER_HPP
#define LIBSEARCH_API_HIT_MAKER_HPP

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include <libsearch/search.hpp>

#include "analysis/text_analyzer.hpp"
#include "index/text_cache.hpp"
#include "query/condition.hpp"

namespace libsearch {

/// A match of a query, with what is needed to order and show it.
struct ranked_document {
  Xapian::docid number = 0;
  double score = 0;
  bool exact = true;          ///< matched as typed, not by a variant
  std::size_t collapsed = 0;  ///< further documents that stand behind this one
};

/// For one search. One thread at a time.
class hit_maker {
 public:
  hit_maker(const Xapian::Database &database, indexing::text_cache &texts, analysis::text_analyzer &analyzer,
            const search_request &request, const std::vector<query::mark> &marks)
      : database_(database), texts_(texts), analyzer_(analyzer), request_(request), marks_(marks) {}

  hit make(const ranked_document &document) const;

 private:
  /// Those marks that the document may hold: most variants are in few documents.
  std::vector<query::mark> marks_in(std::string_view compact) const;
  void add_snippet(const Xapian::Document &record, std::string_view compact, const std::vector<query::mark> &marks,
                   const std::vector<std::size_t> &page_starts, hit &made) const;
  std::string explain(const ranked_document &document, std::string_view compact) const;

  const Xapian::Database &database_;
  indexing::text_cache &texts_;
  analysis::text_analyzer &analyzer_;
  const search_request &request_;
  const std::vector<query::mark> &marks_;
};

}  // namespace libsearch

#endif
