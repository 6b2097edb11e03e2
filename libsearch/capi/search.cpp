// Searches: a request in, results out. The results are moved behind their handle, not copied.
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <libsearch/index.hpp>
#include <libsearch/search.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

libsearch_results *hand_out_results(libsearch::search_results &&results) {
  return hand_out<libsearch_results>(std::make_unique<libsearch::search_results>(std::move(results)));
}

/// Runs `body` with the request behind a handle, or with an empty one for NULL.
template <class Body>
auto with_request(libsearch_request *request, Body &&body) {
  if (!request) return body(libsearch::search_request());
  const borrowed used(request);
  return body(*used);
}

}  // namespace

libsearch_status libsearch_search(libsearch_index *index, libsearch_request *request,
                                  libsearch_results **results, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("results", results);
    const borrowed used(index);
    const borrowed asked(request);
    *results = hand_out_results(used->search(*asked));
  });
}

libsearch_status libsearch_similar(libsearch_index *index, const char *id, size_t id_length,
                                   libsearch_request *request, libsearch_results **results,
                                   libsearch_error **error) {
  return guard(error, [&] {
    clear_result("results", results);
    const borrowed used(index);
    const std::string_view wanted = text_argument("id", id, id_length);
    auto found = with_request(request, [&](const auto &asked) { return used->similar(wanted, asked); });
    if (!found) refuse_id(used->path(), wanted);
    *results = hand_out_results(*std::move(found));
  });
}

libsearch_status libsearch_similar_text(libsearch_index *index, const char *text,
                                        size_t text_length, libsearch_request *request,
                                        libsearch_results **results, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("results", results);
    const borrowed used(index);
    const std::string_view given = text_argument("text", text, text_length);
    *results = hand_out_results(
        with_request(request, [&](const auto &asked) { return used->similar_to_text(given, asked); }));
  });
}
