// From a set of documents as a plan describes it to their numbers.
#ifndef LIBSEARCH_QUERY_LISTER_HPP
#define LIBSEARCH_QUERY_LISTER_HPP

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <xapian.h>

#include "index/text_cache.hpp"
#include "query/document_set.hpp"
#include "query/filter.hpp"
#include "query/known_sets.hpp"

namespace libsearch::query {

/// Lists sets over one state of a database. Xapian merges postings in order and opens all of an OR; here the documents of
/// many words are marked as they come, and a set is only looked at where documents are still in question. One thread at a
/// time; for the time of one search.
class lister {
 public:
  /// Calls `look` now and then; it may throw.
  lister(const Xapian::Database &database, indexing::text_cache &texts, known_sets &known, std::function<void()> look);

  /// The documents of the set, ascending.
  std::vector<Xapian::docid> list(const filter &set);

  /// Drops those documents (ascending) that are not in the set.
  void keep(const filter &set, std::vector<Xapian::docid> &documents);

  /// Whether the set was listed as a part of another one, so that keep() costs next to nothing.
  bool has_listed(const filter &set) const { return listed_.count(set.tree().get()) > 0; }

 private:
  using node = filter::node;
  using documents = std::vector<Xapian::docid>;

  void mark(const filter &set, document_set &into);
  void mark_term(const std::string &term, document_set &into);
  std::shared_ptr<const document_set> remember(const std::shared_ptr<const node> &tree);
  std::shared_ptr<const document_set> with_character(const node &wanted);
  documents with_query(const Xapian::Query &query) const;
  const document_set &everything();
  double cost_of_text() const;
  void keep_with_text(const std::string &character, documents &some);
  void keep_any(const filter &any, documents &some);
  void look_now_and_then();

  const Xapian::Database database_;
  indexing::text_cache &texts_;
  known_sets &known_;
  std::function<void()> look_;
  std::size_t opened_ = 0;
  std::shared_ptr<const document_set> everything_;
  struct large_set {
    std::shared_ptr<const node> tree;  // keeps the address taken
    std::shared_ptr<const document_set> documents;
  };
  std::map<const node *, large_set> listed_;
};

}  // namespace libsearch::query

#endif
