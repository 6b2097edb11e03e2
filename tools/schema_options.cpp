#include "schema_options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <libsearch/error.hpp>

namespace jsearch {

namespace {

using libsearch::errc;
using libsearch::error;
using libsearch::field_definition;
using libsearch::field_type;

constexpr char field_form[] =
    "write NAME:TYPE with TYPE text, keyword, number or date, and behind it, if wanted, :facet, :hierarchical, :lenient or the "
    "analyzer of a text, for example --field series:keyword:facet; NAME:none drops a field";

std::vector<std::string> split(const std::string &text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

field_type type_of(const std::string &name, const std::string &typed) {
  for (const field_type type :
       {field_type::text, field_type::keyword, field_type::number, field_type::date})
    if (name == libsearch::name(type)) return type;
  throw error(errc::invalid_argument, "--field: " + typed + ": there is no type \"" + name + "\"",
              field_form);
}

void apply(const std::string &typed, libsearch::schema &schema) {
  const std::vector<std::string> parts = split(typed, ':');
  if (parts.size() < 2)
    throw error(errc::invalid_argument, "--field: " + typed + ": it has no type", field_form);
  if (parts[1] == "none") {
    schema.remove_field(parts[0]);
    return;
  }
  field_definition field;
  field.name = parts[0];
  field.type = type_of(parts[1], typed);
  for (std::size_t i = 2; i < parts.size(); ++i) {
    if (parts[i] == "facet") field.facet = true;
    else if (parts[i] == "hierarchical") field.hierarchical = true;
    else if (parts[i] == "lenient") field.lenient = true;
    else field.analyzer = parts[i];
  }
  schema.add_field(std::move(field));
}

std::string read_schema(const std::string &file) {
  std::ifstream in(file, std::ios::binary);
  try {
    // A folder can be opened; reading it throws.
    if (in) return {std::istreambuf_iterator<char>(in), {}};
  } catch (const std::ios_base::failure &) {
  }
  throw error(errc::not_found, "--schema: " + file + ": " + std::strerror(errno),
              "the file holds a JSON object; \"--schema none\" drops all declared fields");
}

}  // namespace

std::vector<option> schema_options() {
  return {
      {.name = "field",
       .argument = "NAME:TYPE",
       .help = "declare a key of the records as a field that is searched, filtered by and sorted by: text, keyword, "
               "number or date; with :facet behind it, counted too; NAME:none drops it",
       .repeated = true},
      {.name = "schema",
       .argument = "FILE",
       .help = "all declared fields, as JSON; \"none\" drops them"},
  };
}

bool declares_fields(const arguments &given) { return given.has("schema") || given.has("field"); }

libsearch::schema schema_of(const arguments &given, const libsearch::schema &present) {
  libsearch::schema schema = present;
  if (given.has("schema")) {
    const std::string file = given.value("schema");
    try {
      schema = file == "none" ? libsearch::schema() : libsearch::schema::from_json(read_schema(file));
    } catch (const error &e) {
      if (e.code() == errc::not_found) throw;
      throw error(e.code(), "--schema: " + file + ": " + e.what(), e.hint());
    }
  }
  for (const std::string &typed : given.values("field")) apply(typed, schema);
  return schema;
}

std::string field_text(const field_definition &field) {
  std::string text = field.name + ":" + libsearch::name(field.type);
  if (field.facet) text += ":facet";
  if (field.hierarchical) text += ":hierarchical";
  if (field.lenient) text += ":lenient";
  if (!field.analyzer.empty() && field.analyzer != "hybrid") text += ":" + field.analyzer;
  return text;
}

}  // namespace jsearch
