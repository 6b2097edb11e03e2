// What a commit costs its writer and its readers: milliseconds, medians of one run.
//
//   commit_bench RECORDS.jsonl [FOLDER]
//
// First the stores: an index in memory, one in a folder whose commits wait for the disk, one whose commits don't. Then the
// first call of each kind after a commit of one document, on an index of all records in FOLDER (made when it is not there).
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <libsearch/libsearch.hpp>

namespace {

using namespace libsearch;
namespace fs = std::filesystem;

constexpr int rounds = 21;

double milliseconds(const std::function<void()> &work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/// Resident memory of the process in MB, mapped files included.
double resident_mb() {
  std::ifstream in("/proc/self/statm");
  double size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

std::vector<document> records_of(const char *path) {
  std::vector<document> records;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) records.push_back(document_from_json(line));
  return records;
}

search_request query(const char *text, bool facets = false) {
  search_request request;
  request.query = text;
  if (facets) request.facets = {{"topic"}, {"author"}, {"date"}};
  return request;
}

/// One kind of store: filled with `count` documents, then changed one by one.
void measure_store(const char *name, const std::vector<document> &records, std::size_t count,
                   const std::function<index_writer()> &open_writer, const std::function<index()> &open_reader) {
  double fill = 0, first = 0;
  std::vector<double> commits, searches;
  index_writer writer = open_writer();
  fill = milliseconds([&] {
    for (std::size_t i = 0; i < count; ++i) writer.put(records[i % records.size()]);
    writer.commit();
  });
  index reader = open_reader();
  first = milliseconds([&] { reader.search(query("政治", true)); });
  for (int i = 0; i < rounds; ++i) {
    document d = records[static_cast<std::size_t>(i)];
    d.body += "追記";
    commits.push_back(milliseconds([&] {
      writer.put(d);
      writer.commit();
    }));
    searches.push_back(milliseconds([&] { reader.search(query("政治", true)); }));
  }
  std::printf("%-34s %9.1f %9.2f %9.2f %9.2f %9.1f\n", name, fill, first, median(commits), median(searches),
              static_cast<double>(reader.statistics().index_bytes) / 1e6);
}

void measure_stores(const std::vector<document> &records) {
  std::printf("%-34s %9s %9s %9s %9s %9s\n", "store", "fill", "search", "commit 1", "search", "MB");
  const std::string aside = "/var/tmp/libsearch-commit-bench-" + std::to_string(::getpid());
  for (const std::size_t count : {std::size_t{1}, std::size_t{1000}}) {
    std::printf("%zu documents\n", count);
    for (const char *folder : {"/dev/shm", "/var/tmp"}) {
      memory_index_options options;
      options.folder = folder;
      const memory_index store(options);
      measure_store((std::string("memory_index in ") + folder).c_str(), records, count,
                    [&] { return store.writer(); }, [&] { return store.reader(); });
    }
    for (const bool durable : {false, true}) {
      writer_options options;
      options.durable = durable;
      measure_store(durable ? "folder in /var/tmp" : "folder in /var/tmp, not durable", records, count,
                    [&] { return index_writer(aside, options); }, [&] { return index(aside); });
      fs::remove_all(aside);
    }
  }
}

/// The first call of a kind after a commit of one document, and the same call again.
void measure_call(const char *name, index_writer &writer, const std::vector<document> &records,
                  const std::function<void()> &call) {
  std::vector<double> first, again;
  call();
  for (int i = 0; i < rounds; ++i) {
    document d = records[static_cast<std::size_t>(i * 7) % records.size()];
    d.body += "追記" + std::to_string(i);
    writer.put(d);
    writer.commit();
    first.push_back(milliseconds(call));
    again.push_back(milliseconds(call));
  }
  std::printf("%-34s %9.2f %9.2f %8.1fx\n", name, median(first), median(again), median(first) / median(again));
}

}  // namespace

int main(int count, char **arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: commit_bench RECORDS.jsonl [FOLDER]\n");
    return 2;
  }
  try {
    const std::vector<document> records = records_of(arguments[1]);
    measure_stores(records);
    const std::string path = count > 2 ? arguments[2] : "";
    if (path.empty()) return 0;
    index_writer writer(path);
    if (!fs::exists(path)) {
      for (const document &d : records) writer.put(d);
      writer.commit();
    }
    index reader(path);
    std::printf("\n%zu documents\n%-34s %9s %9s\n", reader.statistics().documents, "call", "first", "again");
    measure_call("option", writer, records, [&] { reader.option("none"); });
    measure_call("search", writer, records, [&] { reader.search(query("政治")); });
    measure_call("search, rare", writer, records, [&] { reader.search(query("国際連盟")); });
    measure_call("search, kana only", writer, records, [&] { reader.search(query("ということは")); });
    measure_call("search with facets", writer, records, [&] { reader.search(query("政治", true)); });
    measure_call("facets of all", writer, records, [&] { reader.search(query("", true)); });
    measure_call("suggest", writer, records, [&] { reader.suggest("せい"); });
    const cache_sizes held = reader.caches();
    const auto mb = [](std::size_t bytes) { return static_cast<double>(bytes) / 1e6; };
    std::printf("\nin memory, MB: texts %.1f, columns of three facets %.2f, completions %.2f; process %.1f\n", mb(held.texts),
                mb(held.columns), mb(held.completions), resident_mb());
  } catch (const std::exception &failure) {
    std::fprintf(stderr, "commit_bench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
