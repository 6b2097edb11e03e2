#include <libsearch/document.hpp>

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>

#include "api/bounded_json.hpp"
#include "index/json_check.hpp"
#include "text/date_interval.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

using nlohmann::json;

std::string take_string(json &object, const char *key, bool required) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) {
    if (required)
      throw error(errc::invalid_argument, std::string("the key \"") + key + "\" is missing",
                  "a record needs id, title and body");
    return {};
  }
  std::string value;
  if (found->is_string()) value = found->get<std::string>();
  // Ids and years are often written as numbers.
  else if (found->is_number_integer()) value = found->dump();
  else
    throw error(errc::invalid_argument, std::string("the value of \"") + key + "\" is not a string");
  object.erase(found);
  return value;
}

/// The strings of "author" and "authors", or "topic" and "topics".
std::vector<std::string> take_list(json &object, const char *one, const char *many) {
  std::vector<std::string> values;
  for (const char *key : {one, many}) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    const auto add = [&](const json &value) {
      if (!value.is_string())
        throw error(errc::invalid_argument, std::string("\"") + key + "\" holds something that is not a string");
      std::string text = value.get<std::string>();
      if (!text.empty() && std::find(values.begin(), values.end(), text) == values.end())
        values.push_back(std::move(text));
    };
    if (found->is_array()) std::for_each(found->begin(), found->end(), add);
    else if (!found->is_null()) add(*found);
    object.erase(found);
  }
  return values;
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
  if (value.empty()) attributes.erase(name);
  else attributes[name] = json(std::string(value)).dump(-1, ' ', false, json::error_handler_t::replace);
}

void document::set_attribute(const std::string &name, double value) {
  if (!std::isfinite(value))
    throw error(errc::invalid_argument, "attribute " + name + ": not a finite number");
  attributes[name] = json(value).dump();
}

void document::set_attribute_json(const std::string &name, std::string_view json) {
  if (json.empty()) {
    attributes.erase(name);
    return;
  }
  if (!indexing::is_json(json))
    throw error(errc::malformed, "attribute " + name + ": the value is not JSON of at most " +
                                     std::to_string(indexing::deepest_json) + " levels",
                "write a text as \"...\", in UTF-8");
  attributes[name] = json;
}

std::string document::attribute(const std::string &name) const {
  const auto found = attributes.find(name);
  if (found == attributes.end()) return {};
  const json value = json::parse(found->second, nullptr, false);
  return value.is_string() ? value.get<std::string>() : found->second;
}

document document_from_json(std::string_view text) {
  json object = parse_bounded_object(text, "the record");
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
  for (const auto &[name, value] : object.items())
    if (!value.is_null()) d.attributes[name] = value.dump();
  return d;
}

std::string to_json(const document &d) {
  nlohmann::ordered_json object = {{"id", d.id}, {"title", d.title}};
  if (!d.authors.empty()) object["authors"] = d.authors;
  if (!d.date.empty()) object["date"] = d.date;
  const auto topics = d.all_topics();
  if (!topics.empty()) object["topics"] = topics;
  if (!d.path.empty()) object["path"] = d.path;
  for (const auto &[name, value] : d.attributes) {
    auto parsed = nlohmann::ordered_json::parse(value, nullptr, false);
    if (!parsed.is_discarded()) object[name] = std::move(parsed);
  }
  object["body"] = d.body;
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

bool is_date(std::string_view date) noexcept { return text::parse_date(date).has_value(); }

}  // namespace libsearch
