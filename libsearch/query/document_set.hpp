// A set of documents, one bit for each.
#ifndef LIBSEARCH_QUERY_DOCUMENT_SET_HPP
#define LIBSEARCH_QUERY_DOCUMENT_SET_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace libsearch::query {

/// Numbers of documents from 1 on.
class document_set {
 public:
  /// An empty set for numbers up to `last`.
  explicit document_set(Xapian::docid last) : blocks_(std::size_t{last} / block_bits + 1) {}
  document_set(Xapian::docid last, const std::vector<Xapian::docid> &documents) : document_set(last) {
    for (const Xapian::docid number : documents) add(number);
  }

  /// The number must not be above `last`.
  void add(Xapian::docid number) {
    std::uint64_t &block = blocks_[number / block_bits];
    const std::uint64_t bit = std::uint64_t{1} << number % block_bits;
    size_ += !(block & bit);
    block |= bit;
  }

  /// The other set must be for the same numbers.
  void add(const document_set &other) {
    size_ = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      size_ += static_cast<std::size_t>(std::popcount(blocks_[i] |= other.blocks_[i]));
  }

  bool contains(Xapian::docid number) const {
    return number / block_bits < blocks_.size() && blocks_[number / block_bits] >> number % block_bits & 1;
  }

  /// How many there are.
  std::size_t size() const { return size_; }
  std::size_t bytes() const { return blocks_.capacity() * sizeof blocks_[0]; }

  /// Calls `use` with each number, ascending.
  template <class Use>
  void for_each(Use &&use) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      for (std::uint64_t left = blocks_[i]; left; left &= left - 1)
        use(static_cast<Xapian::docid>(i * block_bits + static_cast<std::size_t>(std::countr_zero(left))));
  }

  std::vector<Xapian::docid> list() const {
    std::vector<Xapian::docid> documents;
    documents.reserve(size_);
    for_each([&](Xapian::docid number) { documents.push_back(number); });
    return documents;
  }

 private:
  static constexpr std::size_t block_bits = 64;

  std::vector<std::uint64_t> blocks_;
  std::size_t size_ = 0;
};

}  // namespace libsearch::query

#endif
