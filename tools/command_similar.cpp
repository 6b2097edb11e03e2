// jsearch similar: documents like another one.
#include <iostream>
#include <iterator>
#include <optional>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "find_document.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "search_answer.hpp"
#include "search_options.hpp"
#include "search_text.hpp"

namespace jsearch {

namespace {

using libsearch::search_results;

option_table table() {
  std::vector<option> output = facet_options();
  const std::vector<option> own = answer_options();
  output.insert(output.end(), own.begin(), own.end());
  return {{"What to compare",
           {{.name = "text",
             .argument = "TEXT",
             .help = "compare with this text instead of a document; - reads standard input"},
            filter_option(),
            timeout_option()}},
          {"Order and page", page_options()},
          {"Output", output},
          common_options()};
}

std::string text_of(const arguments &given) {
  const std::string text = given.value("text");
  if (text != "-") return text;
  return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

int run(const arguments &given) {
  if (given.has("text") == (given.words().size() == 1) || given.words().size() > 1)
    throw libsearch::error(libsearch::errc::invalid_argument, "similar takes one ID, or --text",
                           "\"jsearch search\" prints the ids of documents");
  libsearch::index index(index_to_read(given));
  libsearch::search_request request = request_of(given);
  request.query.clear();
  read_page_options(given, request);
  std::optional<search_results> results;
  const bool as_text = text_wanted(given);
  const screen to = standard_screen(given.value("color"));
  const std::size_t lines = as_text ? fit_snippets(given, to, request) : 0;
  if (as_text) count_more_for_people(request);
  if (given.has("text"))
    results = index.similar_to_text(text_of(given), request);
  else
    results = index.similar(document_id(index, given.words().front()), request);
  if (!results) {
    say_error("no document has the id " + given.words().front(),
              "\"jsearch search\" prints the ids of documents");
    return status_no_hit;
  }
  if (as_text)
    put(search_text(*results, request, to, lines));
  else
    print_answer(*results, given);
  return results->total.value > 0 ? status_done : status_no_hit;
}

}  // namespace

const command similar_command = {
    "similar",
    "find documents like another one",
    "[OPTION]... ID | --text TEXT",
    "Prints the documents that are most like the one with this id, or like a text: those that\n"
    "share the words which are frequent there and rare elsewhere. At most 100 are found.\n",
    "  jsearch similar essays/2025-10.txt --facets author,date:year\n"
    "  jsearch similar --text - <draft.txt\n",
    table,
    run,
};

}  // namespace jsearch
