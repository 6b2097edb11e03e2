// Files that change while sync is at work.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/child_process.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch;

std::string essay(const std::string &title) { return title + "\n\n青海 太郎\n\n" + title + "の話である。\n"; }

ingest::sync_report run(const std::string &folder, const std::function<void(const std::string &)> &meanwhile) {
  std::istringstream none;
  index_writer writer(folder + "/test.idx", {});
  ingest::sync_options options;
  options.threads = 1;  // nothing is read before its turn
  return ingest::sync(folder + "/test.idx", writer, {folder + "/docs"}, options, none, [&](const ingest::sync_progress &now) {
    meanwhile(fs::path(now.current).filename().string());
    return true;
  });
}

}  // namespace

TEST_CASE("sync: files that vanish, grow or become something else in the middle fail alone") {
  const test::temporary_folder folder;
  const std::string docs = folder / "docs";
  fs::create_directories(docs + "/sub");
  for (const char *name : {"a", "b", "c", "d", "sub/e", "sub/f"}) std::ofstream(docs + "/" + name + ".txt") << essay(name);
  const auto report = run(folder.path(), [&](const std::string &current) {
    if (current != "a.txt") return;
    fs::remove(docs + "/b.txt");
    std::ofstream(docs + "/c.txt", std::ios::app) << "後から書いた。\n";
    fs::remove(docs + "/d.txt");
    fs::create_directory(docs + "/d.txt");
    fs::remove_all(docs + "/sub");
  });
  CHECK(report.added == 2);
  std::string told;
  for (const auto &failure : report.failures) told += fs::path(failure.path).filename().string() + ": " + failure.message + "\n";
  CHECK(told ==
        "b.txt: there is no such file\nd.txt: is a folder, not a regular file\n"
        "e.txt: there is no such file\nf.txt: there is no such file\n");
  CHECK(index(folder / "test.idx").get(docs + "/c.txt")->body.find("後から書いた。") != std::string::npos);
  // The state that was read is the one that was noted.
  const auto again = run(folder.path(), [](const std::string &) {});
  CHECK(again.unchanged == 2);
  CHECK(again.added + again.updated + again.removed + again.failed == 0);
}

TEST_CASE("run_child: what a watch throws ends the program") {
  const auto start = std::chrono::steady_clock::now();
  int looks = 0;
  {
    const ingest::child_watch watch([&] {
      if (++looks == 3) throw std::runtime_error("enough");
    });
    CHECK_THROWS_AS(ingest::run_child({"sleep", "60"}, {}), std::runtime_error);
  }
  CHECK(looks == 3);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  CHECK(ingest::run_child({"true"}, {}).end == ingest::child_end::exited);
  CHECK(looks == 3);
}
