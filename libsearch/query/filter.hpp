// Sets of documents that Xapian can list, with what listing them is likely to cost.
#ifndef LIBSEARCH_QUERY_FILTER_HPP
#define LIBSEARCH_QUERY_FILTER_HPP

#include <string>
#include <vector>

#include <xapian.h>

namespace libsearch::query {

/// A set of documents: none, all, or those of a Xapian query.
class filter {
 public:
  static filter none() { return filter(kind::none); }
  static filter all() { return filter(kind::all); }
  /// The documents of a term. `frequency` is about their number.
  static filter term(const std::string &term, double frequency);
  /// The documents of any query; `cost` is the number of postings that it opens.
  static filter of(Xapian::Query query, double estimate, double cost);

  bool is_none() const { return kind_ == kind::none; }
  bool is_all() const { return kind_ == kind::all; }

  /// Documents in the set, about; of `all`, `total`.
  double estimate(double total) const { return is_all() ? total : is_none() ? 0 : estimate_; }
  double cost() const { return cost_; }

  /// For Xapian; `all` is every document.
  Xapian::Query query() const;

 private:
  enum class kind { none, all, some };
  explicit filter(kind k) : kind_(k) {}

  kind kind_;
  Xapian::Query query_;
  double estimate_ = 0;
  double cost_ = 0;
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
