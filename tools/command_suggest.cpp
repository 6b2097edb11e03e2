// jsearch suggest: what a word that is being typed may become.
#include <algorithm>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "screen.hpp"
#include "search_options.hpp"

namespace jsearch {

namespace {

using libsearch::completion;

option_table table() {
  return {{"Output",
           {{.name = "limit",
             .letter = 'n',
             .argument = "N",
             .help = "completions to show",
             .usual = "10",
             .number = true},
            {.name = "format",
             .argument = "FORMAT",
             .help = "how to print the answer",
             .usual = "text",
             .choices = {"text", "json", "tsv"}},
            {.name = "json", .help = "the same as --format json"},
            color_option()}},
          common_options()};
}

void print_tsv(const std::vector<completion> &found) {
  for (const completion &c : found)
    put(one_line(c.text) + "\t" + libsearch::name(c.kind) + "\t" + std::to_string(c.count) + "\n");
}

void print_text(const std::vector<completion> &found, const screen &to) {
  constexpr std::size_t behind = 20;  // kind and count
  std::size_t width = 0;
  for (const completion &c : found) width = std::max(width, display_width(one_line(c.text)));
  if (to.width != 0) width = std::min(width, to.width - std::min(to.width, behind));
  for (const completion &c : found) {
    std::string kind = libsearch::name(c.kind);
    kind.resize(10, ' ');
    const std::string text = fit(one_line(c.text), width);
    const style look = c.kind == libsearch::completion_kind::topic ? style::topic : style::title;
    put(to.paint(look, text) + std::string(width - display_width(text), ' ') + "  " +
        to.paint(style::meta, kind + std::to_string(c.count)) + "\n");
  }
}

int run(const arguments &given) {
  if (given.words().empty())
    throw libsearch::error(libsearch::errc::invalid_argument, "suggest takes a PREFIX",
                           "the first letters of a word or name, such as 首脳 or ene");
  const std::string prefix = query_of(given);
  libsearch::index index(index_to_read(given));
  const std::vector<completion> found = index.suggest(prefix, given.number("limit"));
  if (given.has("json") || given.value("format") == "json")
    put(libsearch::to_json(prefix, found) + "\n");
  else if (given.value("format") == "tsv")
    print_tsv(found);
  else
    print_text(found, standard_screen(given.value("color")));
  return found.empty() ? status_no_hit : status_done;
}

}  // namespace

const command suggest_command = {
    "suggest",
    "complete a word or a name",
    "[OPTION]... PREFIX",
    "Prints what PREFIX may become: topics, authors and titles of the index, words of its texts\n"
    "and compounds of them, with their kind and the number of documents that have them.\n"
    "\n"
    "A name is found by the beginning of any of its words. Kana completes katakana too, and so\n"
    "does romaji: えね and ene find エネルギー.\n",
    "  jsearch suggest 首脳\n"
    "  jsearch suggest --json --limit 5 enerugi\n",
    table,
    run,
};

}  // namespace jsearch
