#include "ingest/file_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <libsearch/error.hpp>

#include "ingest/html_reader.hpp"
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
  if (code == ENXIO) throw error(errc::invalid_argument, "is a socket, not a regular file");
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
  };
  for (const auto &one : signatures)
    if (bytes.substr(0, one.bytes.size()) == one.bytes) return one.kind;
  return {};
}

[[noreturn]] void refuse_binary(const std::string &kind) {
  throw error(errc::malformed, kind.empty() ? "is not text" : "is not text but " + kind,
              "text, Markdown, HTML, PDF and JSON lines can be read");
}

constexpr std::size_t head_bytes = 4096;  // enough to tell a PDF

/// Appends up to `count` bytes of the file; fewer when it ends before.
void read_block(int file, std::string &into, std::uint64_t count) {
  std::size_t filled = into.size();
  into.resize(filled + count);
  while (filled < into.size()) {
    const ssize_t done = ::read(file, into.data() + filled, into.size() - filled);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) throw error(errc::io, std::string("cannot be read: ") + std::strerror(errno));
    if (done == 0) break;
    filled += static_cast<std::size_t>(done);
  }
  into.resize(filled);
}

/// Readers take a PDF whose header stands within the first kilobyte.
bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

/// Whether the first character is that of a tag: only then do the bytes declare an encoding.
bool markup_begins(std::string_view bytes) {
  const std::size_t at = bytes.find_first_not_of(" \t\r\n\f");
  return at != std::string_view::npos && bytes[at] == '<';
}

std::string digits_of(XXH128_hash_t hash) {
  char buffer[33];
  std::snprintf(buffer, sizeof buffer, "%016llx%016llx",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return buffer;
}

/// The digest of a whole file whose `head` is read already, without holding the rest in memory.
std::string digest_of_rest(int file, const std::string &head) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       &XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  XXH3_128bits_update(state.get(), head.data(), head.size());
  std::string block;
  do {
    block.clear();
    read_block(file, block, 1u << 20);
    XXH3_128bits_update(state.get(), block.data(), block.size());
  } while (!block.empty());
  return digits_of(XXH3_128bits_digest(state.get()));
}

/// Control characters that no text has.
std::size_t count_controls(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    // Without branches, so that many bytes are looked at at once.
    const auto byte = static_cast<unsigned char>(c);
    count += static_cast<unsigned>(byte < '\t') | (static_cast<unsigned>(byte > '\r') & static_cast<unsigned>(byte < 0x20)) |
             static_cast<unsigned>(byte == 0x7F);
  }
  return count;
}

}  // namespace

file_content read_file(const std::string &path, const read_options &options) {
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
  read_block(file.number(), result.bytes, std::min<std::uint64_t>(result.stamp.size, head_bytes));
  result.pdf = options.format == file_format::pdf ||
               (options.format == file_format::automatic && is_pdf(result.bytes));
  const std::uint64_t most = result.pdf ? options.max_pdf_bytes : options.max_file_bytes;
  if (result.stamp.size > most)
    throw error(errc::too_large,
                "has " + std::to_string(result.stamp.size) + " bytes, more than the limit of " +
                    std::to_string(most),
                result.pdf ? "extract its text first: pdftotext FILE.pdf FILE.txt"
                           : "split it into several files");
  if (result.pdf) {
    result.digest = digest_of_rest(file.number(), result.bytes);
  } else {
    // It may become shorter meanwhile: the next run sees another stamp.
    read_block(file.number(), result.bytes, result.stamp.size - result.bytes.size());
    result.digest = digest_of(result.bytes);
  }
  return result;
}

decoded_text checked_text(std::string bytes, const std::string &encoding) {
  if (bytes.empty()) throw error(errc::malformed, "is empty", "remove it, or put text into it");
  if (is_pdf(bytes)) refuse_binary("a PDF document");
  if (const std::string kind = known_kind(bytes); !kind.empty()) refuse_binary(kind);
  decoded_text result;
  try {
    result = decode_text(bytes, encoding, markup_begins(bytes) ? declared_charset(bytes) : "");
  } catch (const error &) {
    // What has zero bytes and is no UTF-16 is not text; its encoding is not what is wrong with it.
    if (encoding.empty() && bytes.find('\0') != std::string::npos) refuse_binary({});
    throw;
  }
  std::string &text = result.text;
  if (text.find('\0') != std::string::npos || count_controls(text) * 50 > text.size()) refuse_binary({});
  std::size_t kept = std::min(text.find('\r'), text.size());
  for (std::size_t i = kept; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[kept++] = text[i] == '\r' ? '\n' : text[i];
  }
  text.resize(kept);
  if (trim(text).empty())
    throw error(errc::malformed, "is empty: it holds nothing but white space",
                "remove it, or put text into it");
  return result;
}

file_stamp joined(const file_stamp &first, const file_stamp &second) {
  const std::uint64_t all[] = {first.size, static_cast<std::uint64_t>(first.mtime), second.size,
                               static_cast<std::uint64_t>(second.mtime)};
  return {XXH3_64bits(all, sizeof all), std::max(first.mtime, second.mtime)};
}

std::string digest_of(std::string_view bytes) {
  return digits_of(XXH3_128bits(bytes.data(), bytes.size()));
}

}  // namespace libsearch::ingest
