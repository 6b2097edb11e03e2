#ifndef LIBSEARCH_INGEST_HPP
#define LIBSEARCH_INGEST_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/export.h>
#include <libsearch/index.hpp>

/// Files into documents, and folders kept in sync with an index: libsearch-ingest, beside libsearch.
namespace libsearch::ingest {

enum class file_format { automatic, text, markdown, html, pdf, jsonl };

/// "auto", "text", "markdown", "html", "pdf", "jsonl".
LIBSEARCH_API const char *name(file_format format) noexcept;

/// Reads an essay as it came out of a PDF: title, author lines, date, body; page furniture removed,
/// line wraps joined. `text` is UTF-8; form feeds separate pages. Never fails on odd text: what is
/// not found stays empty. `id`, `path` and `origin` are left for the caller.
LIBSEARCH_API document read_essay(std::string_view text);

struct read_options {
  file_format format = file_format::automatic;  ///< automatic: by content, a name only breaks ties
  std::string encoding;  ///< of a text that is no PDF; "" = found out (charset.hpp)
  std::uint64_t max_file_bytes = limits::document_bytes;  ///< of a text; of one record of JSON lines
  std::uint64_t max_pdf_bytes = 1u << 30;
  unsigned pdf_seconds = 60;               ///< processor time of one PDF; twice as long by the clock
  std::uint64_t pdf_memory = 1u << 30;     ///< address space for one PDF
};

/// What was read from a file, and how sure it is.
struct read_result {
  document content;
  file_format format = file_format::text;
  std::string charset;             ///< "UTF-8", "CP932" ...; "" for PDF
  double charset_confidence = 0;   ///< 0 to 1
  std::string charset_evidence;    ///< "content", "declared", "byte order mark", "forced"
  std::map<std::string, double> confidence;  ///< "title", "authors", "date" ... to 0..1; 1 = declared
};

/// Reads one document of any format but JSON lines, with the sidecars beside the file
/// (NAME.meta.json, metadata.csv, metadata.tsv). `id`, `path` and `origin` are left for the caller.
/// @throws error errc::not_found, io, malformed (not text, empty, encoding uncertain, damaged),
/// too_large, unsupported (poppler's programs are not installed).
LIBSEARCH_API read_result read_document(const std::string &path, const read_options &options = {});

/// read_document() of plain text.
LIBSEARCH_API document read_essay_file(const std::string &path);

/// The same essay as PDF, HTML, Markdown or text: the same title, no contradiction in authors and date, and bodies that
/// say the same. Two files of one format are always two documents.
enum class copies_mode {
  as_before,  ///< as the index was told before; a new one joins
  join,       ///< one document, of the PDF where there is one, with the paths of all in its key "paths"
  keep,       ///< a document each
};

struct sync_options : read_options {
  /// Files and folders that are left out where a folder is walked, such as the file of topic rules.
  std::vector<std::string> exclude;
  /// The writer starts from nothing (writer_options::rebuild): read everything, whatever the old
  /// index knows. Files keep their ids.
  bool rebuild = false;
  /// How the index is opened to see what it knows: with the word breaker it was made with, if any.
  index_options reading;
  /// What becomes of the same essay in several formats; kept in the index for later runs.
  copies_mode copies = copies_mode::as_before;
  /// Called with each document that was read from a file and put; not with records of JSON lines. By the thread that
  /// called sync().
  std::function<void(const read_result &)> on_read;
  unsigned threads = 0;  ///< that read files at the same time, the caller's among them; 0 = one per core
};

/// What essays are counted and filtered by beside topics, authors and dates: keyphrases, series, number and affiliation.
/// The fields are lenient, so that no record is refused for what it has under these names.
LIBSEARCH_API schema archive_schema();

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
  /// What was done in another way than it was perhaps meant, in the same form.
  std::vector<sync_failure> remarks;
  /// Ids before and after of documents whose file was moved; they count as updated.
  std::vector<std::pair<std::string, std::string>> renamed;
  /// Files that became copies in this run, with the ids of their documents.
  std::vector<std::pair<std::string, std::string>> joined;
  /// Paths that were named and are sidecars of files: no documents, though a shell's "*" names them as well.
  std::vector<std::string> left_out;
};

/// Brings the part of the index that came from `paths` (files, folders, "-" = JSON lines on `input`)
/// up to date and commits. A bad file or record is reported and skipped; what it gave before stays.
/// Records on `input` are added or replaced; none is removed for not being there.
/// @throws error errc::not_found when a path does not exist: then nothing is changed; errc::cancelled.
LIBSEARCH_API sync_report sync(const std::string &index_path, index_writer &writer,
                               const std::vector<std::string> &paths, const sync_options &options,
                               std::istream &input,
                               const std::function<bool(const sync_progress &)> &progress = {});

/// Reads what sync() would read of these paths, all of it, and passes each document to `visit`;
/// return false to stop. No index is opened or changed. `index_path`: a folder to leave out. `progress` is called as by
/// sync(), within a slow PDF as well.
/// @throws error errc::not_found when a path does not exist; cancelled.
LIBSEARCH_API sync_report preview(const std::string &index_path,
                                  const std::vector<std::string> &paths,
                                  const sync_options &options, std::istream &input,
                                  const std::function<bool(const read_result &)> &visit,
                                  const std::function<bool(const sync_progress &)> &progress = {});

}  // namespace libsearch::ingest

#endif
