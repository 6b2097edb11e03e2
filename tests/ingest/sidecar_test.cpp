// What stands beside a file counts as the file's own: changes of it are seen, and mistakes in it are named.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/sidecar.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch;
using namespace libsearch::ingest;

/// Writes a file that changed last in this second.
void write(const std::string &path, const std::string &bytes, std::int64_t second = 0) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  if (second == 0) return;
  const timespec times[2] = {{second, 0}, {second, 0}};
  REQUIRE(utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

std::string text_of(const std::string &title) {
  return title + "\n\n青海 太郎\n\n" + title + "の話である。\n";
}

/// A folder of files and an index of it.
class archive {
 public:
  std::string operator/(const std::string &name) const { return folder_ / ("docs/" + name); }

  /// Counts of added, updated, unchanged, removed and failed.
  std::string run() {
    std::istringstream none;
    index_writer writer(folder_ / "test.idx");
    report = sync(folder_ / "test.idx", writer, {folder_ / "docs"}, {}, none);
    std::string counts;
    for (const std::size_t count : {report.added, report.updated, report.unchanged, report.removed, report.failed})
      counts += (counts.empty() ? "" : " ") + std::to_string(count);
    return counts;
  }

  document get(const std::string &name) { return index(folder_ / "test.idx").get(*this / name).value_or(document{}); }

  sync_report report;

 private:
  test::temporary_folder folder_;
};

using cells = std::vector<std::vector<std::string>>;

cells cells_of(const std::vector<table_row> &rows) {
  cells result;
  for (const table_row &row : rows) result.push_back(row.cells);
  return result;
}

/// The line of the quotation mark that is not closed; 0 if all are.
std::size_t open_mark(const std::string &table) {
  try {
    table_rows(table, ',');
    return 0;
  } catch (const table_error &problem) {
    CHECK(std::string(problem.what()) == "the quotation mark is not closed");
    CHECK_FALSE(problem.hint().empty());
    return problem.line;
  }
}

}  // namespace

TEST_CASE("table_rows: quotes, separators and line ends inside cells") {
  const auto rows = table_rows("a,\"b,\"\"c\"\"\nd\",e\r\n\nf,,\n\n", ',');
  CHECK(cells_of(rows) == cells{{"a", "b,\"c\"\nd", "e"}, {"f", "", ""}});
  CHECK(rows[0].line == 1);
  CHECK(rows[1].line == 4);
  CHECK(cells_of(table_rows("a\t\"b\"\nc", '\t')) == cells{{"a", "\"b\""}, {"c"}});
  CHECK(cells_of(table_rows("a\t\"b\nc", '\t')) == cells{{"a", "\"b"}, {"c"}});
}

TEST_CASE("table_rows: a quotation mark that is not closed is an error that names its line") {
  CHECK(open_mark("path,title\na.txt,\"題A,甲\nb.txt,題B,乙\n") == 2);
  CHECK(open_mark("path,title\n\na.txt,\"題") == 3);
  CHECK(open_mark("path,title\na.txt,\"題A\nb.txt,\"題B\",乙\n") == 2);
  CHECK(open_mark("path,title\na.txt,\"題\nA\"\nb.txt,\"題\nB\n") == 4);
  CHECK(open_mark("path,title\na.txt,\"題\nA\"") == 0);
  CHECK(open_mark("path,title\na.txt,\"題\nA\" ,\"甲\"\r\n") == 0);
  CHECK(open_mark("path,title\na.txt,\"題\"A\nb.txt,\"\"\n") == 0);
}

TEST_CASE("sidecar: a table with a quotation mark that is not closed fails the files of its folder, not those of others") {
  archive here;
  for (const char *name : {"a.txt", "b.txt", "c/d.txt"}) write(here / name, text_of(name));
  write(here / "metadata.csv", "path,title\na.txt,\"題A,甲\nb.txt,題B\n");
  CHECK(here.run() == "1 0 0 0 2");
  REQUIRE(here.report.failures.size() == 2);
  CHECK(here.report.failures[1].path == here / "b.txt");
  CHECK(here.report.failures[1].message == "its sidecar cannot be read: metadata.csv:2: the quotation mark is not closed");
}

