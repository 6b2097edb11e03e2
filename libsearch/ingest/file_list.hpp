// From the paths a user typed to the files that are to be read.
#ifndef LIBSEARCH_INGEST_FILE_LIST_HPP
#define LIBSEARCH_INGEST_FILE_LIST_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"

namespace libsearch::ingest {

/// The standard input as a path, and as the origin of what came from it.
inline constexpr const char *standard_input = "-";

struct listed_file {
  std::string typed;      ///< as the user would type it, lexically normalized
  std::string canonical;  ///< absolute, links resolved: the file's identity
  file_stamp stamp;
  bool explicit_path = false;  ///< named by the user, not found in a folder
};

struct file_list {
  std::vector<listed_file> files;  ///< in the order of the paths, sorted inside folders, each once
  std::vector<std::string> roots;  ///< canonical forms of the paths
  std::vector<sync_failure> failures;  ///< folders that could not be read
};

/// Walks `paths`. Links inside folders are not followed; what a folder holds that is plainly no
/// document (dot files, README, images, archives, rules, sidecars, indexes), and what a
/// .jsearchignore names, is left out.
/// @throws error errc::not_found when a path does not exist.
file_list list_files(const std::vector<std::string> &paths, const std::string &index_path,
                     const std::vector<std::string> &exclude);

/// Whether the name says JSON lines: .jsonl, .ndjson.
bool is_json_lines_name(const std::string &path);
/// Whether the name says text: .txt, .text, .md, or none.
bool is_text_name(const std::string &path);

/// Whether `canonical` is `root` or lies below it.
bool is_under(const std::string &canonical, const std::string &root);

}  // namespace libsearch::ingest

#endif
