// What the index already holds, as far as sync needs to know: where from, and in which state.
#ifndef LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP
#define LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <libsearch/document.hpp>

#include "ingest/file_text.hpp"

namespace libsearch::ingest {

/// A document of the index. Small: there is one for each.
struct known_document {
  std::uint32_t file = 0;  ///< number of its origin's path
  bool seen = false;       ///< this run met it
  file_stamp stamp;
  std::uint64_t digest[2] = {0, 0};
};

/// The documents of an index by id and by the file they came from.
class known_documents {
 public:
  /// Reads the origins of the index at `path`; an index that does not exist yet holds nothing.
  void load(const std::string &path, const index_options &reading = {});

  /// Notes a document as it is now in the index.
  void set(const std::string &id, const source &origin);
  void remove(const std::string &id) { by_id_.erase(id); }

  known_document *find(const std::string &id);

  /// The id of a document with this digest that `wanted` takes, or "".
  std::string find_by_digest(const std::string &digest,
                             const std::function<bool(const known_document &)> &wanted);
  const std::string &path_of(const known_document &document) const { return paths_[document.file]; }
  bool comes_from(const known_document &document, const std::string &path) const {
    return path_of(document) == path;
  }
  static bool has_digest(const known_document &document, const std::string &digest);

  /// Visits the documents that were loaded from a file and still come from it.
  void for_file(const std::string &path,
                const std::function<void(const std::string &id, known_document &)> &visit);
  void for_each(const std::function<void(const std::string &id, known_document &)> &visit);

 private:
  std::uint32_t file_number(const std::string &path);

  std::unordered_map<std::string, known_document> by_id_;
  /// Half a digest to ids, as loaded; made when it is first needed.
  std::unordered_multimap<std::uint64_t, std::string> by_digest_;
  bool digests_ready_ = false;
  std::vector<std::string> paths_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::vector<std::string>> ids_;  ///< of each file, as loaded
};

}  // namespace libsearch::ingest

#endif
