#include "index/index_folder.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch::indexing;
using test::message_of;
using test::thrown_by;
namespace fs = std::filesystem;

TEST_CASE("index folder: a published generation is the current one") {
  test::temporary_folder folder;
  CHECK(thrown_by([&] { current_generation(folder.path()); }) == "not_found");
  CHECK_FALSE(find_generation(folder.path()));
  CHECK_FALSE(find_generation(folder / "none"));
  publish_generation(folder.path(), "g-1");
  CHECK(current_generation(folder.path()) == "g-1");
  publish_generation(folder.path(), "g-2");
  CHECK(find_generation(folder.path()) == "g-2");
  // Nothing is left of the writing.
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("index folder: what is no index, an index of another format, and a damaged one") {
  test::temporary_folder folder;
  const auto code = [&](const std::string &text) {
    std::ofstream(folder / "current", std::ios::binary) << text;
    return thrown_by([&] { current_generation(folder.path()); });
  };
  CHECK(code("") == "not_an_index");
  CHECK(code("something else") == "not_an_index");
  CHECK(code("libsearch index\n") == "not_an_index");
  CHECK(code("libsearch index\nformat 2\ngeneration g-1\n") == "format_mismatch");
  CHECK(code("libsearch index\nformat 1\n") == "corrupt");
  CHECK(code("libsearch index\nformat 1\ngeneration ../../etc\n") == "corrupt");
  CHECK(code("libsearch index\nformat 1\ngeneration g-1\n") == "");
  fs::remove(folder / "current");
  std::ofstream(folder / "photo") << "x";
  CHECK(thrown_by([&] { find_generation(folder.path()); }) == "not_an_index");
  CHECK(thrown_by([&] { find_generation(folder / "photo"); }) == "not_an_index");
}

TEST_CASE("index folder: one lock at a time, and the holder is named") {
  test::temporary_folder folder;
  auto first = std::make_unique<writer_lock>(folder.path());
  const auto second = [&] { writer_lock lock(folder.path()); };
  CHECK(thrown_by(second) == "locked");
  CHECK(message_of(second).find("process " + std::to_string(::getpid())) != std::string::npos);
  first.reset();
  CHECK(thrown_by(second) == "");
  // What a holder before wrote does not stay when the name is shorter.
  std::ofstream(folder / "lock") << std::string(500, 'x');
  writer_lock third(folder.path());
  CHECK(message_of(second).find("xxx") == std::string::npos);
}

TEST_CASE("index folder: only generations and leftovers are removed") {
  test::temporary_folder folder;
  for (const char *name : {"g-1", "g-2", "g-2.parts", "other"}) fs::create_directory(folder / name);
  for (const char *name : {"current", "lock", "current.new-12", "notes.txt"})
    std::ofstream(folder / name) << "x";
  remove_other_generations(folder.path(), "g-1");
  for (const char *name : {"g-1", "other", "current", "lock", "notes.txt"})
    CHECK(fs::exists(folder / name));
  for (const char *name : {"g-2", "g-2.parts", "current.new-12"})
    CHECK_FALSE(fs::exists(folder / name));
}

TEST_CASE("index folder: a new index is built beside its place") {
  CHECK(aside_of("/a/b/index") == "/a/b/.index.building");
  CHECK(aside_of("/a/b/index/") == "/a/b/.index.building");
  CHECK(aside_of("index") == ".index.building");
  CHECK(aside_of("./index") == ".index.building");
  CHECK(aside_of("/a/../b/./index") == "/b/.index.building");
}
