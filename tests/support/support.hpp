// Helpers shared by the test programs.
#ifndef LIBSEARCH_TESTS_SUPPORT_HPP
#define LIBSEARCH_TESTS_SUPPORT_HPP

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace test {

inline std::string environment(const char *name, const std::string &otherwise = {}) {
  const char *value = std::getenv(name);
  return value && *value ? value : otherwise;
}

/// A file of tests/data.
inline std::string data_file(const std::string &name) {
  return environment("LIBSEARCH_TEST_DATA", "tests/data") + "/" + name;
}

/// A file of the evaluation data, or "" (and a line that says so) when it is not there.
inline std::string shared_file(const std::string &name) {
  const std::string path = environment("LIBSEARCH_SHARED", "../shared") + "/" + name;
  if (std::filesystem::exists(path)) return path;
  std::cerr << "skipped: " << path << " is not there\n";
  return {};
}

/// The rows of a TSV file; lines that are empty or begin with # are left out.
inline std::vector<std::vector<std::string>> tsv_rows(const std::string &path) {
  std::ifstream in(path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (char c : line)
      if (c == '\t') cells.emplace_back();
      else cells.back() += c;
    rows.push_back(std::move(cells));
  }
  return rows;
}

/// The seed of a property test: $LIBSEARCH_TEST_SEED or `usual`, printed so that a failure can be repeated.
inline std::uint64_t seed(std::uint64_t usual) {
  const std::string given = environment("LIBSEARCH_TEST_SEED");
  const std::uint64_t value = given.empty() ? usual : std::stoull(given);
  std::cerr << "seed " << value << "\n";
  return value;
}

/// A folder of its own below the system's temporary folder, removed at the end.
class temporary_folder {
 public:
  temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "libsearch-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp failed");
    path_ = name;
  }
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  temporary_folder(const temporary_folder &) = delete;
  temporary_folder &operator=(const temporary_folder &) = delete;
  std::string operator/(const std::string &name) const { return path_ + "/" + name; }
  const std::string &path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace test

#endif
