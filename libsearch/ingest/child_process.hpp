// Another program, run within limits.
#ifndef LIBSEARCH_INGEST_CHILD_PROCESS_HPP
#define LIBSEARCH_INGEST_CHILD_PROCESS_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace libsearch::ingest {

struct child_limits {
  unsigned seconds = 60;                  ///< of processor time; twice as long by the clock
  std::uint64_t memory = 1024u << 20;     ///< address space, bytes
  std::size_t output = 64u << 20;         ///< bytes of standard output
};

enum class child_end {
  exited,     ///< by itself, with `status`
  signalled,  ///< by the signal `status`: it crashed, or ran out of memory or time
  timed_out,  ///< ended by us
  too_large,  ///< ended by us: its output passed the limit
  missing,    ///< there is no such program
};

struct child_result {
  child_end end = child_end::missing;
  int status = 0;
  std::string output;
  std::string errors;  ///< the first 16 KiB of standard error
};

/// While it lives, run_child() in this thread calls `look` every now and then; what that throws ends the program.
class child_watch {
 public:
  explicit child_watch(std::function<void()> look);
  ~child_watch();
  child_watch(const child_watch &) = delete;
  child_watch &operator=(const child_watch &) = delete;

 private:
  std::function<void()> look_;
  const std::function<void()> *before_;
};

/// Runs a program of the PATH with these words, without a shell and with nothing on its standard
/// input, and waits for its end: whatever happens, no process is left behind.
/// @throws error errc::io when none can be started.
child_result run_child(const std::vector<std::string> &words, const child_limits &limits);

}  // namespace libsearch::ingest

#endif
