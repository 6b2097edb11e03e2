// The fields of an index.
#include <libsearch/schema.hpp>

#include <memory>
#include <string>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "capi/getter.hpp"
#include "capi/enumeration.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

constexpr unsigned known_flags = LIBSEARCH_FIELD_FACET | LIBSEARCH_FIELD_HIERARCHICAL | LIBSEARCH_FIELD_LENIENT;

/// C may pass any number for an enumeration.
libsearch::field_type type_of(int type) {
  switch (type) {
    case LIBSEARCH_FIELD_TEXT: return libsearch::field_type::text;
    case LIBSEARCH_FIELD_KEYWORD: return libsearch::field_type::keyword;
    case LIBSEARCH_FIELD_NUMBER: return libsearch::field_type::number;
    case LIBSEARCH_FIELD_DATE: return libsearch::field_type::date;
  }
  throw libsearch::error(libsearch::errc::invalid_argument,
                         "\"type\": " + std::to_string(type) + " is no type of field",
                         "types are LIBSEARCH_FIELD_TEXT, _KEYWORD, _NUMBER and _DATE");
}

}  // namespace

libsearch_status libsearch_schema_new(libsearch_schema **schema, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("schema", schema);
    *schema = hand_out<libsearch_schema>(std::make_unique<libsearch::schema>());
  });
}

libsearch_status libsearch_schema_from_json(const char *json, size_t length,
                                            libsearch_schema **schema, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("schema", schema);
    *schema = hand_out<libsearch_schema>(std::make_unique<libsearch::schema>(
        libsearch::schema::from_json(text_argument("json", json, length))));
  });
}

libsearch_status libsearch_schema_to_json(libsearch_schema *schema, libsearch_string **out,
                                          libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(borrowed(schema)->to_json());
  });
}

libsearch_status libsearch_schema_add_field(libsearch_schema *schema, const char *name,
                                            size_t name_length, libsearch_field_type type,
                                            unsigned flags, const char *analyzer,
                                            size_t analyzer_length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(schema);
    libsearch::field_definition field;
    field.name = text_argument("name", name, name_length);
    field.type = type_of(number_of(type));
    field.analyzer = text_argument("analyzer", analyzer, analyzer_length);
    if (flags & ~known_flags)
      throw libsearch::error(libsearch::errc::invalid_argument,
                             "\"flags\": " + std::to_string(flags) + " has bits that mean nothing");
    field.facet = flags & LIBSEARCH_FIELD_FACET;
    field.hierarchical = flags & LIBSEARCH_FIELD_HIERARCHICAL;
    field.lenient = flags & LIBSEARCH_FIELD_LENIENT;
    used->add_field(std::move(field));
  });
}

libsearch_status libsearch_schema_remove_field(libsearch_schema *schema, const char *name,
                                               size_t length, libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(schema);
    used->remove_field(text_argument("name", name, length));
  });
}

size_t libsearch_schema_field_count(const libsearch_schema *schema) {
  return ask(schema, std::size_t{0}, [](const auto &s) { return s.fields().size(); });
}

const char *libsearch_schema_field_name(const libsearch_schema *schema, size_t field,
                                        size_t *length) {
  return ask_text(schema, length, [&](const auto &s) {
    const libsearch::field_definition *found = at(s.fields(), field);
    return found ? &found->name : nullptr;
  });
}

libsearch_field_type libsearch_schema_field_type(const libsearch_schema *schema, size_t field) {
  return ask(schema, LIBSEARCH_FIELD_TEXT, [&](const auto &s) {
    const libsearch::field_definition *found = at(s.fields(), field);
    return found ? static_cast<libsearch_field_type>(found->type) : LIBSEARCH_FIELD_TEXT;
  });
}

unsigned libsearch_schema_field_flags(const libsearch_schema *schema, size_t field) {
  return ask(schema, 0u, [&](const auto &s) {
    const libsearch::field_definition *found = at(s.fields(), field);
    if (!found) return 0u;
    return (found->facet ? LIBSEARCH_FIELD_FACET : 0u) |
           (found->hierarchical ? LIBSEARCH_FIELD_HIERARCHICAL : 0u) |
           (found->lenient ? LIBSEARCH_FIELD_LENIENT : 0u);
  });
}

const char *libsearch_schema_field_analyzer(const libsearch_schema *schema, size_t field,
                                            size_t *length) {
  return ask_text(schema, length, [&](const auto &s) {
    const libsearch::field_definition *found = at(s.fields(), field);
    return found ? &found->analyzer : nullptr;
  });
}

void libsearch_schema_free(libsearch_schema *schema) { free_handle(schema); }

libsearch_status libsearch_writer_set_schema(libsearch_writer *writer, libsearch_schema *schema,
                                             libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(writer);
    used->set_schema(*borrowed(schema));
  });
}

libsearch_status libsearch_writer_schema(libsearch_writer *writer, libsearch_schema **schema,
                                         libsearch_error **error) {
  return guard(error, [&] {
    clear_result("schema", schema);
    const borrowed used(writer);
    *schema = hand_out<libsearch_schema>(std::make_unique<libsearch::schema>(used->schema()));
  });
}

libsearch_status libsearch_index_schema(libsearch_index *index, libsearch_schema **schema,
                                        libsearch_error **error) {
  return guard(error, [&] {
    clear_result("schema", schema);
    const borrowed used(index);
    *schema = hand_out<libsearch_schema>(std::make_unique<libsearch::schema>(used->schema()));
  });
}
