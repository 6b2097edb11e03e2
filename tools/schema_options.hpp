// The options of jsearch index that declare fields.
#ifndef JSEARCH_SCHEMA_OPTIONS_HPP
#define JSEARCH_SCHEMA_OPTIONS_HPP

#include <string>
#include <vector>

#include <libsearch/schema.hpp>

#include "options.hpp"

namespace jsearch {

/// --schema and --field.
std::vector<option> schema_options();

/// Whether the command line says something about fields.
bool declares_fields(const arguments &given);

/// The schema that --schema and --field make of the one there is.
/// @throws libsearch::error naming the option, the file and what is wrong.
libsearch::schema schema_of(const arguments &given, const libsearch::schema &present);

/// A field in the words of --field: "series:keyword:facet".
std::string field_text(const libsearch::field_definition &field);

}  // namespace jsearch

#endif
