// jsearch: the command of libsearch.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include <libsearch/error.hpp>

#include "command.hpp"
#include "output.hpp"

namespace {

int run(const std::vector<std::string> &words) {
  try {
    const int status = jsearch::run_jsearch(words);
    jsearch::flush_output();
    return status;
  } catch (const jsearch::output_failure &failure) {
    // "| head" has seen enough: nobody is left to tell.
    if (failure.cause == EPIPE) return jsearch::status_done;
    jsearch::say_error(std::string("standard output: ") + std::strerror(failure.cause));
  } catch (const libsearch::error &e) {
    jsearch::say_error(e.what(), e.hint());
  } catch (const std::bad_alloc &) {
    jsearch::say_error("out of memory");
  } catch (const std::exception &e) {
    jsearch::say_error(e.what());
  }
  return jsearch::status_error;
}

}  // namespace

int main(int argc, char **argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
