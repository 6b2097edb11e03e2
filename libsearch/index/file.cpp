#include "index/file.hpp"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <libsearch/error.hpp>

namespace libsearch::indexing {
namespace {

/// A file descriptor that closes itself.
struct descriptor {
  int fd;
  ~descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

void sync(const std::string &path, int flags) {
  const descriptor file{::open(path.c_str(), flags | O_CLOEXEC)};
  // Some file systems do not sync folders; what they can't do is no error.
  if (file.fd < 0 || (::fsync(file.fd) != 0 && errno != EINVAL))
    throw_system_error(errno, path, "cannot be made durable");
}

}  // namespace

void throw_system_error(int code, const std::string &path, const char *doing) {
  const std::string message = path + ": " + doing + ": " + std::strerror(code);
  if (code == ENOSPC || code == EDQUOT)
    throw error(errc::disk_full, message, "free some space and run again");
  if (code == ENOENT) throw error(errc::not_found, message);
  if (code == ENOMEM) throw error(errc::out_of_memory, message);
  throw error(errc::io, message, code == EACCES || code == EPERM || code == EROFS ? "check who may write there" : "");
}

void write_file_atomically(const std::string &path, std::string_view bytes, durability wanted) {
  const std::string aside = path + ".new-" + std::to_string(::getpid());
  {
    const descriptor file{::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (file.fd < 0) throw_system_error(errno, aside, "cannot be written");
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t written = ::write(file.fd, bytes.data() + at, bytes.size() - at);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) {
        const int code = errno;
        ::unlink(aside.c_str());
        throw_system_error(code, aside, "cannot be written");
      }
      at += static_cast<std::size_t>(written);
    }
    if (wanted == durability::synced && ::fsync(file.fd) != 0) {
      const int code = errno;
      ::unlink(aside.c_str());
      throw_system_error(code, aside, "cannot be made durable");
    }
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) {
    const int code = errno;
    ::unlink(aside.c_str());
    throw_system_error(code, path, "cannot be replaced");
  }
  if (wanted == durability::synced) sync_folder(parent_folder(path));
}

std::optional<std::string> read_file(const std::string &path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw_system_error(errno, path, "cannot be read");
  }
  std::string content;
  // Character by character, a large file takes many times as long.
  for (char block[1 << 16]; in.read(block, sizeof block), in.gcount() > 0;)
    content.append(block, static_cast<std::size_t>(in.gcount()));
  return content;
}

void sync_file(const std::string &path) { sync(path, O_RDONLY); }

void sync_folder(const std::string &path) { sync(path, O_RDONLY | O_DIRECTORY); }

std::string parent_folder(const std::string &path) {
  const auto parent = std::filesystem::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

std::string unique_name() {
  unsigned char random[16];
  if (::getrandom(random, sizeof random, 0) != sizeof random)
    throw error(errc::io, "the system gives no random numbers");
  std::string name;
  for (const unsigned char byte : random) {
    char hex[3];
    std::snprintf(hex, sizeof hex, "%02x", byte);
    name += hex;
  }
  return name;
}

}  // namespace libsearch::indexing
