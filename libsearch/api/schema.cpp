#include <libsearch/schema.hpp>

#include <algorithm>

#include <libsearch/error.hpp>

#include "text/char_class.hpp"
#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

constexpr std::size_t longest_name = 64;

/// Keys of a record that mean something already, and the operator that is written like a field.
constexpr const char *reserved[] = {"authors", "topics", "path", "page", "word"};

constexpr const char *analyzers[] = {"hybrid", "dictionary", "ngram", "keyword", "english"};

[[noreturn]] void refuse(const std::string &name, const std::string &why, const std::string &hint) {
  throw error(errc::invalid_argument, "field \"" + name + "\": " + why, hint);
}

/// Names are looked up as they are typed in a query: in any case and any width.
std::string folded(std::string_view name) { return text::normalize_only(text::repair(name)); }

void require_name(const std::string &name) {
  const char *const hint = "a name has letters, digits, _ and -, begins with a letter and has at most 64 bytes";
  if (name.empty()) refuse(name, "it has no name", hint);
  if (name.size() > longest_name) refuse(name, "its name is longer than 64 bytes", hint);
  if (text::find_ill_formed(name) != text::npos) refuse(text::repair(name), "its name is not UTF-8", hint);
  bool first = true;
  for (std::size_t at = 0; at < name.size(); first = false) {
    const char32_t c = text::next(name, at);
    const bool digit = c >= U'0' && c <= U'9';
    // Nearly all names are ASCII: the table of all characters need not be made for them.
    const bool letter = c < 0x80 ? (c | 0x20) >= U'a' && (c | 0x20) <= U'z' : text::class_of(c) >= text::char_class::latin;
    if (letter || (!first && (digit || c == U'_' || c == U'-'))) continue;
    refuse(name, first ? "its name does not begin with a letter" : "its name holds a character that is no letter, no digit, no _ and no -",
           hint);
  }
}

void require_free(const std::string &name, const std::vector<field_definition> &fields) {
  const std::string wanted = folded(name);
  for (const char *taken : reserved)
    if (wanted == taken) refuse(name, "its name is reserved", "give it another name");
  for (const field_definition &field : fields)
    if (field.name != name && folded(field.name) == wanted)
      refuse(name, "its name reads like that of the field \"" + field.name + "\"", "give it another name");
}

void complete(field_definition &field) {
  if (field.type == field_type::text && field.analyzer.empty()) field.analyzer = "hybrid";
  if (field.type != field_type::text && !field.analyzer.empty())
    refuse(field.name, "only a text has an analyzer", "leave the analyzer out, or declare the field as text");
  if (field.type == field_type::text &&
      std::find(std::begin(analyzers), std::end(analyzers), field.analyzer) == std::end(analyzers))
    refuse(field.name, "there is no analyzer \"" + field.analyzer + "\"",
           "analyzers of a text are hybrid, dictionary, ngram, keyword and english");
  if (field.hierarchical && field.type != field_type::keyword)
    refuse(field.name, "only a keyword has levels", "declare the field as keyword, or as not hierarchical");
}

}  // namespace

const char *name(field_type type) noexcept {
  switch (type) {
    case field_type::text: return "text";
    case field_type::keyword: return "keyword";
    case field_type::number: return "number";
    case field_type::date: return "date";
  }
  return "unknown";
}

schema::schema()
    : fields_{{"title", field_type::text, "hybrid", false, false}, {"author", field_type::text, "hybrid", true, false},
              {"topic", field_type::keyword, "", true, true},      {"date", field_type::date, "", true, false},
              {"body", field_type::text, "hybrid", false, false},  {"id", field_type::keyword, "", false, false}} {}

schema &schema::add_field(field_definition field) {
  require_name(field.name);
  require_free(field.name, fields_);
  complete(field);
  const auto same = std::find_if(fields_.begin(), fields_.end(), [&](const auto &f) { return f.name == field.name; });
  if (same == fields_.end()) {
    if (fields_.size() == default_fields + most_fields)
      refuse(field.name, "there are " + std::to_string(most_fields) + " declared fields already",
             "take one of them away first");
    fields_.push_back(std::move(field));
    return *this;
  }
  const bool own = same - fields_.begin() >= static_cast<std::ptrdiff_t>(default_fields);
  if (!own && *same != field)
    refuse(field.name, "a field of the default schema can't be changed", "declare a field of another name");
  *same = std::move(field);
  return *this;
}

bool schema::remove_field(std::string_view name) {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto &f) { return f.name == name; });
  if (found == fields_.end()) return false;
  if (found - fields_.begin() < static_cast<std::ptrdiff_t>(default_fields))
    refuse(found->name, "a field of the default schema can't be taken away", "");
  fields_.erase(found);
  return true;
}

std::vector<field_definition> schema::declared() const {
  return {fields_.begin() + static_cast<std::ptrdiff_t>(default_fields), fields_.end()};
}

const field_definition *schema::find(std::string_view name) const noexcept {
  for (const field_definition &field : fields_)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace libsearch
