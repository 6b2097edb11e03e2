// Indexes as a whole, without a handle.
#include <libsearch/index.hpp>

#include "capi/guard.hpp"
#include "capi/json.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_check(const char *path, libsearch_string **out,
                                 libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(json_of(libsearch::check_index(path_argument(path))));
  });
}

libsearch_status libsearch_compact(const char *path, libsearch_error **error) {
  return guard(error, [&] { libsearch::compact_index(path_argument(path)); });
}
