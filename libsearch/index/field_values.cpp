#include "index/field_values.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <libsearch/error.hpp>

#include "analysis/stemmer.hpp"
#include "index/term.hpp"
#include "text/char_class.hpp"
#include "text/compact_text.hpp"
#include "text/json_writer.hpp"
#include "text/normalizer.hpp"
#include "text/number_range.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {
namespace {

using text::json_value;

constexpr std::size_t longest_shown = 60;

[[noreturn]] void refuse(const document &d, const stored_field &field, const json_value &value, const char *wanted,
                         const char *hint) {
  std::string shown = text::to_json(value);
  if (shown.size() > longest_shown) {
    shown.resize(longest_shown);
    while (!shown.empty() && text::find_ill_formed(shown) != text::npos) shown.pop_back();
    shown += "...";
  }
  throw error(errc::invalid_argument,
              "document " + d.id + ": field \"" + field.name + "\" holds " + shown + ", which is not " + wanted, hint);
}

std::string text_of(const document &d, const stored_field &field, const json_value &value) {
  const bool keyword = field.type == field_type::keyword;
  std::string text;
  if (const auto *given = value.as<std::string>()) text = *given;
  // Numbers of volumes and flags are names as well.
  else if (keyword && (value.is_integer() || value.as<bool>())) text = text::to_json(value);
  else
    refuse(d, field, value, "a string", "give a string or an array of strings, or declare the field with another type");
  if (keyword && text.find('\0') != std::string::npos)
    refuse(d, field, value, "a value", "take out the character U+0000");
  return text;
}

double number_of(const document &d, const stored_field &field, const json_value &value) {
  if (const auto *real = value.as<double>(); real && std::isfinite(*real)) return *real + 0.0;
  if (const auto *positive = value.as<std::uint64_t>()) return static_cast<double>(*positive);
  if (const auto *negative = value.as<std::int64_t>()) return static_cast<double>(*negative);
  if (const auto *given = value.as<std::string>())
    if (const auto number = text::parse_number(*given)) return *number;
  refuse(d, field, value, "a number", "give one number, or declare the field as keyword");
}

text::date_interval date_of(const document &d, const stored_field &field, const json_value &value) {
  const auto *given = value.as<std::string>();
  const std::string text = given ? *given : value.is_integer() ? text::to_json(value) : "";
  if (const auto date = text::parse_date(text)) return *date;
  refuse(d, field, value, "a date", "write YYYY, YYYY-MM or YYYY-MM-DD");
}

void add_pieces(Xapian::Document &record, const std::string &normalized, const stored_field &field) {
  std::set<std::string> pieces;
  if (field.match == text_match::stems) {
    for (std::string &stem : stems_of(normalized)) pieces.insert(std::move(stem));
  } else {
    for_each_pair(normalized, [&](std::string_view pair) { pieces.emplace(pair); });
    // Single characters too, so that a part of one or two characters needs no text.
    for (std::size_t at = 0; at < normalized.size();) {
      const std::size_t start = at;
      text::next(normalized, at);
      pieces.insert(normalized.substr(start, at - start));
    }
  }
  for (const std::string &piece : pieces) record.add_boolean_term(name_term(field.piece_prefix, piece));
}

field_values fitting_values(const document &d, const stored_field &field, const json_value &value) {
  field_values values;
  switch (field.type) {
    case field_type::number: values.number = number_of(d, field, value); break;
    case field_type::date: values.date = date_of(d, field, value); break;
    case field_type::text:
    case field_type::keyword:
      if (const auto *list = value.as<json_value::array>()) {
        for (const json_value &each : *list)
          if (!each.is_null()) values.texts.push_back(text_of(d, field, each));
      } else {
        values.texts.push_back(text_of(d, field, value));
      }
      std::erase(values.texts, std::string());
  }
  return values;
}

}  // namespace

std::string join_values(const std::vector<std::string> &values) {
  std::string joined;
  for (const std::string &value : values) {
    if (value.empty()) continue;
    if (!joined.empty()) joined += '\0';
    joined += value;
  }
  return joined;
}

std::vector<std::string> stems_of(std::string_view normalized) {
  thread_local const analysis::stemmer english;
  std::vector<std::string> stems;
  // Normalization takes the blank between Latin and Japanese words: a change of script parts them as well.
  enum class script { none, latin, japanese };
  std::size_t start = 0;
  script in = script::none;
  const auto end_word = [&](std::size_t end) {
    if (in != script::none) stems.push_back(english.stem(normalized.substr(start, end - start)));
  };
  for (std::size_t at = 0; at < normalized.size();) {
    const std::size_t before = at;
    const text::char_class kind = text::class_of(text::next(normalized, at));
    const script next = text::is_japanese(kind) ? script::japanese : kind == text::char_class::latin ? script::latin : script::none;
    if (next == in) continue;
    end_word(before);
    start = before;
    in = next;
  }
  end_word(normalized.size());
  return stems;
}

field_values values_of(const document &d, const stored_field &field) {
  const auto found = d.attributes.find(field.name);
  if (found == d.attributes.end()) return {};
  const text::json_reading read = text::read_json(found->second);
  if (read.flaw != text::json_flaw::none)
    throw error(errc::malformed, "document " + d.id + ": attribute " + field.name + " is not JSON");
  const json_value &value = read.value;
  if (value.is_null()) return {};
  // An empty string is no value, as it is for the fields of the default schema.
  if (const auto *text = value.as<std::string>(); text && text->empty()) return {};
  try {
    return fitting_values(d, field, value);
  } catch (const error &) {
    if (!field.lenient) throw;
    return {};
  }
}

void validate_fields(const document &d, const field_table &fields) {
  if (d.attributes.empty()) return;
  for (const stored_field &field : fields.fields())
    if (field.declared) values_of(d, field);
}

void add_names(Xapian::Document &record, const std::vector<std::string> &names, const std::string &prefix,
               bool hierarchical) {
  for (const std::string &name : names) {
    if (name.empty()) continue;
    for (std::size_t end = 0; end != std::string::npos;) {
      end = hierarchical ? name.find('/', end + 1) : std::string::npos;
      record.add_boolean_term(facet_term(prefix, name.substr(0, end)));
    }
  }
}

void add_fields(Xapian::Document &record, const document &d, const field_table &fields) {
  if (d.attributes.empty()) return;
  for (const stored_field &field : fields.fields()) {
    if (!field.declared) continue;
    const field_values values = values_of(d, field);
    if (values.number) record.add_value(field.slot, Xapian::sortable_serialise(*values.number));
    if (values.date) {
      record.add_value(field.slot, pack_day(values.date->first));
      record.add_value(field.second_slot, pack_day(values.date->last));
    }
    if (values.texts.empty()) continue;
    if (field.has_names()) {
      record.add_value(field.slot, join_values(values.texts));
      add_names(record, values.texts, field.value_prefix, field.hierarchical);
    }
    if (field.type != field_type::text) continue;
    std::string compact;
    for (const std::string &text : values.texts) {
      const std::string normalized = text::normalize_only(text);
      if (!compact.empty()) compact += text::compact_separator;
      text::compact_append(compact, normalized);
      add_pieces(record, normalized, field);
    }
    record.add_value(field.second_slot, compact);
  }
}

}  // namespace libsearch::indexing
