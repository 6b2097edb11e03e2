// Finding documents by a string while an index is written: the planner that does it stands above this folder.
#ifndef LIBSEARCH_INDEX_TEXT_FINDER_HPP
#define LIBSEARCH_INDEX_TEXT_FINDER_HPP

#include <string>
#include <vector>

#include <xapian.h>

#include "analysis/scheme.hpp"
#include "index/lexicon.hpp"

namespace libsearch::indexing {

class text_finder {
 public:
  virtual ~text_finder() = default;

  /// The documents that hold at least one of the normalized strings in some field, by ascending number: all of them.
  /// `words` is the lexicon of `database`, or null where it is not complete: then every text is read.
  virtual std::vector<Xapian::docid> documents_with(const Xapian::Database &database, const lexicon *words,
                                                    const analysis::scheme &scheme,
                                                    const std::vector<std::string> &strings) const = 0;
};

}  // namespace libsearch::indexing

#endif
