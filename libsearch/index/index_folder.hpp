// The folder of an index: which generation of the database is the current one, and who may write.
//
//   current           names the generation; replaced by rename, so a reader sees one or the other
//   lock              held by the writer, with a line that says who it is
//   g-<name>/         a database and its lexicon
#ifndef LIBSEARCH_INDEX_INDEX_FOLDER_HPP
#define LIBSEARCH_INDEX_INDEX_FOLDER_HPP

#include <optional>
#include <string>

#include "index/file.hpp"

namespace libsearch::indexing {

inline constexpr int format_version = 1;

/// Name of the current generation's folder. Throws libsearch::error: not_found, not_an_index, format_mismatch.
std::string current_generation(const std::string &path);

/// The same, or nothing where there is no index yet (no folder, or an empty one).
/// Throws libsearch::error: not_an_index, format_mismatch.
std::optional<std::string> find_generation(const std::string &path);

/// Makes `generation` the current one.
void publish_generation(const std::string &path, const std::string &generation,
                        durability wanted = durability::synced);

/// The writer's lock: an open-file-description lock, which the system drops when the process dies.
class writer_lock {
 public:
  /// Throws libsearch::error (locked) that names the holder.
  explicit writer_lock(const std::string &folder);
  ~writer_lock();
  writer_lock(const writer_lock &) = delete;
  writer_lock &operator=(const writer_lock &) = delete;

 private:
  int fd_ = -1;
};

/// Removes generations and leftovers that are not `keep`, and says how many there were; only the holder of the lock may.
std::size_t remove_other_generations(const std::string &path, const std::string &keep);

/// The folder beside `path` in which a new index is built before it appears by rename.
std::string aside_of(const std::string &path);

}  // namespace libsearch::indexing

#endif
