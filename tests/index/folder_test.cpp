#include "index/folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "index/file.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch::indexing;
using test::thrown_by;

namespace fs = std::filesystem;

namespace {

/// Five bytes in a/x, three in a/b/y, and a link in a that leads out of it.
void fill(const test::temporary_folder &folder) {
  fs::create_directories(folder / "a/b");
  fs::create_directories(folder / "elsewhere");
  write_file_atomically(folder / "a/x", "12345");
  write_file_atomically(folder / "a/b/y", "123");
  write_file_atomically(folder / "elsewhere/z", "1");
  fs::create_directory_symlink(folder / "elsewhere", folder / "a/link");
}

}  // namespace

TEST_CASE("folder: names of what is in it, without those of the system") {
  test::temporary_folder folder;
  fill(folder);
  auto names = names_in(folder / "a");
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"b", "link", "x"});
  CHECK(names_if_readable(folder / "a").size() == 3);
  CHECK(thrown_by([&] { (void)names_in(folder / "none"); }) == "not_found");
  CHECK(thrown_by([&] { (void)names_in(folder / "a/x"); }) == "io");
  CHECK(names_if_readable(folder / "none").empty());
}

TEST_CASE("folder: bytes of all files below, links not followed") {
  test::temporary_folder folder;
  fill(folder);
  CHECK(tree_bytes(folder / "a") == 8);
  CHECK(tree_bytes(folder / "none") == 0);
}

TEST_CASE("folder: a tree is removed with all in it, what a link leads to is not") {
  test::temporary_folder folder;
  fill(folder);
  remove_tree(folder / "a");
  CHECK_FALSE(fs::exists(folder / "a"));
  CHECK(fs::exists(folder / "elsewhere/z"));
  remove_tree(folder / "elsewhere/z");
  CHECK(fs::exists(folder / "elsewhere"));
  CHECK_NOTHROW(remove_tree(folder / "a"));
  CHECK_NOTHROW(remove_tree(folder / "none/at/all"));
}

TEST_CASE("folder: what cannot be removed is an error, as a leftover it is none") {
  CHECK(thrown_by([] { remove_tree("/proc/self/comm"); }) == "io");
  CHECK_NOTHROW(remove_leftover("/proc/self/comm"));
  test::temporary_folder folder;
  fill(folder);
  remove_leftover(folder / "a");
  CHECK_FALSE(fs::exists(folder / "a"));
}

TEST_CASE("folder: a tree is made durable, one that is not there is an error") {
  test::temporary_folder folder;
  fill(folder);
  fs::remove(folder / "a/link");
  CHECK_NOTHROW(sync_tree(folder / "a"));
  CHECK(thrown_by([&] { sync_tree(folder / "none"); }) == "not_found");
}
