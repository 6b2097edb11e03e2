// Documents in the order of a field's values.
#ifndef LIBSEARCH_API_FIELD_ORDER_HPP
#define LIBSEARCH_API_FIELD_ORDER_HPP

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "index/snapshot.hpp"

namespace libsearch {

/// Throws libsearch::error (invalid_argument) with the names there are, unless the field can be sorted by.
void require_sortable(const std::string &field, const indexing::field_table &fields);

/// The first `most` of `documents` (in ascending order of number) by their value in the field: numbers by size, dates
/// as sort_order::date does, names by their first one, normalized. What has no value comes last, ties go by id.
/// Throws libsearch::error (invalid_argument) with the names there are.
std::vector<Xapian::docid> in_field_order(const indexing::snapshot &snapshot, const std::vector<Xapian::docid> &documents,
                                          const std::string &field, bool descending, std::size_t most);

}  // namespace libsearch

#endif
