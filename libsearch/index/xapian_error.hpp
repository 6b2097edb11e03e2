// The one place where Xapian's exceptions become the library's.
#ifndef LIBSEARCH_INDEX_XAPIAN_ERROR_HPP
#define LIBSEARCH_INDEX_XAPIAN_ERROR_HPP

#include <string>
#include <utility>

#include <xapian.h>

namespace libsearch::indexing {

/// Throws the libsearch::error for an exception of Xapian about the index at `path`.
[[noreturn]] void rethrow(const Xapian::Error &error, const std::string &path);

/// Runs `body`; what Xapian throws comes out as libsearch::error. DatabaseModifiedError passes: the
/// reader answers it by starting again.
template <class Body>
decltype(auto) translated(const std::string &path, Body &&body) {
  try {
    return std::forward<Body>(body)();
  } catch (const Xapian::DatabaseModifiedError &) {
    throw;
  } catch (const Xapian::Error &error) {
    rethrow(error, path);
  }
}

}  // namespace libsearch::indexing

#endif
