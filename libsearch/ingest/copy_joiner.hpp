// Puts essays into the index, the copies of one essay as one document.
#ifndef LIBSEARCH_INGEST_COPY_JOINER_HPP
#define LIBSEARCH_INGEST_COPY_JOINER_HPP

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/copy_groups.hpp"
#include "ingest/known_documents.hpp"
#include "ingest/sidecar.hpp"

namespace libsearch::ingest {

/// Holds the essays that were read back for a moment, so that copies that lie near each other are seen before one is
/// written. Copies that are found later are right as well: the document is written again. Which files are one document
/// depends on what lies there, not on the order it came in.
class copy_joiner {
 public:
  /// `fail` is told of a document that the index refuses.
  copy_joiner(known_documents &known, index_writer &writer, const std::string &index_path, const sync_options &options,
              bool join, sync_report &report, std::function<void(const std::string &, const error &)> fail);

  /// Takes an essay whose entry stands in `known`. `typed` names its file in messages; `updates`: it was known before.
  void add(known_document &entry, document content, const std::string &typed, bool updates);
  /// Files with this title are to be compared again.
  void touch(std::uint64_t title);
  /// Another document takes the id of `entry`, which may still wait.
  void replace(const known_document &entry);
  /// The document that `entry` describes, as the index had it before this run, without the keys it had from copies.
  std::optional<document> before(const known_document &entry);
  /// Writes what is still held back.
  void finish();

 private:
  struct waiting {
    document content;
    std::string typed;
    std::size_t bytes = 0;  ///< of the body
    bool updates = false;
  };
  struct comparison;

  void place(std::uint32_t number);
  bool regroup(std::uint64_t title);
  bool write(std::uint32_t number, const std::vector<group_copy> &copies, const std::vector<std::uint32_t> &numbers);
  bool needs_writing(std::uint32_t number, const std::vector<group_copy> &copies,
                     const std::vector<std::uint32_t> &numbers);
  std::optional<document> document_of(std::uint32_t number);
  void add_declared_of_copies(document &content, const std::vector<std::uint32_t> &copies);
  void count(std::uint32_t number);

  known_documents &known_;
  index_writer &writer_;
  const std::string &index_path_;
  const sync_options &options_;
  sync_report &report_;
  const std::function<void(const std::string &, const error &)> fail_;
  const bool join_;
  sidecars sidecars_;
  std::optional<index> old_index_;

  std::deque<std::uint32_t> order_;  ///< of what waits
  std::unordered_map<std::uint32_t, waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::set<std::uint64_t> touched_;
};

}  // namespace libsearch::ingest

#endif
