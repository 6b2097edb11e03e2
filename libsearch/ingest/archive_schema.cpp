#include <libsearch/ingest.hpp>

namespace libsearch::ingest {

schema archive_schema() {
  schema fields;
  for (const char *name : {"keyphrases", "series", "number", "affiliation"}) {
    field_definition field;
    field.name = name;
    field.type = field_type::keyword;
    field.facet = field.lenient = true;
    fields.add_field(std::move(field));
  }
  return fields;
}

}  // namespace libsearch::ingest
