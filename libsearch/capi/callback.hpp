// Functions of the caller as the C++ interface takes them. What they throw does not get through.
#ifndef LIBSEARCH_CAPI_CALLBACK_HPP
#define LIBSEARCH_CAPI_CALLBACK_HPP

#include <string>

#include <libsearch/events.hpp>
#include <libsearch/libsearch.h>

namespace libsearch::capi {

inline progress_function to_cpp(libsearch_progress_callback progress, void *context) {
  if (!progress) return {};
  return [progress, context](const writer_progress &now) {
    try {
      return progress(context, static_cast<libsearch_stage>(now.stage), now.done, now.total) == 0;
    } catch (...) {
      return false;
    }
  };
}

inline cancel_function to_cpp(libsearch_cancel_callback cancel, void *context) {
  if (!cancel) return {};
  return [cancel, context] {
    try {
      return cancel(context) != 0;
    } catch (...) {
      return true;
    }
  };
}

/// The library ignores what a log function throws.
inline log_function to_cpp(libsearch_log_callback log, void *context) {
  if (!log) return {};
  return [log, context](std::string_view message) {
    const std::string line(message);
    log(context, line.c_str(), line.size());
  };
}

}  // namespace libsearch::capi

#endif
