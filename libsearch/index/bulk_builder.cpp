#include "index/bulk_builder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <xapian.h>

#include <libsearch/error.hpp>

#include "index/folder.hpp"
#include "index/forget_changes.hpp"
#include "index/free_space.hpp"
#include "index/xapian_error.hpp"

namespace libsearch::indexing {
namespace {

namespace fs = std::filesystem;

/// A document in work takes about this many times its text, measured (docs/BENCHMARKS.md).
constexpr std::size_t memory_per_text_byte = 10;
/// Text of a batch. A merge does not join what one term has in several databases, so large batches make
/// a small index; Xapian's maps outgrow the processor's cache, so small ones are faster. The first ones
/// are small so that all threads have work early.
constexpr std::size_t smallest_batch = 1u << 20, largest_batch = 4u << 20;
/// Databases merged at once, at most: each takes seven file descriptors.
constexpr std::size_t most_shards = 64;
/// What an unchecked number may start; no machine has as many cores.
constexpr unsigned most_threads = 1024;

// Not DB_DANGEROUS as well: it gains nothing measurable, and a failure in it hides what failed.
constexpr int throw_away = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC;

std::size_t text_bytes(const document &d) { return d.title.size() + d.body.size() + 200; }

}  // namespace

void merge_databases(const std::vector<std::string> &paths, const std::string &target) {
  Xapian::Database all;
  for (const std::string &path : paths) all.add_database(Xapian::Database(path));
  all.compact(target, Xapian::Compactor::FULL);
}

bulk_builder::bulk_builder(std::string target, const options &options)
    : target_(std::move(target)),
      parts_(target_ + ".parts"),
      options_(options),
      most_batch_bytes_(std::clamp(options.memory / std::clamp(options.threads, 1u, most_threads) / memory_per_text_byte,
                                   smallest_batch, largest_batch)) {
  remove_tree(parts_);
  fs::create_directories(parts_);
  const unsigned wanted = std::clamp(options.threads, 1u, most_threads);
  try {
    threads_.reserve(wanted);
    while (threads_.size() < wanted) threads_.emplace_back([this] { work(); });
  } catch (const std::system_error &failure) {
    // The system has no more: those that are there do the work.
    if (threads_.empty())
      throw error(errc::io, "no thread can be started to analyze documents: " + failure.code().message());
  } catch (...) {
    // No destructor follows, and a thread that is destroyed while it runs ends the process.
    stop();
    throw;
  }
}

bulk_builder::~bulk_builder() {
  stop();
  remove_leftover(parts_);
}

void bulk_builder::add(document d) {
  filling_bytes_ += text_bytes(d);
  filling_.push_back(std::move(d));
  const std::size_t doubled = smallest_batch << std::min<std::size_t>(batches_ / threads_.size(), 10);
  if (filling_bytes_ >= std::min(doubled, most_batch_bytes_)) flush();
}

void bulk_builder::flush() {
  taken_ += filling_.size();
  report_analysis();
  std::unique_lock lock(mutex_);
  // One batch ahead: the text that waits takes memory as well.
  room_there_.wait(lock, [this] { return failure_ || waiting_.empty(); });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(filling_));
  filling_.clear();
  filling_bytes_ = 0;
  ++batches_;
  work_there_.notify_one();
}

std::string bulk_builder::next_name() { return parts_ + "/" + std::to_string(names_++); }

void bulk_builder::work() {
  try {
    record_builder builder(options_.scheme, options_.tagger, options_.fields);
    for (;;) {
      batch documents;
      std::string path;
      std::vector<std::string> crowd;
      {
        std::unique_lock lock(mutex_);
        work_there_.wait(lock, [this] { return failure_ || ended_ || !waiting_.empty(); });
        if (failure_ || waiting_.empty()) return;
        documents = std::move(waiting_.front());
        waiting_.pop_front();
        path = next_name();
        room_there_.notify_all();
      }
      write_shard(builder, documents, path);
      std::string merged;
      {
        std::lock_guard lock(mutex_);
        shards_.push_back(path);
        done_ += documents.size();
        batch_done_.notify_all();
        if (shards_.size() >= most_shards) {
          crowd.swap(shards_);
          merged = next_name();
        }
      }
      if (!crowd.empty()) merge_some(std::move(crowd), merged);
    }
  } catch (...) {
    std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    work_there_.notify_all();
    room_there_.notify_all();
    batch_done_.notify_all();
  }
}

void bulk_builder::write_shard(record_builder &builder, const batch &documents, const std::string &path) {
  std::uint64_t needed = 0;
  for (const document &d : documents) needed += text_bytes(d) * database_bytes_per_text_byte;
  // Other threads write as well, and what they have not written yet is not missing yet.
  require_free_space(parts_, needed * threads_.size());
  translated(path, [&] {
    Xapian::WritableDatabase shard(path, throw_away);
    try {
      for (const document &d : documents) shard.add_document(builder.build(d));
      shard.commit();
    } catch (...) {
      forget_changes(shard);
      throw;
    }
  });
}

void bulk_builder::merge_some(std::vector<std::string> shards, const std::string &into) {
  translated(into, [&] { merge_databases(shards, into); });
  for (const std::string &shard : shards) remove_tree(shard);
  std::lock_guard lock(mutex_);
  shards_.push_back(into);
}

void bulk_builder::stop() noexcept {
  {
    std::lock_guard lock(mutex_);
    ended_ = true;
    work_there_.notify_all();
  }
  for (std::thread &thread : threads_) thread.join();
  threads_.clear();
}

void bulk_builder::report_analysis() {
  if (!options_.report) return;
  std::unique_lock lock(mutex_);
  const std::size_t done = done_;
  lock.unlock();
  options_.report(writer_stage::analyzing, done, taken_);
}

/// Until all batches are done or one has failed, with reports between them.
void bulk_builder::wait_for_threads() {
  for (;;) {
    report_analysis();
    std::unique_lock lock(mutex_);
    const std::size_t known = done_;
    if (failure_ || known == taken_) return;
    batch_done_.wait(lock, [&] { return failure_ || done_ != known; });
  }
}

void bulk_builder::finish() {
  if (!filling_.empty()) flush();
  if (options_.report) wait_for_threads();
  stop();
  if (failure_) std::rethrow_exception(failure_);
  if (options_.report) options_.report(writer_stage::merging, 0, 1);
  translated(target_, [&] {
    if (shards_.empty()) Xapian::WritableDatabase(target_, Xapian::DB_CREATE | Xapian::DB_NO_SYNC).commit();
    else merge_databases(shards_, target_);
  });
  remove_tree(parts_);
}

}  // namespace libsearch::indexing
