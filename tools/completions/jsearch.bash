# Bash completion of jsearch. The options are those of "jsearch COMMAND --help".

_jsearch_options() {
  case $1 in
    index)
      echo --index --help --format --encoding --dry-run --rebuild --topics --retopic --duplicates --synonyms --field --schema \
        --analyzer --dictionary --user-dictionary --jobs --memory --quiet --verbose
      ;;
    search)
      echo --index --help --match --variants --filter --total --max-candidates --timeout \
        --sort --limit --offset --after --collapse --facets --facet-limit --facet-sort \
        --snippet-length --mark-tags --format --json \
        --files --null --count --explain --color --batch
      ;;
    facets)
      echo --index --help --match --variants --filter --total --max-candidates --timeout \
        --facets --facet-limit --facet-sort --format --json --color
      ;;
    suggest) echo --index --help --limit --format --json --color ;;
    similar)
      echo --index --help --text --filter --timeout --limit --offset --after --collapse --facets \
        --facet-limit --facet-sort --snippet-length --mark-tags --format --json --files --null --color
      ;;
    show) echo --index --help --query --json --color ;;
    cite) echo --index --help ;;
    delete) echo --index --help ;;
    analyze) echo --index --help --analyzer --dictionary ;;
    stats) echo --index --help --json ;;
    topics) echo --index --help --suggest --limit ;;
    check) echo --index --help ;;
    compact) echo --index --help ;;
  esac
}

# Prints the values of option $2 of command $1; fails where there are none to offer.
_jsearch_values() {
  case $2 in
    --format) [[ $1 == index ]] && echo auto text markdown html pdf jsonl || echo text json tsv ;;
    --encoding) echo UTF-8 UTF-16LE UTF-16BE CP932 EUC-JP ISO-2022-JP ;;
    --analyzer)
      [[ $1 == analyze ]] && echo hybrid dictionary ngram keyword english || echo hybrid ngram hybrid-kana hybrid-every
      ;;
    --dictionary) echo icu mecab ;;
    --duplicates) echo join keep ;;
    --match) echo auto all any phrase ;;
    --variants) echo on off ;;
    --total) echo bounded exact ;;
    --sort) echo relevance date -date title ;;
    --facets) echo topic author date date:year date:month date:day ;;
    --facet-sort) echo count value ;;
    --collapse) echo author series title ;;
    --filter) echo topic= author= date= ;;
    --color) echo auto always never ;;
    *) return 1 ;;
  esac
}

_jsearch() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local commands='index search facets suggest show similar delete analyze stats check compact help'
  local command=${COMP_WORDS[1]} values
  COMPREPLY=()

  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "$commands --help --version" -- "$current"))
    return
  fi
  if [[ $command == help ]]; then
    COMPREPLY=($(compgen -W "$commands" -- "$current"))
    return
  fi
  # "--format=te" comes as three words.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $previous in
    -i | --index)
      COMPREPLY=($(compgen -d -- "$current"))
      compopt -o filenames
      return
      ;;
    --topics | --synonyms | --schema | --user-dictionary | --batch)
      COMPREPLY=($(compgen -f -- "$current"))
      compopt -o filenames
      return
      ;;
  esac
  if values=$(_jsearch_values "$command" "$previous"); then
    COMPREPLY=($(compgen -W "$values" -- "$current"))
    [[ $previous == --filter ]] && compopt -o nospace
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$(_jsearch_options "$command")" -- "$current"))
  elif [[ $command == index ]]; then
    COMPREPLY=($(compgen -f -- "$current"))
    compopt -o filenames
  fi
}

complete -F _jsearch jsearch
