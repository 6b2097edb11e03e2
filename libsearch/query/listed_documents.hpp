// Documents already found, as a source of postings for Xapian.
#ifndef LIBSEARCH_QUERY_LISTED_DOCUMENTS_HPP
#define LIBSEARCH_QUERY_LISTED_DOCUMENTS_HPP

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include <xapian.h>

namespace libsearch::query {

/// Exactly the documents of a list, without weight: what was found needs no second look at the postings that found it.
class listed_documents final : public Xapian::PostingSource {
 public:
  /// Ascending numbers of documents that exist; copies of the source share them.
  explicit listed_documents(std::vector<Xapian::docid> numbers)
      : listed_documents(std::make_shared<const std::vector<Xapian::docid>>(std::move(numbers))) {}

  void init(const Xapian::Database &) override;
  void next(double least_weight) override;
  void skip_to(Xapian::docid number, double least_weight) override;
  bool at_end() const override { return at_ >= numbers_->size(); }
  Xapian::docid get_docid() const override { return (*numbers_)[at_]; }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  Xapian::PostingSource *clone() const override { return new listed_documents(numbers_); }

 private:
  explicit listed_documents(std::shared_ptr<const std::vector<Xapian::docid>> numbers) : numbers_(std::move(numbers)) {}
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(numbers_->size()); }

  std::shared_ptr<const std::vector<Xapian::docid>> numbers_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace libsearch::query

#endif
