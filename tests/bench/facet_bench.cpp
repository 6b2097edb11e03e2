// What counting facets adds to a search: medians in milliseconds.
//
//   facet_bench INDEX [QUERY...]      an index whose documents have topics, authors and dates
//   (tests/bench/add_topics.py gives a file of JSON lines made-up topics)
#include <cstdio>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "bench_clock.hpp"

namespace {

using libsearch::search_request;

constexpr std::size_t rounds = 31;

search_request request_of(const std::string &query, const std::vector<std::string> &facets) {
  search_request request;
  request.query = query;
  for (const std::string &field : facets) request.facets.push_back({field, 0});
  return request;
}

void report(const char *what, double ms) { std::printf("  %-52s %8.3f ms\n", what, ms); }

/// The search with each set of facets beside the search without any, taken in turns, so that a busy machine slows both.
void measure(libsearch::index &index, const std::string &query) {
  const std::vector<std::vector<std::string>> sets = {{},         {"topic"},    {"author"}, {"date:year"},
                                                      {"date:month"}, {"topic", "author", "date:year"}};
  std::vector<std::vector<double>> times(sets.size());
  for (std::size_t round = 0; round <= rounds; ++round)
    for (std::size_t i = 0; i < sets.size(); ++i) {
      const search_request request = request_of(query, sets[i]);
      const double ms = bench::milliseconds_of([&] { index.search(request); });
      if (round > 0) times[i].push_back(ms);
    }
  const auto found = index.search(request_of(query, sets.back()));
  std::printf("\"%s\": %zu matches, %zu topics, %zu authors, %zu years shown\n", query.c_str(), found.total.value,
              found.facets[0].values.size(), found.facets[1].values.size(), found.facets[2].values.size());
  const double alone = bench::quantile(times[0], 0.5);
  report("the search alone", alone);
  for (std::size_t i = 1; i < sets.size(); ++i) {
    std::string name = "added by ";
    for (const std::string &field : sets[i]) name += field + " ";
    report(name.c_str(), bench::quantile(times[i], 0.5) - alone);
  }
  search_request chosen = request_of(query, sets.back());
  for (const auto &value : found.facets[0].values)
    if (!value.value.empty() && chosen.filters.size() < 2) chosen.filters.push_back({"topic", value.value});
  const double sideways = bench::median_of(rounds, [&] { index.search(chosen); });
  report("added by the three, two topics chosen (sideways)", sideways - alone);
}

}  // namespace

int main(int count, char **arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: facet_bench INDEX [QUERY...]\n");
    return 2;
  }
  try {
    std::vector<std::string> queries(arguments + 2, arguments + count);
    if (queries.empty()) queries = {"の", "日本", "水"};
    const std::vector<std::string> three = {"topic", "author", "date:year"};
    search_request all = request_of("", three);
    all.limit = 0;
    {
      libsearch::index index(arguments[1]);
      report("first search after opening, without facets", bench::milliseconds_of([&] { index.search(request_of(queries[0], {})); }));
      report("first search with the three facets (columns are read)", bench::milliseconds_of([&] { index.search(request_of(queries[0], three)); }));
    }
    {
      libsearch::index index(arguments[1]);
      report("facets of the whole index, first call after opening", bench::milliseconds_of([&] { index.search(all); }));
      report("facets of the whole index, without a query", bench::median_of(rounds, [&] { index.search(all); }));
      for (const std::string &query : queries) measure(index, query);
    }
  } catch (const libsearch::error &e) {
    std::fprintf(stderr, "facet_bench: %s; %s\n", e.what(), e.hint().c_str());
    return 1;
  }
  return 0;
}
