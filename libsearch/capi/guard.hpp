// The edge between C++ and C: what each function that can fail has in common.
#ifndef LIBSEARCH_CAPI_GUARD_HPP
#define LIBSEARCH_CAPI_GUARD_HPP

#include <libsearch/libsearch.h>

namespace libsearch::capi {

/// The status of the exception in flight; makes its error object when `error` asks for one.
libsearch_status report(libsearch_error **error) noexcept;

/// Runs the body of a C function: no exception leaves it.
template <class Body>
libsearch_status guard(libsearch_error **error, Body &&body) noexcept {
  if (error) *error = nullptr;
  try {
    body();
    return LIBSEARCH_OK;
  } catch (...) {
    return report(error);
  }
}

}  // namespace libsearch::capi

#endif
