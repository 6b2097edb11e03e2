#include "command.hpp"

#include <algorithm>

#include <libsearch/error.hpp>
#include <libsearch/version.h>

#include "completion.hpp"
#include "display_text.hpp"
#include "nearest.hpp"
#include "output.hpp"

namespace jsearch {

const std::vector<const command *> &commands() {
  static const std::vector<const command *> table = {
      &index_command,   &search_command, &facets_command, &suggest_command, &show_command,   &similar_command,
      &cite_command,    &delete_command, &analyze_command, &stats_command,  &topics_command, &check_command,
      &compact_command,
  };
  return table;
}

namespace {

void print_overview() {
  std::string text =
      "jsearch: full-text search for Japanese documents\n\n"
      "Usage: jsearch COMMAND [OPTION]... [ARGUMENT]...\n\nCommands:\n";
  for (const command *c : commands()) {
    std::string name = std::string("  ") + c->name;
    name.resize(12, ' ');
    text += name + c->summary + "\n";
  }
  text +=
      "\nOptions:\n"
      "  -h, --help              show this help\n"
      "      --version           show the version\n"
      "      --completion SHELL  print completions for bash or zsh\n"
      "\n\"jsearch COMMAND --help\" describes a command. Exit status: 0 hits or done,\n"
      "1 no hit, 2 error.\n";
  put(text);
}

/// Paragraphs, broken into lines for a terminal of the usual width.
std::string paragraphs(std::string_view text) {
  constexpr std::size_t usual_width = 80;
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string paragraph = one_line(text.substr(0, end));
    for (const libsearch::span line : wrap(paragraph, usual_width))
      out += paragraph.substr(line.start, line.end - line.start) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
    if (!text.empty()) out += "\n";
  }
  return out;
}

void print_help(const command &c) {
  std::string text = std::string("Usage: jsearch ") + c.name + " " + c.usage + "\n\n";
  text += paragraphs(c.description);
  text += describe_options(c.options());
  if (*c.examples) text += std::string("\nExamples:\n") + c.examples;
  put(text);
}

void print_version() {
  put("jsearch " LIBSEARCH_VERSION_STRING
      "\nLicence GPL-2.0-or-later. There is no warranty, to the extent the law permits.\n");
}

const command &find_command(const std::string &name) {
  for (const command *c : commands())
    if (name == c->name) return *c;
  const bool option = name.rfind('-', 0) == 0;
  std::vector<std::string> names;
  for (const command *c : commands()) names.push_back(c->name);
  const std::string found = option ? "" : nearest(name, names);
  std::string hint = "\"jsearch --help\" lists the commands";
  if (option) hint = "the command comes first: jsearch COMMAND [OPTION]...";
  if (!found.empty()) hint = "did you mean \"jsearch " + found + "\"?";
  throw libsearch::error(libsearch::errc::invalid_argument,
                         (option ? "unknown option " : "unknown command ") + name, hint);
}

/// Whether help is asked for, even on a command line that is wrong in other ways.
bool asks_for_help(const std::vector<std::string> &words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::find(words.begin(), end, "--help") != end;
}

}  // namespace

int run_jsearch(const std::vector<std::string> &words) {
  const std::string first = words.empty() ? "--help" : words[0];
  if (first == "--version") return print_version(), status_done;
  if (first == "--completion") return put(completion_script(words.size() > 1 ? words[1] : "")), status_done;
  if (first == "--help" || first == "-h" || first == "help") {
    if (first == "help" && words.size() > 1)
      print_help(find_command(words[1]));
    else
      print_overview();
    return words.empty() ? status_error : status_done;
  }
  const command &c = find_command(first);
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (asks_for_help(rest)) return print_help(c), status_done;
  const arguments parsed = parse_options(c.options(), rest);
  if (parsed.has("help")) return print_help(c), status_done;
  return c.run(parsed);
}

}  // namespace jsearch
