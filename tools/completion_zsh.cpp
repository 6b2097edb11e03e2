// jsearch --completion zsh.
#include <algorithm>
#include <string_view>

#include "completion.hpp"

namespace jsearch {

namespace {

constexpr char head[] = R"(#compdef jsearch
# Zsh completion of jsearch, printed by "jsearch --completion zsh".

)";

constexpr char tail[] = R"(
_jsearch() {
  local -a names
  names=($_jsearch_commands 'help:show the options of a command')
  if (( CURRENT == 2 )); then
    _alternative 'commands:command:{ _describe command names }' \
      'options:option:((--help\:show\ help --version\:show\ the\ version --completion\:print\ completions))'
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    help) _describe command names ;;
    --completion) compadd bash zsh ;;
    *) _jsearch_command $command ;;
  esac
}

_jsearch "$@"
)";

/// `text` with a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

std::string in_quotes(const std::string &text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// What fits beside an option in a list: the help without what explains it further.
std::string brief(std::string_view help) {
  std::size_t end = help.size();
  for (const char *mark : {"; ", ": ", " ("}) end = std::min(end, help.find(mark));
  return std::string(help.substr(0, end));
}

std::string words_action(const option &o) {
  std::string list;
  for (const std::string &value : offered_values(o)) list += " " + escaped(value, ":\\");
  if (o.list) return "_sequence compadd -" + list;
  // A value such as "topic=" goes on.
  if (list.back() == '=') return "compadd -S \"\" -" + list;
  return "(" + list.substr(1) + ")";
}

std::string action_of(const option &o) {
  switch (value_of(o)) {
    case completes::files: return "_files";
    case completes::folders: return "_directories";
    case completes::words: return words_action(o);
    case completes::nothing:
    case completes::text: break;
  }
  return "";
}

/// One option as _arguments takes it: '(-n --limit)'{-n+,--limit=}'[hits to show]:N:'.
std::string spec_of(const option &o) {
  std::string rest = "[" + escaped(brief(o.help), "[]\\") + "]";
  if (o.argument) rest += ":" + escaped(o.argument, ":\\") + ":" + action_of(o);
  const std::string name = std::string("--") + o.name + (o.argument ? "=" : "");
  const std::string many = o.repeated ? "*" : "";
  if (!o.letter) return in_quotes(many + name + rest);
  const std::string letter = std::string("-") + o.letter;
  const std::string others = o.repeated ? "'*'" : in_quotes("(" + letter + " --" + o.name + ")");
  return others + "{" + letter + (o.argument ? "+" : "") + "," + name + "}" + in_quotes(rest);
}

}  // namespace

std::string zsh_completion() {
  std::string out = std::string(head) + "typeset -ga _jsearch_commands\n_jsearch_commands=(\n";
  for (const command *c : commands())
    out += "  " + in_quotes(std::string(c->name) + ":" + escaped(c->summary, ":\\")) + "\n";
  out += ")\n\n_jsearch_command() {\n  case $1 in\n";
  for (const command *c : commands()) {
    out += std::string("    ") + c->name + ")\n      _arguments -S";
    for (const option &o : all_options(*c)) out += " \\\n        " + spec_of(o);
    if (words_of(*c) == completes::files) out += " \\\n        '*:path:_files'";
    if (words_of(*c) == completes::text) out += " \\\n        '*:text:'";
    out += "\n      ;;\n";
  }
  return out + "  esac\n}\n" + tail;
}

}  // namespace jsearch
