#include "facet/facets.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "index/term.hpp"

namespace libsearch::facet {
namespace {

/// The bucket of a date: as fine as asked for, or as the date is.
std::string bucket(const text::date_interval &date, date_unit unit) {
  const int year = date.first / 10000, month = date.first / 100 % 100, day = date.first % 100;
  const bool has_day = date.first == date.last;
  const bool has_month = date.first / 100 == date.last / 100;
  char text[16];
  if (unit == date_unit::year || !has_month) std::snprintf(text, sizeof text, "%04d", year);
  else if (unit == date_unit::month || !has_day) std::snprintf(text, sizeof text, "%04d-%02d", year, month);
  else std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

/// Whether a document passes one filter.
class passer {
 public:
  passer(const field_filter &wanted, columns &columns) : wanted_(wanted) {
    if (wanted.field == facet_field::date) {
      dates_ = &columns.dates();
      return;
    }
    values_ = wanted.field == facet_field::topic ? &columns.topics() : &columns.authors();
    for (const std::string &value : wanted.values) {
      if (value.empty()) without_ = true;
      else if (const auto id = values_->find(value)) ids_.insert(*id);
    }
  }

  bool passes(Xapian::docid document) const {
    if (dates_) {
      const auto date = dates_->of(document);
      if (!date) return wanted_.without_date;
      return std::any_of(wanted_.ranges.begin(), wanted_.ranges.end(),
                         [&](const text::date_interval &range) { return range.contains(*date); });
    }
    const auto own = values_->of(document);
    if (own.empty()) return without_;
    return std::any_of(own.begin(), own.end(), [&](value_id id) { return ids_.count(id) > 0; });
  }

 private:
  const field_filter &wanted_;
  const value_column *values_ = nullptr;
  const date_column *dates_ = nullptr;
  std::set<value_id> ids_;
  bool without_ = false;
};

const char *name_of(date_unit unit) {
  return unit == date_unit::year ? "year" : unit == date_unit::month ? "month" : "day";
}

/// Days up to two months, months up to two years: a list that fits on a screen.
date_unit unit_for(std::int32_t first, std::int32_t last) {
  const auto months = [](std::int32_t day) { return day / 10000 * 12 + day / 100 % 100; };
  const std::int32_t span = months(last) - months(first);
  return span >= 24 ? date_unit::year : span >= 2 ? date_unit::month : date_unit::day;
}

const field_filter *filter_of(facet_field field, const std::vector<field_filter> &filters) {
  for (const field_filter &f : filters)
    if (f.field == field) return &f;
  return nullptr;
}

void count_dates(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                 const std::vector<std::uint8_t> &failing, std::uint8_t allowed, const field_filter *selected,
                 columns &columns, facet_result &result, std::size_t &without) {
  const date_column &dates = columns.dates();
  // Consecutive days share few buckets: name each distinct date once.
  std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> distinct;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (failing[i] & ~allowed) continue;
    if (const auto date = dates.of(documents[i])) ++distinct[{date->first, date->last}];
    else ++without;
  }
  struct bucket_count {
    std::size_t count = 0;
    bool selected = false;
  };
  date_unit unit = facet.unit;
  if (facet.automatic && !distinct.empty()) unit = unit_for(distinct.begin()->first.first, distinct.rbegin()->first.first);
  result.unit = name_of(unit);
  std::map<std::string, bucket_count, std::greater<>> buckets;
  for (const auto &[days, count] : distinct) {
    const text::date_interval date{days.first, days.second};
    bucket_count &into = buckets[bucket(date, unit)];
    into.count += count;
    if (selected)
      for (const auto &range : selected->ranges) into.selected |= range.contains(date);
  }
  for (const auto &[name, found] : buckets) result.values.push_back({name, found.count, found.selected});
  if (facet.order == facet_order::value) std::reverse(result.values.begin(), result.values.end());
  if (facet.order == facet_order::count)
    std::stable_sort(result.values.begin(), result.values.end(),
                     [](const facet_value &a, const facet_value &b) { return a.count > b.count; });
}

void count_values(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                  const std::vector<std::uint8_t> &failing, std::uint8_t allowed, const field_filter *selected,
                  columns &columns, facet_result &result, std::size_t &without) {
  const value_column &column = facet.field == facet_field::topic ? columns.topics() : columns.authors();
  std::vector<std::uint32_t> counts(column.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (failing[i] & ~allowed) continue;
    const auto own = column.of(documents[i]);
    if (own.empty()) ++without;
    for (const value_id id : own) ++counts[id];
  }
  std::set<value_id> chosen;
  if (selected)
    for (const std::string &value : selected->values)
      if (const auto id = column.find(value)) chosen.insert(*id);
  for (value_id id = 0; id < counts.size(); ++id)
    if (counts[id]) result.values.push_back({column.shown(id), counts[id], chosen.count(id) > 0});
  const bool by_value = facet.order == facet_order::value;
  std::sort(result.values.begin(), result.values.end(), [by_value](const facet_value &a, const facet_value &b) {
    return !by_value && a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

}  // namespace

const value_column &columns::topics() {
  if (!topics_) topics_ = std::make_unique<value_column>(database_, indexing::slot_topic, true);
  return *topics_;
}

const value_column &columns::authors() {
  if (!authors_) authors_ = std::make_unique<value_column>(database_, indexing::slot_author, false);
  return *authors_;
}

const date_column &columns::dates() {
  if (!dates_) dates_ = std::make_unique<date_column>(database_);
  return *dates_;
}

query::filter plan(const field_filter &wanted, query::planner &planner) {
  const double total = planner.total();
  std::vector<query::filter> ways;
  for (const auto &range : wanted.ranges) ways.push_back(planner.dates(range));
  const char prefix = wanted.field == facet_field::topic ? indexing::topic_prefix : indexing::author_prefix;
  bool without = wanted.without_date;
  for (const std::string &value : wanted.values) {
    if (value.empty()) without = true;
    else ways.push_back(planner.boolean_term(indexing::facet_term(prefix, value)));
  }
  if (without) {
    const unsigned slot = wanted.field == facet_field::topic    ? indexing::slot_topic
                          : wanted.field == facet_field::author ? indexing::slot_author
                                                                : indexing::slot_first_day;
    const auto with = query::filter::of(Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, std::string(1, '\0')),
                                        total / 2, total / 16);
    ways.push_back(query::and_not(query::filter::all(), with, total));
  }
  return query::any_of(ways, total);
}

std::vector<std::uint8_t> failing(const std::vector<Xapian::docid> &documents,
                                  const std::vector<field_filter> &filters, columns &columns) {
  std::vector<std::uint8_t> bits(documents.size());
  for (std::size_t f = 0; f < filters.size(); ++f) {
    const passer pass(filters[f], columns);
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (!pass.passes(documents[i])) bits[i] |= static_cast<std::uint8_t>(1u << f);
  }
  return bits;
}

facet_result count(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                   const std::vector<std::uint8_t> &failing, std::uint8_t allowed,
                   const std::vector<field_filter> &filters, columns &columns) {
  facet_result result;
  result.field = facet.key;
  const field_filter *selected = filter_of(facet.field, filters);
  std::size_t without = 0;
  const auto count_into = facet.field == facet_field::date ? count_dates : count_values;
  count_into(facet, documents, failing, allowed, selected, columns, result, without);
  if (facet.limit && result.values.size() > facet.limit) result.values.resize(facet.limit);
  if (without) {
    bool chosen = selected && selected->without_date;
    if (selected)
      chosen |= std::find(selected->values.begin(), selected->values.end(), "") != selected->values.end();
    result.values.push_back({"", without, chosen});
  }
  return result;
}

}  // namespace libsearch::facet
