// The hits of an answer.
#include <memory>
#include <string>

#include <libsearch/error.hpp>
#include <libsearch/search.hpp>

#include "capi/getter.hpp"
#include "capi/guard.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

using libsearch::hit;

/// What `read` points at in a hit; null where there is no such hit.
template <class Read>
auto member(const libsearch::search_results &results, std::size_t number, Read &&read) {
  const hit *found = at(results.hits, number);
  return found ? read(*found) : nullptr;
}

template <class Value, class Read>
Value of_hit(const libsearch_results *results, std::size_t number, Value otherwise, Read &&read) {
  return ask(results, otherwise, [&](const auto &r) {
    const hit *found = at(r.hits, number);
    return found ? Value(read(*found)) : otherwise;
  });
}

}  // namespace

size_t libsearch_results_hit_count(const libsearch_results *results) {
  return ask(results, std::size_t{0}, [](const auto &r) { return r.hits.size(); });
}

const char *libsearch_results_hit_id(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.id; }); });
}

const char *libsearch_results_hit_title(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.title; }); });
}

const char *libsearch_results_hit_date(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.date; }); });
}

const char *libsearch_results_hit_path(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.path; }); });
}

size_t libsearch_results_hit_path_count(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, std::size_t{0}, [](const auto &h) {
    return h.paths.empty() ? std::size_t{!h.path.empty()} : h.paths.size();
  });
}

const char *libsearch_results_hit_path_at(const libsearch_results *results, size_t hit, size_t path,
                                          size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    return member(r, hit, [&](const auto &h) {
      return path == 0 ? &h.path : at(h.paths, path);
    });
  });
}

double libsearch_results_hit_score(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, double{0}, [](const auto &h) { return h.score; });
}

size_t libsearch_results_hit_author_count(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, std::size_t{0}, [](const auto &h) { return h.authors.size(); });
}

const char *libsearch_results_hit_author(const libsearch_results *results, size_t hit, size_t author,
                                         size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    return member(r, hit, [&](const auto &h) { return at(h.authors, author); });
  });
}

size_t libsearch_results_hit_topic_count(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, std::size_t{0}, [](const auto &h) { return h.topics.size(); });
}

const char *libsearch_results_hit_topic(const libsearch_results *results, size_t hit, size_t topic,
                                        size_t *length) {
  return ask_text(results, length, [&](const auto &r) {
    return member(r, hit, [&](const auto &h) { return at(h.topics, topic); });
  });
}

size_t libsearch_results_hit_page(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, size_t{0}, [](const auto &h) { return h.page; });
}

const char *libsearch_results_hit_snippet(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.snippet.text; }); });
}

size_t libsearch_results_hit_mark_count(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, std::size_t{0}, [](const auto &h) { return h.snippet.marks.size(); });
}

libsearch_span libsearch_results_hit_mark(const libsearch_results *results, size_t hit, size_t mark) {
  return of_hit(results, hit, libsearch_span{0, 0}, [&](const auto &h) { return to_c(at(h.snippet.marks, mark)); });
}

int libsearch_results_hit_cut_before(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, int{0}, [](const auto &h) { return h.snippet.cut_before; });
}

int libsearch_results_hit_cut_behind(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, int{0}, [](const auto &h) { return h.snippet.cut_behind; });
}

libsearch_status libsearch_results_hit_html(const libsearch_results *results, size_t hit,
                                            libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(results);
    const libsearch::hit *found = at(used->hits, hit);
    if (!found)
      throw libsearch::error(libsearch::errc::not_found, "the answer has no hit " + std::to_string(hit));
    *out = hand_out_text(to_html(found->snippet, used->tags.open, used->tags.close));
  });
}

size_t libsearch_results_hit_title_mark_count(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, std::size_t{0}, [](const auto &h) { return h.title_marks.size(); });
}

libsearch_span libsearch_results_hit_title_mark(const libsearch_results *results, size_t hit, size_t mark) {
  return of_hit(results, hit, libsearch_span{0, 0}, [&](const auto &h) { return to_c(at(h.title_marks, mark)); });
}

size_t libsearch_results_hit_collapsed(const libsearch_results *results, size_t hit) {
  return of_hit(results, hit, size_t{0}, [](const auto &h) { return h.collapsed; });
}

const char *libsearch_results_hit_explanation(const libsearch_results *results, size_t hit, size_t *length) {
  return ask_text(results, length, [&](const auto &r) { return member(r, hit, [](const auto &h) { return &h.explanation; }); });
}
