// Names and values of facets as a request gives them.
#include <algorithm>

#include <libsearch/error.hpp>

#include "facet/facets.hpp"
#include "text/utf8.hpp"

namespace libsearch::facet {
namespace {

/// The names of fields as a list to read: "topic, author and date".
template <class Wanted>
std::string names_of(const field_table &fields, Wanted &&wanted) {
  std::vector<std::string> names;
  for (const stored_field &field : fields.fields())
    if (wanted(field)) names.push_back(field.name);
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return list;
}

template <class Wanted>
const stored_field &field_named(const std::string &name, const char *what, const field_table &fields, Wanted &&wanted) {
  const stored_field *field = fields.find(name);
  if (field && wanted(*field)) return *field;
  const bool only_undeclared = field || fields.schema().find(name);
  throw error(errc::invalid_argument, std::string("\"") + name + "\" is not a field to " + what + " by",
              "fields are " + names_of(fields, wanted) + (only_undeclared ? "; others are declared as facets in the schema" : ""));
}

bool is_facet(const stored_field &field) { return field.facet; }
bool is_filter(const stored_field &field) { return field.can_be_filtered(); }

void add_value(field_filter &into, const std::string &value) {
  if (value.empty()) {
    into.without = true;
  } else if (into.field->has_names()) {
    into.values.push_back(text::repair(value));
  } else if (into.field->type == field_type::date) {
    const auto range = text::parse_date_range(value);
    if (!range)
      throw error(errc::invalid_argument, "\"" + value + "\" is not a date",
                  "write 2025, 2025-10, 2025-10-28 or a range such as 2024-01..2025-06");
    into.dates.push_back(*range);
  } else {
    const auto range = text::parse_number_range(value);
    if (!range)
      throw error(errc::invalid_argument, "\"" + value + "\" is not a number",
                  "write 12, -3.5 or a range such as 10..20, 10.. or ..20");
    into.numbers.push_back(*range);
  }
}

}  // namespace

requested_facet parse_facet(const facet_request &request, std::size_t default_limit, const field_table &fields) {
  const std::size_t colon = request.field.find(':');
  requested_facet facet;
  facet.field = &field_named(request.field.substr(0, colon), "count", fields, is_facet);
  facet.limit = request.limit ? request.limit : default_limit;
  facet.key = facet.field->name;
  if (colon == std::string::npos) {
    facet.automatic = facet.field->type == field_type::date;
    return facet;
  }
  const std::string unit = request.field.substr(colon + 1);
  const bool date = facet.field->type == field_type::date;
  if (date && unit == "year") facet.unit = date_unit::year;
  else if (date && unit == "month") facet.unit = date_unit::month;
  else if (date && unit == "day") facet.unit = date_unit::day;
  else
    throw error(errc::invalid_argument, "\"" + request.field + "\" is not a facet",
                "facets are " + names_of(fields, is_facet) + "; dates take :year, :month or :day behind the name");
  return facet;
}

std::vector<requested_facet> parse_facets(const std::vector<facet_request> &requests, std::size_t default_limit,
                                          facet_order order, const field_table &fields) {
  std::vector<requested_facet> facets;
  std::vector<std::string> names;
  for (const facet_request &request : requests) {
    requested_facet facet = parse_facet(request, default_limit, fields);
    facet.order = order;
    if (std::find(names.begin(), names.end(), request.field) != names.end()) continue;
    names.push_back(request.field);
    facets.push_back(std::move(facet));
  }
  // Keys of JSON must differ: 2025 and 2025-10 are counts of two facets.
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const auto same = [&](const requested_facet &f) { return f.field == facets[i].field; };
    if (std::count_if(facets.begin(), facets.end(), same) > 1) facets[i].key = names[i];
  }
  return facets;
}

std::vector<field_filter> parse_filters(const std::vector<filter> &filters, const field_table &fields) {
  std::vector<field_filter> parsed;
  for (const filter &wanted : filters) {
    const stored_field *field = &field_named(wanted.field, "filter", fields, is_filter);
    auto same = std::find_if(parsed.begin(), parsed.end(), [&](const field_filter &f) { return f.field == field; });
    if (same == parsed.end()) {
      parsed.emplace_back();
      parsed.back().field = field;
      same = parsed.end() - 1;
    }
    add_value(*same, wanted.value);
  }
  return parsed;
}

}  // namespace libsearch::facet
