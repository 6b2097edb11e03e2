// The documents of many terms at once.
#ifndef LIBSEARCH_QUERY_TERM_UNION_HPP
#define LIBSEARCH_QUERY_TERM_UNION_HPP

#include <functional>
#include <optional>
#include <vector>

#include <xapian.h>

namespace libsearch::query {

/// The documents that `wanted` finds, ascending, where it is an OR of many terms and of nothing else: one character is
/// in thousands of words. Xapian merges their postings in order; marking each document as it comes is some times
/// faster. Nothing where Xapian does better. Calls `look` now and then; it may throw.
std::optional<std::vector<Xapian::docid>> term_union(const Xapian::Database &database, const Xapian::Query &wanted,
                                                     const std::function<void()> &look);

}  // namespace libsearch::query

#endif
