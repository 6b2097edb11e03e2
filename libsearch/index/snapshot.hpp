// One state of an index, opened for reading.
#ifndef LIBSEARCH_INDEX_SNAPSHOT_HPP
#define LIBSEARCH_INDEX_SNAPSHOT_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <xapian.h>

#include <libsearch/events.hpp>

#include "analysis/text_analyzer.hpp"
#include "index/field_table.hpp"
#include "index/lexicon.hpp"

namespace libsearch::indexing {

/// A database at one revision with what belongs to it. Xapian's handles are not for several threads.
struct snapshot {
  std::string path;        ///< of the index, for messages
  std::string generation;  ///< name of the generation's folder
  Xapian::Database database;
  std::uint64_t revision = 0;
  std::shared_ptr<const lexicon> words;
  std::shared_ptr<const field_table> fields;

  /// The internal number of a document, or 0.
  Xapian::docid find(std::string_view id) const;
  std::string option(std::string_view name) const;
  /// The text of the synonyms, or "".
  std::string synonyms() const;
};

/// Keeps a snapshot up to date.
class reader {
 public:
  /// Throws libsearch::error as libsearch::index does.
  explicit reader(std::string path, std::shared_ptr<const word_breaker> breaker = nullptr, log_function log = {});

  const std::string &path() const { return path_; }

  /// The newest state.
  snapshot &current();

  /// Whether another generation has been published since current(): the files of this one may be gone.
  bool is_overtaken() const;

  /// Whether no commit came since the snapshot was opened: then no block that was read of it was written meanwhile.
  bool is_newest() const;

  /// Notes that a call starts again.
  void tell_restart() const noexcept;

  /// The analysis that the index was made with.
  analysis::text_analyzer &analyzer() { return *analyzer_; }

 private:
  void open();
  void open(const std::string &generation);
  std::string version_of_tables(const std::string &generation) const;
  std::unique_ptr<analysis::text_analyzer> analyzer_of(const Xapian::Database &database) const;

  std::string path_;
  std::shared_ptr<const word_breaker> breaker_;
  log_function log_;
  std::optional<snapshot> snapshot_;
  std::unique_ptr<analysis::text_analyzer> analyzer_;
  std::string version_;  // version_of_tables() of the snapshot
};

/// What the texts of a database are cut by. Where that is a word breaker, the scheme lacks it.
analysis::scheme scheme_of(const Xapian::Database &database);

/// Puts the breaker that was given, or none, into the scheme of the index at `path`.
/// Throws libsearch::error (analyzer_mismatch) where the index was cut by something else.
void match_breaker(analysis::scheme &scheme, const std::shared_ptr<const word_breaker> &breaker, const std::string &path);

/// Throws libsearch::error (analyzer_mismatch) unless the database was made by `fingerprint`.
void require_analyzer(const Xapian::Database &database, const std::string &fingerprint, const std::string &path);

/// Runs `body` on the newest snapshot; when a commit overtakes it, opens the newer one and runs it again.
/// Throws libsearch::error (busy) when that happens time and again.
template <class Body>
auto with_snapshot(reader &reader, Body &&body);

}  // namespace libsearch::indexing

#include "index/snapshot_retry.hpp"

#endif
