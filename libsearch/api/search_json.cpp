// Requests and results as JSON: the contract with other languages and with scripts.
#include <algorithm>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>
#include <libsearch/search.hpp>

#include "api/bounded_json.hpp"

namespace libsearch {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

void append_escaped(std::string &out, std::string_view text) {
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
}

const char *name(total_relation relation) {
  return relation == total_relation::eq ? "eq" : relation == total_relation::gte ? "gte" : "estimate";
}

ordered_json to_object(const hit &h, const mark_tags &tags) {
  ordered_json object = {{"id", h.id}, {"score", h.score}, {"title", h.title}};
  object["authors"] = h.authors;
  object["date"] = h.date;
  object["topics"] = h.topics;
  object["path"] = h.path;
  if (!h.paths.empty()) object["paths"] = h.paths;
  if (h.page) object["page"] = h.page;
  object["snippet"] = to_html(h.snippet, tags.open, tags.close);
  if (h.collapsed) object["collapsed"] = h.collapsed;
  if (!h.explanation.empty()) object["explanation"] = h.explanation;
  return object;
}

/// Reads one request; every key is taken once, what is left over is unknown.
class request_reader {
 public:
  explicit request_reader(json options) : options_(std::move(options)) {}

  search_request read(std::string_view query) {
    search_request r;
    r.query = query;
    number("limit", r.limit);
    number("offset", r.offset);
    number("facet_limit", r.facet_limit);
    number("max_candidates", r.max_candidates);
    number("snippet_length", r.snippet_length);
    number("timeout", r.timeout_ms);
    flag("variants", r.variants);
    names("variants_off", r.variants_off);
    text("after", r.after);
    text("collapse", r.collapse);
    tags(r.tags);
    flag("explain", r.explain);
    choice("match", r.match,
           {{"auto", match_mode::automatic}, {"all", match_mode::all}, {"any", match_mode::any}, {"phrase", match_mode::phrase}});
    order(r);
    choice("total", r.total, {{"bounded", total_mode::bounded}, {"exact", total_mode::exact}});
    choice("facet_sort", r.facets_by, {{"count", facet_order::count}, {"value", facet_order::value}, {"reading", facet_order::reading}});
    facets(r.facets);
    filters(r.filters);
    if (!options_.empty())
      throw error(errc::invalid_argument, "unknown search option \"" + options_.begin().key() + "\"",
                  "options are limit, offset, after, sort, collapse, match, variants, variants_off, filters, facets, "
                  "facet_limit, facet_sort, total, max_candidates, snippet_length, mark_tags, timeout and explain");
    return r;
  }

 private:
  json take(const char *key) {
    const auto found = options_.find(key);
    if (found == options_.end()) return nullptr;
    json value = *found;
    options_.erase(found);
    return value;
  }

  [[noreturn]] static void refuse(const char *key, const std::string &wanted) {
    throw error(errc::invalid_argument, std::string("search option \"") + key + "\" is not " + wanted);
  }

  template <class Number>
  void number(const char *key, Number &into) {
    const json value = take(key);
    if (value.is_null()) return;
    if (!value.is_number_unsigned()) refuse(key, "a number from 0 up");
    into = static_cast<Number>(std::min<std::uint64_t>(value.get<std::uint64_t>(), 0xFFFFFFFFu));
  }

  void flag(const char *key, bool &into) {
    const json value = take(key);
    if (value.is_null()) return;
    if (value == "on" || value == true) into = true;
    else if (value == "off" || value == false) into = false;
    else refuse(key, "true or false");
  }

  template <class Choice>
  void choice(const char *key, Choice &into, const std::vector<std::pair<const char *, Choice>> &choices) {
    const json value = take(key);
    if (value.is_null()) return;
    std::string names;
    for (const auto &[name, chosen] : choices) {
      if (value == name) {
        into = chosen;
        return;
      }
      names += names.empty() ? name : std::string(", ") + name;
    }
    refuse(key, "one of " + names);
  }

  /// Any other name is a field's; whether there is one is known when the index is asked.
  void order(search_request &into) {
    const json value = take("sort");
    if (value.is_null()) return;
    if (!value.is_string()) refuse("sort", "relevance, title, or a field, with \"-\" before it for descending order");
    sort_by(into, value.get<std::string>());
  }

