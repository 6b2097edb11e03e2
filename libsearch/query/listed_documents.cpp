#include "query/listed_documents.hpp"

#include <algorithm>

namespace libsearch::query {

void listed_documents::init(const Xapian::Database &) {
  at_ = 0;
  started_ = false;
}

void listed_documents::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void listed_documents::skip_to(Xapian::docid number, double) {
  started_ = true;
  const auto from = numbers_->begin() + static_cast<std::ptrdiff_t>(std::min(at_, numbers_->size()));
  at_ = static_cast<std::size_t>(std::lower_bound(from, numbers_->end(), number) - numbers_->begin());
}

}  // namespace libsearch::query
