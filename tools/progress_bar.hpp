#ifndef JSEARCH_PROGRESS_BAR_HPP
#define JSEARCH_PROGRESS_BAR_HPP

#include <chrono>
#include <string>

#include <libsearch/ingest.hpp>

namespace jsearch {

/// One line at the bottom of the terminal that says how far a sync is. Nothing in a pipe.
class progress_bar {
 public:
  /// `wanted` false: never shows.
  explicit progress_bar(bool wanted);
  ~progress_bar() { clear(); }
  progress_bar(const progress_bar &) = delete;
  progress_bar &operator=(const progress_bar &) = delete;

  void show(const libsearch::ingest::sync_progress &now);
  void clear();

 private:
  using clock = std::chrono::steady_clock;
  bool active_ = false;
  bool drawn_ = false;
  clock::time_point started_ = clock::now();
  clock::time_point next_ = started_;
};

/// The line of the bar after `seconds`, at most `width` columns.
std::string progress_line(const libsearch::ingest::sync_progress &now, double seconds,
                          std::size_t width);

}  // namespace jsearch

#endif
