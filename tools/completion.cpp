#include "completion.hpp"

#include <string_view>

#include <libsearch/error.hpp>

namespace jsearch {

completes value_of(const option &o) {
  if (!o.argument) return completes::nothing;
  if (!offered_values(o).empty()) return completes::words;
  const std::string_view argument = o.argument;
  if (argument == "FILE") return completes::files;
  return argument == "DIR" ? completes::folders : completes::text;
}

completes words_of(const command &c) {
  const std::string_view usage = c.usage;
  if (usage.find("PATH") != usage.npos) return completes::files;
  for (const char *text : {"QUERY", "PREFIX", "TEXT", "ID"})
    if (usage.find(text) != usage.npos) return completes::text;
  return completes::nothing;
}

const std::vector<std::string> &offered_values(const option &o) { return o.choices.empty() ? o.offers : o.choices; }

std::vector<option> all_options(const command &c) {
  std::vector<option> all;
  for (option_section &section : c.options())
    for (option &o : section.options) all.push_back(std::move(o));
  return all;
}

std::string completion_script(const std::string &shell) {
  if (shell == "bash") return bash_completion();
  if (shell == "zsh") return zsh_completion();
  throw libsearch::error(libsearch::errc::invalid_argument, "--completion: \"" + shell + "\" is not a shell it knows",
                         "usage: jsearch --completion bash|zsh");
}

}  // namespace jsearch
