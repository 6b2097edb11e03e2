// How fast texts are normalized and cut into words: megabytes a second of processor time, one thread.
//
//   tokenize_bench TEXT_FILE      each line is a text; "mecab -Owakati < TEXT_FILE" is what to set beside it
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>

#include "analysis/text_analyzer.hpp"
#include "text/normalizer.hpp"

namespace {

double processor_seconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void report(const char *work, std::size_t bytes, double seconds, std::size_t words) {
  std::printf("%-24s %7.2f MB/s %12zu words\n", work, static_cast<double>(bytes) / 1e6 / seconds, words);
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: tokenize_bench TEXT_FILE\n");
    return 2;
  }
  std::vector<std::string> texts;
  std::size_t bytes = 0;
  std::ifstream in(arguments[1]);
  for (std::string line; std::getline(in, line);) {
    bytes += line.size();
    texts.push_back(std::move(line));
  }
  std::vector<std::string> normalized;
  const double start = processor_seconds();
  for (const std::string &text : texts) normalized.push_back(libsearch::text::normalize_only(text));
  const double normalizing = processor_seconds() - start;
  report("normalize", bytes, normalizing, 0);
  for (const char *dictionary : {"icu", "mecab"}) {
    libsearch::analysis::scheme scheme;
    scheme.dictionary = dictionary;
    try {
      libsearch::analysis::text_analyzer analyzer(scheme);
      std::size_t words = 0;
      const double before = processor_seconds();
      for (const std::string &text : normalized) words += analyzer.words(text).size();
      report((std::string("normalize and ") + dictionary).c_str(), bytes, normalizing + processor_seconds() - before, words);
    } catch (const libsearch::error &e) {
      std::printf("%s: skipped, %s\n", dictionary, e.what());
    }
  }
  return 0;
}
