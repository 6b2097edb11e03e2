#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch;

void write(const std::string &path, const std::string &bytes) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string essay(const std::string &title) {
  return title + "\n\n青海 太郎\n\n" + title + "の話である。\n";
}

std::string record(const std::string &id, const std::string &body) {
  return "{\"id\":\"" + id + "\",\"title\":\"t\",\"body\":\"" + body + "\"}\n";
}

/// A folder with an index beside an archive; the working folder is the former while it lives.
class archive {
 public:
  archive() : before_(fs::current_path()) {
    fs::create_directories(folder_ / "docs");
    fs::current_path(folder_.path());
  }
  ~archive() { fs::current_path(before_); }

  std::string operator/(const std::string &name) const { return folder_ / name; }

  ingest::sync_report run(const std::vector<std::string> &paths, const std::string &input = {},
                          const ingest::sync_options &options = {}) {
    std::istringstream in(input);
    writer_options how;
    how.rebuild = options.rebuild;
    index_writer writer(folder_ / "test.idx", how);
    return ingest::sync(folder_ / "test.idx", writer, paths, options, in);
  }

  std::set<std::string> ids() {
    std::set<std::string> result;
    index(folder_ / "test.idx").for_each_origin([&](const std::string &id, const source &) {
      result.insert(id);
    });
    return result;
  }

  std::string body(const std::string &id) {
    const auto found = index(folder_ / "test.idx").get(id);
    return found ? found->body : "(none)";
  }

 private:
  test::temporary_folder folder_;
  fs::path before_;
};

std::string counts(const ingest::sync_report &report) {
  return std::to_string(report.added) + " " + std::to_string(report.updated) + " " +
         std::to_string(report.unchanged) + " " + std::to_string(report.removed) + " " +
         std::to_string(report.failed);
}

using ids = std::set<std::string>;

}  // namespace

TEST_CASE("sync: a folder is added, left alone, updated and removed from") {
  archive here;
  write(here / "docs/a.txt", essay("港の電気"));
  write(here / "docs/sub/b.txt", essay("町の電気"));
  CHECK(counts(here.run({"docs"})) == "2 0 0 0 0");
  CHECK(here.ids() == ids{"docs/a.txt", "docs/sub/b.txt"});
  CHECK(counts(here.run({"docs"})) == "0 0 2 0 0");
  write(here / "docs/a.txt", essay("港の新しい電気"));
  fs::remove(here / "docs/sub/b.txt");
  CHECK(counts(here.run({"docs"})) == "0 1 0 1 0");
  CHECK(here.ids() == ids{"docs/a.txt"});
  CHECK(here.body("docs/a.txt") == "港の新しい電気の話である。");
}

TEST_CASE("sync: a file that was only touched is unchanged") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  here.run({"docs"});
  fs::last_write_time(here / "docs/a.txt",
                      fs::last_write_time(here / "docs/a.txt") + std::chrono::hours(1));
  CHECK(counts(here.run({"docs"})) == "0 0 1 0 0");
}

TEST_CASE("sync: a file keeps its id however its path is typed") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  CHECK(counts(here.run({"./docs//"})) == "1 0 0 0 0");
  CHECK(here.ids() == ids{"docs/a.txt"});
  for (const std::string &path :
       {std::string("docs/../docs/a.txt"), here / "docs", std::string(".")})
    CHECK(counts(here.run({path})) == "0 0 1 0 0");
  write(here / "docs/a.txt", essay("港の町"));
  CHECK(counts(here.run({here / "docs/a.txt", "docs"})) == "0 1 0 0 0");
  CHECK(here.ids() == ids{"docs/a.txt"});
}

TEST_CASE("sync: two files with the same typed path have different ids") {
  archive here;
  write(here / "one/docs/a.txt", essay("港"));
  write(here / "two/docs/a.txt", essay("町"));
  fs::current_path(here / "one");
  here.run({"docs"});
  fs::current_path(here / "two");
  CHECK(counts(here.run({"docs"})) == "1 0 0 0 0");
  const std::string absolute = fs::canonical(here / "two/docs/a.txt").string();
  CHECK(here.ids() == ids{"docs/a.txt", absolute});
  CHECK(counts(here.run({"docs"})) == "0 0 1 0 0");
}

TEST_CASE("sync: what is plainly no document is left out of a folder") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  for (const char *name : {".hidden", "README.md", "topics.tsv", "p.png", "x.pdf", "old.idx/data",
                           "my.jsearch/data", ".git/a.txt"})
    write(here / ("docs/" + std::string(name)), "not ours");
  write(here / "docs/rules.txt", "rules");
  write(here / "docs/plain", essay("名無しの港"));
  fs::create_symlink(here / "docs/a.txt", here / "docs/link.txt");
  fs::create_directory_symlink(here / "docs", here / "docs/loop");
  ingest::sync_options options;
  options.exclude = {"docs/rules.txt"};
  CHECK(counts(here.run({"."}, "", options)) == "2 0 0 0 0");
  CHECK(here.ids() == ids{"docs/a.txt", "docs/plain"});
}

TEST_CASE("sync: a path that does not exist changes nothing") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  here.run({"docs"});
  fs::remove(here / "docs/a.txt");
  CHECK_THROWS_AS(here.run({"docs", "nowhere"}), error);
  CHECK(here.ids() == ids{"docs/a.txt"});
}

