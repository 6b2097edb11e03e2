// Reading a file, and telling text from what is not.
#ifndef LIBSEARCH_INGEST_FILE_TEXT_HPP
#define LIBSEARCH_INGEST_FILE_TEXT_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include <libsearch/charset.hpp>
#include <libsearch/ingest.hpp>

namespace libsearch::ingest {

/// What the system says of a file; for sync to see whether it changed.
struct file_stamp {
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  ///< nanoseconds since 1970
};

/// Of two files that make one document: the latest of the times, and in place of the size a number that depends on both
/// sizes and both times. Sums would not do: a file that is replaced by one of the same size, older than the other
/// file, would leave no trace.
file_stamp joined(const file_stamp &first, const file_stamp &second);
inline bool operator==(const file_stamp &a, const file_stamp &b) {
  return a.size == b.size && a.mtime == b.mtime;
}

struct file_content {
  file_stamp stamp;  ///< taken from the open file, so that it belongs to the bytes
  bool pdf = false;
  std::string bytes;   ///< of a PDF, its beginning only
  std::string digest;  ///< of the whole file

  file_content without_bytes() const { return {stamp, pdf, {}, digest}; }
};

/// Reads a regular file. The messages of the errors don't name it: the caller does.
/// @throws error errc::not_found, io, invalid_argument (not a regular file), too_large.
file_content read_file(const std::string &path, const read_options &options);

/// The bytes as UTF-8 text without byte order mark, each line end a line feed. Markup may declare
/// its encoding; `encoding` forces one.
/// @throws error errc::malformed: empty, binary, or in an encoding that is not certain.
decoded_text checked_text(std::string bytes, const std::string &encoding = {});

/// XXH3-128 as 32 hexadecimal digits.
std::string digest_of(std::string_view bytes);

}  // namespace libsearch::ingest

#endif
