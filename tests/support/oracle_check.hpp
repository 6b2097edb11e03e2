// Asks an index what the oracle knows, and complains about every difference.
#ifndef LIBSEARCH_TESTS_ORACLE_CHECK_HPP
#define LIBSEARCH_TESTS_ORACLE_CHECK_HPP

#include <string>

#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "searching.hpp"

namespace test::oracle {

inline void check(libsearch::index &searched, const libsearch::search_request &request, const ids &expected) {
  const libsearch::search_results results = searched.search(request);
  const auto listed = test::listed_ids(results);
  if (ids(listed.begin(), listed.end()) == expected && listed.size() == expected.size() &&
      results.total.value == expected.size() && results.total.relation == libsearch::total_relation::eq)
    return;
  const std::string asked = request.tree ? to_string(*request.tree) : request.query;
  CAPTURE(asked);
  CHECK(listed.size() == expected.size());
  CHECK(ids(listed.begin(), listed.end()) == expected);
  CHECK(results.total.value == expected.size());
  CHECK(results.total.relation == libsearch::total_relation::eq);
}

/// A string of the archive, or nearly one, or one that does not occur.
inline std::string random_string(const archive &truth, random_source &random, std::size_t most = 12) {
  auto at = truth.entries().begin();
  std::advance(at, static_cast<std::ptrdiff_t>(random.below(truth.size())));
  const libsearch::document &d = at->second.given;
  const std::size_t where = random.below(10);
  std::string text = where < 7 || d.authors.empty() ? random.cut(d.body, most)
                     : where < 9                    ? random.cut(d.title, most)
                                                    : random.cut(d.authors[0], most);
  if (random.chance(12)) {
    auto parts = test::characters(text);
    if (!parts.empty()) parts[random.below(parts.size())] = random.cut(d.body + "鬱", 1);
    text.clear();
    for (const std::string &part : parts) text += part;
  }
  return text.empty() ? "資源" : text;
}

}  // namespace test::oracle

#endif
