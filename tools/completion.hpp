// Completions for shells, made of the tables that parsing and --help are made of.
#ifndef JSEARCH_COMPLETION_HPP
#define JSEARCH_COMPLETION_HPP

#include <string>
#include <vector>

#include "command.hpp"

namespace jsearch {

/// What a shell offers as the value of an option, or as another word of a command.
enum class completes {
  nothing,  ///< a switch: there is no value
  text,     ///< a value that only the user knows
  words,    ///< option::choices or option::offers
  files,
  folders,
};

/// By the table: values to choose from, else by what --help calls the value, FILE or DIR.
completes value_of(const option &o);
/// By the usage of the command: PATH stands for files.
completes words_of(const command &c);

/// The values to offer: those it must have, else those it may have.
const std::vector<std::string> &offered_values(const option &o);

/// All options of a command, in the order of --help.
std::vector<option> all_options(const command &c);

/// What `jsearch --completion SHELL` prints: a script of bash, or a function file of zsh.
/// @throws libsearch::error errc::invalid_argument for another shell.
std::string completion_script(const std::string &shell);

// One per file completion_SHELL.cpp.
std::string bash_completion();
std::string zsh_completion();

}  // namespace jsearch

#endif
