// What holds for the pages of any search: cursors, collapsed hits, orders; against the scan's documents.
#ifndef LIBSEARCH_TESTS_PAGE_CHECK_HPP
#define LIBSEARCH_TESTS_PAGE_CHECK_HPP

#include <doctest/doctest.h>

#include <libsearch/index.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "searching.hpp"

namespace test {

/// The normalized names of a document that hits are collapsed by, as one; "" = none.
inline std::string collapse_value(const oracle::entry &e, const std::string &field) {
  std::string all;
  for (const std::string &name : e.name_values(field)) all += name + '\n';
  return all;
}

/// Hits collapsed by a field of names: one for each value, the first in the order, the others counted.
inline void check_collapsed(libsearch::index &searched, const oracle::archive &truth, libsearch::search_request request,
                            const std::string &field, const oracle::ids &expected) {
  request.limit = 1000000;
  request.offset = 0;
  request.collapse.clear();
  const auto plain = searched.search(request);
  std::map<std::string, std::size_t> sizes;
  std::vector<std::string> first;
  for (const auto &h : plain.hits) {
    const std::string value = collapse_value(truth.entries().at(h.id), field);
    if (value.empty() || ++sizes[value] == 1) first.push_back(h.id);
  }
  request.collapse = field;
  const auto results = searched.search(request);
  CHECK(results.total.value == expected.size());
  CHECK(listed_ids(results) == first);
  for (const auto &h : results.hits) {
    const std::string value = collapse_value(truth.entries().at(h.id), field);
    CHECK(h.collapsed == (value.empty() ? 0 : sizes[value] - 1));
  }
}

/// Pages of `limit` hits behind one another: together they are the one long list.
inline void check_cursors(libsearch::index &searched, libsearch::search_request request, std::size_t limit) {
  request.limit = 1000000;
  request.offset = 0;
  const auto whole = listed_ids(searched.search(request));
  request.limit = limit;
  std::vector<std::string> paged;
  do {
    const auto page = searched.search(request);
    CHECK(page.hits.size() <= limit);
    for (const std::string &id : listed_ids(page)) paged.push_back(id);
    request.after = page.next;
  } while (!request.after.empty() && paged.size() <= whole.size());
  CHECK(paged == whole);
}

/// Numbers in their order, and what has none last.
inline void check_number_order(const libsearch::search_results &results, const oracle::archive &truth,
                               const std::string &field, bool descending) {
  bool ended = false;
  double last = 0;
  for (std::size_t i = 0; i < results.hits.size(); ++i) {
    const auto own = truth.entries().at(results.hits[i].id).attribute_values(field);
    if (own.empty()) {
      ended = true;
      continue;
    }
    CHECK_FALSE(ended);
    const double number = std::stod(own[0]);
    if (i > 0) CHECK((descending ? number <= last : number >= last));
    last = number;
  }
}

}  // namespace test

#endif
