#include "query/filter.hpp"

#include <algorithm>
#include <utility>

#include "query/listed_documents.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Checking one text costs about as much as opening this many postings.
constexpr double postings_per_check = 1.0;

Xapian::Query of_parts(Xapian::Query::op op, const std::vector<filter> &parts) {
  std::vector<Xapian::Query> queries;
  for (const filter &part : parts) queries.push_back(part.query());
  return Xapian::Query(op, queries.begin(), queries.end());
}

}  // namespace

filter::filter(node made, double estimate, double cost)
    : kind_(kind::some), estimate_(estimate), cost_(cost), node_(std::make_shared<const node>(std::move(made))) {}

filter filter::term(const std::string &term, double frequency) {
  return filter({.made = shape::term, .text = term}, frequency, 1);
}

filter filter::character(std::string character, std::vector<counted_word> words, double total) {
  if (words.empty()) return none();
  double estimate = 0;
  for (const counted_word &word : words) estimate += word.frequency;
  const auto cost = static_cast<double>(words.size());
  return filter({.made = shape::character, .text = std::move(character), .words = std::move(words)},
                std::min(estimate, total), cost);
}

filter filter::known(std::shared_ptr<const document_set> documents) {
  if (documents->size() == 0) return none();
  const auto size = static_cast<double>(documents->size());
  return filter({.made = shape::known, .documents = std::move(documents)}, size, 0);
}

filter filter::of(Xapian::Query query, double estimate, double cost) {
  if (query.empty()) return none();
  return filter({.made = shape::query, .query = std::move(query)}, estimate, cost);
}

Xapian::Query filter::query() const {
  if (is_none()) return Xapian::Query();
  // Query::MatchAll is a shared object that threads must not copy; the empty term means the same.
  if (is_all()) return Xapian::Query(std::string());
  switch (node_->made) {
    case shape::term: return Xapian::Query(node_->text);
    case shape::any_of: return of_parts(Xapian::Query::OP_OR, node_->parts);
    case shape::all_of: return of_parts(Xapian::Query::OP_AND, node_->parts);
    case shape::and_not: return of_parts(Xapian::Query::OP_AND_NOT, node_->parts);
    case shape::character: {
      std::vector<Xapian::Query> queries;
      for (const counted_word &word : node_->words) queries.emplace_back(text::to_utf8(word.word));
      return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
    }
    case shape::known: return Xapian::Query((new listed_documents(node_->documents->list()))->release());
    case shape::query: break;
  }
  return node_->query;
}

filter any_of(const std::vector<filter> &filters, double total) {
  std::vector<filter> parts;
  double estimate = 0, cost = 0;
  for (const filter &f : filters) {
    if (f.is_all()) return filter::all();
    if (f.is_none()) continue;
    parts.push_back(f);
    estimate += f.estimate(total);
    cost += f.cost();
  }
  if (parts.empty()) return filter::none();
  if (parts.size() == 1) return parts[0];
  return filter({.made = filter::shape::any_of, .parts = std::move(parts)}, std::min(estimate, total), cost);
}

filter all_of(const std::vector<filter> &filters, double total) {
  std::vector<filter> parts;
  double estimate = total, cost = 0;
  for (const filter &f : filters) {
    if (f.is_none()) return filter::none();
    if (f.is_all()) continue;
    parts.push_back(f);
    estimate = estimate * f.estimate(total) / std::max(total, 1.0);
    cost += f.cost();
  }
  if (parts.empty()) return filter::all();
  if (parts.size() == 1) return parts[0];
  return filter({.made = filter::shape::all_of, .parts = std::move(parts)}, estimate, cost);
}

filter and_not(const filter &f, const filter &without, double total) {
  if (f.is_none() || without.is_none()) return f;
  if (without.is_all()) return filter::none();
  return filter({.made = filter::shape::and_not, .parts = {f, without}}, f.estimate(total), f.cost() + without.cost());
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
