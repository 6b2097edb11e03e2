// The options of a command: one table, from which parsing and --help are made.
#ifndef JSEARCH_OPTIONS_HPP
#define JSEARCH_OPTIONS_HPP

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace jsearch {

/// One long option. Without `argument` it is a switch.
struct option {
  const char *name;                   ///< without the dashes
  char letter = 0;                    ///< short form, 0 = none
  const char *argument = nullptr;     ///< what --help calls its value: "N", "FILE"
  const char *help;                   ///< one sentence without a full stop
  const char *usual = nullptr;        ///< the value when it is not given
  std::vector<std::string> choices = {};      ///< the only values it takes; empty = any
  std::vector<std::string> unsupported = {};  ///< values that other builds may take
  std::vector<std::string> offers = {};       ///< values that a shell offers beside any other
  bool number = false;                ///< takes a whole number from 0
  bool list = false;                  ///< takes several values with commas between
  bool repeated = false;              ///< may be given several times
};

/// Options that --help lists under one heading.
struct option_section {
  const char *title;
  std::vector<option> options;
};

using option_table = std::vector<option_section>;

/// Sections that several commands share.
option_section common_options();
option color_option();

/// The words of a command line, sorted out. The last of several values of an option counts,
/// except where values() is asked for.
class arguments {
 public:
  bool has(const std::string &name) const { return given_.count(name) != 0; }
  /// The value given, else the usual one, else "".
  std::string value(const std::string &name) const;
  std::vector<std::string> values(const std::string &name) const;
  std::size_t number(const std::string &name) const;

  /// What is not an option: words of the query, paths, ids.
  const std::vector<std::string> &words() const { return words_; }
  /// The command line as typed, without program and command.
  const std::vector<std::string> &typed() const { return typed_; }

 private:
  friend arguments parse_options(const option_table &, const std::vector<std::string> &);
  std::map<std::string, std::vector<std::string>> given_;
  std::map<std::string, std::string> usual_;
  std::vector<std::string> words_;
  std::vector<std::string> typed_;
};

/// Parses `typed`. A word that begins with "-" and a character beyond ASCII, such as -水素, can't be
/// an option and is left as it is: a query may need it.
/// @throws libsearch::error errc::invalid_argument, with the nearest option as a hint.
arguments parse_options(const option_table &table, const std::vector<std::string> &typed);

/// The table as --help shows it.
std::string describe_options(const option_table &table);

}  // namespace jsearch

#endif
