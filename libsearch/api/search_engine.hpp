// One search from request to results, over one snapshot.
#ifndef LIBSEARCH_API_SEARCH_ENGINE_HPP
#define LIBSEARCH_API_SEARCH_ENGINE_HPP

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <libsearch/search.hpp>

#include "api/hit_maker.hpp"
#include "facet/facets.hpp"
#include "index/change_log.hpp"
#include "index/lexicon_readings.hpp"
#include "index/lexicon_vocabulary.hpp"
#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "query/compile.hpp"
#include "query/completer.hpp"
#include "query/corrector.hpp"
#include "query/first_stage.hpp"
#include "query/known_sets.hpp"
#include "query/likeness.hpp"
#include "query/matcher.hpp"
#include "query/ranking.hpp"
#include "query/spellings.hpp"

namespace libsearch {

/// What is worth keeping between the searches over one state of an index.
struct snapshot_cache {
  snapshot_cache(const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer, std::size_t text_bytes)
      : generation(snapshot.generation), revision(snapshot.revision),
        changes(snapshot.database.get_metadata(indexing::metadata_key::changes)), columns(snapshot.database, analyzer),
        vocabulary(snapshot.words), readings(snapshot.words, analyzer, snapshot.path + "/" + snapshot.generation),
        variants(vocabulary, variants::synonyms(snapshot.synonyms()), readings_source(analyzer), &analyzer),
        texts(snapshot.database, text_bytes), sets(text_bytes / 8), lengths(snapshot.database), name_reader(analyzer) {}
  snapshot_cache(const snapshot_cache &) = delete;
  snapshot_cache &operator=(const snapshot_cache &) = delete;
  bool is_of(const indexing::snapshot &snapshot) const {
    return generation == snapshot.generation && revision == snapshot.revision;
  }

  /// Takes what an earlier state has and this one has as well. A text that was read while a commit went on is in doubt
  /// (`steady`): then all are read anew.
  void take_over(snapshot_cache &before) {
    if (before.generation != generation || !before.steady) return;
    if (before.changes.revision() != before.revision || changes.revision() != revision) return;
    if (const auto changed = changes.since(before.changes.number())) texts.take_over(before.texts, *changed);
  }

  /// Nothing where the dictionaries of the index know no readings.
  variants::reading_source readings_source(analysis::text_analyzer &analyzer) {
    if (!analyzer.knows_readings()) return {};
    return [this]() -> const variants::reading_table & { return readings.table(); };
  }

  std::string generation;
  std::uint64_t revision;
  indexing::change_log changes;
  bool steady = true;
  facet::columns columns;
  indexing::lexicon_vocabulary vocabulary;
  indexing::lexicon_readings readings;
  variants::expander variants;  // over vocabulary
  indexing::text_cache texts;
  query::known_sets sets;
  query::document_lengths lengths;
  analysis::name_reader name_reader;
  std::unique_ptr<const query::completer> names;  // made when first asked for
};

class search_engine {
 public:
  search_engine(const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer, snapshot_cache &cache)
      : snapshot_(snapshot), analyzer_(analyzer), cache_(cache) {}

  search_results search(const search_request &request);

  /// Documents that have the terms, the most of them first, without `itself` (0 = none).
  search_results similar(const std::vector<query::telling_term> &terms, Xapian::docid itself,
                         const search_request &request);

 private:
  /// The documents of one step (as asked, all words, most words), variants apart.
  struct outcome {
    std::string matched;
    std::vector<Xapian::docid> documents;  ///< all that match
    std::vector<Xapian::docid> exact;      ///< those that match as typed
    bool complete = true;
    std::vector<query::mark> marks;
    std::vector<std::string> ranked;       ///< normalized texts to rank by
  };

  void begin(const search_request &request, std::string subject);
  void finish(const outcome &found, const std::vector<Xapian::docid> &shown,
              std::vector<ranked_document> ordered, search_results &results);
  query::matcher &fresh_matcher();
  std::size_t documents_with(const std::string &normalized, query::corrector::count_as as);
  outcome as_asked(const query_node &tree);
  void add_variants(const query_node &tree, const Xapian::Query &ranking, std::size_t most_checks, outcome &found);
  bool occurs_in_any(const query::mark &mark, const std::vector<Xapian::docid> &documents);
  variants::group_set groups() const;
  bool by_words(const query_node &tree, outcome &found);
  std::vector<Xapian::docid> passing(const std::vector<Xapian::docid> &documents) const;
  std::size_t wanted_hits() const;
  std::vector<ranked_document> rank(const outcome &found, const std::vector<Xapian::docid> &shown);
  void order_ties(std::vector<ranked_document> &documents, std::size_t wanted) const;
  void explain(const query_node &tree, const outcome &found, search_results &results) const;

  const indexing::snapshot &snapshot_;
  analysis::text_analyzer &analyzer_;
  snapshot_cache &cache_;
  const search_request *request_ = nullptr;
  std::unique_ptr<query::deadline> deadline_;
  std::unique_ptr<query::matcher> matcher_;
  std::unique_ptr<query::matcher> fresh_matcher_;  // of documents_with()
  query::filter within_ = query::filter::all();
  std::vector<facet::requested_facet> facets_;
  std::string subject_;  // what a cursor is about beside the request
  std::size_t page_start_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::vector<facet::field_filter> sideways_;  // filters of fields that are counted: applied to what matched
  query::ranking_model model_;
  std::vector<diagnostic> diagnostics_;
  std::vector<query::match_set> steps_;
};

}  // namespace libsearch

#endif
