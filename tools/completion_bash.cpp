// jsearch --completion bash.
#include "completion.hpp"

namespace jsearch {

namespace {

constexpr char head[] = R"(# Bash completion of jsearch, printed by "jsearch --completion bash".

)";

// Splits the command line as jsearch does: bash also splits at "=" and ":".
constexpr char body[] = R"(
# Puts the words before the cursor into "words" and what of the last one bash will keep into "kept".
_jsearch_words() {
  local line=$COMP_LINE blanks part glued i
  words=() kept=
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    blanks=${line%%[^[:blank:]]*}
    line=${line#"$blanks"}
    line=${line#"$part"}
    glued=
    if ((i > 0)) && [[ -z $blanks && ($part == [=:]* || ${COMP_WORDS[i-1]} == *[=:]) ]]; then glued=1; fi
    if [[ $glued ]]; then
      kept=${words[${#words[@]}-1]}
      words[${#words[@]}-1]+=$part
      [[ $part == [=:] ]] && kept+=$part
    else
      words+=("$part")
      kept=
    fi
  done
}

# Offers what begins with $1: the words that follow, each behind $2.
_jsearch_offer() {
  local typed=$1 lead=$2 word
  shift 2
  for word in "$@"; do
    word=$lead$word
    [[ $word == "$typed"* ]] && COMPREPLY+=("${word#"$kept"}")
  done
}

# Offers files ("-f") or folders ("-d") that begin with $3, behind $2.
_jsearch_offer_files() {
  local found
  while IFS= read -r found; do
    found=$2$found
    COMPREPLY+=("${found#"$kept"}")
  done < <(compgen "$1" -- "$3")
  compopt -o filenames 2>/dev/null
}

_jsearch() {
  local -a words
  local kept current option= value= lead= argument= i
  COMPREPLY=()
  _jsearch_words
  current=${words[${#words[@]}-1]}
  local command=${words[1]} count=${#words[@]}
  if ((count <= 2)); then
    _jsearch_offer "$current" '' $_jsearch_commands help --help --version --completion
    return
  fi
  case $command in
    help) _jsearch_offer "$current" '' $_jsearch_commands; return ;;
    --completion) _jsearch_offer "$current" '' bash zsh; return ;;
  esac

  # Behind "--" there are no options.
  for ((i = 2; i < count - 1; i++)); do
    [[ ${words[i]} == -- ]] && command+=' --'
  done
  if [[ $command != *' --' ]]; then
    if [[ $current == --*=* ]]; then
      option=${current%%=*} value=${current#*=} lead=$option=
    elif [[ ${words[count-2]} == -* ]]; then
      option=${words[count-2]} value=$current
    fi
  fi
  [[ $option ]] && argument=$(_jsearch_argument "$command" "$option")
  if [[ -z $argument ]]; then
    if [[ $current == -* && $command != *' --' ]]; then
      _jsearch_offer "$current" '' $(_jsearch_options "$command")
      return
    fi
    value=$current lead=
    argument=$(_jsearch_argument "${command%% *}" '')
  fi
  case $argument in
    files) _jsearch_offer_files -f "$lead" "$value" ;;
    folders) _jsearch_offer_files -d "$lead" "$value" ;;
    words*) _jsearch_offer "$lead$value" "$lead" ${argument#words} ;;
    list*)
      [[ $value == *,* ]] && lead+=${value%,*},
      _jsearch_offer "$lead${value##*,}" "$lead" ${argument#list}
      ;;
  esac
  # A value such as "topic=" goes on.
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}

complete -F _jsearch jsearch
)";

std::string joined(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words) text += " " + word;
  return text;
}

std::string argument_of(const option &o) {
  switch (value_of(o)) {
    case completes::nothing: return "";
    case completes::text: return "text";
    case completes::files: return "files";
    case completes::folders: return "folders";
    case completes::words: return std::string(o.list ? "list" : "words") + joined(offered_values(o));
  }
  return "";
}

std::string pattern_of(const command &c, const option &o) {
  const std::string pair = std::string(c.name) + ":";
  std::string pattern = pair + "--" + o.name;
  if (o.letter) pattern += " | " + pair + "-" + o.letter;
  return pattern;
}

}  // namespace

std::string bash_completion() {
  std::string names, options, arguments;
  for (const command *c : commands()) {
    names += std::string(names.empty() ? "" : " ") + c->name;
    options += std::string("    ") + c->name + ") echo";
    for (const option &o : all_options(*c)) {
      options += std::string(" --") + o.name;
      const std::string argument = argument_of(o);
      if (!argument.empty()) arguments += "    " + pattern_of(*c, o) + ") echo " + argument + " ;;\n";
    }
    options += " ;;\n";
    if (words_of(*c) == completes::files) arguments += std::string("    ") + c->name + ":) echo files ;;\n";
  }
  return head + ("_jsearch_commands='" + names + "'\n") +
         "\n# The options of command $1.\n_jsearch_options() {\n  case $1 in\n" + options + "  esac\n}\n" +
         "\n# What option $2 of command $1 takes, or its other words; nothing for a switch.\n" +
         "_jsearch_argument() {\n  case $1:$2 in\n" + arguments + "  esac\n}\n" + body;
}

}  // namespace jsearch
