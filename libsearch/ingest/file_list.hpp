// From the paths a user typed to the files that are to be read.
#ifndef LIBSEARCH_INGEST_FILE_LIST_HPP
#define LIBSEARCH_INGEST_FILE_LIST_HPP

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"
#include "ingest/ignore_rules.hpp"
#include "ingest/string_table.hpp"

namespace libsearch::ingest {

/// The standard input as a path, and as the origin of what came from it.
inline constexpr const char *standard_input = "-";

struct listed_file {
  std::string typed;      ///< as the user would type it, lexically normalized
  std::string canonical;  ///< absolute, links resolved: the file's identity
  file_stamp stamp;
};

/// Files in the order of their adding, each once. Strings are kept in a table that others use too.
class listed_files {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  explicit listed_files(string_table &names) : names_(&names) {}

  /// False when a file with this canonical path is there.
  bool add(const listed_file &file);
  std::size_t size() const { return files_.size(); }
  listed_file operator[](std::size_t number) const;
  const file_stamp &stamp(std::size_t number) const { return files_[number].stamp; }
  /// The number of the file with this canonical path, or none.
  std::size_t find(std::string_view canonical) const;

 private:
  struct file {
    file_stamp stamp;
    std::uint32_t typed, canonical;
  };

  string_table *names_;
  std::deque<file> files_;
  std::vector<std::uint32_t> places_;  ///< of canonical paths by their number in the table, or string_table::none
};

struct file_list {
  explicit file_list(string_table &names) : files(names) {}

  /// Whether ignore files that were met leave out this canonical path, or a folder above it.
  bool ignores(const std::string &canonical) const;

  listed_files files;  ///< in the order of the paths, sorted inside folders
  std::vector<std::string> left_out;  ///< paths that are sidecars of files, as they were typed
  std::vector<std::string> roots;  ///< canonical forms of the paths
  std::vector<sync_failure> failures;  ///< folders that could not be read
  std::map<std::string, ignore_rules> rules;  ///< of the ignore files that were met and say something, by canonical folder
};

/// Walks `paths`. Links inside folders are not followed; what a folder holds that is plainly no
/// document (dot files, README, images, archives, rules, sidecars, indexes), and what a
/// .jsearchignore names, is left out; of what is named itself, sidecars alone are. The ignore files of the folders above
/// a path count as well, up to the user's home or the first folder that may not be read.
/// `names` is to outlive the list.
/// @throws error errc::not_found when a path does not exist.
file_list list_files(const std::vector<std::string> &paths, const std::string &index_path,
                     const std::vector<std::string> &exclude, string_table &names);

/// Whether the name says JSON lines: .jsonl, .ndjson.
bool is_json_lines_name(const std::string &path);
/// Whether the name says text: .txt, .text, .md, or none.
bool is_text_name(const std::string &path);

/// Whether `canonical` is `root` or lies below it.
bool is_under(const std::string &canonical, const std::string &root);

}  // namespace libsearch::ingest

#endif