  void names(const char *key, std::vector<std::string> &into) {
    const json value = take(key);
    if (value.is_null()) return;
    if (!value.is_array()) refuse(key, "an array of names");
    for (const json &name : value) {
      if (!name.is_string()) refuse(key, "an array of names");
      into.push_back(name.get<std::string>());
    }
  }

  void text(const char *key, std::string &into) {
    const json value = take(key);
    if (value.is_null()) return;
    if (!value.is_string()) refuse(key, "a text");
    into = value.get<std::string>();
  }

  void tags(mark_tags &into) {
    std::vector<std::string> both;
    names("mark_tags", both);
    if (both.empty()) return;
    if (both.size() != 2) refuse("mark_tags", "an array of two texts");
    into = {both[0], both[1]};
  }

  void facets(std::vector<facet_request> &into) {
    const json value = take("facets");
    if (value.is_null()) return;
    if (!value.is_array()) refuse("facets", "an array of names");
    for (const json &name : value) {
      if (!name.is_string()) refuse("facets", "an array of names");
      into.push_back({name.get<std::string>(), 0});
    }
  }

  void filters(std::vector<filter> &into) {
    const json value = take("filters");
    if (value.is_null()) return;
    if (!value.is_array()) refuse("filters", "an array of [field, value]");
    for (const json &pair : value) {
      if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string())
        refuse("filters", "an array of [field, value]");
      into.push_back({pair[0].get<std::string>(), pair[1].get<std::string>()});
    }
  }

  json options_;
};

}  // namespace

void sort_by(search_request &request, const std::string &order) {
  request.sort_field.clear();
  if (order == "relevance") request.sort = sort_order::relevance;
  else if (order == "date") request.sort = sort_order::date;
  else if (order == "-date") request.sort = sort_order::date_descending;
  else if (order == "title") request.sort = sort_order::title;
  else {
    const bool descending = order.rfind('-', 0) == 0;
    request.sort = descending ? sort_order::field_descending : sort_order::field;
    request.sort_field = order.substr(descending ? 1 : 0);
  }
}

std::string to_html(const snippet &snippet, std::string_view open, std::string_view close) {
  std::string html;
  std::size_t at = 0;
  const std::string_view text = snippet.text;
  for (const span &mark : snippet.marks) {
    append_escaped(html, text.substr(at, mark.start - at));
    html += open;
    append_escaped(html, text.substr(mark.start, mark.end - mark.start));
    html += close;
    at = mark.end;
  }
  append_escaped(html, text.substr(at));
  return html;
}

std::string to_json(const search_results &results) {
  ordered_json object = {{"format", 1}, {"query", results.query}, {"matched", results.matched}};
  object["took_ms"] = results.took_ms;
  object["total"] = {{"value", results.total.value}, {"relation", name(results.total.relation)}};
  object["hits"] = ordered_json::array();
  for (const hit &h : results.hits) object["hits"].push_back(to_object(h, results.tags));
  object["facets"] = ordered_json::object();
  for (const facet_result &facet : results.facets) {
    ordered_json values = ordered_json::array();
    for (const facet_value &value : facet.values) {
      ordered_json entry = {{"value", value.value}, {"count", value.count}};
      if (value.selected) entry["selected"] = true;
      values.push_back(std::move(entry));
    }
    object["facets"][facet.field] = std::move(values);
  }
  object["suggestions"] = results.suggestions;
  object["diagnostics"] = ordered_json::array();
  for (const diagnostic &d : results.diagnostics)
    object["diagnostics"].push_back({{"message", d.message}, {"offset", d.offset}, {"length", d.length}});
  if (!results.next.empty()) object["next"] = results.next;
  if (!results.explanation.empty()) object["explanation"] = results.explanation;
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

search_request search_request_from_json(std::string_view query, std::string_view text) {
  json options = json::object();
  if (!text.empty()) {
    options = parse_bounded_object(text, "the text of the search options");
  }
  return request_reader(std::move(options)).read(query);
}

}  // namespace libsearch
