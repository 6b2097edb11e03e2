#include "ingest/json_lines.hpp"

#include <libsearch/error.hpp>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {
constexpr std::size_t chunk_bytes = 1u << 16;
}

bool json_lines::fill() {
  buffer_.resize(chunk_bytes);
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.resize(static_cast<std::size_t>(in_.gcount()));
  used_ = 0;
  if (in_.bad())
    throw error(errc::io, "cannot be read further than byte " + std::to_string(position_));
  return !buffer_.empty();
}

bool json_lines::read_line(json_record &record) {
  line_.clear();
  record = {};
  record.offset = position_;
  bool any = false;
  for (;;) {
    if (used_ == buffer_.size() && !fill()) break;
    any = true;
    const std::size_t end = buffer_.find('\n', used_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    if (line_.size() + (stop - used_) > most_)
      record.too_long = true;
    else if (!record.too_long)
      line_.append(buffer_, used_, stop - used_);
    position_ += stop - used_;
    used_ = stop;
    if (end == std::string::npos) continue;
    ++position_;
    ++used_;
    break;
  }
  if (!any) return false;
  record.line = ++lines_;
  return true;
}

bool json_lines::next(json_record &record) {
  while (read_line(record)) {
    std::string_view text = line_;
    if (record.line == 1 && text.substr(0, 3) == "\xEF\xBB\xBF") {
      text.remove_prefix(3);
      record.offset += 3;
    }
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    record.text = text;
    if (record.too_long || text.find_first_not_of(" \t\r") != std::string_view::npos) return true;
  }
  return false;
}

document document_of(const json_record &record) {
  const std::string place = " (the record begins at byte " + std::to_string(record.offset) + ")";
  if (record.too_long)
    throw error(errc::too_large, "the record is longer than the limit" + place,
                "split it into several records");
  if (const std::size_t at = find_ill_formed(record.text); at != npos)
    throw error(errc::malformed, "is not UTF-8 at byte " + std::to_string(record.offset + at),
                "convert the file first, for example: iconv -f CP932 -t UTF-8 FILE > NEW_FILE");
  try {
    return document_from_json(record.text);
  } catch (const error &problem) {
    throw error(problem.code(), problem.what() + place,
                problem.hint().empty()
                    ? "each line must be one JSON object with \"id\", \"title\" and \"body\""
                    : problem.hint());
  }
}

}  // namespace libsearch::ingest
