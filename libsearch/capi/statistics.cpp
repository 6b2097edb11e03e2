// Figures of an index.
#include <memory>

#include <libsearch/index.hpp>

#include "capi/getter.hpp"
#include "capi/guard.hpp"
#include "capi/json.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_index_statistics_json(libsearch_index *index, libsearch_string **out,
                                                 libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    *out = hand_out_text(json_of(used->path(), used->statistics()));
  });
}

libsearch_status libsearch_index_statistics(libsearch_index *index,
                                            libsearch_statistics **statistics,
                                            libsearch_error **error) {
  return guard(error, [&] {
    clear_result("statistics", statistics);
    *statistics = hand_out<libsearch_statistics>(
        std::make_unique<libsearch::index_statistics>(borrowed(index)->statistics()));
  });
}

size_t libsearch_statistics_documents(const libsearch_statistics *statistics) {
  return ask(statistics, size_t{0}, [](const auto &s) { return s.documents; });
}

size_t libsearch_statistics_words(const libsearch_statistics *statistics) {
  return ask(statistics, size_t{0}, [](const auto &s) { return s.words; });
}

size_t libsearch_statistics_bigrams(const libsearch_statistics *statistics) {
  return ask(statistics, size_t{0}, [](const auto &s) { return s.bigrams; });
}

uint64_t libsearch_statistics_text_bytes(const libsearch_statistics *statistics) {
  return ask(statistics, uint64_t{0}, [](const auto &s) { return s.text_bytes; });
}

uint64_t libsearch_statistics_index_bytes(const libsearch_statistics *statistics) {
  return ask(statistics, uint64_t{0}, [](const auto &s) { return s.index_bytes; });
}

uint64_t libsearch_statistics_revision(const libsearch_statistics *statistics) {
  return ask(statistics, uint64_t{0}, [](const auto &s) { return s.revision; });
}

unsigned libsearch_statistics_format(const libsearch_statistics *statistics) {
  return ask(statistics, unsigned{0}, [](const auto &s) { return static_cast<unsigned>(s.format); });
}

const char *libsearch_statistics_analyzer(const libsearch_statistics *statistics, size_t *length) {
  return ask_text(statistics, length, [](const auto &s) { return &s.analyzer; });
}

const char *libsearch_statistics_first_date(const libsearch_statistics *statistics, size_t *length) {
  return ask_text(statistics, length, [](const auto &s) { return &s.first_date; });
}

const char *libsearch_statistics_last_date(const libsearch_statistics *statistics, size_t *length) {
  return ask_text(statistics, length, [](const auto &s) { return &s.last_date; });
}

void libsearch_statistics_free(libsearch_statistics *statistics) { free_handle(statistics); }
