#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <sys/stat.h>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "slowness.hpp"
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
  for (const char *name : {".hidden", "README.md", "topics.tsv", "p.png", "x.ps", "old.idx/data",
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
  CHECK(report.failures[0].message.find("encoding is not certain") != std::string::npos);
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
  auto report = here.run({"r.jsonl"});
  CHECK(counts(report) == "1 1 0 0 0");
  REQUIRE(report.remarks.size() == 1);
  CHECK(report.remarks[0].path == "r.jsonl:2");
  CHECK(report.remarks[0].message == "an earlier line has the id 1 as well: the last one with it counts");
  CHECK(here.body("1") == "b");
  CHECK(counts(here.run({"r.jsonl"})) == "0 0 1 0 0");
  report = here.run({"-"}, record("1", "a") + record("1", "a") + record("2", "b") + record("1", "c") + record("2", "d"));
  REQUIRE(report.remarks.size() == 1);
  CHECK(report.remarks[0].path == "-:2");
  CHECK(report.remarks[0].message.find("with 2 more") != std::string::npos);
  CHECK(here.run({"-"}, record("1", "a") + record("2", "a")).remarks.empty());
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

TEST_CASE("sync: a moved file keeps its document, which is not read again") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "docs/b.txt", essay("町"));
  here.run({"docs"});
  fs::rename(here / "docs/a.txt", here / "docs/moved.txt");
  std::size_t read = 0;
  ingest::sync_options options;
  options.on_read = [&](const ingest::read_result &) { ++read; };
  const auto report = here.run({"docs"}, "", options);
  CHECK(counts(report) == "0 1 1 0 0");
  CHECK(read == 0);
  REQUIRE(report.renamed.size() == 1);
  CHECK(report.renamed[0] == std::pair<std::string, std::string>("docs/a.txt", "docs/moved.txt"));
  CHECK(here.ids() == ids{"docs/b.txt", "docs/moved.txt"});
  CHECK(here.body("docs/moved.txt") == "港の話である。");
  CHECK(counts(here.run({"docs"})) == "0 0 2 0 0");
}

TEST_CASE("sync: a copy is a document of its own, and two files may change places") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  here.run({"docs"});
  write(here / "docs/b.txt", essay("港"));
  CHECK(counts(here.run({"docs"})) == "1 0 1 0 0");
  CHECK(here.ids() == ids{"docs/a.txt", "docs/b.txt"});
  write(here / "docs/b.txt", essay("町の朝と夜"));
  here.run({"docs"});
  fs::rename(here / "docs/a.txt", here / "docs/c.txt");
  fs::rename(here / "docs/b.txt", here / "docs/a.txt");
  fs::rename(here / "docs/c.txt", here / "docs/b.txt");
  here.run({"docs"});
  CHECK(here.ids() == ids{"docs/a.txt", "docs/b.txt"});
  CHECK(here.body("docs/b.txt") == "港の話である。");
}

TEST_CASE("sync: a sidecar overrides, its change and its end make the file read again") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "docs/b.txt", essay("町"));
  write(here / "docs/metadata.tsv", "path\ttitle\tauthors\tdate\ttopics\tseries\n"
                                    "a.txt\t本当の題\t白浜 花子; 砂川 実\t2024-11\t資源/石油\t窓\n");
  CHECK(counts(here.run({"docs"})) == "2 0 0 0 0");
  auto a = *index(here / "test.idx").get("docs/a.txt");
  CHECK(a.title == "本当の題");
  CHECK(a.authors == std::vector<std::string>{"白浜 花子", "砂川 実"});
  CHECK(a.date == "2024-11");
  CHECK(a.topics == std::vector<std::string>{"資源/石油"});
  CHECK(a.attribute("series") == "窓");
  CHECK(counts(here.run({"docs"})) == "0 0 2 0 0");
  write(here / "docs/a.meta.json", "{\"title\": \"もっと本当の題\"}");
  CHECK(counts(here.run({"docs"})) == "0 1 1 0 0");
  a = *index(here / "test.idx").get("docs/a.txt");
  CHECK(a.title == "もっと本当の題");
  CHECK(a.date == "2024-11");
  fs::remove(here / "docs/a.meta.json");
  fs::remove(here / "docs/metadata.tsv");
  CHECK(counts(here.run({"docs"})) == "0 1 1 0 0");
  CHECK(index(here / "test.idx").get("docs/a.txt")->title == "港");
}

TEST_CASE("sync: a sidecar that is broken is a failure of its file alone") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  write(here / "docs/a.txt.meta.json", "{\"date\": \"some day\"}");
  write(here / "docs/b.txt", essay("町"));
  write(here / "docs/b.meta.json", "not json");
  write(here / "docs/c.txt", essay("村"));
  const auto report = here.run({"docs"});
  CHECK(counts(report) == "1 0 0 0 2");
  REQUIRE(report.failures.size() == 2);
  CHECK(report.failures[0].message.find("sidecar") != std::string::npos);
  CHECK(report.failures[1].message.find("b.meta.json") != std::string::npos);
}

TEST_CASE("sync: .jsearchignore leaves out what it names, below its folder") {
  archive here;
  write(here / "docs/.jsearchignore", "# drafts\ndraft-*\n/top.txt\nold/\n!draft-final.txt\n");
  for (const char *name : {"a.txt", "draft-1.txt", "draft-final.txt", "top.txt", "sub/top.txt",
                           "sub/draft-2.txt", "old/a.txt", "sub/old/b.txt"})
    write(here / ("docs/" + std::string(name)), essay(name));
  write(here / "docs/sub/.jsearchignore", "!draft-2.txt\n");
  here.run({"docs"});
  CHECK(here.ids() ==
        ids{"docs/a.txt", "docs/draft-final.txt", "docs/sub/draft-2.txt", "docs/sub/top.txt"});
}

