#include "ingest/record_count.hpp"

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

bool record_count::add(const std::string &id, std::size_t at) {
  if (ids.insert(id).second) return true;
  if (repeats++ == 0) {
    repeated = id;
    line = at;
  }
  return false;
}

std::optional<sync_failure> record_count::remark(const std::string &file) const {
  if (repeats == 0) return {};
  std::string said = "an earlier line has the id " + printable(repeated) + " as well: the last one with it counts";
  if (repeats > 1) said += "; so it is with " + std::to_string(repeats - 1) + " more of the lines behind";
  return sync_failure{printable(file) + ":" + std::to_string(line), said, "give each record an id of its own"};
}

std::string stamp_note(const file_stamp &stamp, std::size_t records) {
  return std::to_string(stamp.size) + " " + std::to_string(stamp.mtime) + " " + std::to_string(records);
}

}  // namespace libsearch::ingest
