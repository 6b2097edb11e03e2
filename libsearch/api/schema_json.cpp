// A schema as JSON: what is kept in an index and given to jsearch and to C.
#include <libsearch/schema.hpp>

#include <libsearch/error.hpp>

#include "api/bounded_json.hpp"

namespace libsearch {
namespace {

using text::json_value;

[[noreturn]] void refuse(const std::string &what) {
  throw error(errc::invalid_argument, "the schema: " + what,
              "write for example {\"fields\":[{\"name\":\"series\",\"type\":\"keyword\",\"facet\":true}]}");
}

std::string string_of(const json_value::object &object, const char *key, const std::string &field) {
  const auto found = object.find(key);
  if (found == object.end() || found->second.is_null()) return {};
  const auto *text = found->second.as<std::string>();
  if (!text) refuse(field + ": \"" + key + "\" is not a string");
  return *text;
}

bool flag_of(const json_value::object &object, const char *key, const std::string &field) {
  const auto found = object.find(key);
  if (found == object.end() || found->second.is_null()) return false;
  const auto *flag = found->second.as<bool>();
  if (!flag) refuse(field + ": \"" + key + "\" is not true or false");
  return *flag;
}

field_definition field_of(const json_value &value) {
  const auto *members = value.as<json_value::object>();
  if (!members) refuse("a field is not an object");
  const json_value::object &object = *members;
  field_definition field;
  field.name = string_of(object, "name", "a field");
  const std::string where = "field \"" + field.name + "\"";
  for (const auto &[key, member] : object)
    if (key != "name" && key != "type" && key != "analyzer" && key != "facet" && key != "hierarchical" &&
        key != "lenient")
      refuse(where + ": unknown key \"" + key + "\"");
  const std::string type = string_of(object, "type", where);
  bool known = false;
  for (const field_type each : {field_type::text, field_type::keyword, field_type::number, field_type::date})
    if (type == name(each)) {
      field.type = each;
      known = true;
    }
  if (!known)
    refuse(where + (type.empty() ? ": it has no type" : ": there is no type \"" + type + "\"") +
           "; types are text, keyword, number and date");
  field.analyzer = string_of(object, "analyzer", where);
  field.facet = flag_of(object, "facet", where);
  field.hierarchical = flag_of(object, "hierarchical", where);
  field.lenient = flag_of(object, "lenient", where);
  return field;
}

}  // namespace

schema schema::from_json(std::string_view text) {
  const json_value::object object = parse_bounded_object(text, "the schema");
  schema made;
  for (const auto &[key, member] : object)
    if (key != "fields") refuse("unknown key \"" + key + "\"");
  const auto found = object.find("fields");
  if (found == object.end()) return made;
  const auto *fields = found->second.as<json_value::array>();
  if (!fields) refuse("\"fields\" is not an array");
  for (const json_value &each : *fields) {
    field_definition field = field_of(each);
    const field_definition *same = made.find(field.name);
    if (same && same - made.fields_.data() >= static_cast<std::ptrdiff_t>(default_fields))
      refuse("field \"" + field.name + "\" stands there twice");
    made.add_field(std::move(field));
  }
  return made;
}

// Names and analyzers hold nothing that JSON escapes (add_field).
std::string schema::to_json() const {
  std::string out = "{\"fields\":[";
  bool first = true;
  for (const field_definition &field : declared()) {
    out += first ? "{\"name\":\"" : ",{\"name\":\"";
    out += field.name;
    out += "\",\"type\":\"";
    out += name(field.type);
    out += '"';
    if (!field.analyzer.empty()) {
      out += ",\"analyzer\":\"";
      out += field.analyzer;
      out += '"';
    }
    if (field.facet) out += ",\"facet\":true";
    if (field.hierarchical) out += ",\"hierarchical\":true";
    if (field.lenient) out += ",\"lenient\":true";
    out += '}';
    first = false;
  }
  return out + "]}";
}

}  // namespace libsearch
