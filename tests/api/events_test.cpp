// Callbacks: progress and its end, cancelling a search, what the library tells.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "support.hpp"

using namespace libsearch;

namespace {

document essay(int number) {
  document d;
  d.id = std::to_string(number);
  d.title = "題" + d.id;
  d.body = "港で水素を使う試み" + d.id;
  return d;
}

void build(const std::string &path, int documents) {
  index_writer writer(path);
  for (int i = 0; i < documents; ++i) writer.put(essay(i));
  writer.commit();
}

errc code_of(const std::function<void()> &body) {
  try {
    body();
  } catch (const error &failure) {
    return failure.code();
  }
  return errc::internal;
}

}  // namespace

TEST_CASE("events: a first build tells its stages in order, each to its end") {
  const test::temporary_folder folder;
  std::vector<writer_progress> told;
  writer_options options;
  options.progress = [&](const writer_progress &p) {
    told.push_back(p);
    return true;
  };
  index_writer writer(folder / "i.idx", options);
  for (int i = 0; i < 500; ++i) writer.put(essay(i));
  writer.commit();
  REQUIRE(!told.empty());
  for (std::size_t i = 1; i < told.size(); ++i) {
    CHECK(told[i - 1].stage <= told[i].stage);
    if (told[i - 1].stage == told[i].stage) CHECK(told[i - 1].done <= told[i].done);
  }
  std::size_t analyzed = 0;
  for (const writer_progress &p : told)
    if (p.stage == writer_stage::analyzing) {
      CHECK(p.done <= p.total);
      analyzed = p.done;
    }
  CHECK(analyzed == 500);
  CHECK(told.back().stage == writer_stage::publishing);
  CHECK(told.back().done == 1);
}

TEST_CASE("events: a commit that is stopped at any moment changes nothing, and the writer goes on after rollback()") {
  const test::temporary_folder folder;
  for (const bool first : {true, false}) {
    bool stopped_all = false;
    for (int stop_at = 0; !stopped_all; ++stop_at) {
      const std::string path = folder / ((first ? "f" : "u") + std::to_string(stop_at) + ".idx");
      if (!first) build(path, 3);
      int calls = 0;
      bool stopping = true;
      writer_options options;
      options.progress = [&](const writer_progress &p) {
        return !stopping || calls++ < stop_at || p.done == p.total;
      };
      index_writer writer(path, options);
      writer.set_topic_rules("海\t港\n");
      writer.put(essay(7));
      const errc code = code_of([&] { writer.commit(); });
      stopped_all = code == errc::internal;  // it went through
      if (stopped_all) break;
      CHECK(code == errc::cancelled);
      CHECK(code_of([&] { writer.put(essay(8)); }) == errc::io);
      if (first) CHECK(!std::filesystem::exists(path));
      else CHECK(index(path).statistics().documents == 3);
      writer.rollback();
      stopping = false;
      writer.put(essay(9));
      writer.commit();
      CHECK(index(path).statistics().documents == (first ? 1 : 4));
      CHECK(!index(path).get("7"));
    }
  }
}

TEST_CASE("events: a search that its caller cancels throws errc::cancelled and can be asked again") {
  const test::temporary_folder folder;
  build(folder / "i.idx", 300);
  index opened(folder / "i.idx");
  search_request request;
  request.query = "を使う";  // kana: each text is read
  int asked = 0;
  request.cancel = [&] { return ++asked > 1; };
  CHECK(code_of([&] { opened.search(request); }) == errc::cancelled);
  CHECK(asked == 2);
  request.cancel = nullptr;
  CHECK(opened.search(request).total.value == 300);
  request.cancel = []() -> bool { throw std::out_of_range("of the caller"); };
  CHECK_THROWS_AS(opened.search(request), std::out_of_range);
}

TEST_CASE("events: the log tells of a damaged lexicon, of leftovers and of documents that are cut anew") {
  const test::temporary_folder folder;
  const std::string path = folder / "i.idx";
  build(path, 3);
  for (const auto &entry : std::filesystem::recursive_directory_iterator(path))
    if (entry.path().filename().string().rfind("lexicon-", 0) == 0) std::ofstream(entry.path()) << "damage";
  std::filesystem::create_directory(path + "/g-of-a-crash");
  std::string told;
  const auto log = [&](std::string_view line) {
    CHECK(line.find('\n') == std::string_view::npos);
    (told += line) += '\n';
    throw std::runtime_error("what a log throws is ignored");
  };
  index_options reading;
  reading.log = log;
  CHECK(index(path, reading).statistics().words > 0);
  CHECK(told.find("lexicon") != std::string::npos);
  told.clear();
  writer_options writing;
  writing.log = log;
  index_writer writer(path, writing);
  CHECK(told.find("removed") != std::string::npos);
  told.clear();
  schema fields;
  fields.add_field({"series", field_type::keyword, "", false, false});
  writer.set_schema(fields);
  writer.commit();
  CHECK(told.find("recorded again") != std::string::npos);
}
