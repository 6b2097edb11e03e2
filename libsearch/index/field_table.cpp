#include "index/field_table.hpp"

#include <libsearch/error.hpp>

#include "index/term.hpp"

namespace libsearch::indexing {
namespace {

stored_field declared_field(const field_definition &given, unsigned number) {
  stored_field field;
  field.name = given.name;
  field.type = given.type;
  field.facet = given.facet;
  field.hierarchical = given.hierarchical;
  field.declared = true;
  field.lenient = given.lenient;
  field.slot = first_field_slot + 2 * number;
  field.second_slot = field.slot + 1;
  if (given.analyzer == "keyword") field.type = field_type::keyword;
  if (given.analyzer == "dictionary") field.match = text_match::words;
  if (given.analyzer == "english") field.match = text_match::stems;
  field.value_prefix = std::string(1, field_value_prefix) + given.name + ":";
  field.piece_prefix = std::string(1, field_piece_prefix) + given.name + ":";
  return field;
}

}  // namespace

field_table::field_table(const libsearch::schema &schema) : schema_(schema) {
  unsigned number = 0;
  for (const field_definition &given : schema_.fields()) {
    names_.push_back(given.name);
    if (names_.size() > libsearch::schema::default_fields) {
      fields_.push_back(declared_field(given, number++));
      continue;
    }
    // The default fields came first: they keep their places on disk.
    stored_field field;
    field.name = given.name;
    field.type = given.type;
    field.facet = given.facet;
    field.hierarchical = given.hierarchical;
    if (given.name == "author") field.slot = slot_author, field.value_prefix = author_prefix;
    else if (given.name == "topic") field.slot = slot_topic, field.value_prefix = topic_prefix;
    else if (given.name == "date") field.slot = slot_first_day, field.second_slot = slot_last_day;
    else continue;
    fields_.push_back(std::move(field));
  }
}

const std::shared_ptr<const field_table> &field_table::standard() {
  static const auto table = std::make_shared<const field_table>(libsearch::schema());
  return table;
}

std::shared_ptr<const field_table> field_table::of_metadata(const std::string &json, const std::string &path) {
  if (json.empty()) return standard();
  try {
    return std::make_shared<const field_table>(libsearch::schema::from_json(json));
  } catch (const error &failure) {
    throw error(errc::format_mismatch, path + ": its schema can't be read: " + failure.what(),
                "open it with the library that made it, or build it anew with \"jsearch index --rebuild\"");
  }
}

const stored_field *field_table::find(std::string_view name) const {
  for (const stored_field &field : fields_)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace libsearch::indexing
