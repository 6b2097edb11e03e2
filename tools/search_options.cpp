#include "search_options.hpp"

#include <algorithm>
#include <limits>

#include <libsearch/error.hpp>

namespace jsearch {

namespace {

using libsearch::match_mode;

[[noreturn]] void refuse(const std::string &message, const std::string &hint) {
  throw libsearch::error(libsearch::errc::invalid_argument, message, hint);
}

match_mode match_of(const std::string &name) {
  if (name == "all") return match_mode::all;
  if (name == "any") return match_mode::any;
  if (name == "phrase") return match_mode::phrase;
  return match_mode::automatic;
}

libsearch::filter filter_of(const std::string &text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    refuse("--filter: \"" + text + "\" is not FIELD=VALUE",
           "write it like --filter topic=資源 or --filter date=2024-01..2025-06");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

std::vector<libsearch::facet_request> facets_of(const std::vector<std::string> &lists) {
  std::vector<libsearch::facet_request> facets;
  for (const std::string &list : lists)
    for (std::size_t start = 0; start <= list.size();) {
      const auto comma = std::min(list.find(',', start), list.size());
      if (comma > start) facets.push_back({list.substr(start, comma - start), 0});
      start = comma + 1;
    }
  return facets;
}

std::uint32_t milliseconds_of(const arguments &given) {
  const std::size_t value = given.number("timeout");
  if (value > std::numeric_limits<std::uint32_t>::max())
    refuse("--timeout: " + given.value("timeout") + " is too long", "0 means no limit");
  return static_cast<std::uint32_t>(value);
}

}  // namespace

option filter_option() {
  return {.name = "filter",
          .argument = "FIELD=VALUE",
          .help = "only documents with this topic, author, date or value of a declared field; the same field "
                  "twice means either value, different fields mean both",
          .offers = {"topic=", "author=", "date="},
          .repeated = true};
}

option timeout_option() {
  return {.name = "timeout",
          .argument = "MS",
          .help = "give up after so many milliseconds; 0 = never",
          .usual = "0",
          .number = true};
}

std::vector<option> matching_options() {
  return {
      {.name = "match",
       .argument = "MODE",
       .help = "which parts of the query must occur; auto: all, and if that finds too little, most",
       .usual = "auto",
       .choices = {"auto", "all", "any", "phrase"}},
      {.name = "variants",
       .argument = "WHEN",
       .help = "find other spellings too: old kanji, long vowels, numbers, eras ...",
       .usual = "on",
       .choices = {"on", "off"}},
      filter_option(),
      {.name = "total",
       .argument = "MODE",
       .help = "count all hits, or stop counting after --max-candidates",
       .usual = "bounded",
       .choices = {"bounded", "exact"}},
      {.name = "max-candidates",
       .argument = "N",
       .help = "texts a bounded search may check",
       .usual = "20000",
       .number = true},
      timeout_option(),
  };
}

std::vector<option> facet_options() {
  return {
      {.name = "facets",
       .argument = "LIST",
        .help = "count the values of these fields: topic, author, date (in years, months or days, as "
                "it fits), date:year, date:month, date:day, declared facets",
       .offers = {"topic", "author", "date", "date:year", "date:month", "date:day"},
       .list = true,
       .repeated = true},
      {.name = "facet-limit",
       .argument = "N",
       .help = "values of a field to show; 0 = all",
       .usual = "10",
       .number = true},
      {.name = "facet-sort",
       .argument = "ORDER",
       .help = "order of the values; usually dates newest first, all else by count; reading: names as they are read, "
               "where the index has MeCab's readings",
       .choices = {"count", "value", "reading"}},
  };
}

std::string query_of(const arguments &given) {
  std::string query;
  for (const std::string &word : given.words()) query += (query.empty() ? "" : " ") + word;
  return query;
}

libsearch::search_request request_of(const arguments &given) {
  libsearch::search_request request;
  request.query = query_of(given);
  request.match = match_of(given.value("match"));
  request.variants = given.value("variants") != "off";
  for (const std::string &text : given.values("filter")) request.filters.push_back(filter_of(text));
  if (given.value("total") == "exact") request.total = libsearch::total_mode::exact;
  if (!given.value("max-candidates").empty())
    request.max_candidates = given.number("max-candidates");
  request.timeout_ms = milliseconds_of(given);
  request.facets = facets_of(given.values("facets"));
  request.facet_limit = given.number("facet-limit");
  if (given.value("facet-sort") == "count") request.facets_by = libsearch::facet_order::count;
  if (given.value("facet-sort") == "value") request.facets_by = libsearch::facet_order::value;
  if (given.value("facet-sort") == "reading") request.facets_by = libsearch::facet_order::reading;
  return request;
}

void count_more_for_people(libsearch::search_request &request) {
  constexpr std::size_t enough = 100;
  if (request.facet_limit == 0 || request.facet_limit > enough) return;
  const auto is_filtered = [&](const std::string &field) {
    return std::any_of(request.filters.begin(), request.filters.end(), [&](const auto &f) { return f.field == field; });
  };
  for (auto &facet : request.facets)
    if (facet.limit == 0 && (facet.field.rfind("date", 0) == 0 || is_filtered(facet.field))) facet.limit = enough;
}

}  // namespace jsearch
