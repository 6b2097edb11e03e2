#include "ingest/file_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <libsearch/error.hpp>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

class descriptor {
 public:
  // O_NONBLOCK: opening a pipe nobody writes to must not wait.
  explicit descriptor(const std::string &path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  descriptor(const descriptor &) = delete;
  descriptor &operator=(const descriptor &) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void refuse_open(int code) {
  const std::string cause = std::strerror(code);
  if (code == ENOENT || code == ENOTDIR)
    throw error(errc::not_found, "there is no such file", "check the spelling of the path");
  if (code == EACCES)
    throw error(errc::io, "cannot be read: " + cause, "give yourself permission to read it");
  throw error(errc::io, "cannot be opened: " + cause);
}

std::string kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

struct signature {
  std::string_view bytes;
  const char *kind;
};

/// What a binary file is, where its first bytes say so; "" otherwise.
std::string known_kind(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr signature signatures[] = {
      {"%PDF-"sv, "a PDF document"},
      {"PK\x03\x04"sv, "a ZIP archive or office document"},
      {"\x1f\x8b"sv, "a gzip archive"},
      {"\x28\xb5\x2f\xfd"sv, "a zstd archive"},
      {"\xfd\x37zXZ"sv, "an xz archive"},
      {"\x89PNG"sv, "an image"},
      {"\xff\xd8\xff"sv, "an image"},
      {"\xd0\xcf\x11\xe0"sv, "an old office document"},
      {"\x7f"
       "ELF"sv,
       "a program"},
      {"\xff\xfe"sv, "UTF-16 text"},
      {"\xfe\xff"sv, "UTF-16 text"},
  };
  for (const auto &one : signatures)
    if (bytes.substr(0, one.bytes.size()) == one.bytes) return one.kind;
  return {};
}

[[noreturn]] void refuse_binary(const std::string &kind) {
  if (kind == "UTF-16 text")
    throw error(errc::malformed, "is not UTF-8 text but UTF-16",
                "convert it first: iconv -f UTF-16 -t UTF-8 FILE > NEW_FILE");
  if (kind == "a PDF document")
    throw error(errc::malformed, "is not text but a PDF document",
                "extract its text first: pdftotext FILE.pdf FILE.txt");
  throw error(errc::malformed, kind.empty() ? "is not text" : "is not text but " + kind,
              "only UTF-8 text and JSON lines can be read");
}

void refuse_ill_formed(std::string_view bytes) {
  const std::size_t at = find_ill_formed(bytes);
  if (at == npos) return;
  const auto line =
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02x",
                static_cast<unsigned>(static_cast<unsigned char>(bytes[at])));
  throw error(errc::malformed,
              "is not UTF-8: ill-formed at byte " + std::to_string(at) + " (" + byte + "), line " +
                  std::to_string(line),
              "convert it first, for example: iconv -f CP932 -t UTF-8 FILE > NEW_FILE");
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && !(byte >= '\t' && byte <= '\r'));
}

}  // namespace

file_content read_file(const std::string &path, std::uint64_t most) {
  const descriptor file(path);
  if (file.number() < 0) refuse_open(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) refuse_open(errno);
  if (!S_ISREG(status.st_mode))
    throw error(errc::invalid_argument, "is " + kind_of(status.st_mode) + ", not a regular file");
  file_content result;
  result.stamp.size = static_cast<std::uint64_t>(status.st_size);
  result.stamp.mtime =
      static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000000000 + status.st_mtim.tv_nsec;
  if (result.stamp.size > most)
    throw error(errc::too_large,
                "has " + std::to_string(result.stamp.size) + " bytes, more than the limit of " +
                    std::to_string(most),
                "split it into several files");
  result.bytes.resize(result.stamp.size);
  std::size_t filled = 0;
  while (filled < result.bytes.size()) {
    const ssize_t count =
        ::read(file.number(), result.bytes.data() + filled, result.bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw error(errc::io, std::string("cannot be read: ") + std::strerror(errno));
    if (count == 0) break;  // it became shorter meanwhile: the next run sees another stamp
    filled += static_cast<std::size_t>(count);
  }
  result.bytes.resize(filled);
  return result;
}

std::string checked_text(std::string bytes) {
  if (bytes.empty()) throw error(errc::malformed, "is empty", "remove it, or put text into it");
  const std::string kind = known_kind(bytes);
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  const bool has_nul = bytes.find('\0') != std::string::npos;
  if (!kind.empty() || has_nul || controls * 50 > bytes.size()) refuse_binary(kind);
  refuse_ill_formed(bytes);
  if (bytes.compare(0, 3, "\xEF\xBB\xBF") == 0) bytes.erase(0, 3);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
    bytes[kept++] = bytes[i] == '\r' ? '\n' : bytes[i];
  }
  bytes.resize(kept);
  if (trim(bytes).empty())
    throw error(errc::malformed, "is empty: it holds nothing but white space",
                "remove it, or put text into it");
  return bytes;
}

std::string digest_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  char buffer[33];
  std::snprintf(buffer, sizeof buffer, "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return buffer;
}

}  // namespace libsearch::ingest
