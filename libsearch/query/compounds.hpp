// Words that stand together in texts, found where they are asked for: the index has no list of them.
#ifndef LIBSEARCH_QUERY_COMPOUNDS_HPP
#define LIBSEARCH_QUERY_COMPOUNDS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text_analyzer.hpp"
#include "index/snapshot.hpp"
#include "query/planner.hpp"

namespace libsearch::query {

/// A compound and about how many documents hold it.
struct compound {
  std::string text;
  std::size_t count = 0;
};

/// Compounds that begin with the normalized `text`, the commonest first, from a sample of the documents that
/// hold it: 首脳 gives 首脳会談, 首脳声明. One that nearly always goes on is given only as the longer one.
std::vector<compound> compounds_of(std::string_view text, const indexing::snapshot &snapshot, planner &plans,
                                   analysis::text_analyzer &analyzer);

}  // namespace libsearch::query

#endif
