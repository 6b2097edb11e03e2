// jsearch search: the best documents for a query.
#include <cstdio>
#include <set>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "screen.hpp"
#include "search_batch.hpp"
#include "search_options.hpp"
#include "search_text.hpp"

namespace jsearch {

namespace {

using libsearch::search_request;
using libsearch::search_results;

option_table table() {
  std::vector<option> matching = matching_options();
  std::vector<option> output = facet_options("");
  const std::vector<option> own = {
      {.name = "snippet-length",
       .argument = "N",
       .help = "characters of text around the matches; 0 = none; as text, usually two lines",
       .usual = "120",
       .number = true},
      {.name = "format",
       .argument = "FORMAT",
       .help = "how to print the answer",
       .usual = "text",
       .choices = {"text", "json", "tsv"}},
      {.name = "json", .help = "the same as --format json: one line, also when nothing matches"},
      {.name = "files",
       .letter = 'l',
       .help = "print only the paths of the hits, or the id where a document has no path"},
      {.name = "null", .letter = '0', .help = "with --files: end each path with NUL, for xargs -0"},
      {.name = "count", .help = "print only the number of hits, counted exactly"},
      {.name = "explain",
       .help = "show how the query was read and what each hit's score is made of"},
      color_option(),
      {.name = "batch",
       .argument = "FILE",
       .help = "read queries from FILE (- = standard input), one a line or LABEL, tab, query; "
               "print a line of JSON for each"},
  };
  output.insert(output.end(), own.begin(), own.end());
  return {
      {"Matching", matching},
      {"Order and page",
       {{.name = "sort",
         .argument = "ORDER",
         .help = "order of the hits: relevance, title, date or a declared field; -date, -FIELD: newest or largest first",
         .usual = "relevance"},
        {.name = "limit",
         .letter = 'n',
         .argument = "N",
         .help = "hits to show",
         .usual = "10",
         .number = true},
        {.name = "offset",
         .argument = "N",
         .help = "hits to leave out before the first",
         .usual = "0",
         .number = true}}},
      {"Output", output},
      common_options(),
  };
}

search_request full_request(const arguments &given) {
  search_request request = request_of(given);
  request.limit = given.number("limit");
  request.offset = given.number("offset");
  libsearch::sort_by(request, given.value("sort"));
  request.snippet_length = given.number("snippet-length");
  request.explain = given.has("explain");
  if (given.has("count")) {
    request.limit = 0;
    request.facets.clear();
    // Who asks for a number alone wants that number.
    if (!given.has("total")) request.total = libsearch::total_mode::exact;
  }
  if (given.has("count") || given.has("files")) request.snippet_length = 0;
  return request;
}

void print_files(const search_results &results, bool nul, bool terminal) {
  std::set<std::string> seen;
  for (const auto &hit : results.hits) {
    const std::string &path = hit.path.empty() ? hit.id : hit.path;
    if (!seen.insert(path).second) continue;
    put(terminal && !nul ? one_line(path) : path);
    put(nul ? std::string_view("\0", 1) : "\n");
  }
}

void print_tsv(const search_results &results) {
  for (const auto &hit : results.hits) {
    std::string authors;
    for (const std::string &author : hit.authors) authors += (authors.empty() ? "" : "; ") + author;
    char score[32];
    std::snprintf(score, sizeof score, "%.4f", hit.score);
    put(one_line(hit.id) + "\t" + score + "\t" + hit.date + "\t" + one_line(hit.title) + "\t" +
        one_line(authors) + "\n");
  }
}

int print_text(libsearch::index &index, search_request request, const arguments &given) {
  const screen to = standard_screen(given.value("color"));
  const bool usual_snippets = !given.has("snippet-length") && to.width != 0;
  // Japanese takes two columns a character: so many fill two lines.
  if (usual_snippets) request.snippet_length = to.width - hit_indent - 2;
  const search_results results = index.search(request);
  say_diagnostics(results);
  put(search_text(results, request, to, usual_snippets ? 2 : 0));
  if (to.terminal) put(next_steps(results, request, given, to));
  return results.total.value > 0 ? status_done : status_no_hit;
}

bool text_wanted(const arguments &given) {
  return given.value("format") == "text" && !given.has("json") && !given.has("count") &&
         !given.has("files");
}

int print_answer(libsearch::index &index, const arguments &given) {
  const search_request request = full_request(given);
  const search_results results = index.search(request);
  if (given.has("json") || given.value("format") == "json") {
    put(libsearch::to_json(results) + "\n");
  } else {
    say_diagnostics(results);
    if (given.has("count"))
      put(std::to_string(results.total.value) + "\n");
    else if (given.has("files"))
      print_files(results, given.has("null"), standard_screen("never").terminal);
    else
      print_tsv(results);
  }
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
                            : print_answer(index, given);
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
