// Ways to find documents like one, judged by what belongs together: of the first five, those of the same title (paragraphs
// of one article, chapters of one work) or of the same author; and the time.
//
//   similar_bench INDEX [DOCUMENTS]      at most so many documents are asked about (1000)
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

#include <libsearch/error.hpp>

#include "bench_clock.hpp"
#include "index/record.hpp"
#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "query/likeness.hpp"
#include "query/ranking.hpp"

namespace {

using namespace libsearch;

constexpr Xapian::doccount looked_at = 5;

/// The document, and the query for documents like it.
using way = std::function<Xapian::Query(Xapian::docid)>;

class content_terms : public Xapian::ExpandDecider {
 public:
  explicit content_terms(const analysis::function_words &functions) : functions_(functions) {}
  bool operator()(const std::string &term) const override {
    if (term[0] == indexing::bigram_prefix) return true;
    return indexing::is_word_term(term) && !functions_.contains(term) && term.size() > 1;
  }

 private:
  const analysis::function_words &functions_;
};

Xapian::Query of_eset(const Xapian::Database &database, Xapian::docid number, const content_terms &wanted,
                      Xapian::termcount size, bool weighted, const char *scheme) {
  Xapian::Enquire enquire(database);
  enquire.set_expansion_scheme(scheme);
  enquire.set_query(Xapian::Query::MatchAll);
  Xapian::RSet itself;
  itself.add_document(number);
  const Xapian::ESet terms = enquire.get_eset(size, itself, 0, &wanted);
  std::vector<Xapian::Query> parts;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    if (!weighted) parts.emplace_back(*term);
    else if (term.get_weight() > 0) parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(*term), term.get_weight());
  }
  return Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end());
}

struct group_of {
  std::string title, author;
};

void measure(const char *name, const way &ask, const Xapian::Database &database, const std::vector<Xapian::docid> &asked,
             const std::map<Xapian::docid, group_of> &groups) {
  const query::ranking_model model;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(model.k1, 0, 1, model.b, 0.5));
  std::vector<double> times;
  double title = 0, author = 0;
  for (const Xapian::docid number : asked) {
    std::vector<Xapian::docid> found;
    times.push_back(bench::milliseconds_of([&] {
      enquire.set_query(ask(number));
      const Xapian::MSet all = enquire.get_mset(0, 101);  // as many as index::similar() takes
      for (auto document = all.begin(); document != all.end() && found.size() < looked_at; ++document)
        if (*document != number) found.push_back(*document);
    }));
    const group_of &own = groups.at(number);
    for (const Xapian::docid other : found) {
      title += groups.at(other).title == own.title;
      author += !own.author.empty() && groups.at(other).author == own.author;
    }
  }
  const double places = static_cast<double>(asked.size() * looked_at);
  std::printf("| %-44s | %6.4f | %6.4f | %7.2f | %7.2f |\n", name, title / places, author / places,
              bench::quantile(times, 0.5), bench::quantile(times, 0.95));
}

int run(const char *path, std::size_t most) {
  indexing::reader reader(path);
  const indexing::snapshot &snapshot = reader.current();
  const Xapian::Database &database = snapshot.database;
  std::map<Xapian::docid, group_of> groups;
  std::map<std::string, std::size_t> sizes;
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document) {
    const auto fields = indexing::read_fields(database.get_document(*document));
    groups[*document] = {fields.title, fields.authors.empty() ? "" : fields.authors.front()};
    ++sizes[fields.title];
  }
  // Only documents that have five to be found; spread over the whole index.
  std::vector<Xapian::docid> candidates, asked;
  for (const auto &[number, own] : groups)
    if (sizes[own.title] > looked_at) candidates.push_back(number);
  const std::size_t step = std::max<std::size_t>(1, candidates.size() / most);
  for (std::size_t i = 0; i < candidates.size(); i += step) asked.push_back(candidates[i]);
  std::printf("%zu of %zu documents with %u or more of the same title\n", asked.size(), groups.size(), looked_at);
  std::printf("| %-44s | %6s | %6s | %7s | %7s |\n", "way", "title", "author", "p50 ms", "p95 ms");

  const analysis::function_words &functions = reader.analyzer().functions();
  const content_terms wanted(functions);
  measure("telling terms of likeness.cpp", [&](Xapian::docid n) { return query::likeness_query(query::telling_terms(n, database, functions)); },
          database, asked, groups);
  for (const char *scheme : {"trad", "bo1"})
    for (const Xapian::termcount size : {20u, 40u, 60u, 100u})
      for (const bool weighted : {false, true}) {
        const std::string name = std::string("ESet, ") + scheme + ", " + std::to_string(size) + " terms" + (weighted ? ", by their weights" : "");
        measure(name.c_str(), [&](Xapian::docid n) { return of_eset(database, n, wanted, size, weighted, scheme); }, database, asked, groups);
      }
  return 0;
}

}  // namespace

int main(int count, char **arguments) {
  if (count < 2 || count > 3) {
    std::fprintf(stderr, "usage: similar_bench INDEX [DOCUMENTS]\n");
    return 2;
  }
  try {
    return run(arguments[1], count > 2 ? std::max(1ul, std::strtoul(arguments[2], nullptr, 10)) : 1000);
  } catch (const libsearch::error &e) {
    std::fprintf(stderr, "similar_bench: %s; %s\n", e.what(), e.hint().c_str());
    return 1;
  }
}
