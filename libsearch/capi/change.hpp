// What setters share.
#ifndef LIBSEARCH_CAPI_CHANGE_HPP
#define LIBSEARCH_CAPI_CHANGE_HPP

#include "capi/guard.hpp"
#include "capi/handle.hpp"

namespace libsearch::capi {

/// Runs `body` on the object behind a handle.
template <class Handle, class Body>
libsearch_status change(Handle *handle, libsearch_error **error, Body &&body) noexcept {
  return guard(error, [&] {
    const borrowed used(handle);
    body(*used);
  });
}

}  // namespace libsearch::capi

#endif
