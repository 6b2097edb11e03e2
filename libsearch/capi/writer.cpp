// Writing an index.
#include <memory>

#include <libsearch/document.hpp>
#include <libsearch/index.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_writer_open(const char *path, libsearch_writer **writer,
                                       libsearch_error **error) {
  return guard(error, [&] {
    clear_result("writer", writer);
    *writer = hand_out<libsearch_writer>(
        std::make_unique<libsearch::index_writer>(path_argument(path)));
  });
}

libsearch_status libsearch_writer_put_json(libsearch_writer *writer, const char *json,
                                           size_t length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->put(libsearch::document_from_json(text_argument("json", json, length)));
  });
}

libsearch_status libsearch_writer_remove(libsearch_writer *writer, const char *id, size_t length,
                                         libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->remove(text_argument("id", id, length));
  });
}

libsearch_status libsearch_writer_set_topic_rules(libsearch_writer *writer, const char *rules,
                                                  size_t length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->set_topic_rules(text_argument("rules", rules, length));
  });
}

libsearch_status libsearch_writer_set_synonyms(libsearch_writer *writer, const char *synonyms,
                                               size_t length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->set_synonyms(text_argument("synonyms", synonyms, length));
  });
}

libsearch_status libsearch_writer_set_user_dictionary(libsearch_writer *writer, const char *words,
                                                      size_t length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->set_user_dictionary(text_argument("words", words, length));
  });
}

libsearch_status libsearch_writer_commit(libsearch_writer *writer, libsearch_error **error) {
  return guard(error, [&] { borrowed(writer)->commit(); });
}

libsearch_status libsearch_writer_rollback(libsearch_writer *writer, libsearch_error **error) {
  return guard(error, [&] { borrowed(writer)->rollback(); });
}

void libsearch_writer_free(libsearch_writer *writer) { free_handle(writer); }
