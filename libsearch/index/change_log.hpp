// Which documents the last commits changed: what readers may keep of the others.
#ifndef LIBSEARCH_INDEX_CHANGE_LOG_HPP
#define LIBSEARCH_INDEX_CHANGE_LOG_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace libsearch::indexing {

/// The value of metadata_key::changes. It belongs to one generation, whose commits it numbers.
class change_log {
 public:
  /// More than this many documents are not listed: reading all anew is hardly slower then.
  static constexpr std::size_t most_documents = 4000;

  /// What can't be read says nothing, as "" does.
  explicit change_log(std::string_view bytes);

  /// The number of the last commit.
  std::uint64_t number() const { return first_ + commits_.size(); }

  /// The revision of the database that the last commit made. Where the database has another one, a library that keeps no
  /// log has changed it, and the log says nothing.
  std::uint64_t revision() const { return revision_; }

  /// The documents that commits since `number` added, replaced or removed, ascending; nothing where not all are known.
  std::optional<std::vector<Xapian::docid>> since(std::uint64_t number) const;

  /// Adds the commit that follows revision `before` and drops the oldest ones that are too many.
  void add(std::vector<Xapian::docid> documents, std::uint64_t before);
  std::string bytes() const;

 private:
  std::uint64_t revision_ = 0;
  std::uint64_t first_ = 0;                          // commits up to this number are not listed
  std::vector<std::vector<Xapian::docid>> commits_;  // ascending numbers of documents
};

}  // namespace libsearch::indexing

#endif
