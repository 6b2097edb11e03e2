// A document, as it is made and changed.
#include <libsearch/document.hpp>

#include <memory>
#include <string>

#include <libsearch/error.hpp>

#include "capi/change.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

using libsearch::errc;
using libsearch::error;

std::string key_argument(const char *name, std::size_t length) {
  if (!length) throw error(errc::invalid_argument, "the argument \"name\" is empty");
  return std::string(text_argument("name", name, length));
}

}  // namespace

libsearch_status libsearch_document_new(libsearch_document **document, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("document", document);
    *document = hand_out<libsearch_document>(std::make_unique<libsearch::document>());
  });
}

libsearch_status libsearch_document_from_json(const char *json, size_t length,
                                              libsearch_document **document,
                                              libsearch_error **error) {
  return guard(error, [&] {
    clear_result("document", document);
    *document = hand_out<libsearch_document>(std::make_unique<libsearch::document>(
        libsearch::document_from_json(text_argument("json", json, length))));
  });
}

libsearch_status libsearch_document_to_json(libsearch_document *document, libsearch_string **out,
                                            libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(to_json(*borrowed(document)));
  });
}

libsearch_status libsearch_document_set_id(libsearch_document *document, const char *id,
                                           size_t length, libsearch_error **error) {
  return change(document, error, [&](auto &d) { d.id = text_argument("id", id, length); });
}

libsearch_status libsearch_document_set_title(libsearch_document *document, const char *title,
                                              size_t length, libsearch_error **error) {
  return change(document, error, [&](auto &d) { d.title = text_argument("title", title, length); });
}

libsearch_status libsearch_document_set_body(libsearch_document *document, const char *body,
                                             size_t length, libsearch_error **error) {
  return change(document, error, [&](auto &d) { d.body = text_argument("body", body, length); });
}

libsearch_status libsearch_document_set_date(libsearch_document *document, const char *date,
                                             size_t length, libsearch_error **error) {
  return change(document, error, [&](auto &d) { d.date = text_argument("date", date, length); });
}

libsearch_status libsearch_document_set_path(libsearch_document *document, const char *path,
                                             size_t length, libsearch_error **error) {
  return change(document, error, [&](auto &d) { d.path = text_argument("path", path, length); });
}

libsearch_status libsearch_document_add_author(libsearch_document *document, const char *author,
                                               size_t length, libsearch_error **error) {
  return change(document, error,
                [&](auto &d) { d.authors.emplace_back(text_argument("author", author, length)); });
}

libsearch_status libsearch_document_clear_authors(libsearch_document *document,
                                                  libsearch_error **error) {
  return change(document, error, [](auto &d) { d.authors.clear(); });
}

libsearch_status libsearch_document_add_topic(libsearch_document *document, const char *topic,
                                              size_t length, libsearch_error **error) {
  return change(document, error,
                [&](auto &d) { d.topics.emplace_back(text_argument("topic", topic, length)); });
}

libsearch_status libsearch_document_clear_topics(libsearch_document *document,
                                                 libsearch_error **error) {
  return change(document, error, [](auto &d) {
    d.topics.clear();
    d.rule_topics.clear();
  });
}

libsearch_status libsearch_document_add_page_start(libsearch_document *document, size_t offset,
                                                   libsearch_error **error) {
  return change(document, error, [&](auto &d) {
    if (!d.page_starts.empty() && offset < d.page_starts.back())
      throw libsearch::error(errc::invalid_argument,
                             "\"offset\": " + std::to_string(offset) + " is before the page before",
                             "add pages in their order");
    d.page_starts.push_back(offset);
  });
}

libsearch_status libsearch_document_set_attribute(libsearch_document *document, const char *name,
                                                  size_t name_length, const char *json,
                                                  size_t json_length, libsearch_error **error) {
  return change(document, error, [&](auto &d) {
    d.set_attribute_json(key_argument(name, name_length), text_argument("json", json, json_length));
  });
}

libsearch_status libsearch_document_set_attribute_text(libsearch_document *document,
                                                       const char *name, size_t name_length,
                                                       const char *value, size_t value_length,
                                                       libsearch_error **error) {
  return change(document, error, [&](auto &d) {
    d.set_attribute(key_argument(name, name_length), text_argument("value", value, value_length));
  });
}

libsearch_status libsearch_document_set_attribute_number(libsearch_document *document,
                                                         const char *name, size_t name_length,
                                                         double value, libsearch_error **error) {
  return change(document, error,
                [&](auto &d) { d.set_attribute(key_argument(name, name_length), value); });
}

libsearch_status libsearch_document_set_origin(libsearch_document *document, const char *path,
                                               size_t path_length, uint64_t size, int64_t mtime,
                                               const char *digest, size_t digest_length,
                                               libsearch_error **error) {
  return change(document, error, [&](auto &d) {
    d.origin = {std::string(text_argument("path", path, path_length)), size, mtime,
                std::string(text_argument("digest", digest, digest_length))};
  });
}

void libsearch_document_free(libsearch_document *document) { free_handle(document); }
