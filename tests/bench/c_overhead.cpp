// What the C interface adds to a search: the same queries asked by C++ and by C, turn by turn.
//
//   c_overhead [INDEX QUERIES [SEARCHES]]
//
// QUERIES has a query in the last column of each line. Without an index, one of made-up essays is built in a
// temporary folder. Each of SEARCHES (100,000) is asked in four ways, each time in another order: C++, C with setters
// and getters, C++ with JSON, C with JSON. Each reads all of the answer. What is compared are sums of medians: the
// searches are cut into rounds over all queries, and each query counts with its median over the rounds.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <libsearch/libsearch.h>

#include "bench_clock.hpp"

namespace {

const char *const words[] = {"蓄電池", "水素", "港", "風車", "値段", "試み", "首脳会談", "エネルギー", "材料", "政策",
                             "輸送", "文章", "学校", "海底", "電力", "需要", "気候", "東京", "技術", "未来"};
constexpr char options[] = R"({"facets":["topic"]})";

/// Sums what is read, so that the compiler leaves nothing out.
std::size_t sum = 0;

std::string made_up_index(const std::string &folder, std::vector<std::string> &queries) {
  const std::string path = folder + "/made-up.idx";
  std::mt19937 random(7);
  const auto word = [&] { return std::string(words[random() % std::size(words)]); };
  libsearch::index_writer writer(path);
  for (int i = 0; i < 3000; ++i) {
    libsearch::document d;
    d.id = std::to_string(i);
    d.title = word() + "の" + word();
    d.authors = {word()};
    d.topics = {word() + "/" + word()};
    for (int sentence = 0; sentence < 20; ++sentence) d.body += word() + "は" + word() + "を" + word() + "に使う。";
    writer.put(d);
  }
  writer.commit();
  for (const char *first : words)
    for (const char *second : {"", "は", " 水素", "を風車"}) queries.push_back(std::string(first) + second);
  return path;
}

void search_cpp(libsearch::index &index, const std::string &query) {
  libsearch::search_request request;
  request.query = query;
  request.facets = {{"topic", 0}};
  const libsearch::search_results found = index.search(request);
  sum += found.total.value;
  for (const libsearch::hit &h : found.hits) {
    sum += h.id.size() + h.title.size() + h.date.size() + h.path.size() + h.snippet.text.size() + h.page;
    for (const std::string &author : h.authors) sum += author.size();
    for (const libsearch::span &mark : h.snippet.marks) sum += mark.end - mark.start;
  }
  for (const libsearch::facet_result &facet : found.facets)
    for (const libsearch::facet_value &value : facet.values) sum += value.value.size() + value.count;
}

void search_c(libsearch_index *index, const std::string &query) {
  libsearch_request *request = nullptr;
  libsearch_results *found = nullptr;
  libsearch_request_new(&request, nullptr);
  libsearch_request_set_query(request, query.data(), query.size(), nullptr);
  libsearch_request_add_facet(request, "topic", 5, 0, nullptr);
  if (libsearch_search(index, request, &found, nullptr) != LIBSEARCH_OK) std::abort();
  sum += libsearch_results_total(found);
  std::size_t length = 0;
  const auto add = [&](const char *) { sum += length; };
  for (std::size_t hit = 0, hits = libsearch_results_hit_count(found); hit < hits; ++hit) {
    add(libsearch_results_hit_id(found, hit, &length));
    add(libsearch_results_hit_title(found, hit, &length));
    add(libsearch_results_hit_date(found, hit, &length));
    add(libsearch_results_hit_path(found, hit, &length));
    add(libsearch_results_hit_snippet(found, hit, &length));
    sum += libsearch_results_hit_page(found, hit);
    for (std::size_t i = 0, n = libsearch_results_hit_author_count(found, hit); i < n; ++i)
      add(libsearch_results_hit_author(found, hit, i, &length));
    for (std::size_t i = 0, n = libsearch_results_hit_mark_count(found, hit); i < n; ++i) {
      const libsearch_span mark = libsearch_results_hit_mark(found, hit, i);
      sum += mark.end - mark.start;
    }
  }
  for (std::size_t facet = 0, facets = libsearch_results_facet_count(found); facet < facets; ++facet)
    for (std::size_t value = 0, n = libsearch_results_facet_value_count(found, facet); value < n; ++value) {
      add(libsearch_results_facet_value(found, facet, value, &length));
      sum += libsearch_results_facet_value_documents(found, facet, value);
    }
  libsearch_results_free(found);
  libsearch_request_free(request);
}

void search_json_cpp(libsearch::index &index, const std::string &query) {
  sum += to_json(index.search(libsearch::search_request_from_json(query, options))).size();
}

void search_json_c(libsearch_index *index, const std::string &query) {
  libsearch_string *found = nullptr;
  if (libsearch_search_json(index, query.data(), query.size(), options, sizeof options - 1, &found, nullptr) != LIBSEARCH_OK)
    std::abort();
  sum += libsearch_string_size(found);
  libsearch_string_free(found);
}

int measure(const std::string &path, const std::vector<std::string> &queries, std::size_t searches) {
  libsearch::index by_cpp(path);
  libsearch_index *by_c = nullptr;
  if (libsearch_index_open(path.c_str(), &by_c, nullptr) != LIBSEARCH_OK) std::abort();
  const std::size_t rounds = (searches + queries.size() - 1) / queries.size();
  constexpr std::size_t ways = 4;
  std::vector<std::vector<double>> times(ways * queries.size());
  for (std::size_t round = 0; round <= rounds; ++round)
    for (std::size_t q = 0; q < queries.size(); ++q)
      for (std::size_t turn = 0; turn < ways; ++turn) {
        const std::size_t way = (turn + round + q) % ways;
        const double ms = bench::milliseconds_of([&] {
          if (way == 0) search_cpp(by_cpp, queries[q]);
          else if (way == 1) search_c(by_c, queries[q]);
          else if (way == 2) search_json_cpp(by_cpp, queries[q]);
          else search_json_c(by_c, queries[q]);
        });
        if (round > 0) times[way * queries.size() + q].push_back(ms);  // the first one warms up
      }
  libsearch_index_free(by_c);
  double total[ways] = {};
  for (std::size_t i = 0; i < times.size(); ++i) total[i / queries.size()] += bench::quantile(times[i], 0.5);
  std::printf("%zu searches each, %zu queries, median milliseconds per search:\n", rounds * queries.size(), queries.size());
  const char *const names[ways] = {"C++", "C", "C++ with JSON", "C with JSON"};
  for (std::size_t way = 0; way < ways; ++way)
    std::printf("  %-14s %.4f\n", names[way], total[way] / static_cast<double>(queries.size()));
  const double overhead = total[1] / total[0] - 1, json_overhead = total[3] / total[2] - 1;
  std::printf("C adds %.2f %%, with JSON %.2f %%; the bar is 2 %% (%zu bytes read)\n", overhead * 100, json_overhead * 100, sum);
  return overhead < 0.02 && json_overhead < 0.02 ? 0 : 1;
}

}  // namespace

int main(int count, char **arguments) {
  std::vector<std::string> queries;
  const std::size_t searches = count > 3 ? static_cast<std::size_t>(std::max(1, std::atoi(arguments[3]))) : 100000;
  try {
    if (count > 2) {
      std::ifstream file(arguments[2]);
      for (std::string line; std::getline(file, line);) queries.push_back(line.substr(line.rfind('\t') + 1));
      if (queries.empty()) {
        std::fprintf(stderr, "c_overhead: %s: no query\n", arguments[2]);
        return 2;
      }
      return measure(arguments[1], queries, searches);
    }
    std::string folder = (std::filesystem::temp_directory_path() / "libsearch-bench-XXXXXX").string();
    if (!mkdtemp(folder.data())) return 2;
    const int result = measure(made_up_index(folder, queries), queries, searches);
    std::filesystem::remove_all(folder);
    return result;
  } catch (const libsearch::error &failure) {
    std::fprintf(stderr, "c_overhead: %s; %s\n", failure.what(), failure.hint().c_str());
    return 2;
  }
}
