// jsearch topics: a starter file of topic rules.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "display_text.hpp"
#include "index_location.hpp"
#include "output.hpp"

namespace jsearch {

namespace {

option_table table() {
  return {{"Output",
           {{.name = "suggest", .help = "print rules made of the keyphrases that documents share"},
            {.name = "limit",
             .argument = "N",
             .help = "rules to print; 0 = all",
             .usual = "30",
             .number = true}}},
          common_options()};
}

/// How many documents have each keyphrase.
std::map<std::string, std::size_t> keyphrase_counts(libsearch::index &index, std::size_t &all) {
  std::vector<std::string> ids;
  index.for_each_origin(
      [&](const std::string &id, const libsearch::source &) { ids.push_back(id); });
  all = ids.size();
  std::map<std::string, std::size_t> counts;
  for (const std::string &id : ids) {
    const auto doc = index.get(id);
    if (!doc) continue;
    const auto found = doc->attributes.find("keyphrases");
    if (found == doc->attributes.end()) continue;
    const auto list = nlohmann::json::parse(found->second, nullptr, false);
    if (!list.is_array()) continue;
    for (const auto &one : list)
      if (one.is_string()) ++counts[one.get<std::string>()];
  }
  return counts;
}

/// Why there is nothing to suggest. `common`: a phrase that too many documents have, or "".
void say_why(bool any, const std::string &common) {
  constexpr char by_hand[] = "write rules by hand, lines of topic, tab, query; \"jsearch facets --facets keyphrases\" shows what there is";
  if (!any)
    say_error("no document has keyphrases",
              "they are found when files are read, in texts that repeat a phrase: \"jsearch index --rebuild PATH\" reads an older index's files again");
  else if (common.empty())
    say_error("no two documents share a keyphrase", by_hand);
  else
    say_error("all keyphrases that documents share, such as " + common + ", are in more than half of the documents: they tell none apart",
              std::string("index more documents, or ") + by_hand);
}

int run(const arguments &given) {
  if (!given.has("suggest"))
    throw libsearch::error(libsearch::errc::invalid_argument, "topics: nothing to do",
                           "usage: jsearch topics --suggest > topics.tsv");
  libsearch::index index(index_to_read(given));
  std::size_t all = 0;
  std::vector<std::pair<std::size_t, std::string>> shared;
  const auto counts = keyphrase_counts(index, all);
  std::string common;
  for (const auto &[phrase, count] : counts) {
    // What one document has, or most have, tells no documents apart.
    if (count < 2) continue;
    if (count * 2 <= std::max<std::size_t>(all, 4)) shared.push_back({count, phrase});
    else if (common.empty()) common = phrase;
  }
  std::sort(shared.begin(), shared.end(), [](const auto &a, const auto &b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  const std::size_t most = given.number("limit");
  if (most > 0 && shared.size() > most) shared.resize(most);
  if (shared.empty()) {
    say_why(!counts.empty(), common);
    return status_no_hit;
  }
  put("# Topic, tab, query; \"/\" in a topic separates levels. Use it with: jsearch index --topics FILE\n");
  for (const auto &[count, phrase] : shared) {
    const std::string clean = one_line(phrase);
    // A slash would make levels, a quote would end the phrase.
    if (clean.find_first_of("/\"") == std::string::npos) put(clean + "\t\"" + clean + "\"\n");
  }
  return status_done;
}

}  // namespace

const command topics_command = {
    "topics",
    "suggest topic rules",
    "--suggest [OPTION]...",
    "Prints a rules file to start from: the keyphrases that several documents share, each as a topic\n"
    "with its query. Phrases that more than half of the documents have are left out. Edit it, then\n"
    "give it to \"jsearch index --topics\".\n",
    "  jsearch topics --suggest > topics.tsv\n",
    table,
    run,
};

}  // namespace jsearch
