#include "index/folder.hpp"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>

#include <libsearch/error.hpp>

#include "index/file.hpp"

namespace libsearch::indexing {
namespace {

struct folder_closer {
  void operator()(DIR *folder) const { ::closedir(folder); }
};

bool is_folder(const std::string &path) {
  struct stat status;
  return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

std::vector<std::string> names_in(const std::string &folder) {
  const std::unique_ptr<DIR, folder_closer> open(::opendir(folder.c_str()));
  if (!open) throw_system_error(errno, folder, "cannot be read");
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent *entry = ::readdir(open.get());
    if (!entry) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) throw_system_error(errno, folder, "cannot be read");
  return names;
}

std::vector<std::string> names_if_readable(const std::string &folder) {
  try {
    return names_in(folder);
  } catch (const error &) {
    return {};
  }
}

void remove_tree(const std::string &path) {
  const bool folder = is_folder(path);
  if (folder)
    for (const std::string &name : names_in(path)) remove_tree(path + "/" + name);
  if ((folder ? ::rmdir(path.c_str()) : ::unlink(path.c_str())) != 0 && errno != ENOENT && errno != ENOTDIR)
    throw_system_error(errno, path, "cannot be removed");
}

void remove_leftover(const std::string &path) noexcept {
  try {
    remove_tree(path);
  } catch (...) {
    // It is not worth a failure.
  }
}

void sync_tree(const std::string &path) {
  for (const std::string &name : names_in(path)) {
    const std::string entry = path + "/" + name;
    if (is_folder(entry)) sync_tree(entry);
    else sync_file(entry);
  }
  sync_folder(path);
}

std::uint64_t tree_bytes(const std::string &path) {
  struct stat status;
  if (::lstat(path.c_str(), &status) != 0) return 0;
  if (S_ISREG(status.st_mode)) return static_cast<std::uint64_t>(status.st_size);
  if (!S_ISDIR(status.st_mode)) return 0;
  std::uint64_t bytes = 0;
  for (const std::string &name : names_if_readable(path)) bytes += tree_bytes(path + "/" + name);
  return bytes;
}

}  // namespace libsearch::indexing
