// What makes a text the text it is: the terms to find others like it by.
#ifndef LIBSEARCH_QUERY_LIKENESS_HPP
#define LIBSEARCH_QUERY_LIKENESS_HPP

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analysis/text_analyzer.hpp"

namespace libsearch::query {

/// A word or boundary bigram and what it tells: much for one that is frequent here and rare elsewhere.
struct telling_term {
  std::string term;
  double weight = 0;
};

/// The most telling terms of a document, or of a text that need not be one, the best first. Function words, numbers
/// and what no other document has are left out.
std::vector<telling_term> telling_terms(Xapian::docid document, const Xapian::Database &database,
                                        const analysis::function_words &functions);
std::vector<telling_term> telling_terms(std::string_view normalized, const Xapian::Database &database,
                                        analysis::text_analyzer &analyzer);

/// The query that gives documents their likeness; empty without terms.
Xapian::Query likeness_query(const std::vector<telling_term> &terms);

}  // namespace libsearch::query

#endif
