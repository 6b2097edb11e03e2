// An answer as a whole, and its facets.
#include <memory>
#include <string>

#include <libsearch/search.hpp>

#include "capi/getter.hpp"
#include "capi/guard.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

const libsearch::facet_value *value_of(const libsearch::search_results &results, std::size_t facet,
                                       std::size_t value) {
  const libsearch::facet_result *found = at(results.facets, facet);
  return found ? at(found->values, value) : nullptr;
}

}  // namespace

const char *libsearch_results_query(const libsearch_results *results, size_t *length) {
  return ask_text(results, length, [](const auto &r) { return &r.query; });
}

const char *libsearch_results_matched(const libsearch_results *results, size_t *length) {
  return ask_text(results, length, [](const auto &r) { return &r.matched; });
}

double libsearch_results_took_ms(const libsearch_results *results) {
  return ask(results, double{0}, [](const auto &r) { return r.took_ms; });
}

size_t libsearch_results_total(const libsearch_results *results) {
  return ask(results, size_t{0}, [](const auto &r) { return r.total.value; });
}

libsearch_relation libsearch_results_total_relation(const libsearch_results *results) {
  return ask(results, LIBSEARCH_RELATION_EQ, [](const auto &r) { return static_cast<libsearch_relation>(r.total.relation); });
}

const char *libsearch_results_next(const libsearch_results *results, size_t *length) {
  return ask_text(results, length, [](const auto &r) { return &r.next; });
}

const char *libsearch_results_explanation(const libsearch_results *results, size_t *length) {
  return ask_text(results, length, [](const auto &r) { return &r.explanation; });
}

size_t libsearch_results_facet_count(const libsearch_results *results) {
  return ask(results, size_t{0}, [](const auto &r) { return r.facets.size(); });
}

const char *libsearch_results_facet_field(const libsearch_results *results, size_t facet,
                                          size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    const libsearch::facet_result *found = at(r.facets, facet);
    return found ? &found->field : nullptr;
  });
}

const char *libsearch_results_facet_unit(const libsearch_results *results, size_t facet,
                                         size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    const libsearch::facet_result *found = at(r.facets, facet);
    return found ? &found->unit : nullptr;
  });
}

size_t libsearch_results_facet_value_count(const libsearch_results *results, size_t facet) {
  return ask(results, std::size_t{0}, [&](const auto &r) {
    const libsearch::facet_result *found = at(r.facets, facet);
    return found ? found->values.size() : 0;
  });
}

const char *libsearch_results_facet_value(const libsearch_results *results, size_t facet,
                                          size_t value, size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    const libsearch::facet_value *found = value_of(r, facet, value);
    return found ? &found->value : nullptr;
  });
}

size_t libsearch_results_facet_value_documents(const libsearch_results *results, size_t facet, size_t value) {
  return ask(results, size_t{0}, [&](const auto &r) {
    const libsearch::facet_value *found = value_of(r, facet, value);
    return found ? size_t(found->count) : size_t{0};
  });
}

int libsearch_results_facet_value_selected(const libsearch_results *results, size_t facet, size_t value) {
  return ask(results, int{0}, [&](const auto &r) {
    const libsearch::facet_value *found = value_of(r, facet, value);
    return found ? int(found->selected) : int{0};
  });
}

size_t libsearch_results_suggestion_count(const libsearch_results *results) {
  return ask(results, size_t{0}, [](const auto &r) { return r.suggestions.size(); });
}

const char *libsearch_results_suggestion(const libsearch_results *results, size_t suggestion,
                                         size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return at(r.suggestions, suggestion); });
}

size_t libsearch_results_diagnostic_count(const libsearch_results *results) {
  return ask(results, size_t{0}, [](const auto &r) { return r.diagnostics.size(); });
}

const char *libsearch_results_diagnostic_message(const libsearch_results *results,
                                                 size_t diagnostic, size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    const libsearch::diagnostic *found = at(r.diagnostics, diagnostic);
    return found ? &found->message : nullptr;
  });
}

libsearch_span libsearch_results_diagnostic_place(const libsearch_results *results,
                                                  size_t diagnostic) {
  return ask(results, libsearch_span{0, 0}, [&](const auto &r) { return to_c(at(r.diagnostics, diagnostic)); });
}

libsearch_status libsearch_results_to_json(const libsearch_results *results, libsearch_string **out,
                                           libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(to_json(*borrowed(results)));
  });
}

void libsearch_results_free(libsearch_results *results) { free_handle(results); }
