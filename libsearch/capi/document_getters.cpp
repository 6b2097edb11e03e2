// What a document holds.
#include <iterator>
#include <string>
#include <string_view>

#include <libsearch/document.hpp>

#include "capi/getter.hpp"

using namespace libsearch::capi;

namespace {

using libsearch::document;

/// The attribute of a number, in the order of names.
auto attribute_at(const document &d, std::size_t number) {
  return number < d.attributes.size() ? std::next(d.attributes.begin(), static_cast<std::ptrdiff_t>(number))
                                      : d.attributes.end();
}

}  // namespace

const char *libsearch_document_id(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.id; });
}

const char *libsearch_document_title(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.title; });
}

const char *libsearch_document_body(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.body; });
}

const char *libsearch_document_date(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.date; });
}

const char *libsearch_document_path(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.path; });
}

size_t libsearch_document_author_count(const libsearch_document *document) {
  return ask(document, std::size_t{0}, [](const auto &d) { return d.authors.size(); });
}

const char *libsearch_document_author(const libsearch_document *document, size_t author,
                                      size_t *length) {
  return ask_text(document, length, [&](const auto &d) { return at(d.authors, author); });
}

size_t libsearch_document_topic_count(const libsearch_document *document) {
  return ask(document, std::size_t{0}, [](const auto &d) { return d.topics.size(); });
}

const char *libsearch_document_topic(const libsearch_document *document, size_t topic,
                                     size_t *length) {
  return ask_text(document, length, [&](const auto &d) { return at(d.topics, topic); });
}

size_t libsearch_document_rule_topic_count(const libsearch_document *document) {
  return ask(document, std::size_t{0}, [](const auto &d) { return d.rule_topics.size(); });
}

const char *libsearch_document_rule_topic(const libsearch_document *document, size_t topic,
                                          size_t *length) {
  return ask_text(document, length, [&](const auto &d) { return at(d.rule_topics, topic); });
}

size_t libsearch_document_page_count(const libsearch_document *document) {
  return ask(document, std::size_t{0}, [](const auto &d) { return d.page_starts.size(); });
}

size_t libsearch_document_page_start(const libsearch_document *document, size_t page) {
  return ask(document, std::size_t{0}, [&](const auto &d) {
    const std::size_t *start = at(d.page_starts, page);
    return start ? *start : 0;
  });
}

size_t libsearch_document_attribute_count(const libsearch_document *document) {
  return ask(document, std::size_t{0}, [](const auto &d) { return d.attributes.size(); });
}

const char *libsearch_document_attribute_name(const libsearch_document *document, size_t attribute,
                                              size_t *length) {
  return ask_text(document, length, [&](const auto &d) {
    const auto found = attribute_at(d, attribute);
    return found == d.attributes.end() ? nullptr : &found->first;
  });
}

const char *libsearch_document_attribute_json(const libsearch_document *document, size_t attribute,
                                              size_t *length) {
  return ask_text(document, length, [&](const auto &d) {
    const auto found = attribute_at(d, attribute);
    return found == d.attributes.end() ? nullptr : &found->second;
  });
}

const char *libsearch_document_attribute(const libsearch_document *document, const char *name,
                                         size_t name_length, size_t *length) {
  const std::string_view wanted(name ? name : "", name ? name_length : 0);
  return ask_text(document, length, [&](const auto &d) {
    // Not found by a string: one would have to be made, which can fail.
    for (const auto &[key, value] : d.attributes)
      if (key == wanted) return &value;
    return static_cast<const std::string *>(nullptr);
  });
}

const char *libsearch_document_origin_path(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.origin.path; });
}

uint64_t libsearch_document_origin_size(const libsearch_document *document) {
  return ask(document, std::uint64_t{0}, [](const auto &d) { return d.origin.size; });
}

int64_t libsearch_document_origin_mtime(const libsearch_document *document) {
  return ask(document, std::int64_t{0}, [](const auto &d) { return d.origin.mtime; });
}

const char *libsearch_document_origin_digest(const libsearch_document *document, size_t *length) {
  return ask_text(document, length, [](const auto &d) { return &d.origin.digest; });
}
