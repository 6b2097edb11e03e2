#include <libsearch/document.hpp>

#include <algorithm>
#include <cmath>

#include <libsearch/error.hpp>

#include "api/bounded_json.hpp"
#include "index/json_check.hpp"
#include "text/date_interval.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

using text::json_value;

std::string take_string(json_value::object &object, const char *key, bool required) {
  const auto found = object.find(key);
  if (found == object.end() || found->second.is_null()) {
    if (required)
      throw error(errc::invalid_argument, std::string("the key \"") + key + "\" is missing",
                  "a record needs id, title and body");
    return {};
  }
  std::string value;
  if (auto *text = found->second.as<std::string>()) value = std::move(*text);
  // Ids and years are often written as numbers.
  else if (found->second.is_integer()) value = text::to_json(found->second);
  else
    throw error(errc::invalid_argument, std::string("the value of \"") + key + "\" is not a string");
  object.erase(found);
  return value;
}

/// The strings of "author" and "authors", or "topic" and "topics".
std::vector<std::string> take_list(json_value::object &object, const char *one, const char *many) {
  std::vector<std::string> values;
  for (const char *key : {one, many}) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    const auto add = [&](json_value &value) {
      auto *text = value.as<std::string>();
      if (!text)
        throw error(errc::invalid_argument, std::string("\"") + key + "\" holds something that is not a string");
      if (!text->empty() && std::find(values.begin(), values.end(), *text) == values.end())
        values.push_back(std::move(*text));
    };
    if (auto *list = found->second.as<json_value::array>()) std::for_each(list->begin(), list->end(), add);
    else if (!found->second.is_null()) add(found->second);
    object.erase(found);
  }
  return values;
}

/// Whether to_json() writes a member of that name itself.
bool is_own_member(std::string_view name) {
  constexpr const char *own[] = {"id", "title", "authors", "date", "topics", "path", "body"};
  return std::find(std::begin(own), std::end(own), name) != std::end(own);
}

}  // namespace

std::vector<std::string> document::all_topics() const {
  std::vector<std::string> all = topics;
  all.insert(all.end(), rule_topics.begin(), rule_topics.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void document::set_attribute(const std::string &name, std::string_view value) {
  std::string json;
  text::append_json(json, value);
  if (value.empty()) attributes.erase(name);
  else attributes[name] = std::move(json);
}

void document::set_attribute(const std::string &name, double value) {
  if (!std::isfinite(value))
    throw error(errc::invalid_argument, "attribute " + name + ": not a finite number");
  std::string json;
  text::append_json(json, value);
  attributes[name] = std::move(json);
}

void document::set_attribute_json(const std::string &name, std::string_view json) {
  if (json.empty()) {
    attributes.erase(name);
    return;
  }
  if (!indexing::is_json(json))
    throw error(errc::malformed, "attribute " + name + ": the value is not JSON of at most " +
                                     std::to_string(text::deepest_json) + " levels",
                "write a text as \"...\", in UTF-8");
  attributes[name] = json;
}

std::string document::attribute(const std::string &name) const {
  const auto found = attributes.find(name);
  if (found == attributes.end()) return {};
  const text::json_reading read = text::read_json(found->second);
  const auto *text = read.value.as<std::string>();
  return text ? *text : found->second;
}

document document_from_json(std::string_view text) {
  json_value::object object = parse_bounded_object(text, "the record");
  document d;
  d.id = take_string(object, "id", true);
  d.title = take_string(object, "title", true);
  d.body = take_string(object, "body", true);
  d.authors = take_list(object, "author", "authors");
  d.topics = take_list(object, "topic", "topics");
  d.date = take_string(object, "date", false);
  d.path = take_string(object, "path", false);
  if (d.id.empty()) throw error(errc::invalid_argument, "the key \"id\" is empty", "give each record an id of its own");
  if (!d.date.empty() && !is_date(d.date))
    throw error(errc::invalid_argument, "\"" + d.date + "\" is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD");
  for (const auto &[name, value] : object)
    if (!value.is_null()) d.attributes[name] = text::to_json(value);
  return d;
}

std::string to_json(const document &d) {
  text::json_writer json;
  json.open('{').key("id").text(d.id).key("title").text(d.title);
  if (!d.authors.empty()) json.key("authors").texts(d.authors);
  if (!d.date.empty()) json.key("date").text(d.date);
  const auto topics = d.all_topics();
  if (!topics.empty()) json.key("topics").texts(topics);
  if (!d.path.empty()) json.key("path").text(d.path);
  for (const auto &[name, value] : d.attributes) {
    if (is_own_member(name)) continue;
    const text::json_reading read = text::read_json(value);
    if (read.flaw == text::json_flaw::none) json.key(name).value(read.value);
  }
  return json.key("body").text(d.body).close('}').take();
}

bool is_date(std::string_view date) noexcept { return text::parse_date(date).has_value(); }

}  // namespace libsearch
