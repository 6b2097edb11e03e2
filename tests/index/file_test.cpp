#include "index/file.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <set>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch::indexing;
using test::thrown_by;
namespace fs = std::filesystem;

TEST_CASE("file: what is written is what is read, and nothing is left beside it") {
  test::temporary_folder folder;
  const std::string bytes("a\0b\n\xFF", 5), path = folder / "file";
  CHECK_FALSE(read_file(path));
  write_file_atomically(path, bytes);
  CHECK(read_file(path) == bytes);
  write_file_atomically(path, "");
  CHECK(read_file(path) == "");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("file: below a file there is nothing to read") {
  test::temporary_folder folder;
  write_file_atomically(folder / "file", "x");
  CHECK_FALSE(read_file(folder / "file/below"));
}

TEST_CASE("file: where nothing can be written the error names the path") {
  test::temporary_folder folder;
  const std::string path = folder / "none/file";
  CHECK(thrown_by([&] { write_file_atomically(path, "x"); }) == "not_found");
  CHECK(test::message_of([&] { write_file_atomically(path, "x"); }).find(path) !=
        std::string::npos);
  fs::create_directory(folder / "taken");
  fs::create_directory(folder / "taken/x");
  CHECK(thrown_by([&] { write_file_atomically(folder / "taken", "x"); }) == "io");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("file: errors of the system have codes of their own") {
  const auto code = [](int number) {
    return thrown_by([&] { throw_system_error(number, "p", "cannot"); });
  };
  CHECK(code(ENOSPC) == "disk_full");
  CHECK(code(EDQUOT) == "disk_full");
  CHECK(code(ENOENT) == "not_found");
  CHECK(code(ENOMEM) == "out_of_memory");
  CHECK(code(EACCES) == "io");
}

TEST_CASE("file: the folder of a path, and one that is not there") {
  test::temporary_folder folder;
  CHECK(parent_folder("a") == ".");
  CHECK(parent_folder("/a/b") == "/a");
  CHECK(thrown_by([&] { sync_folder(folder / "none"); }) == "not_found");
}

TEST_CASE("file: names are new each time") {
  std::set<std::string> names;
  for (int i = 0; i < 1000; ++i) names.insert(unique_name());
  CHECK(names.size() == 1000);
  for (const std::string &name : names) {
    CHECK(name.size() == 32);
    CHECK(name.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
}
