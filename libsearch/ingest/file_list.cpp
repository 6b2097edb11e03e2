#include "ingest/file_list.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>
#include <string_view>

#include <sys/stat.h>
#include <unistd.h>

#include <libsearch/charset.hpp>
#include <libsearch/error.hpp>

#include "ingest/ignore_rules.hpp"
#include "ingest/sidecar.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

namespace fs = std::filesystem;

std::string extension_of(const std::string &path) {
  std::string result = fs::path(path).extension().string();
  for (char &c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// "./a//b/" as "a/b".
std::string normalized(const std::string &path) {
  std::string result = fs::path(path).lexically_normal().string();
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result;
}

/// The canonical form, or the best there is of a path that does not exist.
std::string canonical_form(const std::string &path) {
  std::error_code ignored;
  const fs::path result = fs::weakly_canonical(fs::absolute(path, ignored), ignored);
  return normalized(ignored ? path : result.string());
}

bool is_no_document(const std::string &name) {
  static const std::set<std::string> extensions = {
      ".tsv",  ".csv",    ".ps",   ".png", ".jpg",   ".jpeg",
      ".gif",  ".svg",    ".webp", ".tif", ".tiff",  ".bmp", ".ico", ".zip",  ".gz",    ".tgz",
      ".bz2",  ".xz",     ".zst",  ".7z",  ".rar",   ".lzh", ".tar", ".doc",  ".docx",  ".xls",
      ".xlsx", ".ppt",    ".pptx", ".odt", ".ods",   ".odp", ".rtf", ".epub", ".mp3",   ".mp4",
      ".wav",  ".mov",    ".avi",  ".exe", ".dll",   ".so",  ".o",   ".a",    ".class", ".pyc",
      ".db",   ".sqlite", ".ttf",  ".otf", ".css",   ".js",  ".xml", ".yaml", ".yml",   ".toml",
      ".ini",  ".bak",    ".tmp",  ".swp", ".log"};
  return name.empty() || name[0] == '.' || name.back() == '~' ||
         name.compare(0, 6, "README") == 0 || extensions.count(extension_of(name)) > 0 ||
         sidecars::is_sidecar(name);
}

bool is_index_name(const std::string &name) {
  const std::string extension = extension_of(name);
  return extension == ".idx" || extension == ".jsearch";
}

file_stamp stamp_of(const struct stat &status) {
  return {static_cast<std::uint64_t>(status.st_size),
          static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000000000 + status.st_mtim.tv_nsec};
}

using folder_rules = std::map<std::string, ignore_rules>::value_type;

ignore_rules::verdict verdict_of(const folder_rules &rules, std::string_view canonical, bool folder) {
  return rules.second.judge(canonical.substr(rules.first == "/" ? 1 : rules.first.size() + 1), folder);
}

/// The folder that a canonical path lies in; "" for the topmost one.
std::string folder_of(const std::string &canonical) {
  const std::size_t slash = canonical.rfind('/');
  if (slash == std::string::npos || canonical == "/") return {};
  return slash == 0 ? "/" : canonical.substr(0, slash);
}

std::string home_folder() {
  const char *home = std::getenv("HOME");
  return home && home[0] == '/' ? canonical_form(home) : std::string();
}

class walker {
 public:
  walker(const std::string &index_path, const std::vector<std::string> &exclude, string_table &names) : result_(names) {
    excluded_.insert(canonical_form(index_path));
    for (const std::string &path : exclude) excluded_.insert(canonical_form(path));
  }

  void add_path(const std::string &path) {
    if (path == standard_input) {
      result_.files.add({standard_input, standard_input, {}});
      result_.roots.push_back(standard_input);
      return;
    }
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) refuse(path, errno);
    const std::string canonical = canonical_form(path);
    result_.roots.push_back(canonical);
    if (S_ISDIR(status.st_mode)) {
      read_rules_above(canonical);
      walk(normalized(path), canonical, 0);
      rules_.clear();
    } else if (sidecars_.describes_files(canonical)) {
      result_.left_out.push_back(normalized(path));
    } else {
      result_.files.add({normalized(path), canonical, stamp_of(status)});
    }
  }

  file_list take() { return std::move(result_); }

 private:
  // Deeper than paths can be long: a guard, not a limit anybody meets.
  static constexpr int deepest = 2048;

  [[noreturn]] static void refuse(const std::string &path, int code) {
    if (code == ENOENT || code == ENOTDIR)
      throw error(errc::not_found, printable(path) + ": there is no such file or folder",
                  "check the spelling; nothing was changed");
    throw error(errc::io, printable(path) + ": " + std::strerror(code));
  }

  void walk(const std::string &typed, const std::string &canonical, int depth) {
    if (excluded_.count(canonical) > 0 || depth > deepest) return;
    std::error_code problem;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(canonical, problem), end; !problem && entry != end;
         entry.increment(problem))
      names.push_back(entry->path().filename().string());
    if (problem) {
      result_.failures.push_back({typed, "the folder cannot be read: " + problem.message(),
                                  "give yourself permission to read it"});
      return;
    }
    std::sort(names.begin(), names.end());
    const folder_rules *rules =
        std::binary_search(names.begin(), names.end(), ignore_file_name) ? read_rules(typed, canonical) : nullptr;
    if (rules) rules_.push_back(rules);
    for (const std::string &name : names) visit(typed, canonical, name, depth);
    if (rules) rules_.pop_back();
  }

  /// The rules of the folders above the one where a walk begins: it finds what a walk from further above finds here.
  void read_rules_above(const std::string &canonical) {
    for (std::string below = canonical, folder = folder_of(below); !folder.empty() && below != home_; folder = folder_of(below)) {
      if (::access(folder.c_str(), R_OK | X_OK) != 0) break;
      struct stat status {};
      if (::lstat(place_in(folder, ignore_file_name).c_str(), &status) == 0)
        if (const folder_rules *rules = read_rules(folder == "/" ? "" : folder, folder)) rules_.push_back(rules);
      below = folder;
    }
    std::reverse(rules_.begin(), rules_.end());
  }

  static std::string place_in(const std::string &folder, const std::string &name) {
    return folder == "/" ? "/" + name : folder + "/" + name;
  }

  /// The folder's ignore file, or null when it says nothing. Each is read, and complained about, once.
  const folder_rules *read_rules(const std::string &typed, const std::string &canonical) {
    if (rules_read_.insert(canonical).second) {
      try {
        read_options options;
        options.format = file_format::text;
        ignore_rules rules(decoded(read_file(place_in(canonical, ignore_file_name), options).bytes, typed));
        if (!rules.empty()) result_.rules.emplace(canonical, std::move(rules));
      } catch (const error &problem) {
        result_.failures.push_back({typed + "/" + ignore_file_name, problem.what(), problem.hint()});
      }
    }
    const auto found = result_.rules.find(canonical);
    return found == result_.rules.end() ? nullptr : &*found;
  }

  /// The text of an ignore file. Where its encoding is not certain that is reported, and what it says in ASCII holds.
  std::string decoded(std::string bytes, const std::string &folder) {
    try {
      return decode_text(bytes).text;
    } catch (const error &problem) {
      result_.failures.push_back({folder + "/" + ignore_file_name, problem.what(), "save it as UTF-8"});
      return bytes;
    }
  }

  bool is_ignored(const std::string &canonical, bool folder) const {
    for (auto one = rules_.rbegin(); one != rules_.rend(); ++one) {
      const auto said = verdict_of(**one, canonical, folder);
      if (said != ignore_rules::verdict::none) return said == ignore_rules::verdict::ignored;
    }
    return false;
  }

  void visit(const std::string &folder, const std::string &canonical_folder,
             const std::string &name, int depth) {
    const std::string typed = folder == "."   ? name
                              : folder == "/" ? "/" + name
                                              : folder + "/" + name;
    const std::string canonical = place_in(canonical_folder, name);
    struct stat status {};
    if (name[0] == '.') return;
    if (::lstat(canonical.c_str(), &status) != 0) {
      // What is gone again was never there; a path may also be too long to be used.
      if (errno != ENOENT && errno != ENOTDIR && !is_no_document(name))
        result_.failures.push_back({typed, std::string("cannot be read: ") + std::strerror(errno), ""});
      return;
    }
    const bool is_folder = S_ISDIR(status.st_mode);
    if (!rules_.empty() && is_ignored(canonical, is_folder)) return;
    if (is_folder) {
      if (!is_index_name(name)) walk(typed, canonical, depth + 1);
    } else if (S_ISREG(status.st_mode) && !is_no_document(name) &&
               excluded_.count(canonical) == 0) {
      result_.files.add({typed, canonical, stamp_of(status)});
    }
  }

  std::vector<const folder_rules *> rules_;  ///< of the folders above, the outermost first; those nearest to a file go first
  std::set<std::string> rules_read_;  ///< folders
  const std::string home_ = home_folder();
  std::set<std::string> excluded_;
  sidecars sidecars_;
  file_list result_;
};

}  // namespace

