// How long completions and corrections take: milliseconds.
//
//   suggest_bench INDEX [MISSPELT...]
#include <cstdio>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "bench_clock.hpp"

namespace {

constexpr std::size_t rounds = 15;

/// Prefixes of one to four characters, as they are typed one after another.
const std::vector<std::vector<std::string>> prefixes = {
    {"日", "日本", "日本の", "日本の国"}, {"首", "首相", "首脳", "首脳会"},     {"東", "東京", "東京の", "東京大学"},
    {"文", "文学", "文学者", "文学論"},   {"夏", "夏目", "夏目漱", "夏目漱石"}, {"ア", "アメ", "アメリ", "アメリカ"},
    {"エ", "エネ", "エネル", "エネルギ"}, {"し", "しゃ", "しゃか", "しゃかい"}, {"あ", "あめ", "あめり", "あめりか"},
    {"え", "えね", "えねる", "えねるぎ"}, {"た", "たい", "たいよ", "たいよう"}, {"a", "am", "ame", "amer"},
    {"e", "en", "ene", "ener"},           {"s", "sh", "sha", "shak"},           {"t", "to", "tok", "toky"},
    {"n", "ni", "nih", "niho"},           {"の", "のほ", "のほん", "のほんの"},
};

const std::vector<std::string> slips = {"エネルギィ", "hydrogne", "文学社者", "アメリッカ", "日木語", "カメラマソ",
                                        "シェイクスピヤア", "dennryoku", "litrature", "蓄音期"};

}  // namespace

int main(int count, char **arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: suggest_bench INDEX [MISSPELT...]\n");
    return 2;
  }
  try {
    for (const char *first : {"東", "とう", "tou"}) {
      libsearch::index index(arguments[1]);
      std::printf("first call after opening, %-6s %8.3f ms\n", first, bench::milliseconds_of([&] { index.suggest(first); }));
    }
    libsearch::index index(arguments[1]);
    std::vector<double> all;
    for (std::size_t length = 0; length < 4; ++length) {
      std::vector<double> times;
      std::string slowest;
      for (const auto &typed : prefixes) {
        const double ms = bench::median_of(rounds, [&] { index.suggest(typed[length]); });
        if (times.empty() || ms > *std::max_element(times.begin(), times.end())) slowest = typed[length];
        times.push_back(ms);
      }
      all.insert(all.end(), times.begin(), times.end());
      std::printf("prefixes of %zu characters: p50 %.3f, p95 %.3f, most %.3f ms (%s)\n", length + 1, bench::quantile(times, 0.5),
                  bench::quantile(times, 0.95), bench::quantile(times, 1), slowest.c_str());
    }
    std::printf("all prefixes: p50 %.3f, p95 %.3f, most %.3f ms\n", bench::quantile(all, 0.5), bench::quantile(all, 0.95),
                bench::quantile(all, 1));
    std::vector<std::string> words(arguments + 2, arguments + count);
    if (words.empty()) words = slips;
    std::printf("did you mean, searches of a word that finds nothing:\n");
    for (const std::string &word : words) {
      libsearch::search_request request;
      request.query = word;
      libsearch::search_results found;
      const double ms = bench::median_of(rounds, [&] { found = index.search(request); });
      std::string said;
      for (const std::string &suggestion : found.suggestions) said += " " + suggestion;
      std::printf("  %8.3f ms  %s ->%s\n", ms, word.c_str(), said.c_str());
    }
  } catch (const libsearch::error &e) {
    std::fprintf(stderr, "suggest_bench: %s; %s\n", e.what(), e.hint().c_str());
    return 1;
  }
  return 0;
}
