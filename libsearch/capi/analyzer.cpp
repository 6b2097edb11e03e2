// Analysis of text, without an index.
#include <libsearch/analyzer.hpp>

#include "capi/guard.hpp"
#include "capi/json.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_analyze_json(const char *text, size_t length, libsearch_string **out,
                                        libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(
        json_of(libsearch::analyzer().analyze(text_argument("text", text, length))));
  });
}