bool listed_files::add(const listed_file &file) {
  const std::uint32_t canonical = names_->add(file.canonical);
  if (canonical >= places_.size()) places_.resize(canonical + 1, string_table::none);
  if (places_[canonical] != string_table::none) return false;
  places_[canonical] = static_cast<std::uint32_t>(files_.size());
  const std::uint32_t typed = file.typed == file.canonical ? canonical : names_->add(file.typed);
  files_.push_back({file.stamp, typed, canonical});
  return true;
}

listed_file listed_files::operator[](std::size_t number) const {
  const file &one = files_[number];
  return {names_->text(one.typed), names_->text(one.canonical), one.stamp};
}

std::size_t listed_files::find(std::string_view canonical) const {
  const std::uint32_t number = names_->find(canonical);
  if (number >= places_.size() || places_[number] == string_table::none) return none;
  return places_[number];
}

file_list list_files(const std::vector<std::string> &paths, const std::string &index_path,
                     const std::vector<std::string> &exclude, string_table &names) {
  walker all(index_path, exclude, names);
  for (const std::string &path : paths) all.add_path(path);
  return all.take();
}

bool file_list::ignores(const std::string &canonical) const {
  if (rules.empty()) return false;
  for (const std::string &root : roots) {
    if (root == standard_input || canonical == root || !is_under(canonical, root)) continue;
    for (std::size_t end = root == "/" ? 0 : root.size(); end != std::string::npos;) {
      end = canonical.find('/', end + 1);
      const std::string part = canonical.substr(0, end);
      auto said = ignore_rules::verdict::none;
      for (std::string folder = folder_of(part); !folder.empty() && said == ignore_rules::verdict::none; folder = folder_of(folder))
        if (const auto found = rules.find(folder); found != rules.end())
          said = verdict_of(*found, part, end != std::string::npos);
      if (said == ignore_rules::verdict::ignored) return true;
    }
  }
  return false;
}

bool is_json_lines_name(const std::string &path) {
  const std::string extension = extension_of(path);
  return extension == ".jsonl" || extension == ".ndjson";
}

bool is_text_name(const std::string &path) {
  const std::string extension = extension_of(path);
  return extension.empty() || extension == ".txt" || extension == ".text" || extension == ".md" ||
         extension == ".markdown";
}

bool is_under(const std::string &canonical, const std::string &root) {
  if (canonical == root || root == "/") return true;
  return canonical.size() > root.size() && canonical.compare(0, root.size(), root) == 0 &&
         canonical[root.size()] == '/';
}

}  // namespace libsearch::ingest
