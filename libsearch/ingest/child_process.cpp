#include "ingest/child_process.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <libsearch/error.hpp>

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_errors = 16u << 10;
constexpr int watch_milliseconds = 200;

thread_local const std::function<void()> *watch = nullptr;

[[noreturn]] void refuse(const std::string &what, int cause) {
  throw error(errc::io, what + ": " + std::strerror(cause));
}

/// One end for the child, one for us; both closed when exec or we are done.
class pipe_ends {
 public:
  pipe_ends() {
    if (::pipe2(ends_, O_CLOEXEC) != 0) refuse("no pipe to another program", errno);
  }
  ~pipe_ends() {
    close_read();
    close_write();
  }
  pipe_ends(const pipe_ends &) = delete;
  pipe_ends &operator=(const pipe_ends &) = delete;

  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_read() { close(ends_[0]); }
  void close_write() { close(ends_[1]); }

 private:
  static void close(int &end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  int ends_[2] = {-1, -1};
};

/// What a child inherits: three descriptors, default signals.
class spawn_settings {
 public:
  spawn_settings(const pipe_ends &out, const pipe_ends &errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, out.write_end(), 1);
    posix_spawn_file_actions_adddup2(&actions_, errors.write_end(), 2);
    posix_spawnattr_init(&attributes_);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes_, &set);
    for (const int one : {SIGPIPE, SIGINT, SIGTERM, SIGXCPU, SIGXFSZ}) sigaddset(&set, one);
    posix_spawnattr_setsigdefault(&attributes_, &set);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~spawn_settings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  spawn_settings(const spawn_settings &) = delete;
  spawn_settings &operator=(const spawn_settings &) = delete;

  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

/// Waits for its process in any case, killing it first where that is still needed.
class running_child {
 public:
  explicit running_child(pid_t id) : id_(id) {}
  ~running_child() {
    if (!waited_) stop();
  }
  running_child(const running_child &) = delete;
  running_child &operator=(const running_child &) = delete;

  void limit(int resource, std::uint64_t value) const {
    const struct rlimit both {value, value};
    // It may be gone already; then there is nothing to limit.
    ::prlimit(id_, static_cast<__rlimit_resource>(resource), &both, nullptr);
  }
  void stop() {
    ::kill(id_, SIGKILL);
    wait();
  }
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    waited_ = true;
    return status;
  }

 private:
  pid_t id_;
  bool waited_ = false;
};

using clock = std::chrono::steady_clock;

/// Reads what is there; false at the end of the stream.
bool drain(int from, std::string &into, std::size_t most, bool &too_much) {
  char buffer[1 << 16];
  const ssize_t count = ::read(from, buffer, sizeof buffer);
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  if (count == 0) return false;
  const std::size_t room = most - std::min(most, into.size());
  too_much = too_much || static_cast<std::size_t>(count) > room;
  into.append(buffer, std::min(room, static_cast<std::size_t>(count)));
  return true;
}

/// Reads both streams to their ends; what ended it early.
child_end read_streams(pipe_ends &out, pipe_ends &errors, const child_limits &limits,
                       child_result &result) {
  const auto deadline = clock::now() + std::chrono::seconds(2u * std::max(1u, limits.seconds));
  bool open[2] = {true, true};
  while (open[0] || open[1]) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now()).count();
    if (left <= 0) return child_end::timed_out;
    if (watch) (*watch)();
    struct pollfd waiting[2] = {{open[0] ? out.read_end() : -1, POLLIN, 0},
                                {open[1] ? errors.read_end() : -1, POLLIN, 0}};
    const int ready = ::poll(waiting, 2, static_cast<int>(std::min<long long>(left, watch ? watch_milliseconds : 1000)));
    if (ready < 0 && errno != EINTR) refuse("cannot wait for another program", errno);
    if (ready <= 0) continue;
    bool too_much = false, ignored = false;
    if (waiting[0].revents) open[0] = drain(out.read_end(), result.output, limits.output, too_much);
    if (waiting[1].revents) open[1] = drain(errors.read_end(), result.errors, most_errors, ignored);
    if (too_much) return child_end::too_large;
  }
  return child_end::exited;
}

}  // namespace

child_watch::child_watch(std::function<void()> look) : look_(std::move(look)), before_(watch) { watch = &look_; }

child_watch::~child_watch() { watch = before_; }

child_result run_child(const std::vector<std::string> &words, const child_limits &limits) {
  pipe_ends out, errors;
  const spawn_settings settings(out, errors);
  std::vector<char *> arguments;
  for (const std::string &word : words) arguments.push_back(const_cast<char *>(word.c_str()));
  arguments.push_back(nullptr);
  // Messages are read by us: they must not be in the user's language.
  const char *path = std::getenv("PATH");
  std::string path_variable = std::string("PATH=") + (path ? path : "/usr/bin:/bin");
  std::string language = "LC_ALL=C.UTF-8";
  char *environment[] = {path_variable.data(), language.data(), nullptr};

  pid_t id = 0;
  const int cause = ::posix_spawnp(&id, words.front().c_str(), &settings.actions_,
                                   &settings.attributes_, arguments.data(), environment);
  child_result result;
  if (cause == ENOENT) return result;
  if (cause != 0) refuse(words.front() + " cannot be started", cause);
  running_child child(id);
  // Set from outside: between fork and exec a child of a threaded program may do next to nothing.
  child.limit(RLIMIT_AS, limits.memory);
  child.limit(RLIMIT_CPU, std::max(1u, limits.seconds));
  child.limit(RLIMIT_FSIZE, 0);
  child.limit(RLIMIT_CORE, 0);
  out.close_write();
  errors.close_write();
  result.end = read_streams(out, errors, limits, result);
  if (result.end != child_end::exited) {
    child.stop();
    return result;
  }
  const int status = child.wait();
  result.end = WIFSIGNALED(status) ? child_end::signalled : child_end::exited;
  result.status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}

}  // namespace libsearch::ingest
