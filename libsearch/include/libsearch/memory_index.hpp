#ifndef LIBSEARCH_MEMORY_INDEX_HPP
#define LIBSEARCH_MEMORY_INDEX_HPP

#include <cstdint>
#include <memory>
#include <string>

#include <libsearch/export.h>
#include <libsearch/index.hpp>

namespace libsearch {

struct memory_index_options {
  /// Where the private folder is made. "": /dev/shm, which is memory; where that can't be written to, /tmp or
  /// /var/tmp. A folder on a disk works as well: nothing waits for the disk.
  std::string folder;
  /// How each writer is opened; `rebuild` and `durable` do not count.
  writer_options writing;
};

/// An index without files of yours: in a private folder, in memory, that goes with it. Everything works as in an
/// index at a path, by the same classes:
///
///     libsearch::memory_index notes;
///     libsearch::index_writer writer = notes.writer();
///     writer.put(document);
///     writer.commit();
///     libsearch::index reader = notes.reader();   // one per thread
///     reader.search(request);
///
/// The folder goes when the memory_index and each writer and index that it gave are gone, in any order. What a
/// process that was killed has left is removed when the same user makes the next memory_index. All const functions may be
/// called by several threads at once.
class LIBSEARCH_API memory_index {
 public:
  /// An index without documents.
  /// @throws error errc::invalid_argument, dictionary_missing, analyzer_mismatch as index_writer; io, disk_full,
  /// not_found when the folder can't be made.
  explicit memory_index(const memory_index_options &options = {});
  ~memory_index();
  memory_index(memory_index &&) noexcept;
  memory_index &operator=(memory_index &&) noexcept;

  /// The writer; one at a time.
  /// @throws error errc::locked while there is another.
  index_writer writer() const;

  /// A reader, which sees each commit. One per thread.
  index reader(const index_options &options = {}) const;

  /// Where it is: for check_index() and compact_index(), and for other readers while this one lives.
  const std::string &path() const noexcept;

  /// Bytes that its files take.
  std::uint64_t bytes() const;

 private:
  struct impl;
  std::unique_ptr<impl> impl_;
};

}  // namespace libsearch

#endif
