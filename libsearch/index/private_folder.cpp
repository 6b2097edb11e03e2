#include "index/private_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include <libsearch/error.hpp>

#include "index/file.hpp"
#include "index/folder.hpp"

namespace libsearch::indexing {
namespace {

namespace fs = std::filesystem;

int open_folder(const std::string &path) {
  return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Whether `path` still names the folder behind `fd`.
bool is_at(int fd, const std::string &path, struct stat &opened) {
  struct stat named;
  return ::fstat(fd, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

std::string usual_parent() {
  for (const char *folder : {"/dev/shm", "/tmp", "/var/tmp"})
    if (::access(folder, W_OK | X_OK) == 0) return folder;
  throw error(errc::io, "there is no folder for an index in memory: /dev/shm, /tmp and /var/tmp can't be written to",
              "name a folder for it");
}

/// Removes folders whose owners are gone. Their lock is free, and taking it keeps others from them.
void remove_left_overs(const std::string &parent) {
  for (const std::string &name : names_if_readable(parent)) {
    if (name.rfind(private_folder::prefix, 0) != 0) continue;
    const std::string path = parent + "/" + name;
    const int fd = open_folder(path);
    if (fd < 0) continue;
    struct stat folder;
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0 && is_at(fd, path, folder) && folder.st_uid == ::geteuid())
      remove_leftover(path);
    ::close(fd);
  }
}

}  // namespace

private_folder::private_folder(std::string parent) : owner_(::getpid()) {
  if (parent.empty()) parent = usual_parent();
  remove_left_overs(parent);
  // Somebody who tidies up may take the folder between its making and its lock.
  do {
    path_ = fs::absolute(parent).lexically_normal() / (prefix + unique_name());
    if (::mkdir(path_.c_str(), 0700) != 0) throw_system_error(errno, path_, "cannot be made");
  } while (!claim());
}

bool private_folder::claim() {
  fd_ = open_folder(path_);
  if (fd_ < 0 && errno == ENOENT) return false;
  if (fd_ < 0) throw_system_error(errno, path_, "cannot be opened");
  int failed;
  while ((failed = ::flock(fd_, LOCK_EX)) != 0 && errno == EINTR) {
  }
  const int code = failed ? errno : 0;
  struct stat folder;
  if (!code && is_at(fd_, path_, folder)) return true;
  ::close(fd_);
  if (code) {
    ::rmdir(path_.c_str());
    throw_system_error(code, path_, "cannot be locked");
  }
  return false;
}

private_folder::~private_folder() {
  // What stays is removed with the next private folder.
  if (owner_ == ::getpid()) remove_leftover(path_);
  ::close(fd_);
}

}  // namespace libsearch::indexing
