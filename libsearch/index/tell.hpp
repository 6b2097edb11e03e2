// Telling the caller of the library what was noticed.
#ifndef LIBSEARCH_INDEX_TELL_HPP
#define LIBSEARCH_INDEX_TELL_HPP

#include <string>

#include <libsearch/events.hpp>

namespace libsearch::indexing {

/// A failure to tell is none of the work that is told about.
inline void tell(const log_function &log, const std::string &path, const char *message) noexcept {
  if (!log) return;
  try {
    log(path + ": " + message);
  } catch (...) {
  }
}

}  // namespace libsearch::indexing

#endif
