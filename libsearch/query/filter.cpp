#include "query/filter.hpp"

#include <algorithm>

namespace libsearch::query {
namespace {

/// Checking one text costs about as much as opening this many postings.
constexpr double postings_per_check = 1.0;

}  // namespace

filter filter::term(const std::string &term, double frequency) { return of(Xapian::Query(term), frequency, 1); }

filter filter::of(Xapian::Query query, double estimate, double cost) {
  if (query.empty()) return none();
  filter made(kind::some);
  made.query_ = std::move(query);
  made.estimate_ = estimate;
  made.cost_ = cost;
  return made;
}

Xapian::Query filter::query() const {
  // Query::MatchAll is a shared object that threads must not copy; the empty term means the same.
  if (is_all()) return Xapian::Query(std::string());
  return query_;
}

filter any_of(const std::vector<filter> &filters, double total) {
  std::vector<Xapian::Query> queries;
  double estimate = 0, cost = 0;
  const filter *only = nullptr;
  for (const filter &f : filters) {
    if (f.is_all()) return filter::all();
    if (f.is_none()) continue;
    only = &f;
    queries.push_back(f.query());
    estimate += f.estimate(total);
    cost += f.cost();
  }
  if (queries.size() == 1) return *only;
  return filter::of(Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()), std::min(estimate, total),
                    cost);
}

filter all_of(const std::vector<filter> &filters, double total) {
  std::vector<Xapian::Query> queries;
  double estimate = total, cost = 0;
  const filter *only = nullptr;
  for (const filter &f : filters) {
    if (f.is_none()) return filter::none();
    if (f.is_all()) continue;
    only = &f;
    queries.push_back(f.query());
    estimate = estimate * f.estimate(total) / std::max(total, 1.0);
    cost += f.cost();
  }
  if (queries.empty()) return filter::all();
  if (queries.size() == 1) return *only;
  return filter::of(Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end()), estimate, cost);
}

filter and_not(const filter &f, const filter &without, double total) {
  if (f.is_none() || without.is_none()) return f;
  if (without.is_all()) return filter::none();
  return filter::of(Xapian::Query(Xapian::Query::OP_AND_NOT, f.query(), without.query()), f.estimate(total),
                    f.cost() + without.cost());
}

filter selective_all_of(std::vector<filter> filters, double total) {
  for (const filter &f : filters)
    if (f.is_none()) return filter::none();
  std::erase_if(filters, [](const filter &f) { return f.is_all(); });
  const auto price = [&](const filter &f) { return f.estimate(total) * postings_per_check + f.cost(); };
  std::sort(filters.begin(), filters.end(), [&](const filter &a, const filter &b) { return price(a) < price(b); });
  std::vector<filter> kept;
  double estimate = total;
  for (const filter &f : filters) {
    const double narrowed = estimate * std::max(f.estimate(total), 1.0) / std::max(total, 1.0);
    if (!kept.empty() && (estimate - narrowed) * postings_per_check < f.cost()) continue;
    kept.push_back(f);
    estimate = std::min(narrowed, f.estimate(total));
  }
  return all_of(kept, total);
}

}  // namespace libsearch::query
