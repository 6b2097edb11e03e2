#ifndef LIBSEARCH_EVENTS_HPP
#define LIBSEARCH_EVENTS_HPP

#include <cstddef>
#include <functional>
#include <string_view>

namespace libsearch {

/// What a writer is at. A commit goes through some of these, in this order.
enum class writer_stage {
  analyzing,   ///< documents of a first build or a rebuild, in threads; also during put()
  merging,     ///< what the threads made becomes one
  recording,   ///< documents that are there already, again: another dictionary, other fields or topic rules
  words,       ///< the list of all words is made
  publishing,  ///< everything is synced and becomes visible
};

/// How far it is. Of analyzing and recording in documents, of all else 0 of 1, then 1 of 1.
struct writer_progress {
  writer_stage stage = writer_stage::analyzing;
  std::size_t done = 0;
  std::size_t total = 0;  ///< of analyzing, during put(): those there are so far
};

/// Told the progress, by the thread that uses the writer, mostly during put() and commit(); return false to stop. Then
/// the call throws errc::cancelled, all changes since the last commit are dropped, and the writer can be used again after rollback().
/// What is being published is not stopped any more. The function must not use the writer.
using progress_function = std::function<bool(const writer_progress &)>;

/// Told, in one line, what the library noticed and mended by itself: leftovers of a crash removed, a lexicon made
/// again, a search started again because a commit overtook it. Called by the thread whose call it happens in; must
/// not use the same index or writer. What it throws is ignored.
using log_function = std::function<void(std::string_view message)>;

/// Asked again and again in the middle of a call; return true to stop it.
using cancel_function = std::function<bool()>;

}  // namespace libsearch

#endif
