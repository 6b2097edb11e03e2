// What a query is made of.
#include "capi/getter.hpp"
#include "capi/query.hpp"

using namespace libsearch::capi;

libsearch_query_op libsearch_query_root_op(const libsearch_query *query) {
  return ask(query, LIBSEARCH_QUERY_EVERYTHING,
             [](const auto &q) { return static_cast<libsearch_query_op>(q.root.op); });
}

const char *libsearch_query_own_text(const libsearch_query *query, size_t *length) {
  return ask_text(query, length, [](const auto &q) { return &q.root.text; });
}

const char *libsearch_query_own_field(const libsearch_query *query, size_t *length) {
  return ask_text(query, length, [](const auto &q) { return &q.root.field; });
}

unsigned libsearch_query_distance(const libsearch_query *query) {
  return ask(query, 0u, [](const auto &q) { return q.root.distance; });
}

size_t libsearch_query_child_count(const libsearch_query *query) {
  return ask(query, std::size_t{0}, [](const auto &q) { return q.root.children.size(); });
}

size_t libsearch_query_diagnostic_count(const libsearch_query *query) {
  return ask(query, std::size_t{0}, [](const auto &q) { return q.diagnostics.size(); });
}

const char *libsearch_query_diagnostic_message(const libsearch_query *query, size_t diagnostic,
                                               size_t *length) {
  return ask_text(query, length, [&](const auto &q) {
    const libsearch::diagnostic *found = at(q.diagnostics, diagnostic);
    return found ? &found->message : nullptr;
  });
}

libsearch_span libsearch_query_diagnostic_place(const libsearch_query *query, size_t diagnostic) {
  return ask(query, libsearch_span{0, 0}, [&](const auto &q) { return to_c(at(q.diagnostics, diagnostic)); });
}
