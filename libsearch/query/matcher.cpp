#include "query/matcher.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include <libsearch/error.hpp>

#include "index/term.hpp"

namespace libsearch::query {
namespace {

using clock = std::chrono::steady_clock;

double since(clock::time_point start) {
  return std::chrono::duration<double, std::milli>(clock::now() - start).count();
}

/// Texts between two looks at the clock.
constexpr std::size_t texts_per_look = 128;

class record_values final : public slot_values {
 public:
  explicit record_values(Xapian::Document record) : record_(std::move(record)) {}
  std::string value(unsigned slot) const override { return record_.get_value(slot); }

 private:
  const Xapian::Document record_;
};

}  // namespace

deadline::deadline(std::uint32_t milliseconds, cancel_function cancel) : cancel_(std::move(cancel)) {
  if (milliseconds) end_ = clock::now() + std::chrono::milliseconds(milliseconds);
}

void deadline::check() const {
  if (end_ && clock::now() > *end_)
    throw error(errc::timeout, "the query took longer than its timeout", "allow more time, or make it more specific");
  if (cancel_ && cancel_()) throw error(errc::cancelled, "the query was cancelled by its caller");
}

matcher::matcher(const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer,
                 indexing::text_cache &texts, const deadline &deadline, known_sets *known)
    : snapshot_(snapshot),
      analyzer_(analyzer),
      texts_(texts),
      deadline_(deadline),
      known_(known ? *known : none_known_),
      planner_(snapshot.database, *snapshot.words, analyzer.functions(), analyzer.rule(), known),
      lister_(snapshot.database, texts, known_, [this] { deadline_.check(); }) {}

std::vector<Xapian::docid> matcher::list_by_rank(const filter &filter, const Xapian::Query &ranking,
                                                 std::size_t most) const {
  Xapian::Enquire enquire(snapshot_.database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND_MAYBE,
                                  Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, filter.query(), 0), ranking));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
  std::vector<Xapian::docid> documents;
  for (auto document = found.begin(); document != found.end(); ++document) documents.push_back(*document);
  std::sort(documents.begin(), documents.end());
  return documents;
}

void matcher::check(const std::vector<const condition *> &conditions, std::vector<Xapian::docid> &candidates) {
  const bool fields = std::any_of(conditions.begin(), conditions.end(),
                                  [](const condition *c) { return c->needs_fields(); });
  const Xapian::Database &database = snapshot_.database;
  indexing::text_cache::reader texts(texts_);
  std::size_t looked = 0;
  std::erase_if(candidates, [&](Xapian::docid number) {
    if (++looked % texts_per_look == 0) deadline_.check();
    document_view view;
    view.compact = texts.get(number);
    view.analyzer = &analyzer_;
    std::optional<record_values> values;
    if (fields) view.values = &values.emplace(database.get_document(number, Xapian::DOC_ASSUME_VALID));
    return !std::all_of(conditions.begin(), conditions.end(),
                        [&](const condition *c) { return c->matches(view); });
  });
}

match_set matcher::match(const condition &wanted, const filter &within, std::size_t most_checks,
                         const Xapian::Query &ranking, const std::vector<Xapian::docid> &known) {
  match_set result;
  auto start = clock::now();
  const query_plan plan = wanted.plan(planner_);
  const double total = planner_.total();
  const filter upper = all_of({plan.upper, within}, total);
  result.estimated = upper.estimate(total);
  if (describes_) result.narrowed = upper.is_none() ? "nothing" : upper.is_all() ? "all documents" : upper.query().get_description();
  result.plan_ms = since(start);
  deadline_.check();

  start = clock::now();
  if (upper.is_none()) return result;
  std::vector<Xapian::docid> candidates = lister_.list(upper);
  result.candidates = candidates.size();
  deadline_.check();
  const std::string *const plain = within.is_all() && known.empty() ? wanted.plain_string() : nullptr;
  const auto keep_found = [&] {
    if (plain && result.complete)
      known_.keep(*plain, std::make_shared<const document_set>(snapshot_.database.get_lastdocid(), result.documents));
  };
  if (plan.unchecked.empty()) {
    result.sure = candidates.size();
    result.documents = std::move(candidates);
    result.list_ms = since(start);
    keep_found();
    return result;
  }
  std::vector<Xapian::docid> sure;
  const filter lower = all_of({plan.lower, within}, total);
  // Where checking all candidates costs less than listing those that need none, there are none that are sure.
  const bool few = candidates.size() <= most_checks && static_cast<double>(candidates.size()) < lower.cost();
  if (!lower.is_none() && !candidates.empty() && (!few || lister_.has_listed(lower))) {
    sure = candidates;
    lister_.keep(lower, sure);
  }
  std::vector<Xapian::docid> unsure;
  std::set_difference(candidates.begin(), candidates.end(), sure.begin(), sure.end(), std::back_inserter(unsure));
  if (!known.empty())
    std::erase_if(unsure, [&](Xapian::docid number) { return std::binary_search(known.begin(), known.end(), number); });
  if (unsure.size() > most_checks) {
    result.complete = false;
    const auto best = list_by_rank(upper, ranking, most_checks);
    std::vector<Xapian::docid> chosen;
    std::set_intersection(unsure.begin(), unsure.end(), best.begin(), best.end(), std::back_inserter(chosen));
    unsure.swap(chosen);
  }
  result.sure = sure.size();
  result.checked = unsure.size();
  result.list_ms = since(start);

  start = clock::now();
  check(plan.unchecked, unsure);
  result.documents.reserve(sure.size() + unsure.size());
  std::merge(sure.begin(), sure.end(), unsure.begin(), unsure.end(), std::back_inserter(result.documents));
  result.check_ms = since(start);
  keep_found();
  return result;
}

std::vector<Xapian::docid> matcher::with_words(const std::vector<std::string> &words, double share) const {
  const Xapian::Database &database = snapshot_.database;
  const double total = planner_.total();
  std::vector<float> held(database.get_lastdocid() + 1);
  double all = 0;
  if (share >= 1) {
    for (const std::string &word : words)
      for (auto posting = database.postlist_begin(word); posting != database.postlist_end(word); ++posting)
        ++held[*posting];
    std::vector<Xapian::docid> documents;
    for (Xapian::docid number = 1; number < held.size() && !words.empty(); ++number)
      if (held[number] == static_cast<float>(words.size())) documents.push_back(number);
    return documents;
  }
  for (const std::string &word : words) {
    deadline_.check();
    const double frequency = database.get_termfreq(word);
    if (frequency == 0) continue;
    const auto weight = static_cast<float>(std::log(1 + (total - frequency + 0.5) / (frequency + 0.5)));
    all += weight;
    for (auto posting = database.postlist_begin(word); posting != database.postlist_end(word); ++posting)
      held[*posting] += weight;
  }
  std::vector<Xapian::docid> documents;
  const double least = all * share;
  for (Xapian::docid number = 1; number < held.size(); ++number)
    if (held[number] > 0 && held[number] >= least) documents.push_back(number);
  return documents;
}

}  // namespace libsearch::query