TEST_CASE("sync: pipes, sockets, loops and names that are not UTF-8 harm nothing") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  REQUIRE(mkfifo((here / "docs/pipe.txt").c_str(), 0600) == 0);
  fs::create_directory_symlink("..", here / "docs/loop");
  fs::create_symlink("nowhere", here / "docs/dangling.txt");
  write(here / "docs/\x93\xfa.txt", essay("村"));
  const auto report = here.run({"docs"});
  CHECK(counts(report) == "1 0 0 0 1");
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failures[0].path == "docs/\\x93\\xfa.txt");
  CHECK(here.ids() == ids{"docs/a.txt"});
}

TEST_CASE("sync: a file of 2 GiB fails by its size, unread, and the rest goes on") {
  archive here;
  write(here / "docs/a.txt", essay("港"));
  for (const char *name : {"docs/huge.txt", "docs/huge.pdf", "docs/huge.html"}) {
    write(here / name, std::string(name).find("pdf") != std::string::npos ? "%PDF-1.7\n" : "<html>\n");
    fs::resize_file(here / name, std::uintmax_t{2} << 30);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto report = here.run({"docs"});
  CHECK(counts(report) == "1 0 0 0 3");
  for (const auto &failure : report.failures) CHECK_MESSAGE(failure.message.find("limit") != std::string::npos, failure.message);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10) * test::slowness);
}

TEST_CASE("preview: what a sync would read, without an index") {
  archive here;
  write(here / "docs/a.txt", "港の電気\n\n青海 太郎\n2024年11月4日\n\n船は待つ。\n");
  write(here / "docs/bad.txt", "");
  write(here / "docs/r.jsonl", record("1", "a"));
  std::istringstream in;
  std::vector<ingest::read_result> seen;
  const auto report = ingest::preview(here / "test.idx", {"docs"}, {}, in,
                                      [&](const ingest::read_result &one) {
                                        seen.push_back(one);
                                        return true;
                                      });
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].content.path == "docs/a.txt");
  CHECK(seen[0].confidence.at("title") > 0.9);
  CHECK(seen[0].confidence.at("date") > 0.9);
  CHECK(seen[0].charset == "UTF-8");
  CHECK(seen[1].format == ingest::file_format::jsonl);
  CHECK(report.failed == 1);
  CHECK_FALSE(fs::exists(here / "test.idx"));
}

TEST_CASE("sync: with one thread and with many the same index, report and order of failures") {
  std::vector<std::string> seen;
  for (const unsigned threads : {1u, 2u, 9u}) {
    archive here;
    for (int i = 0; i < 120; ++i) {
      const std::string name = "docs/" + std::to_string(i);
      if (i % 11 == 3) write(here / (name + ".jsonl"), record("r" + std::to_string(i), "港") + "{\n");
      else if (i % 11 == 5) write(here / (name + ".txt"), std::string("\0\1\2", 3));
      else write(here / (name + ".txt"), essay("第" + std::to_string(i) + "の港"));
    }
    ingest::sync_options options;
    options.threads = threads;
    std::string told;
    options.on_read = [&](const ingest::read_result &read) { told += read.content.path + "\n"; };
    const auto note = [&](const ingest::sync_report &report) {
      told += counts(report) + "\n";
      for (const auto &failure : report.failures) told += failure.path + ": " + failure.message + "\n";
      for (const auto &[from, to] : report.renamed) told += from + " -> " + to + "\n";
    };
    note(here.run({"docs"}, {}, options));
    fs::rename(here / "docs/1.txt", here / "docs/moved.txt");
    fs::last_write_time(here / "docs/2.txt", fs::file_time_type::clock::now() + std::chrono::hours(1));
    write(here / "docs/4.txt", essay("別の港"));
    note(here.run({"docs"}, {}, options));
    for (const std::string &id : here.ids()) told += id + ": " + here.body(id) + "\n";
    seen.push_back(told);
  }
  CHECK(seen[0].find("docs/1.txt -> docs/moved.txt") != std::string::npos);
  CHECK(seen[1] == seen[0]);
  CHECK(seen[2] == seen[0]);
}

TEST_CASE("sync: 10,000 unchanged files are passed over in a moment, one that changed alone is read") {
  archive here;
  for (int i = 0; i < 10000; ++i)
    write(here / ("docs/" + std::to_string(i / 500) + "/" + std::to_string(i) + ".txt"),
          essay("港" + std::to_string(i)));
  CHECK(counts(here.run({"docs"})) == "10000 0 0 0 0");
  const auto started = std::chrono::steady_clock::now();
  CHECK(counts(here.run({"docs"})) == "0 0 10000 0 0");
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  MESSAGE("second run: " << took.count() << " s");
  CHECK(took.count() < 2 * test::slowness);
  write(here / "docs/7/3777.txt", essay("町"));
  std::vector<std::string> read;
  ingest::sync_options options;
  options.on_read = [&](const ingest::read_result &one) { read.push_back(one.content.path); };
  CHECK(counts(here.run({"docs"}, "", options)) == "0 1 9999 0 0");
  CHECK(read == std::vector<std::string>{"docs/7/3777.txt"});
}
