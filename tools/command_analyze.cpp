// jsearch analyze: how a text is cut into tokens.
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include <libsearch/analyzer.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "output.hpp"

namespace jsearch {

namespace {

using libsearch::bigram_state;
using libsearch::token;
using libsearch::token_kind;

option_table table() {
  return {
      {"Analysis",
       {{.name = "analyzer",
         .argument = "NAME",
         .help = "what is shown: words and pairs of characters, words alone, characters and pairs, the text as one, or words and stems",
         .usual = "hybrid",
         .choices = {"hybrid", "dictionary", "ngram", "keyword", "english"}},
        {.name = "dictionary",
         .argument = "NAME",
         .help = "the dictionary of Japanese words",
         .usual = "icu",
         .choices = {"icu", "mecab"}}}},
      common_options(),
  };
}

const char *name_of(token_kind kind) {
  switch (kind) {
    case token_kind::word: return "word";
    case token_kind::bigram: return "bigram";
    case token_kind::stem: return "stem";
  }
  return "";
}

const char *name_of(bigram_state state) {
  switch (state) {
    case bigram_state::none: return "";
    case bigram_state::indexed: return "indexed";
    case bigram_state::inside: return "inside";
    case bigram_state::checked: return "checked";
  }
  return "";
}

std::string json_line(const token &t, libsearch::offset_converter &offsets) {
  nlohmann::ordered_json line;
  line["text"] = t.text;
  line["kind"] = name_of(t.kind);
  if (t.state != bigram_state::none) line["state"] = name_of(t.state);
  if (t.function_word) line["function_word"] = true;
  line["start"] = t.start;
  line["end"] = t.end;
  line["code_points"] = {offsets.code_points(t.start), offsets.code_points(t.end)};
  line["utf16"] = {offsets.utf16(t.start), offsets.utf16(t.end)};
  if (!t.reading.empty()) line["reading"] = t.reading;
  if (!t.base.empty()) line["base"] = t.base;
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

int run(const arguments &given) {
  std::string text;
  for (const std::string &word : given.words()) text += (text.empty() ? "" : " ") + word;
  if (given.words().empty()) text.assign(std::istreambuf_iterator<char>(std::cin), {});
  // Refuses an index that was made with other analysis than what is shown here.
  if (given.has("index")) libsearch::index{given.value("index")};
  libsearch::analyzer_options options;
  options.name = given.value("analyzer");
  options.dictionary = given.value("dictionary");
  libsearch::offset_converter offsets(text);
  for (const token &t : libsearch::analyzer(options).analyze(text)) put(json_line(t, offsets));
  return status_done;
}

}  // namespace

const command analyze_command = {
    "analyze",
    "show the tokens of a text",
    "[OPTION]... [TEXT]...",
    "Prints each token of TEXT (standard input without one) as a line of JSON: its text as\n"
    "normalized; its kind; for a bigram whether it is indexed, stands inside a word, or is\n"
    "checked in the text; the bytes, code points and UTF-16 units of TEXT that it stands for;\n"
    "and the reading and base form of a word where the dictionary knows them. Needs no index;\n"
    "one that is named with -i must have been made with the same analysis.\n",
    "  jsearch analyze 小型モジュール炉の開発\n"
    "  jsearch analyze --dictionary mecab --analyzer dictionary 会議に取り組んだ\n",
    table,
    run,
};

}  // namespace jsearch
