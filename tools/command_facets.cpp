// jsearch facets: what the index, or the hits of a query, are about.
#include <algorithm>
#include <string>
#include <vector>

#include <libsearch/index.hpp>

#include "command.hpp"
#include "facet_blocks.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "search_options.hpp"
#include "search_text.hpp"

namespace jsearch {

namespace {

option_table table() {
  std::vector<option> output = facet_options();
  output.front().help = "the fields to count: topic, author, date (in years, months or days, as it fits), date:year, "
                        "date:month, date:day, declared facets; without it topic, author, date:year and all declared facets "
                        "that documents have, but for number";
  output.push_back({.name = "format",
                    .argument = "FORMAT",
                    .help = "how to print the answer",
                    .usual = "text",
                    .choices = {"text", "json", "tsv"}});
  output.push_back({.name = "json", .help = "the same as --format json"});
  output.push_back(color_option());
  return {{"Matching", matching_options()}, {"Output", output}, common_options()};
}

/// Without --facets: those of the default schema, and the ones that the index declares where documents have values.
/// Returns the latter.
std::vector<std::string> add_usual(libsearch::index &index, const arguments &given, libsearch::search_request &request) {
  std::vector<std::string> added;
  if (given.has("facets")) return added;
  for (const char *field : {"topic", "author", "date:year"}) request.facets.push_back({field});
  const libsearch::schema fields = index.schema();
  for (const auto &field : fields.declared())
    // Each number of a series is one document's: nothing to choose from.
    if (field.facet && field.name != "number") {
      request.facets.push_back({field.name});
      added.push_back(field.name);
    }
  return added;
}

void drop_empty(libsearch::search_results &results, const std::vector<std::string> &added) {
  std::erase_if(results.facets, [&](const libsearch::facet_result &facet) {
    return std::find(added.begin(), added.end(), facet.field) != added.end() &&
           std::all_of(facet.values.begin(), facet.values.end(), [](const auto &v) { return v.value.empty(); });
  });
}

void print_tsv(const libsearch::search_results &results) {
  for (const auto &facet : results.facets)
    for (const auto &value : facet.values)
      put(one_line(facet.field) + "\t" + one_line(value.value) + "\t" +
          std::to_string(value.count) + "\n");
}

int run(const arguments &given) {
  libsearch::index index(index_to_read(given));
  libsearch::search_request request = request_of(given);
  request.limit = 0;
  request.snippet_length = 0;
  if (!given.has("json") && given.value("format") == "text") count_more_for_people(request);
  const std::vector<std::string> added = add_usual(index, given, request);
  libsearch::search_results results = index.search(request);
  drop_empty(results, added);
  if (given.has("json") || given.value("format") == "json") {
    put(libsearch::to_json(results) + "\n");
  } else {
    say_diagnostics(results);
    if (given.value("format") == "tsv") {
      print_tsv(results);
    } else {
      const screen to = standard_screen(given.value("color"));
      put(summary_text(results, request, to));
      if (const std::string blocks = facet_blocks(results.facets, request.facet_limit, to); !blocks.empty())
        put("\n" + blocks);
    }
  }
  return results.total.value > 0 ? status_done : status_no_hit;
}

}  // namespace

const command facets_command = {
    "facets",
    "count topics, authors and dates",
    "[OPTION]... [QUERY]...",
    "Prints the values of fields and how many documents have each: of the whole index, or\n"
    "of the documents that match QUERY. A parent's count includes its children. The counts\n"
    "of a field leave its own --filter out of account, to show what else there is. Without\n"
    "--facets, topics, authors, years and the declared facets that documents have, but for\n"
    "number: of an archive these are keyphrases, series and affiliations.\n",
    "  jsearch facets\n"
    "  jsearch facets 原子力 --facets date:month --facet-limit 0\n",
    table,
    run,
};

}  // namespace jsearch
