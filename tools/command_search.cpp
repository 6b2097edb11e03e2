// jsearch search: the best documents for a query.
#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "screen.hpp"
#include "search_answer.hpp"
#include "search_batch.hpp"
#include "search_options.hpp"
#include "search_text.hpp"

namespace jsearch {

namespace {

using libsearch::search_request;
using libsearch::search_results;

option_table table() {
  std::vector<option> matching = matching_options();
  std::vector<option> output = facet_options();
  std::vector<option> own = answer_options();
  own.insert(own.end(),
             {{.name = "count", .help = "print only the number of hits, counted exactly"},
              {.name = "explain",
               .help = "show how the query was read and what each hit's score is made of"},
              {.name = "batch",
               .argument = "FILE",
               .help = "read queries from FILE (- = standard input), one a line or LABEL, tab, query; "
                       "print a line of JSON for each"}});
  output.insert(output.end(), own.begin(), own.end());
  std::vector<option> page = page_options();
  page.insert(page.begin(),
              {.name = "sort",
               .argument = "ORDER",
               .help = "order of the hits: relevance, title, date or a declared field; -date, -FIELD: newest or largest first",
               .usual = "relevance",
               .offers = {"relevance", "date", "-date", "title"}});
  return {{"Matching", matching}, {"Order and page", page}, {"Output", output}, common_options()};
}

search_request full_request(const arguments &given) {
  search_request request = request_of(given);
  read_page_options(given, request);
  libsearch::sort_by(request, given.value("sort"));
  request.explain = given.has("explain");
  if (given.has("count")) {
    request.limit = 0;
    request.snippet_length = 0;
    request.facets.clear();
    // Who asks for a number alone wants that number.
    if (!given.has("total")) request.total = libsearch::total_mode::exact;
  }
  return request;
}

int print_text(libsearch::index &index, search_request request, const arguments &given) {
  const screen to = standard_screen(given.value("color"));
  const std::size_t lines = fit_snippets(given, to, request);
  count_more_for_people(request);
  const search_results results = index.search(request);
  say_diagnostics(results);
  put(search_text(results, request, to, lines));
  if (to.terminal) put(next_steps(results, request, given, to));
  return results.total.value > 0 ? status_done : status_no_hit;
}

int print_for_programs(libsearch::index &index, const arguments &given) {
  const search_results results = index.search(full_request(given));
  if (!given.has("json") && given.value("format") != "json") say_diagnostics(results);
  if (given.has("count") && !given.has("json") && given.value("format") != "json")
    put(std::to_string(results.total.value) + "\n");
  else
    print_answer(results, given);
  return results.total.value > 0 ? status_done : status_no_hit;
}

int run(const arguments &given) {
  libsearch::index index(index_to_read(given));
  if (given.has("batch")) {
    if (!given.words().empty())
      throw libsearch::error(libsearch::errc::invalid_argument,
                             "--batch and a query on the command line exclude each other",
                             "put the query into the file of --batch");
    return search_batch(index, full_request(given), given.value("batch"));
  }
  return text_wanted(given) ? print_text(index, full_request(given), given)
                            : print_for_programs(index, given);
}

}  // namespace

const command search_command = {
    "search",
    "find documents",
    "[OPTION]... [QUERY]...",
    "Prints the documents that match QUERY, the best first. Several words are one query.\n"
    "An empty query matches all documents.\n"
    "\n"
    "A blank means AND; OR, NOT, AND in capitals; -WORD excludes; \"...\" and 「...」 are exact;\n"
    "title:, author:, topic:, date: search a field; ( ) group; a trailing * completes a word.\n"
    "Put -- before a query that has words like -abc, or they are read as options.\n",
    "  jsearch search 首脳会談 --facets topic,author,date:year\n"
    "  jsearch search --filter topic=資源 --filter date=2024-01..2025-06 LNG\n"
    "  jsearch search -- 水素 -アンモニア\n"
    "  jsearch search -l -0 原子力 | xargs -0 ls -l\n",
    table,
    run,
};

}  // namespace jsearch
