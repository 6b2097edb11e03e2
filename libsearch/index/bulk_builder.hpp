// A first build: analysis in several threads, throw-away databases, one merge.
#ifndef LIBSEARCH_INDEX_BULK_BUILDER_HPP
#define LIBSEARCH_INDEX_BULK_BUILDER_HPP

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/events.hpp>

#include "index/record.hpp"

namespace libsearch::indexing {

/// Builds a database of many documents. Xapian's writer slows down as its maps outgrow the processor's cache, so
/// each batch goes into a database of its own, written once without syncs, and Xapian's compaction merges them.
class bulk_builder {
 public:
  struct options {
    unsigned threads = 1;
    std::size_t memory = 512u << 20;  ///< bytes for documents in work, about
    analysis::scheme scheme;
    const topic_tagger *tagger = nullptr;
    std::shared_ptr<const field_table> fields = field_table::standard();
    /// Told how many documents are done of those there are; may throw. Called by the thread that uses the builder.
    std::function<void(writer_stage, std::size_t done, std::size_t total)> report;
  };

  /// Builds `target`, a folder that does not exist yet; works in `target` + ".parts".
  bulk_builder(std::string target, const options &options);
  /// Stops the threads and removes what finish() did not merge.
  ~bulk_builder();

  /// Takes a valid document with an id of its own. Waits while enough are in work.
  /// Throws what a thread failed with.
  void add(document document);

  /// Waits for the threads and merges; syncs nothing. Throws what a thread failed with.
  void finish();

 private:
  using batch = std::vector<document>;
  void work();
  void write_shard(record_builder &builder, const batch &documents, const std::string &path);
  void merge_some(std::vector<std::string> shards, const std::string &into);
  void flush();
  void report_analysis();
  void wait_for_threads();
  void stop() noexcept;
  std::string next_name();

  const std::string target_, parts_;
  const options options_;
  const std::size_t most_batch_bytes_;

  batch filling_;
  std::size_t filling_bytes_ = 0;
  std::size_t batches_ = 0;
  std::size_t taken_ = 0;  // documents of all batches

  std::mutex mutex_;
  std::condition_variable work_there_, room_there_, batch_done_;
  std::deque<batch> waiting_;
  std::vector<std::string> shards_;
  std::size_t names_ = 0;
  std::size_t done_ = 0;  // documents of finished batches
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

/// Merges databases into a new one at `target`; numbers of documents change.
void merge_databases(const std::vector<std::string> &paths, const std::string &target);

}  // namespace libsearch::indexing

#endif
