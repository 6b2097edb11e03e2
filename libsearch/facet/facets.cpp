#include "facet/facets.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "index/term.hpp"
#include "text/kana.hpp"
#include "text/normalizer.hpp"

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
    switch (wanted.field->type) {
      case field_type::date: dates_ = &columns.dates(*wanted.field); break;
      case field_type::number: numbers_ = &columns.numbers(*wanted.field); break;
      case field_type::text:
      case field_type::keyword:
        names_ = &columns.names(*wanted.field);
        for (const std::string &value : wanted.values)
          if (const auto id = names_->find(value)) ids_.insert(*id);
    }
  }

  bool passes(Xapian::docid document) const {
    if (dates_) {
      const auto date = dates_->of(document);
      if (!date) return wanted_.without;
      return std::any_of(wanted_.dates.begin(), wanted_.dates.end(),
                         [&](const text::date_interval &range) { return range.contains(dates_->date(*date)); });
    }
    if (numbers_) {
      const auto id = numbers_->of(document);
      if (!id) return wanted_.without;
      return std::any_of(wanted_.numbers.begin(), wanted_.numbers.end(),
                         [&](const text::number_range &range) { return range.contains(numbers_->number(*id)); });
    }
    const auto own = names_->of(document);
    if (own.empty()) return wanted_.without;
    return std::any_of(own.begin(), own.end(), [&](value_id id) { return ids_.count(id) > 0; });
  }

 private:
  const field_filter &wanted_;
  const value_column *names_ = nullptr;
  const number_column *numbers_ = nullptr;
  const date_column *dates_ = nullptr;
  std::set<value_id> ids_;
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

const field_filter *filter_of(const stored_field *field, const std::vector<field_filter> &filters) {
  for (const field_filter &f : filters)
    if (f.field == field) return &f;
  return nullptr;
}

/// What counting one facet reads and makes.
struct counting {
  const requested_facet &facet;
  const std::vector<Xapian::docid> &documents;
  const std::vector<fail_bits> &failing;
  const fail_bits allowed;
  const field_filter *selected;
  facet_result result{};
  std::size_t without = 0;

  /// Calls `use` with each document that counts.
  template <class Use>
  void for_each(Use &&use) const {
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (!(failing[i] & ~allowed)) use(documents[i]);
  }
};

/// The commonest first; those of equal count in the order they are in.
void sort_by_count(std::vector<facet_value> &values) {
  std::stable_sort(values.begin(), values.end(),
                   [](const facet_value &a, const facet_value &b) { return a.count > b.count; });
}

void count_dates(counting &work, const date_column &dates) {
  // Consecutive days share few buckets: name each distinct date once.
  std::vector<std::uint32_t> counts(dates.size());
  work.for_each([&](Xapian::docid document) {
    if (const auto id = dates.of(document)) ++counts[*id];
    else ++work.without;
  });
  std::vector<value_id> held;
  for (value_id id = 0; id < counts.size(); ++id)
    if (counts[id]) held.push_back(id);
  struct bucket_count {
    std::size_t count = 0;
    bool selected = false;
  };
  date_unit unit = work.facet.unit;
  if (work.facet.automatic && !held.empty()) unit = unit_for(dates.date(held.front()).first, dates.date(held.back()).first);
  work.result.unit = name_of(unit);
  std::map<std::string, bucket_count, std::greater<>> buckets;
  for (const value_id id : held) {
    const text::date_interval &date = dates.date(id);
    bucket_count &into = buckets[bucket(date, unit)];
    into.count += counts[id];
    if (work.selected)
      for (const auto &range : work.selected->dates) into.selected |= range.contains(date);
  }
  std::vector<facet_value> &values = work.result.values;
  for (const auto &[name, found] : buckets) values.push_back({name, found.count, found.selected});
  if (work.facet.order == facet_order::value || work.facet.order == facet_order::reading) std::reverse(values.begin(), values.end());
  if (work.facet.order == facet_order::count) sort_by_count(values);
}

void count_numbers(counting &work, const number_column &column) {
  std::vector<std::uint32_t> counts(column.size());
  work.for_each([&](Xapian::docid document) {
    if (const auto id = column.of(document)) ++counts[*id];
    else ++work.without;
  });
  for (value_id id = 0; id < counts.size(); ++id) {
    if (!counts[id]) continue;
    bool chosen = false;
    if (work.selected)
      for (const auto &range : work.selected->numbers) chosen |= range.contains(column.number(id));
    work.result.values.push_back({text::number_text(column.number(id)), counts[id], chosen});
  }
  if (work.facet.order == facet_order::usual || work.facet.order == facet_order::count) sort_by_count(work.result.values);
}

