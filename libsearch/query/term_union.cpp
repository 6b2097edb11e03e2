#include "query/term_union.hpp"

#include <cstddef>
#include <string>

namespace libsearch::query {
namespace {

/// With fewer terms, merging costs no more than a look at each number of a document.
constexpr std::size_t fewest_terms = 16;
/// Terms between two calls of `look`.
constexpr std::size_t terms_per_look = 64;

/// Adds the terms of an OR; false where it holds anything else.
bool collect_terms(const Xapian::Query &query, std::vector<std::string> &terms) {
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    terms.push_back(*query.get_terms_begin());
    return !terms.back().empty();  // the empty term stands for all documents
  }
  if (query.get_type() != Xapian::Query::OP_OR) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (!collect_terms(query.get_subquery(i), terms)) return false;
  return true;
}

}  // namespace

std::optional<std::vector<Xapian::docid>> term_union(const Xapian::Database &database, const Xapian::Query &wanted,
                                                     const std::function<void()> &look) {
  if (wanted.get_type() != Xapian::Query::OP_OR) return std::nullopt;
  std::vector<std::string> terms;
  if (!collect_terms(wanted, terms) || terms.size() < fewest_terms) return std::nullopt;
  std::vector<char> found(database.get_lastdocid() + std::size_t{1});
  std::size_t count = 0, looked = 0;
  for (const std::string &term : terms) {
    if (++looked % terms_per_look == 0) look();
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      char &mark = found[*posting];
      count += !mark;
      mark = 1;
    }
  }
  std::vector<Xapian::docid> documents;
  documents.reserve(count);
  for (std::size_t number = 1; number < found.size(); ++number)
    if (found[number]) documents.push_back(static_cast<Xapian::docid>(number));
  return documents;
}

}  // namespace libsearch::query
