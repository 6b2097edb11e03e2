// From a condition to the documents that hold it: candidates from the index, checked on the text.
#ifndef LIBSEARCH_QUERY_MATCHER_HPP
#define LIBSEARCH_QUERY_MATCHER_HPP

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include <libsearch/events.hpp>

#include "analysis/text_analyzer.hpp"
#include "index/snapshot.hpp"
#include "index/text_cache.hpp"
#include "query/condition.hpp"
#include "query/known_sets.hpp"
#include "query/lister.hpp"

namespace libsearch::query {

/// When a request must end. Throws libsearch::error from check(): timeout once it is over, cancelled once
/// the caller says so.
class deadline {
 public:
  explicit deadline(std::uint32_t milliseconds, cancel_function cancel = {});
  void check() const;

 private:
  std::optional<std::chrono::steady_clock::time_point> end_;
  cancel_function cancel_;
};

/// Documents by ascending number.
struct match_set {
  std::vector<Xapian::docid> documents;
  bool complete = true;  ///< false: some candidates were not checked

  // Figures for --explain.
  std::size_t sure = 0, candidates = 0, checked = 0;
  double estimated = 0;
  double plan_ms = 0, list_ms = 0, check_ms = 0;
  std::string narrowed;  ///< the candidates as Xapian is asked for them; only with describe()
};

/// Finds and checks over one snapshot. One thread at a time.
class matcher {
 public:
  /// With `known`, sets that earlier searches found shorten the work, and those found now are added.
  matcher(const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer, indexing::text_cache &texts,
          const deadline &deadline, known_sets *known = nullptr);

  /// Documents that hold the condition and lie in `within`. Checks at most `most_checks` texts, those
  /// first that `ranking` puts first. Those of `known` (ascending) are not checked, and left out unless sure: the
  /// caller has them.
  match_set match(const condition &condition, const filter &within, std::size_t most_checks,
                  const Xapian::Query &ranking, const std::vector<Xapian::docid> &known = {});

  /// Documents that hold the words, each as a word, up to `share` of their weight: a rare word weighs
  /// more than a common one (inverse document frequency), a word that nobody holds nothing. A share of 1
  /// means all words.
  std::vector<Xapian::docid> with_words(const std::vector<std::string> &words, double share) const;

  planner &plans() { return planner_; }

  /// Whether match() says how it narrowed the candidates; that takes time.
  void describe(bool on) { describes_ = on; }

 private:
  std::vector<Xapian::docid> list_by_rank(const filter &filter, const Xapian::Query &ranking, std::size_t most) const;
  void check(const std::vector<const condition *> &conditions, std::vector<Xapian::docid> &candidates);

  const indexing::snapshot &snapshot_;
  analysis::text_analyzer &analyzer_;
  indexing::text_cache &texts_;
  const deadline &deadline_;
  known_sets none_known_{0};
  known_sets &known_;
  planner planner_;
  lister lister_;
  bool describes_ = false;
};

}  // namespace libsearch::query

#endif
