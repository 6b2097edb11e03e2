// Makes memory run out at a chosen allocation: of all that shortage.cpp is linked into, the shared libraries included.
#ifndef LIBSEARCH_TESTS_SHORTAGE_HPP
#define LIBSEARCH_TESTS_SHORTAGE_HPP

#include <execinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <libsearch/libsearch.h>

namespace test {

constexpr long unlimited = -1;
extern std::atomic<long> allocations_left;
extern std::atomic<bool> failing_lasts;
extern std::atomic<long> blocks_alive;

/// What Xapian may do in a shortage: its constructors lose memory when they throw, and its code for writing has
/// destructors that throw while an exception passes (of chunks of postings, in a commit), which ends the process.
enum class losing { nothing, xapian, xapian_writing };

/// Which allocations fail: only the n-th, or it and all that follow.
enum class shortage { once, lasting };

/// What one run came to; the exit status of the child that made it. Sanitizers exit with 1.
enum outcome { crash = 1, done = 10, out_of_memory, other_failure, leak, end_in_xapian, disagreement, broken };

std::string name(int result);

/// Ends a child that would crash, as one of two findings: Xapian's, when the innermost code on the stack that
/// is neither the system's nor the test's is there; else ours, with the stack for who mends it.
void end_of_crash();

/// `reached`: there was an n-th allocation.
template <class Body>
outcome run_with_shortage(Body &body, shortage how, long n, bool &reached) {
  const long alive = blocks_alive;
  libsearch_error *error = nullptr;
  failing_lasts = how == shortage::lasting;
  allocations_left = n;
  const libsearch_status status = body(&error);
  const long left = allocations_left.exchange(unlimited);
  reached = left == 0 || left == unlimited;
  const libsearch_status told = libsearch_error_status(error);
  if (status != LIBSEARCH_OK && status != LIBSEARCH_OUT_OF_MEMORY)
    std::cerr << "allocation " << n << ": " << libsearch_status_name(status) << ": "
              << libsearch_error_message(error) << "\n";
  libsearch_error_free(error);
  const bool lost = blocks_alive > alive;
  if (told != status) return disagreement;
  if (body(nullptr) != LIBSEARCH_OK) return broken;
  if (lost) return leak;
  if (status == LIBSEARCH_OK) return done;
  return status == LIBSEARCH_OUT_OF_MEMORY ? out_of_memory : other_failure;
}

/// Runs `body` with the first, the second ... allocation failing, until none does. Each run is a
/// process of its own: it starts from the same state, and its crash is one finding of many.
/// `prepare` makes the files; `body` returns LIBSEARCH_OK or the first failure, frees what it made,
/// and must work again when memory is back.
template <class Prepare, class Body>
void fail_at_each_allocation(losing allowed, Prepare prepare, Body body) {
  constexpr int beyond = 100;  // added to the outcome of a run that has no n-th allocation
  prepare();
  void *frame;
  (void)backtrace(&frame, 1);              // loads what it needs, while there is memory
  REQUIRE(body(nullptr) == LIBSEARCH_OK);  // what is made once for the process is made here
  if (const char *one = std::getenv("LIBSEARCH_TEST_ALLOCATION")) {
    // For a debugger: this process, one allocation.
    prepare();
    bool reached = true;
    for (const shortage how : {shortage::once, shortage::lasting})
      CHECK(run_with_shortage(body, how, std::atol(one), reached) < leak);
    return;
  }
  for (const shortage how : {shortage::once, shortage::lasting}) {
    CAPTURE(static_cast<int>(how));
    std::map<int, std::vector<long>> runs;
    for (long n = 0;; ++n) {
      REQUIRE(n < 1000000);
      prepare();
      std::cout.flush();
      const pid_t child = fork();
      REQUIRE(child >= 0);
      if (child == 0) {
        // doctest's own would report a crash of the parent.
        for (const int number : {SIGABRT, SIGSEGV}) std::signal(number, [](int) { end_of_crash(); });
        std::set_terminate(end_of_crash);
        bool reached = true;
        const outcome result = run_with_shortage(body, how, n, reached);
        _exit(result + (reached ? 0 : beyond));
      }
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      const int code = WIFEXITED(status) ? WEXITSTATUS(status) : crash;
      if (code >= beyond) {
        CHECK(code == beyond + done);
        break;
      }
      runs[code].push_back(n);
    }
    const outcome worst = allowed == losing::nothing ? other_failure : allowed == losing::xapian ? leak : end_in_xapian;
    std::size_t all = 0;
    for (const auto &[result, at] : runs) all += at.size();
    // Few: a new one of these would be ours after all, a change that is half made and closed.
    CHECK(runs[end_in_xapian].size() * 50 <= all);
    for (const auto &[result, at] : runs)
      if (!at.empty() && (result < done || result > worst))
        FAIL_CHECK(name(result) << " at " << at.size() << " allocations, the first is " << at[0] << ", the last "
                                << at.back());
    CHECK(!runs[out_of_memory].empty());
  }
}

}  // namespace test

/// A text and its bytes.
#define LITERAL(text) text, sizeof(text) - 1

/// The first failure of several calls, each made only while the ones before succeeded.
#define TRY(call) \
  if (status == LIBSEARCH_OK) status = (call)

#endif
