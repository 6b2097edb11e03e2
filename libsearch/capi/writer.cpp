// Writing an index.
#include <memory>
#include <string>

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

libsearch_status libsearch_writer_open_with(const char *path, libsearch_writer_options *options,
                                            libsearch_writer **writer, libsearch_error **error) {
  if (!options) return libsearch_writer_open(path, writer, error);
  return guard(error, [&] {
    clear_result("writer", writer);
    const borrowed used(options);
    *writer = hand_out<libsearch_writer>(
        std::make_unique<libsearch::index_writer>(path_argument(path), *used));
  });
}

libsearch_status libsearch_writer_put(libsearch_writer *writer, libsearch_document *document,
                                      int *replaced, libsearch_error **error) {
  if (replaced) *replaced = 0;
  return guard(error, [&] {
    const borrowed used(writer);
    const bool was_there = used->put(*borrowed(document));
    if (replaced) *replaced = was_there;
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

libsearch_status libsearch_writer_set_option(libsearch_writer *writer, const char *name,
                                             size_t name_length, const char *value,
                                             size_t value_length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->set_option(std::string(text_argument("name", name, name_length)),
                     text_argument("value", value, value_length));
  });
}

libsearch_status libsearch_writer_option(libsearch_writer *writer, const char *name, size_t length,
                                         libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(writer);
    *out = hand_out_text(used->option(std::string(text_argument("name", name, length))));
  });
}

libsearch_status libsearch_writer_reanalyzed(libsearch_writer *writer, size_t *documents,
                                             libsearch_error **error) {
  return guard(error, [&] {
    if (!documents) refuse_null("documents");
    *documents = 0;
    *documents = borrowed(writer)->reanalyzed();
  });
}

libsearch_status libsearch_writer_commit(libsearch_writer *writer, libsearch_error **error) {
  return guard(error, [&] { borrowed(writer)->commit(); });
}

libsearch_status libsearch_writer_rollback(libsearch_writer *writer, libsearch_error **error) {
  return guard(error, [&] { borrowed(writer)->rollback(); });
}

void libsearch_writer_free(libsearch_writer *writer) { free_handle(writer); }
