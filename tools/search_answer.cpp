#include "search_answer.hpp"

#include <cstdio>
#include <set>

#include <libsearch/error.hpp>

#include "output.hpp"
#include "search_text.hpp"

namespace jsearch {

namespace {

using libsearch::search_results;

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

libsearch::mark_tags tags_of(const std::string &given) {
  const auto comma = given.find(',');
  if (comma == std::string::npos || given.find(',', comma + 1) != std::string::npos)
    throw libsearch::error(libsearch::errc::invalid_argument,
                           "--mark-tags: \"" + given + "\" is not OPEN,CLOSE",
                           "write it like --mark-tags '<b>,</b>'");
  return {given.substr(0, comma), given.substr(comma + 1)};
}

}  // namespace

std::vector<option> page_options() {
  return {
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
       .number = true},
      {.name = "after",
       .argument = "CURSOR",
       .help = "the page behind an earlier one, by the \"next\" of its JSON; refused once the index "
               "has changed"},
      {.name = "collapse",
       .argument = "FIELD",
       .help = "of each author, title, series or value of a declared field of keywords show only the best hit"},
  };
}

std::vector<option> answer_options() {
  return {
      {.name = "snippet-length",
       .argument = "N",
       .help = "characters of text around the matches; 0 = none; as text, usually two lines",
       .usual = "120",
       .number = true},
      {.name = "mark-tags",
       .argument = "OPEN,CLOSE",
       .help = "what stands around matches, in JSON and as text without colours; in JSON usually "
               "<mark>,</mark>"},
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
      color_option(),
  };
}

void read_page_options(const arguments &given, libsearch::search_request &request) {
  request.limit = given.number("limit");
  request.offset = given.number("offset");
  request.after = given.value("after");
  request.collapse = given.value("collapse");
  request.snippet_length = given.has("files") ? 0 : given.number("snippet-length");
  if (given.has("mark-tags")) request.tags = tags_of(given.value("mark-tags"));
}

bool text_wanted(const arguments &given) {
  return given.value("format") == "text" && !given.has("json") && !given.has("count") &&
         !given.has("files");
}

std::size_t fit_snippets(const arguments &given, const screen &to, libsearch::search_request &request) {
  if (given.has("snippet-length") || to.width == 0) return 0;
  // Japanese takes two columns a character: so many fill two lines.
  request.snippet_length = to.width - hit_indent - 2;
  return 2;
}

void print_answer(const search_results &results, const arguments &given) {
  if (given.has("json") || given.value("format") == "json")
    put(libsearch::to_json(results) + "\n");
  else if (given.has("files"))
    print_files(results, given.has("null"), standard_screen("never").terminal);
  else
    print_tsv(results);
}

}  // namespace jsearch
