// Search as you type: how long each key stroke takes, with facets and completions.
//
//   keystrokes INDEX QUERIES [ROUNDS [MEGABYTES]]
//
// QUERIES has a query in the last column of each line. Each is typed character by character; after each one the page is
// searched (10 hits with snippets; facets topic, author and date:year) and completed. Each is typed ROUNDS (3) times; a
// key stroke counts with its median, and once more with its first time, when nothing of it is in memory. MEGABYTES is the cache of texts. Beside the time on the clock stands that of the processor, which tells more on a
// machine that has other work.
#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "bench_clock.hpp"

namespace {

struct stroke {
  std::string typed;
  std::vector<double> search, processor, suggest;
};

/// Milliseconds that this thread has worked.
double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Where the character at `at` of UTF-8 ends.
std::size_t character_end(const std::string &text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

std::vector<stroke> strokes_of(const char *path) {
  std::vector<stroke> strokes;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::string query = line.substr(line.rfind('\t') == std::string::npos ? 0 : line.rfind('\t') + 1);
    for (std::size_t end = 0; end < query.size();) {
      end = character_end(query, end);
      strokes.push_back({query.substr(0, end), {}, {}, {}});
    }
  }
  return strokes;
}

void print(const char *what, const std::vector<double> &times) {
  std::printf("%-24s %6zu strokes  p50 %7.3f  p95 %7.3f  p99 %7.3f  most %7.3f ms\n", what, times.size(),
              bench::quantile(times, 0.5), bench::quantile(times, 0.95), bench::quantile(times, 0.99),
              bench::quantile(times, 1));
}

int measure(const char *path, const char *queries, std::size_t rounds, const libsearch::index_options &options) {
  std::vector<stroke> strokes = strokes_of(queries);
  libsearch::index index(path, options);
  libsearch::search_request request;
  for (const char *field : {"topic", "author", "date:year"}) request.facets.push_back({field, 0});
  for (std::size_t round = 0; round < rounds; ++round)
    for (stroke &s : strokes) {
      request.query = s.typed;
      const double before = processor_ms();
      s.search.push_back(bench::milliseconds_of([&] { index.search(request); }));
      s.processor.push_back(processor_ms() - before);
      s.suggest.push_back(bench::milliseconds_of([&] { index.suggest(s.typed); }));
    }
  std::vector<double> search, processor, suggest, first, once;
  for (const stroke &s : strokes) {
    search.push_back(bench::quantile(s.search, 0.5));
    processor.push_back(bench::quantile(s.processor, 0.5));
    suggest.push_back(bench::quantile(s.suggest, 0.5));
    once.push_back(s.processor.front());
    if (character_end(s.typed, 0) == s.typed.size()) first.push_back(search.back());
  }
  print("search", search);
  print("search, processor", processor);
  print("search, 1st character", first);
  print("processor, first time", once);
  print("suggest", suggest);
  std::sort(strokes.begin(), strokes.end(), [](const stroke &a, const stroke &b) {
    return bench::quantile(a.processor, 0.5) > bench::quantile(b.processor, 0.5);
  });
  std::printf("slowest searches:\n");
  std::string last;
  for (std::size_t i = 0, shown = 0; i < strokes.size() && shown < 15; ++i) {
    if (strokes[i].typed == last) continue;
    std::printf("  %7.3f ms, of the processor %7.3f  %s\n", bench::quantile(strokes[i].search, 0.5),
                bench::quantile(strokes[i].processor, 0.5), strokes[i].typed.c_str());
    last = strokes[i].typed;
    ++shown;
  }
  const double bar = bench::quantile(search, 0.99);
  std::printf("p99 of a search per key stroke: %.3f ms, the bar is 10 ms\n", bar);
  return bar < 10 ? 0 : 1;
}

}  // namespace

int main(int count, char **arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: keystrokes INDEX QUERIES [ROUNDS [MEGABYTES]]\n");
    return 2;
  }
  try {
    libsearch::index_options options;
    if (count > 4) options.text_cache = static_cast<std::size_t>(std::max(0, std::atoi(arguments[4]))) << 20;
    const int rounds = count > 3 ? std::max(1, std::atoi(arguments[3])) : 3;
    return measure(arguments[1], arguments[2], static_cast<std::size_t>(rounds), options);
  } catch (const libsearch::error &failure) {
    std::fprintf(stderr, "keystrokes: %s; %s\n", failure.what(), failure.hint().c_str());
    return 2;
  }
}
