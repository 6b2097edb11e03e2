// Requests and results as JSON: the contract with other languages and with scripts.
#include <algorithm>

#include <libsearch/error.hpp>
#include <libsearch/search.hpp>

#include "api/bounded_json.hpp"
#include "text/json_writer.hpp"

namespace libsearch {
namespace {

using text::json_value;
using text::json_writer;

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

void append(json_writer &json, const hit &h, const mark_tags &tags) {
  json.open('{').key("id").text(h.id).key("score").real(h.score).key("title").text(h.title);
  json.key("authors").texts(h.authors).key("date").text(h.date).key("topics").texts(h.topics).key("path").text(h.path);
  if (!h.paths.empty()) json.key("paths").texts(h.paths);
  if (h.page) json.key("page").number(h.page);
  json.key("snippet").text(to_html(h.snippet, tags.open, tags.close));
  if (h.collapsed) json.key("collapsed").number(h.collapsed);
  if (!h.explanation.empty()) json.key("explanation").text(h.explanation);
  json.close('}');
}

/// A facet that was asked for twice is one member.
void append(json_writer &json, const std::vector<facet_result> &facets) {
  json.open('{');
  for (auto facet = facets.begin(); facet != facets.end(); ++facet) {
    const auto same = [&](const facet_result &other) { return other.field == facet->field; };
    if (std::any_of(facets.begin(), facet, same)) continue;
    json.key(facet->field).open('[');
    for (const facet_value &value : facet->values) {
      json.open('{').key("value").text(value.value).key("count").number(value.count);
      if (value.selected) json.key("selected").value_true();
      json.close('}');
    }
    json.close(']');
  }
  json.close('}');
}

/// Reads one request; every key is taken once, what is left over is unknown.
class request_reader {
 public:
  explicit request_reader(json_value::object options) : options_(std::move(options)) {}

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
      throw error(errc::invalid_argument, "unknown search option \"" + options_.begin()->first + "\"",
                  "options are limit, offset, after, sort, collapse, match, variants, variants_off, filters, facets, "
                  "facet_limit, facet_sort, total, max_candidates, snippet_length, mark_tags, timeout and explain");
    return r;
  }

 private:
  json_value take(const char *key) {
    const auto found = options_.find(key);
    if (found == options_.end()) return {};
    json_value value = std::move(found->second);
    options_.erase(found);
    return value;
  }

  [[noreturn]] static void refuse(const char *key, const std::string &wanted) {
    throw error(errc::invalid_argument, std::string("search option \"") + key + "\" is not " + wanted);
  }

  template <class Number>
  void number(const char *key, Number &into) {
    const json_value value = take(key);
    if (value.is_null()) return;
    const auto *given = value.as<std::uint64_t>();
    if (!given) refuse(key, "a number from 0 up");
    into = static_cast<Number>(std::min<std::uint64_t>(*given, 0xFFFFFFFFu));
  }

  void flag(const char *key, bool &into) {
    const json_value value = take(key);
    if (value.is_null()) return;
    const auto *word = value.as<std::string>();
    if (const auto *given = value.as<bool>()) into = *given;
    else if (word && *word == "on") into = true;
    else if (word && *word == "off") into = false;
    else refuse(key, "true or false");
  }

  template <class Choice>
  void choice(const char *key, Choice &into, const std::vector<std::pair<const char *, Choice>> &choices) {
    const json_value value = take(key);
    if (value.is_null()) return;
    const auto *given = value.as<std::string>();
    std::string names;
    for (const auto &[name, chosen] : choices) {
      if (given && *given == name) {
        into = chosen;
        return;
      }
      names += names.empty() ? name : std::string(", ") + name;
    }
    refuse(key, "one of " + names);
  }

  /// Any other name is a field's; whether there is one is known when the index is asked.
  void order(search_request &into) {
    const json_value value = take("sort");
    if (value.is_null()) return;
    const auto *given = value.as<std::string>();
    if (!given) refuse("sort", "relevance, title, or a field, with \"-\" before it for descending order");
    sort_by(into, *given);
  }

  void names(const char *key, std::vector<std::string> &into) {
    json_value value = take(key);
    if (value.is_null()) return;
    auto *list = value.as<json_value::array>();
    if (!list) refuse(key, "an array of names");
    for (json_value &each : *list) {
      auto *name = each.as<std::string>();
      if (!name) refuse(key, "an array of names");
      into.push_back(std::move(*name));
    }
  }

  void text(const char *key, std::string &into) {
    json_value value = take(key);
    if (value.is_null()) return;
    auto *given = value.as<std::string>();
    if (!given) refuse(key, "a text");
    into = std::move(*given);
  }

  void tags(mark_tags &into) {
    std::vector<std::string> both;
    names("mark_tags", both);
    if (both.empty()) return;
    if (both.size() != 2) refuse("mark_tags", "an array of two texts");
    into = {both[0], both[1]};
  }

  void facets(std::vector<facet_request> &into) {
    std::vector<std::string> fields;
    names("facets", fields);
    for (std::string &field : fields) into.push_back({std::move(field), 0});
  }

  void filters(std::vector<filter> &into) {
    constexpr char wanted[] = "an array of [field, value]";
    json_value value = take("filters");
    if (value.is_null()) return;
    auto *list = value.as<json_value::array>();
    if (!list) refuse("filters", wanted);
    for (json_value &each : *list) {
      auto *pair = each.as<json_value::array>();
      if (!pair || pair->size() != 2) refuse("filters", wanted);
      auto *field = pair->front().as<std::string>(), *text = pair->back().as<std::string>();
      if (!field || !text) refuse("filters", wanted);
      into.push_back({std::move(*field), std::move(*text)});
    }
  }

  json_value::object options_;
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
  json_writer json;
  json.open('{').key("format").number(1).key("query").text(results.query).key("matched").text(results.matched);
  json.key("took_ms").real(results.took_ms);
  json.key("total").open('{').key("value").number(results.total.value);
  json.key("relation").text(name(results.total.relation)).close('}');
  json.key("hits").open('[');
  for (const hit &h : results.hits) append(json, h, results.tags);
  json.close(']').key("facets");
  append(json, results.facets);
  json.key("suggestions").texts(results.suggestions).key("diagnostics").open('[');
  for (const diagnostic &d : results.diagnostics)
    json.open('{').key("message").text(d.message).key("offset").number(d.offset).key("length").number(d.length).close('}');
  json.close(']');
  if (!results.next.empty()) json.key("next").text(results.next);
  if (!results.explanation.empty()) json.key("explanation").text(results.explanation);
  return json.close('}').take();
}

search_request search_request_from_json(std::string_view query, std::string_view text) {
  json_value::object options;
  if (!text.empty()) options = parse_bounded_object(text, "the text of the search options");
  return request_reader(std::move(options)).read(query);
}

}  // namespace libsearch
