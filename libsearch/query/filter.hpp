// Sets of documents that can be listed, with what listing them is likely to cost.
#ifndef LIBSEARCH_QUERY_FILTER_HPP
#define LIBSEARCH_QUERY_FILTER_HPP

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/document_set.hpp"

namespace libsearch::query {

/// A word, borrowed from the lexicon, and about how many documents have it.
struct counted_word {
  std::u16string_view word;
  double frequency = 0;
};

/// A set of documents: none, all, or what a tree of sets says. Cheap to copy; query/lister.hpp lists it.
class filter {
 public:
  static filter none() { return filter(kind::none); }
  static filter all() { return filter(kind::all); }
  /// The documents of a term. `frequency` is about their number.
  static filter term(const std::string &term, double frequency);
  /// The documents that have a character in their text, which is the same as to have one of the words: all that hold it.
  static filter character(std::string character, std::vector<counted_word> words, double total);
  /// A set that is there.
  static filter known(std::shared_ptr<const document_set> documents);
  /// The documents of any query; `cost` is the number of postings that it opens.
  static filter of(Xapian::Query query, double estimate, double cost);

  bool is_none() const { return kind_ == kind::none; }
  bool is_all() const { return kind_ == kind::all; }

  /// Documents in the set, about; of `all`, `total`.
  double estimate(double total) const { return is_all() ? total : is_none() ? 0 : estimate_; }
  /// Postings to open.
  double cost() const { return cost_; }

  /// For Xapian; `all` is every document. It borrows what known sets there are.
  Xapian::Query query() const;

  enum class shape { term, any_of, all_of, and_not, character, known, query };
  struct node;
  /// How it is made; null for none and all.
  const std::shared_ptr<const node> &tree() const { return node_; }

 private:
  enum class kind { none, all, some };
  explicit filter(kind k) : kind_(k) {}
  filter(node made, double estimate, double cost);

  friend filter any_of(const std::vector<filter> &filters, double total);
  friend filter all_of(const std::vector<filter> &filters, double total);
  friend filter and_not(const filter &from, const filter &without, double total);

  kind kind_;
  double estimate_ = 0;
  double cost_ = 0;
  std::shared_ptr<const node> node_;
};

struct filter::node {
  shape made;
  std::string text{};              ///< the term, or the character
  std::vector<filter> parts{};     ///< of and_not two: documents of the first that are not in the second
  std::vector<counted_word> words{};  ///< that hold the character
  std::shared_ptr<const document_set> documents{};
  Xapian::Query query{};
};

/// Exact union and intersection.
filter any_of(const std::vector<filter> &filters, double total);
filter all_of(const std::vector<filter> &filters, double total);
/// Documents of `from` that are not in `without`.
filter and_not(const filter &from, const filter &without, double total);

/// A superset of the intersection: the most selective sets first, and another one only while opening
/// its postings costs less than checking the texts that it would spare.
filter selective_all_of(std::vector<filter> filters, double total);

}  // namespace libsearch::query

#endif
