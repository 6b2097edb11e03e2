// The other spellings of a query's parts that an index can hold at all.
#ifndef LIBSEARCH_QUERY_SPELLINGS_HPP
#define LIBSEARCH_QUERY_SPELLINGS_HPP

#include <map>
#include <string>
#include <vector>

#include "query/planner.hpp"
#include "variants/expander.hpp"

namespace libsearch::query {

/// Spelling variants for one query. One thread at a time.
class spellings {
 public:
  /// With a planner, spellings that no document can hold are left out.
  spellings(const variants::expander &expander, const variants::group_set &groups, planner *planner)
      : expander_(expander), groups_(groups), planner_(planner) {}

  const std::vector<variants::alternative> &of(const std::string &part);

 private:
  const variants::expander &expander_;
  const variants::group_set &groups_;
  planner *planner_;
  std::map<std::string, std::vector<variants::alternative>> known_;
};

}  // namespace libsearch::query

#endif
