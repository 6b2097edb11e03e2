// Completions of what is being typed, and places to mark in a text.
#include <memory>

#include <libsearch/index.hpp>
#include <libsearch/suggestion.hpp>

#include "capi/getter.hpp"
#include "capi/guard.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_suggest(libsearch_index *index, const char *prefix, size_t length,
                                   size_t limit, libsearch_completions **completions,
                                   libsearch_error **error) {
  return guard(error, [&] {
    clear_result("completions", completions);
    const borrowed used(index);
    *completions = hand_out<libsearch_completions>(std::make_unique<std::vector<libsearch::completion>>(
        used->suggest(text_argument("prefix", prefix, length), limit)));
  });
}

size_t libsearch_completions_count(const libsearch_completions *completions) {
  return ask(completions, std::size_t{0}, [](const auto &all) { return all.size(); });
}

const char *libsearch_completions_text(const libsearch_completions *completions, size_t completion,
                                       size_t *length) {
  return ask_text(completions, length, [&](const auto &all) {
    const libsearch::completion *found = at(all, completion);
    return found ? &found->text : nullptr;
  });
}

libsearch_completion_kind libsearch_completions_kind(const libsearch_completions *completions,
                                                     size_t completion) {
  return ask(completions, LIBSEARCH_COMPLETION_TOPIC, [&](const auto &all) {
    const libsearch::completion *found = at(all, completion);
    return found ? static_cast<libsearch_completion_kind>(found->kind) : LIBSEARCH_COMPLETION_TOPIC;
  });
}

size_t libsearch_completions_documents(const libsearch_completions *completions,
                                       size_t completion) {
  return ask(completions, std::size_t{0}, [&](const auto &all) {
    const libsearch::completion *found = at(all, completion);
    return found ? found->count : 0;
  });
}

void libsearch_completions_free(libsearch_completions *completions) { free_handle(completions); }

libsearch_status libsearch_highlight(libsearch_index *index, const char *text, size_t text_length,
                                     const char *query, size_t query_length,
                                     libsearch_spans **spans, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("spans", spans);
    const borrowed used(index);
    *spans = hand_out<libsearch_spans>(std::make_unique<std::vector<libsearch::span>>(
        used->highlight(text_argument("text", text, text_length),
                        text_argument("query", query, query_length))));
  });
}

size_t libsearch_spans_count(const libsearch_spans *spans) {
  return ask(spans, std::size_t{0}, [](const auto &all) { return all.size(); });
}

libsearch_span libsearch_spans_at(const libsearch_spans *spans, size_t number) {
  return ask(spans, libsearch_span{0, 0}, [&](const auto &all) { return to_c(at(all, number)); });
}

void libsearch_spans_free(libsearch_spans *spans) { free_handle(spans); }