/// As they are read; those that are read alike by their characters.
void sort_by_reading(std::vector<facet_value> &values, columns &columns) {
  std::sort(values.begin(), values.end(), [&](const facet_value &a, const facet_value &b) {
    const std::string &left = columns.reading_key(a.value), &right = columns.reading_key(b.value);
    return left != right ? left < right : a.value < b.value;
  });
}

void count_names(counting &work, const value_column &column, columns &columns) {
  std::vector<std::uint32_t> counts(column.size());
  work.for_each([&](Xapian::docid document) {
    const auto own = column.of(document);
    if (own.empty()) ++work.without;
    for (const value_id id : own) ++counts[id];
  });
  std::set<value_id> chosen;
  if (work.selected)
    for (const std::string &value : work.selected->values)
      if (const auto id = column.find(value)) chosen.insert(*id);
  std::vector<facet_value> &values = work.result.values;
  for (value_id id = 0; id < counts.size(); ++id)
    if (counts[id]) values.push_back({column.shown(id), counts[id], chosen.count(id) > 0});
  if (work.facet.order == facet_order::reading) return sort_by_reading(values, columns);
  const bool by_value = work.facet.order == facet_order::value;
  std::sort(values.begin(), values.end(), [by_value](const facet_value &a, const facet_value &b) {
    return !by_value && a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

}  // namespace

// try_emplace() reads a column only where there is none yet.
const value_column &columns::names(const stored_field &field) {
  return names_.try_emplace(field.slot, database_, field.slot, field.hierarchical).first->second;
}

const number_column &columns::numbers(const stored_field &field) {
  return numbers_.try_emplace(field.slot, database_, field.slot).first->second;
}

const date_column &columns::dates(const stored_field &field) {
  return dates_.try_emplace(field.slot, database_, field.slot, field.second_slot).first->second;
}

const std::string &columns::reading_key(const std::string &name) {
  const auto [known, is_new] = reading_keys_.try_emplace(name);
  if (is_new) {
    const std::string normalized = text::normalize_only(name);
    const auto ways = reader_.readings(normalized, 1);
    known->second = text::kana_key(ways.empty() ? normalized : ways.front().text);
  }
  return known->second;
}

std::size_t columns::bytes() const {
  std::size_t bytes = 0;
  for (const auto &[slot, column] : names_) bytes += column.bytes();
  for (const auto &[slot, column] : numbers_) bytes += column.bytes();
  for (const auto &[slot, column] : dates_) bytes += column.bytes();
  return bytes;
}

void columns::read_like(const columns &before, const field_table &fields) {
  for (const stored_field &field : fields.fields()) {
    if (before.names_.count(field.slot) && field.has_names()) names(field);
    if (before.numbers_.count(field.slot) && field.type == field_type::number) numbers(field);
    if (before.dates_.count(field.slot) && field.type == field_type::date) dates(field);
  }
}

query::filter plan(const field_filter &wanted, query::planner &planner) {
  const double total = planner.total();
  const stored_field &field = *wanted.field;
  std::vector<query::filter> ways;
  for (const auto &range : wanted.dates) ways.push_back(planner.dates(field, range));
  for (const auto &range : wanted.numbers) ways.push_back(planner.numbers(field, range));
  for (const std::string &value : wanted.values)
    ways.push_back(planner.boolean_term(indexing::facet_term(field.value_prefix, value)));
  if (wanted.without) ways.push_back(query::and_not(query::filter::all(), planner.with_value(field.slot), total));
  return query::any_of(ways, total);
}

std::vector<fail_bits> failing(const std::vector<Xapian::docid> &documents, const std::vector<field_filter> &filters,
                               columns &columns) {
  std::vector<fail_bits> bits(documents.size());
  for (std::size_t f = 0; f < filters.size(); ++f) {
    const passer pass(filters[f], columns);
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (!pass.passes(documents[i])) bits[i] |= fail_bits{1} << f;
  }
  return bits;
}

facet_result count(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                   const std::vector<fail_bits> &failing, fail_bits allowed, const std::vector<field_filter> &filters,
                   columns &columns) {
  const stored_field &field = *facet.field;
  counting work{facet, documents, failing, allowed, filter_of(facet.field, filters)};
  work.result.field = facet.key;
  switch (field.type) {
    case field_type::date: count_dates(work, columns.dates(field)); break;
    case field_type::number: count_numbers(work, columns.numbers(field)); break;
    case field_type::text:
    case field_type::keyword: count_names(work, columns.names(field), columns);
  }
  auto &values = work.result.values;
  if (facet.limit && values.size() > facet.limit) values.resize(facet.limit);
  if (work.without) values.push_back({"", work.without, work.selected && work.selected->without});
  return std::move(work.result);
}

}  // namespace libsearch::facet
