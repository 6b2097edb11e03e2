// Names and values of facets as a request gives them.
#include <algorithm>

#include <libsearch/error.hpp>

#include "facet/facets.hpp"
#include "text/utf8.hpp"

namespace libsearch::facet {
namespace {

facet_field field_named(const std::string &name, const char *what) {
  if (name == "topic") return facet_field::topic;
  if (name == "author") return facet_field::author;
  if (name == "date") return facet_field::date;
  throw error(errc::invalid_argument, std::string("\"") + name + "\" is not a field to " + what + " by",
              "fields are topic, author and date");
}

}  // namespace

const char *name_of(facet_field field) {
  return field == facet_field::topic ? "topic" : field == facet_field::author ? "author" : "date";
}

requested_facet parse_facet(const facet_request &request, std::size_t default_limit) {
  const std::size_t colon = request.field.find(':');
  requested_facet facet;
  facet.field = field_named(request.field.substr(0, colon), "count");
  facet.limit = request.limit ? request.limit : default_limit;
  facet.key = name_of(facet.field);
  if (colon == std::string::npos) {
    facet.automatic = facet.field == facet_field::date;
    return facet;
  }
  const std::string unit = request.field.substr(colon + 1);
  if (facet.field == facet_field::date && unit == "year") facet.unit = date_unit::year;
  else if (facet.field == facet_field::date && unit == "month") facet.unit = date_unit::month;
  else if (facet.field == facet_field::date && unit == "day") facet.unit = date_unit::day;
  else
    throw error(errc::invalid_argument, "\"" + request.field + "\" is not a facet",
                "facets are topic, author, date, date:year, date:month and date:day");
  return facet;
}

std::vector<requested_facet> parse_facets(const std::vector<facet_request> &requests, std::size_t default_limit,
                                          facet_order order) {
  std::vector<requested_facet> facets;
  std::vector<std::string> names;
  for (const facet_request &request : requests) {
    requested_facet facet = parse_facet(request, default_limit);
    facet.order = order;
    if (std::find(names.begin(), names.end(), request.field) != names.end()) continue;
    names.push_back(request.field);
    facets.push_back(std::move(facet));
  }
  // Keys of JSON must differ: 2025 and 2025-10 are counts of two facets.
  const auto is_date = [](const requested_facet &f) { return f.field == facet_field::date; };
  if (std::count_if(facets.begin(), facets.end(), is_date) > 1)
    for (std::size_t i = 0; i < facets.size(); ++i)
      if (is_date(facets[i])) facets[i].key = names[i];
  return facets;
}

std::vector<field_filter> parse_filters(const std::vector<filter> &filters) {
  std::vector<field_filter> parsed;
  for (const filter &wanted : filters) {
    const facet_field field = field_named(wanted.field, "filter");
    auto same = std::find_if(parsed.begin(), parsed.end(), [&](const field_filter &f) { return f.field == field; });
    if (same == parsed.end()) {
      parsed.emplace_back();
      parsed.back().field = field;
      same = parsed.end() - 1;
    }
    if (field != facet_field::date) {
      same->values.push_back(text::repair(wanted.value));
    } else if (wanted.value.empty()) {
      same->without_date = true;
    } else if (const auto range = text::parse_date_range(wanted.value)) {
      same->ranges.push_back(*range);
    } else {
      throw error(errc::invalid_argument, "\"" + wanted.value + "\" is not a date",
                  "write 2025, 2025-10, 2025-10-28 or a range such as 2024-01..2025-06");
    }
  }
  return parsed;
}

}  // namespace libsearch::facet
