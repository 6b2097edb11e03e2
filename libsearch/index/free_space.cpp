#include "index/free_space.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <libsearch/error.hpp>

namespace libsearch::indexing {
namespace {

namespace fs = std::filesystem;

/// One new character changes a block of several thousand bytes, until most blocks are copied already.
constexpr std::uint64_t copied_bytes_per_text_byte = 1000;

std::string in_megabytes(std::uint64_t bytes) { return std::to_string(bytes / 1000000) + " MB"; }

}  // namespace

std::uint64_t growth_by_flush(const std::string &folder, std::uint64_t text_bytes) {
  std::error_code failed;
  const std::uintmax_t postings = fs::file_size(folder + "/postlist.glass", failed);
  const std::uint64_t copies = failed ? 0 : std::min<std::uint64_t>(postings / 2, text_bytes * copied_bytes_per_text_byte);
  return copies + text_bytes * database_bytes_per_text_byte;
}

void require_free_space(const std::string &folder, std::uint64_t bytes) {
  std::error_code failed;
  const fs::space_info space = fs::space(folder, failed);
  if (failed || space.available == static_cast<std::uintmax_t>(-1) || space.available >= bytes) return;
  throw error(errc::disk_full,
              folder + ": the disk is full: " + in_megabytes(space.available) + " are free, about " + in_megabytes(bytes + 999999) +
                  " may be needed",
              "free some space and run again");
}

}  // namespace libsearch::indexing
