// Reading a file, and telling text from what is not.
#ifndef LIBSEARCH_INGEST_FILE_TEXT_HPP
#define LIBSEARCH_INGEST_FILE_TEXT_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace libsearch::ingest {

/// What the system says of a file; for sync to see whether it changed.
struct file_stamp {
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  ///< nanoseconds since 1970
};

struct file_content {
  file_stamp stamp;  ///< taken from the open file, so that it belongs to the bytes
  std::string bytes;
};

/// Reads a regular file. The messages of the errors don't name it: the caller does.
/// @throws error errc::not_found, io, invalid_argument (not a regular file), too_large.
file_content read_file(const std::string &path, std::uint64_t most);

/// The bytes as UTF-8 text without byte order mark, each line end a line feed.
/// @throws error errc::malformed: empty, binary, or not UTF-8, with the byte and the line.
std::string checked_text(std::string bytes);

/// XXH3-128 as 32 hexadecimal digits.
std::string digest_of(std::string_view bytes);

}  // namespace libsearch::ingest

#endif
