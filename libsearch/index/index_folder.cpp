#include "index/index_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <libsearch/error.hpp>

#include "index/file.hpp"
#include "index/folder.hpp"

namespace libsearch::indexing {
namespace {

namespace fs = std::filesystem;

constexpr char generation_prefix[] = "g-";

std::string current_text(const std::string &generation) {
  return "libsearch index\nformat " + std::to_string(format_version) + "\ngeneration " + generation + "\n";
}

error not_an_index(const std::string &path) {
  return error(errc::not_an_index, path + ": not an index of libsearch",
               "name another folder for the index, or remove what is there");
}

std::string read_current(const std::string &path, const std::string &text) {
  int format = 0;
  char generation[80] = {};
  if (std::sscanf(text.c_str(), "libsearch index\nformat %d\n", &format) != 1) throw not_an_index(path);
  if (format != format_version)
    throw error(errc::format_mismatch,
                path + ": written in format " + std::to_string(format) + ", this library reads format " +
                    std::to_string(format_version),
                "build it anew with \"jsearch index --rebuild\"");
  if (std::sscanf(text.c_str(), "libsearch index\nformat %*d\ngeneration %79s", generation) != 1 ||
      std::string_view(generation).find('/') != std::string_view::npos)
    throw error(errc::corrupt, path + "/current: damaged", "build it anew with \"jsearch index --rebuild\"");
  return generation;
}

}  // namespace

std::optional<std::string> find_generation(const std::string &path) {
  const auto text = read_file(path + "/current");
  if (text) return read_current(path, *text);
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;
    throw_system_error(errno, path, "cannot be opened");
  }
  if (!S_ISDIR(status.st_mode)) throw not_an_index(path);
  if (!names_in(path).empty()) throw not_an_index(path);
  return std::nullopt;
}

std::string current_generation(const std::string &path) {
  if (auto generation = find_generation(path)) return *std::move(generation);
  throw error(errc::not_found, path + ": there is no index", "make one with \"jsearch index -i " + path + " PATH...\"");
}

void publish_generation(const std::string &path, const std::string &generation, durability wanted) {
  write_file_atomically(path + "/current", current_text(generation), wanted);
}

writer_lock::writer_lock(const std::string &folder) {
  const std::string path = folder + "/lock";
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) throw_system_error(errno, path, "cannot be opened");
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(fd_, F_OFD_SETLK, &lock) != 0) {
    const int code = errno;
    char holder[200] = {};
    const ssize_t read = ::pread(fd_, holder, sizeof holder - 1, 0);
    ::close(fd_);
    if (code != EAGAIN && code != EACCES) throw_system_error(code, path, "cannot be locked");
    std::string who(holder, read > 0 ? static_cast<std::size_t>(read) : 0);
    who = who.substr(0, who.find('\n'));
    throw error(errc::locked, folder + ": locked by " + (who.empty() ? "another writer" : who),
                "wait until it ends, or end it");
  }
  try {
    std::string name = read_file("/proc/self/comm").value_or("");
    name = name.substr(0, name.find('\n'));
    const std::string line =
        "process " + std::to_string(::getpid()) + (name.empty() ? "" : " (" + name + ")") + "\n";
    // Only for the message above: a lock that can't say who holds it is still a lock.
    if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, line.data(), line.size(), 0);
  } catch (...) {
    // As above; and the descriptor must not be lost.
  }
}

writer_lock::~writer_lock() { ::close(fd_); }

std::size_t remove_other_generations(const std::string &path, const std::string &keep) {
  std::size_t found = 0;
  for (const std::string &name : names_if_readable(path)) {
    const bool other = name.rfind(generation_prefix, 0) == 0 && name != keep;
    if (!other && name.rfind("current.new-", 0) != 0) continue;
    remove_leftover(path + "/" + name);
    ++found;
  }
  return found;
}

std::string aside_of(const std::string &path) {
  fs::path folder = fs::path(path).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  return (folder.parent_path() / ("." + folder.filename().string() + ".building")).string();
}

}  // namespace libsearch::indexing
