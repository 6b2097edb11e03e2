// The values of a field for all documents, as small numbers in arrays: one pass over matches counts them.
#ifndef LIBSEARCH_FACET_COLUMN_HPP
#define LIBSEARCH_FACET_COLUMN_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "text/date_interval.hpp"

namespace libsearch::facet {

using value_id = std::uint32_t;

/// A field with any number of string values per document. Values that normalize alike are one
/// (小山 堅 = 小山堅 = 小山　堅); the commonest spelling is shown. Thread-safe once made.
class value_column {
 public:
  /// Reads a slot of zero-separated values. With `hierarchical`, "a/b/c" also counts as "a/b" and "a".
  value_column(const Xapian::Database &database, unsigned slot, bool hierarchical);

  std::size_t size() const { return shown_.size(); }
  const std::string &shown(value_id id) const { return shown_[id]; }
  std::optional<value_id> find(std::string_view value) const;
  /// The values of a document, each once.
  std::span<const value_id> of(Xapian::docid document) const;
  /// Bytes of memory, about.
  std::size_t bytes() const;

 private:
  std::unordered_map<std::string, value_id> ids_;  // by normalized value
  std::vector<std::string> shown_;
  std::vector<std::uint32_t> begins_;  // by document, into values_, and the end
  std::vector<value_id> values_;
};

/// Numbers of all documents, each distinct one with a small id in ascending order. Thread-safe once made.
class number_column {
 public:
  number_column(const Xapian::Database &database, unsigned slot);

  std::size_t size() const { return numbers_.size(); }
  double number(value_id id) const { return numbers_[id]; }
  /// Nothing where the document has no number.
  std::optional<value_id> of(Xapian::docid document) const;
  std::size_t bytes() const;

 private:
  std::vector<double> numbers_;  // by id
  std::vector<value_id> ids_;    // by document, one more than the id; 0: none
};

/// Dates of all documents, each distinct one with a small id in ascending order. Thread-safe once made.
class date_column {
 public:
  /// Reads the slots of the first and the last day.
  date_column(const Xapian::Database &database, unsigned first_slot, unsigned last_slot);

  std::size_t size() const { return dates_.size(); }
  const text::date_interval &date(value_id id) const { return dates_[id]; }
  /// Nothing where the document has no date.
  std::optional<value_id> of(Xapian::docid document) const;
  std::size_t bytes() const;

 private:
  std::vector<text::date_interval> dates_;  // by id
  std::vector<value_id> ids_;               // by document, one more than the id; 0: none
};

}  // namespace libsearch::facet

#endif
