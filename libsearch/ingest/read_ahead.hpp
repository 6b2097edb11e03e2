// Reads the files that sync comes to next, beside it.
#ifndef LIBSEARCH_INGEST_READ_AHEAD_HPP
#define LIBSEARCH_INGEST_READ_AHEAD_HPP

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"
#include "ingest/sidecar.hpp"

namespace libsearch::ingest {

/// What could be read of a file without knowing the index.
struct ready_file {
  bool json_lines = false;    ///< many documents: nothing else is read
  std::string digest;         ///< of the file with what its sidecars say; "" when `problem` came first
  std::string record;         ///< of its sidecars
  file_stamp stamp;           ///< of both, as sidecars::stamp_of() gives it
  file_content content;       ///< without its bytes when `read` is there
  std::optional<read_result> read;
  std::exception_ptr problem;  ///< thrown while it was read
};

/// Whether a digest is that of a document in the index: its file was touched or moved, and is not read further.
/// Called by several threads at once; empty: no digest is.
using digest_filter = std::function<bool(const std::string &)>;

/// Reads one file as far as it can be read.
ready_file read_ready(const std::string &path, const read_options &options, sidecars &beside, const digest_filter &is_known);

/// A list of files, read by threads in the order of their asking. One thread asks and takes.
class read_ahead {
 public:
  /// `threads`: that read at the same time, the caller's among them. `look` is called every now and then while the caller
  /// waits for one of them; it may throw.
  read_ahead(unsigned threads, const read_options &options, digest_filter is_known, std::function<void()> look = {});
  /// Drops what is not begun, and waits for what is; programs that read a PDF are ended.
  ~read_ahead();
  read_ahead(const read_ahead &) = delete;
  read_ahead &operator=(const read_ahead &) = delete;

  /// How many files may be asked for beyond the one in work.
  std::size_t most_files() const { return threads_.size() * 8; }
  /// Whether there is memory for a further file of this size.
  bool has_room(std::uint64_t bytes) const { return asked_.empty() || asked_bytes_ + bytes <= most_bytes; }

  /// Asks for the file with this number; numbers ascend.
  void ask(std::size_t number, const std::string &path, std::uint64_t bytes);
  /// The file with this number, which the caller's thread reads when no other has begun. Those with lower numbers
  /// are dropped.
  ready_file take(std::size_t number, const std::string &path);

 private:
  static constexpr std::uint64_t most_bytes = 16u << 20;
  enum class state { waiting, running, done };
  struct job {
    std::size_t number;
    std::string path;
    std::uint64_t bytes;
    state now = state::waiting;
    ready_file result;
  };

  void work();
  bool read_next(std::unique_lock<std::mutex> &lock, sidecars &beside);

  const read_options &options_;
  const digest_filter is_known_;
  const std::function<void()> look_;
  sidecars beside_;  ///< of the caller's thread

  std::mutex mutex_;
  std::condition_variable asked_for_, done_;
  std::deque<std::shared_ptr<job>> asked_;  ///< a thread holds the one that it reads, which may be dropped meanwhile
  std::uint64_t asked_bytes_ = 0;  ///< the caller's thread alone uses it
  std::atomic<bool> ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace libsearch::ingest

#endif
