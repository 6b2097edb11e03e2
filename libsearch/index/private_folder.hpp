// A folder that nobody else uses and that goes with the object, or with the process soon after.
#ifndef LIBSEARCH_INDEX_PRIVATE_FOLDER_HPP
#define LIBSEARCH_INDEX_PRIVATE_FOLDER_HPP

#include <sys/types.h>

#include <string>

namespace libsearch::indexing {

/// A new empty folder, locked (flock) while it is in use. The system drops the lock of a process that dies; the
/// next private folder of the same user in the same place removes what such a process left.
class private_folder {
 public:
  /// `parent` = "": /dev/shm, which is memory; where that can't be written to, /tmp or /var/tmp.
  /// Throws libsearch::error (io, disk_full, not_found).
  explicit private_folder(std::string parent);
  /// Removes the folder with all that is in it; not in a child process, which is not the owner.
  ~private_folder();
  private_folder(const private_folder &) = delete;
  private_folder &operator=(const private_folder &) = delete;

  const std::string &path() const { return path_; }

  /// What the names of all such folders begin with.
  static constexpr char prefix[] = "libsearch-memory-";

 private:
  bool claim();

  std::string path_;
  int fd_ = -1;
  pid_t owner_;
};

}  // namespace libsearch::indexing

#endif
