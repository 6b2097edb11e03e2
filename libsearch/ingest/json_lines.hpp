// JSON lines: one record a line, read one at a time.
#ifndef LIBSEARCH_INGEST_JSON_LINES_HPP
#define LIBSEARCH_INGEST_JSON_LINES_HPP

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

#include <libsearch/document.hpp>

namespace libsearch::ingest {

/// JSON may spell a character with six bytes that counts as one to three in a document.
inline constexpr std::uint64_t json_overhead = 6;

struct json_record {
  std::string_view text;     ///< valid until the next call
  std::size_t line = 0;      ///< from 1
  std::uint64_t offset = 0;  ///< of its first byte in the stream
  bool too_long = false;     ///< longer than the limit; `text` holds its beginning only
};

/// Cuts a stream into records. Empty lines, a byte order mark and carriage returns are left out.
class json_lines {
 public:
  /// A line of more than `most` bytes is passed over without being held in memory.
  json_lines(std::istream &in, std::size_t most) : in_(in), most_(most) {}

  /// @throws error errc::io when the stream fails.
  bool next(json_record &record);

  /// Bytes read so far.
  std::uint64_t position() const { return position_; }

 private:
  bool read_line(json_record &record);
  bool fill();

  std::istream &in_;
  std::size_t most_;
  std::string buffer_;
  std::size_t used_ = 0;  ///< bytes of buffer_ that were handed out
  std::string line_;
  std::size_t lines_ = 0;
  std::uint64_t position_ = 0;
};

/// The document of a record.
/// @throws error errc::malformed, invalid_argument, too_large; the message names the byte of the
/// file.
document document_of(const json_record &record);

}  // namespace libsearch::ingest

#endif
