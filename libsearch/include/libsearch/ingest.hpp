#ifndef LIBSEARCH_INGEST_HPP
#define LIBSEARCH_INGEST_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/export.h>
#include <libsearch/index.hpp>

/// Files into documents, and folders kept in sync with an index: libsearch-ingest, beside libsearch.
namespace libsearch::ingest {

enum class file_format { automatic, text, jsonl };

/// Reads an essay as it came out of a PDF: title, author lines, date, body; page furniture removed,
/// line wraps joined. `text` is UTF-8; form feeds separate pages. Never fails on odd text: what is
/// not found stays empty. `id`, `path` and `origin` are left for the caller.
LIBSEARCH_API document read_essay(std::string_view text);

/// The same from a file.
/// @throws error errc::not_found, io, malformed (not text, empty, not UTF-8: says at which byte), too_large.
LIBSEARCH_API document read_essay_file(const std::string &path);

struct sync_options {
  file_format format = file_format::automatic;
  std::uint64_t max_file_bytes = limits::document_bytes;  ///< of a text; of one record of JSON lines
  /// Files and folders that are left out where a folder is walked, such as the file of topic rules.
  std::vector<std::string> exclude;
  /// The writer starts from nothing (writer_options::rebuild): read everything, whatever the old
  /// index knows. Files keep their ids.
  bool rebuild = false;
};

/// Progress of a sync, passed to the callback now and then; return false to stop (nothing is committed).
struct sync_progress {
  std::size_t files_done = 0;
  std::size_t files_total = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
  std::string current;  ///< path in work
};

struct sync_failure {
  std::string path;     ///< file, with ":LINE" for a record of JSON lines
  std::string message;  ///< the cause, without the path
  std::string hint;     ///< a way out, or ""
};

struct sync_report {
  std::size_t added = 0, updated = 0, unchanged = 0, removed = 0, failed = 0;
  std::vector<sync_failure> failures;
};

/// Brings the part of the index that came from `paths` (files, folders, "-" = JSON lines on `input`)
/// up to date and commits. A bad file or record is reported and skipped; what it gave before stays.
/// Records on `input` are added or replaced; none is removed for not being there.
/// @throws error errc::not_found when a path does not exist: then nothing is changed; errc::cancelled.
LIBSEARCH_API sync_report sync(const std::string &index_path, index_writer &writer,
                               const std::vector<std::string> &paths, const sync_options &options,
                               std::istream &input,
                               const std::function<bool(const sync_progress &)> &progress = {});

}  // namespace libsearch::ingest

#endif
