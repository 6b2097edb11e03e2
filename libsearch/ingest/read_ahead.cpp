#include "ingest/read_ahead.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <exception>
#include <utility>

#include <libsearch/error.hpp>

#include "ingest/child_process.hpp"
#include "ingest/content_format.hpp"
#include "ingest/document_reader.hpp"

namespace libsearch::ingest {

namespace {

/// What an unchecked number may start; no machine has as many cores.
constexpr unsigned most_threads = 1024;

/// Signals go to the threads of the application: those that are begun here take none.
class signals_blocked {
 public:
  signals_blocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~signals_blocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  signals_blocked(const signals_blocked &) = delete;
  signals_blocked &operator=(const signals_blocked &) = delete;

 private:
  sigset_t before_;
};

}  // namespace

ready_file read_ready(const std::string &path, const read_options &options, sidecars &beside,
                      const digest_filter &is_known) {
  ready_file result;
  try {
    result.json_lines = is_json_lines_file(path, options);
    if (result.json_lines) return result;
    result.content = read_file(path, options);
    result.stamp = result.content.stamp;
    result.record = beside.record_of(path, &result.stamp);
    result.digest = digest_with(result.content, result.record);
    if (is_known && is_known(result.digest)) return result;
    file_content kept = result.content.without_bytes();
    result.read = read_content(path, std::exchange(result.content, std::move(kept)), options, result.record);
  } catch (...) {
    result.problem = std::current_exception();
  }
  return result;
}

read_ahead::read_ahead(unsigned threads, const read_options &options, digest_filter is_known, std::function<void()> look)
    : options_(options), is_known_(std::move(is_known)), look_(std::move(look)) {
  const signals_blocked quiet;
  const unsigned wanted = std::min(threads, most_threads);
  try {
    if (wanted > 1) threads_.reserve(wanted - 1);
    while (threads_.size() + 1 < wanted) threads_.emplace_back([this] { work(); });
  } catch (const std::exception &) {
    // No more threads, or no memory for one: those that are there, and the caller's, read all. It must not
    // get through, for a thread that is destroyed while it runs ends the process.
  }
}

read_ahead::~read_ahead() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  asked_for_.notify_all();
  for (std::thread &thread : threads_) thread.join();
}

void read_ahead::ask(std::size_t number, const std::string &path, std::uint64_t bytes) {
  auto wanted = std::make_shared<job>(job{number, path, bytes, state::waiting, {}});
  {
    const std::lock_guard lock(mutex_);
    asked_.push_back(std::move(wanted));
  }
  asked_bytes_ += bytes;
  asked_for_.notify_one();
}

ready_file read_ahead::take(std::size_t number, const std::string &path) {
  std::shared_ptr<job> wanted;
  {
    std::unique_lock lock(mutex_);
    for (; !asked_.empty() && asked_.front()->number <= number; asked_.pop_front()) {
      asked_bytes_ -= asked_.front()->bytes;
      wanted = asked_.front();
    }
    if (wanted && wanted->number == number && wanted->now != state::waiting) {
      // While another thread reads it, this one reads the next that none has begun.
      while (wanted->now != state::done && read_next(lock, beside_)) {
      }
      while (!done_.wait_for(lock, std::chrono::milliseconds(200), [&] { return wanted->now == state::done; })) {
        if (!look_) continue;
        lock.unlock();
        look_();
        lock.lock();
      }
      return std::move(wanted->result);
    }
  }
  return read_ready(path, options_, beside_, is_known_);
}

void read_ahead::work() {
  const child_watch watch([this] {
    if (ends_) throw error(errc::cancelled, "stopped");
  });
  sidecars beside;
  std::unique_lock lock(mutex_);
  for (;;) {
    if (ends_) return;
    if (!read_next(lock, beside)) asked_for_.wait(lock);
  }
}

/// False when there is none that waits.
bool read_ahead::read_next(std::unique_lock<std::mutex> &lock, sidecars &beside) {
  const auto found = std::find_if(asked_.begin(), asked_.end(), [](const auto &one) { return one->now == state::waiting; });
  if (found == asked_.end()) return false;
  const std::shared_ptr<job> one = *found;
  one->now = state::running;
  lock.unlock();
  ready_file result = read_ready(one->path, options_, beside, is_known_);
  lock.lock();
  one->result = std::move(result);
  one->now = state::done;
  done_.notify_one();
  return true;
}

}  // namespace libsearch::ingest
