#include "options.hpp"

#include <algorithm>
#include <charconv>

#include <boost/program_options.hpp>

#include <libsearch/error.hpp>

#include "nearest.hpp"

namespace jsearch {

namespace po = boost::program_options;

namespace {

constexpr char words_key[] = "words of the command";

[[noreturn]] void refuse(const std::string &message, const std::string &hint) {
  throw libsearch::error(libsearch::errc::invalid_argument, message, hint);
}

po::options_description boost_table(const option_table &table) {
  po::options_description all;
  for (const option_section &section : table)
    for (const option &o : section.options) {
      const std::string names = o.letter ? std::string(o.name) + "," + o.letter : o.name;
      if (o.argument)
        all.add_options()(names.c_str(), po::value<std::vector<std::string>>(), o.help);
      else
        all.add_options()(names.c_str(), o.help);
    }
  all.add_options()(words_key, po::value<std::vector<std::string>>());
  return all;
}

/// Lets -水素 through as a word: no option has such a letter.
std::vector<po::option> leave_beyond_ascii(std::vector<std::string> &words) {
  const std::string &word = words.front();
  if (word.size() < 2 || word[0] != '-' || static_cast<unsigned char>(word[1]) < 0x80) return {};
  po::option plain;
  plain.value.push_back(word);
  plain.original_tokens.push_back(word);
  words.erase(words.begin());
  return {plain};
}

std::string hint_for_unknown(const option_table &table, const std::string &name) {
  std::vector<std::string> known;
  for (const option_section &section : table)
    for (const option &o : section.options) known.push_back(o.name);
  const std::string found = name.rfind("--", 0) == 0 ? nearest(name.substr(2), known) : "";
  if (!found.empty()) return "did you mean --" + found + "?";
  return "see --help; a word of a query that begins with \"-\" may stand after \"--\"";
}

bool holds(const std::vector<std::string> &values, const std::string &value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

void check_value(const option &o, const std::string &value) {
  const std::string name = std::string("--") + o.name;
  if (!o.choices.empty() && !holds(o.choices, value)) {
    std::string list;
    for (const std::string &choice : o.choices) list += (list.empty() ? "" : ", ") + choice;
    if (holds(o.unsupported, value))
      throw libsearch::error(libsearch::errc::unsupported,
                             name + " " + value + " is not supported in this build",
                             "it has: " + list);
    refuse(name + ": \"" + value + "\" is not one of its values", "the values are: " + list);
  }
  if (o.number) {
    std::size_t parsed = 0;
    const auto [end, failure] =
        std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (value.empty() || failure != std::errc() || end != value.data() + value.size())
      refuse(name + ": \"" + value + "\" is not a whole number", "write it like " + name + "=20");
  }
}

po::parsed_options run_parser(const option_table &table, const po::options_description &known,
                              const po::positional_options_description &words,
                              const std::vector<std::string> &typed) {
  // Abbreviated names would change their meaning with each new option.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  try {
    return po::command_line_parser(typed)
        .options(known)
        .positional(words)
        .style(style)
        .extra_style_parser(leave_beyond_ascii)
        .run();
  } catch (const po::unknown_option &e) {
    refuse("unknown option " + e.get_option_name(), hint_for_unknown(table, e.get_option_name()));
  } catch (const po::invalid_command_line_syntax &e) {
    const bool missing = e.kind() == po::invalid_syntax::missing_parameter ||
                         e.kind() == po::invalid_syntax::empty_adjacent_parameter;
    refuse("option " + e.get_option_name() + (missing ? " needs a value" : " takes no value"),
           "see --help");
  } catch (const po::error &e) {
    refuse(e.what(), "see --help");
  }
}

}  // namespace

std::string arguments::value(const std::string &name) const {
  if (const auto found = given_.find(name); found != given_.end()) return found->second.back();
  const auto usual = usual_.find(name);
  return usual == usual_.end() ? std::string() : usual->second;
}

std::vector<std::string> arguments::values(const std::string &name) const {
  if (const auto found = given_.find(name); found != given_.end()) return found->second;
  const auto usual = usual_.find(name);
  return usual == usual_.end() ? std::vector<std::string>() : std::vector{usual->second};
}

std::size_t arguments::number(const std::string &name) const {
  const std::string text = value(name);
  std::size_t parsed = 0;
  std::from_chars(text.data(), text.data() + text.size(), parsed);
  return parsed;
}

arguments parse_options(const option_table &table, const std::vector<std::string> &typed) {
  const po::options_description known = boost_table(table);
  po::positional_options_description words;
  words.add(words_key, -1);
  arguments result;
  result.typed_ = typed;
  for (const po::option &o : run_parser(table, known, words, typed).options) {
    if (o.string_key == words_key || o.string_key.empty())
      result.words_.insert(result.words_.end(), o.value.begin(), o.value.end());
    else
      result.given_[o.string_key].push_back(o.value.empty() ? std::string() : o.value.front());
  }
  for (const option_section &section : table)
    for (const option &o : section.options) {
      if (o.usual) result.usual_[o.name] = o.usual;
      if (!o.argument || !result.has(o.name)) continue;
      for (const std::string &value : result.given_[o.name]) check_value(o, value);
    }
  return result;
}

}  // namespace jsearch
