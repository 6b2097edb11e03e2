// What was read of one file of JSON lines.
#ifndef LIBSEARCH_INGEST_RECORD_COUNT_HPP
#define LIBSEARCH_INGEST_RECORD_COUNT_HPP

#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"

namespace libsearch::ingest {

struct record_count {
  std::set<std::string> ids;  ///< each once
  bool failed = false;
  std::size_t repeats = 0;  ///< lines with an id that an earlier line had
  std::string repeated;     ///< the first such id
  std::size_t line = 0;     ///< where it was met again

  /// False when an earlier line had this id.
  bool add(const std::string &id, std::size_t at);
  /// What to say about the repeats in `file`; none where there are none.
  std::optional<sync_failure> remark(const std::string &file) const;
};

/// What is noted of a file that was read without failures.
std::string stamp_note(const file_stamp &stamp, std::size_t records);

}  // namespace libsearch::ingest

#endif
