#ifndef LIBSEARCH_QUERY_EXACT_FINDER_HPP
#define LIBSEARCH_QUERY_EXACT_FINDER_HPP

#include "index/text_finder.hpp"

namespace libsearch::query {

/// Finds strings as a search does: the planner narrows, the stored text decides.
class exact_finder final : public indexing::text_finder {
 public:
  std::vector<Xapian::docid> documents_with(const Xapian::Database &database, const indexing::lexicon *words,
                                            const analysis::scheme &scheme,
                                            const std::vector<std::string> &strings) const override;
};

}  // namespace libsearch::query

#endif
