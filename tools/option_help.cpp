// The option table as text, and the sections that several commands share.
#include <sstream>

#include "options.hpp"

namespace jsearch {

namespace {

constexpr std::size_t help_column = 28;
constexpr std::size_t help_width = 80;

std::string left_side(const option &o) {
  std::string text = o.letter ? std::string("  -") + o.letter + ", " : "      ";
  text += std::string("--") + o.name;
  if (o.argument) text += std::string(" ") + o.argument;
  return text;
}

std::string right_side(const option &o) {
  std::string text = o.help;
  std::string notes;
  for (const std::string &choice : o.choices) notes += (notes.empty() ? "" : ", ") + choice;
  if (o.usual && *o.usual) notes += (notes.empty() ? "" : "; ") + std::string("default ") + o.usual;
  return notes.empty() ? text : text + " (" + notes + ")";
}

void append_wrapped(std::string &out, const std::string &text) {
  std::istringstream words(text);
  std::size_t column = help_column;
  for (std::string word; words >> word;) {
    if (column > help_column && column + 1 + word.size() > help_width) {
      out += "\n" + std::string(help_column, ' ');
      column = help_column;
    }
    if (column > help_column) out += ' ', ++column;
    out += word;
    column += word.size();
  }
  out += '\n';
}

}  // namespace

std::string describe_options(const option_table &table) {
  std::string out;
  for (const option_section &section : table) {
    out += std::string("\n") + section.title + ":\n";
    for (const option &o : section.options) {
      std::string left = left_side(o);
      if (left.size() + 2 > help_column)
        left += "\n" + std::string(help_column, ' ');
      else
        left.resize(help_column, ' ');
      out += left;
      append_wrapped(out, right_side(o));
    }
  }
  return out;
}

option color_option() {
  return {.name = "color",
          .argument = "WHEN",
          .help = "use colours; auto: on a terminal, unless NO_COLOR is set",
          .usual = "auto",
          .choices = {"auto", "always", "never"}};
}

option_section common_options() {
  return {"Common options",
          {{.name = "index",
            .letter = 'i',
            .argument = "DIR",
            .help = "the index; without it $JSEARCH_INDEX, else the nearest folder .jsearch here "
                    "or above"},
           {.name = "help", .letter = 'h', .help = "show this help"}}};
}

}  // namespace jsearch