TEST_CASE("sidecar: a file that is older than its sidecars is read again when another one of its size takes its place") {
  archive here;
  const auto title = [&] { return here.get("a.txt").title; };
  const auto body = [&] { return here.get("a.txt").body; };
  write(here / "a.txt", text_of("港"), 1000);
  write(here / "a.txt.meta.json", R"({"title": "題一"})", 3000);
  write(here / "metadata.csv", "path,date\na.txt,2024\n", 5000);
  CHECK(here.run() == "1 0 0 0 0");
  CHECK(here.run() == "0 0 1 0 0");
  SUBCASE("the file") {
    for (const std::int64_t time : {500, 2000, 4000}) {
      const std::string what = time == 2000 ? "町" : "村";
      write(here / "a.txt", text_of(what), time);
      CHECK(here.run() == "0 1 0 0 0");
      CHECK(body() == what + "の話である。");
      CHECK(here.run() == "0 0 1 0 0");
    }
  }
  SUBCASE("the older one of two sidecars") {
    write(here / "a.txt.meta.json", R"({"title": "題二"})", 2000);
    CHECK(here.run() == "0 1 0 0 0");
    CHECK(title() == "題二");
    CHECK(here.run() == "0 0 1 0 0");
  }
  SUBCASE("sizes that change places") {
    write(here / "a.txt", text_of("港") + " ", 1000);
    write(here / "a.txt.meta.json", R"({"title":"題三"})", 3000);
    CHECK(here.run() == "0 1 0 0 0");
    CHECK(title() == "題三");
  }
  SUBCASE("a sidecar under a name that means something else") {
    fs::rename(here / "metadata.csv", here / "metadata.tsv");
    CHECK(here.run() == "0 0 0 0 1");
  }
}

TEST_CASE("sidecar: the stamp of a file without sidecars is the file's own") {
  archive here;
  write(here / "a.txt", text_of("港"), 1000);
  CHECK(here.run() == "1 0 0 0 0");
  const source origin = here.get("a.txt").origin;
  CHECK(origin.size == fs::file_size(here / "a.txt"));
  CHECK(origin.mtime == 1000000000000);
  sidecars beside;
  CHECK(beside.stamp_of(here / "a.txt", {7, 8}) == file_stamp{7, 8});
  write(here / "a.meta.json", R"({"title": "題"})");
  CHECK_FALSE(beside.stamp_of(here / "a.txt", {7, 8}) == file_stamp{7, 8});
}

TEST_CASE("sidecar: what cannot be used is told with the sidecar it stands in, and the line of a table") {
  archive here;
  const auto said = [&](const std::string &expected) {
    CHECK(here.run() == "0 0 0 0 1");
    REQUIRE(here.report.failures.size() == 1);
    CHECK(here.report.failures[0].path == here / "a.txt");
    CHECK(here.report.failures[0].message == expected);
    CHECK_FALSE(here.report.failures[0].hint.empty());
  };
  write(here / "a.txt", text_of("港"));
  write(here / "metadata.csv", "path,title,date\nb.txt,\"題\n名\",2024\na.txt,題,2024/4/1\n");
  said("its sidecar metadata.csv:4 cannot be used: \"2024/4/1\" is not a date");
  // What the file's own sidecar says goes first.
  write(here / "a.txt.meta.json", R"({"date": "2024-04-01"})");
  CHECK(here.run() == "1 0 0 0 0");
  CHECK(here.get("a.txt").date == "2024-04-01");
  CHECK(here.get("a.txt").title == "題");
  archive there;
  write(there / "a.txt", text_of("港"));
  write(there / "metadata.csv", "path,title,date\na.txt,題,2024\n");
  write(there / "a.meta.json", R"({"date": "2024/4/1"})");
  CHECK(there.run() == "0 0 0 0 1");
  CHECK(there.report.failures.at(0).message == "its sidecar a.meta.json cannot be used: \"2024/4/1\" is not a date");
  write(there / "a.meta.json", "");
  CHECK(there.run() == "0 0 0 0 1");
  CHECK(there.report.failures.at(0).message.rfind("its sidecar a.meta.json cannot be read: is empty", 0) == 0);
}

TEST_CASE("sidecar: a value of another kind is told with what may stand there") {
  archive here;
  write(here / "a.txt", text_of("港"));
  for (const auto &[record, message] : std::vector<std::pair<std::string, std::string>>{
           {R"({"title": null})", "the value of \"title\" is null, not a string"},
           {R"({"title": ["題"]})", "the value of \"title\" is not a string"},
           {R"({"date": {}})", "the value of \"date\" is not a string"},
           {R"({"authors": [1]})", "\"authors\" holds something that is not a string"}}) {
    write(here / "a.txt.meta.json", record);
    CHECK(here.run() == "0 0 0 0 1");
    const sync_failure &said = here.report.failures.at(0);
    CHECK(said.message == "its sidecar a.txt.meta.json cannot be used: " + message);
    CHECK(said.hint.find(message.find("null") != std::string::npos ? "leave the key out" : "a date are texts") != std::string::npos);
  }
  write(here / "a.txt.meta.json", R"({"date": "2024"})");
  CHECK(here.run() == "1 0 0 0 0");
  CHECK(here.get("a.txt").title == "港");
}
