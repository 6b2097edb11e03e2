// What is asked for.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <libsearch/error.hpp>
#include <libsearch/search.hpp>

#include "capi/callback.hpp"
#include "capi/change.hpp"
#include "capi/enumeration.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/query.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

/// C may pass any number for an enumeration; those of C and C++ have the same numbers.
template <class Enumeration>
Enumeration choice(const char *name, int given, Enumeration last) {
  if (given < 0 || given > static_cast<int>(last))
    throw libsearch::error(libsearch::errc::invalid_argument,
                           std::string("\"") + name + "\": " + std::to_string(given) + " is none of its constants");
  return static_cast<Enumeration>(given);
}

/// As much as anybody needs, and no sum of two overflows.
std::size_t bounded(std::size_t count) { return std::min<std::size_t>(count, UINT32_MAX); }

std::string owned(const char *name, const char *text, std::size_t length) {
  return std::string(text_argument(name, text, length));
}

}  // namespace

libsearch_status libsearch_request_new(libsearch_request **request, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("request", request);
    *request = hand_out<libsearch_request>(std::make_unique<libsearch::search_request>());
  });
}

libsearch_status libsearch_request_from_json(const char *json, size_t length,
                                             libsearch_request **request, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("request", request);
    *request = hand_out<libsearch_request>(std::make_unique<libsearch::search_request>(
        libsearch::search_request_from_json("", text_argument("json", json, length))));
  });
}

libsearch_status libsearch_request_set_query(libsearch_request *request, const char *query,
                                             size_t length, libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.query = text_argument("query", query, length);
    r.tree.reset();
  });
}

libsearch_status libsearch_request_set_query_tree(libsearch_request *request,
                                                  libsearch_query *query,
                                                  libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    if (query) r.tree = borrowed(query)->root;
    else r.tree.reset();
  });
}

libsearch_status libsearch_request_set_match(libsearch_request *request, libsearch_match match,
                                             libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.match = choice("match", number_of(match), libsearch::match_mode::phrase);
  });
}

libsearch_status libsearch_request_set_variants(libsearch_request *request, int variants,
                                                libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.variants = variants != 0; });
}

libsearch_status libsearch_request_turn_variants_off(libsearch_request *request, const char *group,
                                                     size_t length, libsearch_error **error) {
  return change(request, error,
                [&](auto &r) { r.variants_off.push_back(owned("group", group, length)); });
}

libsearch_status libsearch_request_add_filter(libsearch_request *request, const char *field,
                                              size_t field_length, const char *value,
                                              size_t value_length, libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.filters.push_back({owned("field", field, field_length), owned("value", value, value_length)});
  });
}

libsearch_status libsearch_request_clear_filters(libsearch_request *request,
                                                 libsearch_error **error) {
  return change(request, error, [](auto &r) { r.filters.clear(); });
}

libsearch_status libsearch_request_add_facet(libsearch_request *request, const char *field,
                                             size_t length, size_t limit, libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.facets.push_back({owned("field", field, length), bounded(limit)});
  });
}

libsearch_status libsearch_request_clear_facets(libsearch_request *request,
                                                libsearch_error **error) {
  return change(request, error, [](auto &r) { r.facets.clear(); });
}

libsearch_status libsearch_request_set_facet_limit(libsearch_request *request, size_t limit,
                                                   libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.facet_limit = bounded(limit); });
}

libsearch_status libsearch_request_set_facet_order(libsearch_request *request,
                                                   libsearch_facet_order order,
                                                   libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.facets_by = choice("order", number_of(order), libsearch::facet_order::value);
  });
}

libsearch_status libsearch_request_set_sort(libsearch_request *request, const char *order,
                                            size_t length, libsearch_error **error) {
  return change(request, error,
                [&](auto &r) { libsearch::sort_by(r, length ? owned("order", order, length) : "relevance"); });
}

libsearch_status libsearch_request_set_limit(libsearch_request *request, size_t limit,
                                             libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.limit = bounded(limit); });
}

libsearch_status libsearch_request_set_offset(libsearch_request *request, size_t offset,
                                              libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.offset = bounded(offset); });
}

libsearch_status libsearch_request_set_after(libsearch_request *request, const char *after,
                                             size_t length, libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.after = text_argument("after", after, length); });
}

libsearch_status libsearch_request_set_collapse(libsearch_request *request, const char *field,
                                                size_t length, libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.collapse = text_argument("field", field, length); });
}

libsearch_status libsearch_request_set_mark_tags(libsearch_request *request, const char *open,
                                                 size_t open_length, const char *close,
                                                 size_t close_length, libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.tags = {owned("open", open, open_length), owned("close", close, close_length)};
  });
}

libsearch_status libsearch_request_set_snippet_length(libsearch_request *request, size_t characters,
                                                      libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.snippet_length = bounded(characters); });
}

libsearch_status libsearch_request_set_total(libsearch_request *request, libsearch_total total,
                                             libsearch_error **error) {
  return change(request, error, [&](auto &r) {
    r.total = choice("total", number_of(total), libsearch::total_mode::exact);
  });
}

libsearch_status libsearch_request_set_max_candidates(libsearch_request *request, size_t texts,
                                                      libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.max_candidates = bounded(texts); });
}

libsearch_status libsearch_request_set_timeout(libsearch_request *request, uint32_t milliseconds,
                                               libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.timeout_ms = milliseconds; });
}

libsearch_status libsearch_request_set_explain(libsearch_request *request, int explain,
                                               libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.explain = explain != 0; });
}

libsearch_status libsearch_request_set_cancel(libsearch_request *request,
                                              libsearch_cancel_callback cancel, void *context,
                                              libsearch_error **error) {
  return change(request, error, [&](auto &r) { r.cancel = to_cpp(cancel, context); });
}

void libsearch_request_free(libsearch_request *request) { free_handle(request); }
