// What a query that finds nothing is loosened to.
#ifndef LIBSEARCH_QUERY_RELAX_HPP
#define LIBSEARCH_QUERY_RELAX_HPP

#include <string>
#include <vector>

#include <libsearch/query.hpp>

#include "analysis/text_analyzer.hpp"

namespace libsearch::query {

/// A query apart: the content words of its plain parts, and what is never relaxed (quoted parts, fields,
/// groups, NOT).
struct relaxed_query {
  std::vector<std::string> words;  ///< normalized, each once
  query_node fixed;                ///< all_of; no children when nothing is fixed
};

/// `words` stays empty where there is nothing to relax.
relaxed_query relax(const query_node &root, analysis::text_analyzer &analyzer);

/// The share of their weight that a document must hold of the words to hold "most words"
/// (docs/BENCHMARKS.md).
inline constexpr double most_words = 0.25;

}  // namespace libsearch::query

#endif