TEST_CASE("sync: other paths stay as they are") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "docs2/b.txt", essay("町"));
  here.run({"docs", "docs2"});
  fs::remove(here / "docs2/b.txt");
  CHECK(counts(here.run({"docs"})) == "0 0 1 0 0");
  CHECK(here.ids() == ids{"docs/a.txt", "docs2/b.txt"});
}

TEST_CASE("sync: a bad file is reported, the rest is indexed, what it gave before stays") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "docs/b.txt", essay("町"));
  here.run({"docs"});
  write(here / "docs/a.txt", "\x93\xfa\x96{");
  write(here / "docs/c.txt", "");
  write(here / "docs/d.txt", essay("村"));
  const auto report = here.run({"docs"});
  CHECK(counts(report) == "1 0 1 0 2");
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].path == "docs/a.txt");
  CHECK(report.failures[0].message.find("byte 0") != std::string::npos);
  CHECK(report.failures[1].message == "is empty");
  CHECK(here.ids() == ids{"docs/a.txt", "docs/b.txt", "docs/d.txt"});
  CHECK(counts(here.run({"docs"})) == "0 0 2 0 2");
}

TEST_CASE("sync: JSON lines count by record") {
  archive here;
  write(here / "r.jsonl", record("1", "a") + record("2", "b") + record("3", "c"));
  CHECK(counts(here.run({"r.jsonl"})) == "3 0 0 0 0");
  CHECK(counts(here.run({"r.jsonl"})) == "0 0 3 0 0");
  write(here / "r.jsonl", record("1", "a") + record("3", "cc") + record("4", "d"));
  CHECK(counts(here.run({"r.jsonl"})) == "1 1 1 1 0");
  CHECK(here.ids() == ids{"1", "3", "4"});
  CHECK(counts(here.run({"r.jsonl"})) == "0 0 3 0 0");
  CHECK(index(here / "test.idx").get("4")->path == "r.jsonl");
}

TEST_CASE("sync: a bad record is named by its line, and nothing of its file is removed") {
  archive here;
  write(here / "r.jsonl", record("1", "a") + record("2", "b"));
  here.run({"r.jsonl"});
  write(here / "r.jsonl", record("1", "a") + "{\"id\":\"2\"" + "\n" + record("5", "e"));
  const auto report = here.run({"r.jsonl"});
  CHECK(counts(report) == "1 0 1 0 1");
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failures[0].path == "r.jsonl:2");
  CHECK(here.ids() == ids{"1", "2", "5"});
  CHECK(counts(here.run({"r.jsonl"})) == "0 0 2 0 1");
}

TEST_CASE("sync: a record that repeats an id replaces the earlier one") {
  archive here;
  write(here / "r.jsonl", record("1", "a") + record("1", "b"));
  CHECK(counts(here.run({"r.jsonl"})) == "1 1 0 0 0");
  CHECK(here.body("1") == "b");
  CHECK(counts(here.run({"r.jsonl"})) == "0 0 1 0 0");
}

TEST_CASE("sync: an id in two files belongs to the later one, also when run again") {
  archive here;
  write(here / "a.jsonl", record("1", "from a") + record("2", "b"));
  write(here / "b.jsonl", record("1", "from b"));
  here.run({"a.jsonl", "b.jsonl"});
  CHECK(here.body("1") == "from b");
  const auto again = here.run({"a.jsonl", "b.jsonl"});
  CHECK(again.added + again.updated + again.removed == 0);
  CHECK(here.body("1") == "from b");
  write(here / "b.jsonl", record("9", "other"));
  here.run({"a.jsonl", "b.jsonl"});
  CHECK(here.body("1") == "from a");
  CHECK(here.ids() == ids{"1", "2", "9"});
}

TEST_CASE("sync: a deleted record comes back though its file did not change") {
  archive here;
  write(here / "r.jsonl", record("1", "a") + record("2", "b"));
  here.run({"r.jsonl"});
  {
    index_writer writer(here / "test.idx");
    writer.remove("2");
    writer.commit();
  }
  CHECK(counts(here.run({"r.jsonl"})) == "1 0 1 0 0");
}

TEST_CASE("sync: records on the standard input are added and replaced, never removed") {
  archive here;
  CHECK(counts(here.run({"-"}, record("1", "a") + record("2", "b"))) == "2 0 0 0 0");
  CHECK(counts(here.run({"-"}, record("2", "c") + "nonsense\n")) == "0 1 0 0 1");
  CHECK(here.ids() == ids{"1", "2"});
}

TEST_CASE("sync: a rebuild reads everything and keeps ids") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "r.jsonl", record("1", "a"));
  here.run({"docs", "r.jsonl"});
  ingest::sync_options options;
  options.rebuild = true;
  CHECK(counts(here.run({here / "docs", "r.jsonl"}, "", options)) == "2 0 0 0 0");
  CHECK(here.ids() == ids{"1", "docs/a.txt"});
}

TEST_CASE("sync: a callback that says no cancels and changes nothing") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  here.run({"docs"});
  write(here / "docs/b.txt", essay("町"));
  std::istringstream in;
  index_writer writer(here / "test.idx");
  std::size_t calls = 0;
  try {
    ingest::sync(here / "test.idx", writer, {"docs"}, {}, in,
                 [&](const ingest::sync_progress &progress) {
                   CHECK(progress.files_total == 2);
                   return ++calls < 2;
                 });
    FAIL("nothing was thrown");
  } catch (const error &problem) {
    CHECK(problem.code() == errc::cancelled);
  }
  CHECK(here.ids() == ids{"docs/a.txt"});
}
