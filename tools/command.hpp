// What a command of jsearch is, and the table of them all.
#ifndef JSEARCH_COMMAND_HPP
#define JSEARCH_COMMAND_HPP

#include <vector>

#include "options.hpp"

namespace jsearch {

/// The exit status of every command.
enum status : int {
  status_done = 0,    ///< done, or at least one hit
  status_no_hit = 1,  ///< nothing was found
  status_error = 2,
};

struct command {
  const char *name;
  const char *summary;      ///< its line in `jsearch --help`
  const char *usage;        ///< what follows the name
  const char *description;  ///< shown by `jsearch NAME --help`; blank lines between paragraphs
  const char *examples;     ///< one command a line
  option_table (*options)();
  int (*run)(const arguments &);
};

// One per file command_NAME.cpp.
extern const command index_command;
extern const command search_command;
extern const command facets_command;
extern const command show_command;
extern const command cite_command;
extern const command similar_command;
extern const command suggest_command;
extern const command delete_command;
extern const command analyze_command;
extern const command stats_command;
extern const command topics_command;
extern const command check_command;
extern const command compact_command;

/// All commands in the order of `jsearch --help`.
const std::vector<const command *> &commands();

/// Runs the command line of the program; `words` are those after its name.
/// @throws libsearch::error, std::exception.
int run_jsearch(const std::vector<std::string> &words);

}  // namespace jsearch

#endif
