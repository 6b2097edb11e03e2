// An index without files of the caller's: what works, when its folder goes, what a killed process leaves.
#include <doctest/doctest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <optional>
#include <thread>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "writer_states.hpp"

using namespace libsearch;
namespace fs = std::filesystem;
using test::everything_of;
using test::make_document;
using test::names_in;
using test::thrown_by;

namespace {

memory_index_options in(const test::temporary_folder &folder) {
  memory_index_options options;
  options.folder = folder.path();
  return options;
}

std::size_t count(index &searched, const std::string &query) {
  return searched.search(everything_of(query, match_mode::phrase)).total.value;
}

}  // namespace

TEST_CASE("memory: documents put are found; readers see each commit and nothing before it") {
  const memory_index notes;
  index reader = notes.reader();
  CHECK(count(reader, "") == 0);
  index_writer writer = notes.writer();
  writer.put(make_document("a", "首脳会談", "日米首脳会談が開かれた。"));
  CHECK(count(reader, "脳会") == 0);
  writer.commit();
  CHECK(count(reader, "脳会") == 1);
  writer.put(make_document("b", "", "脳会"));
  writer.commit();
  CHECK(count(reader, "脳会") == 2);
  CHECK(reader.get("a")->title == "首脳会談");
  CHECK(writer.remove("a"));
  writer.commit();
  CHECK(count(reader, "脳会") == 1);
  CHECK(notes.bytes() > 0);
  CHECK(check_index(notes.path()).empty());
}

TEST_CASE("memory: schema, topic rules, synonyms and options set before the first document stay") {
  const memory_index notes;
  {
    index_writer writer = notes.writer();
    schema fields;
    fields.add_field({"series", field_type::keyword, "", true, false});
    writer.set_schema(fields);
    writer.set_topic_rules("国\t日米\n");
    writer.set_synonyms("首脳, トップ\n");
    writer.set_option("colour", "blue");
    writer.commit();
    document d = make_document("a", "", "日米首脳会談");
    d.set_attribute("series", "S1");
    writer.put(d);
    writer.commit();
  }
  index reader = notes.reader();
  search_request request;
  request.query = "トップ series:S1";
  request.filters = {{"topic", "国"}};
  CHECK(reader.search(request).total.value == 1);
  CHECK(reader.option("colour") == "blue");
}

TEST_CASE("memory: one writer at a time; what is not committed goes with it") {
  const memory_index notes;
  {
    index_writer writer = notes.writer();
    CHECK(thrown_by([&] { notes.writer(); }) == "locked");
    writer.put(make_document("a", "", "文"));
  }
  index_writer writer = notes.writer();
  writer.commit();
  index reader = notes.reader();
  CHECK(count(reader, "") == 0);
}

TEST_CASE("memory: the folder is the owner's alone and goes with the last that uses it, in any order") {
  const test::temporary_folder parent;
  std::optional<index> reader;
  {
    std::optional<index_writer> writer;
    {
      memory_index notes(in(parent));
      REQUIRE(names_in(parent.path()).size() == 1);
      struct stat status;
      REQUIRE(::stat((parent / names_in(parent.path())[0]).c_str(), &status) == 0);
      CHECK((status.st_mode & 0777) == 0700);
      writer = notes.writer();
      reader = notes.reader();
    }
    writer->put(make_document("a", "", "資源"));
    writer->commit();
  }
  CHECK(count(*reader, "資源") == 1);
  CHECK(names_in(parent.path()).size() == 1);
  reader.reset();
  CHECK(names_in(parent.path()).empty());
}

TEST_CASE("memory: moved, it goes once") {
  const test::temporary_folder parent;
  {
    memory_index first(in(parent)), second(in(parent));
    CHECK(names_in(parent.path()).size() == 2);
    first = std::move(second);
    CHECK(names_in(parent.path()).size() == 1);
    first.writer().commit();
  }
  CHECK(names_in(parent.path()).empty());
}

TEST_CASE("memory: what a killed process left is removed with the next one; what is in use stays") {
  const test::temporary_folder parent;
  memory_index used(in(parent));
  fs::create_directories(parent / "libsearch-memory-of-nobody/index");
  fs::create_directories(parent / "other");
  fs::create_directory_symlink(parent / "other", parent / "libsearch-memory-link");
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    memory_index_options options;
    options.folder = parent.path();
    memory_index lost(options);
    (void)!::write(ready[1], "x", 1);
    for (;;) ::pause();
  }
  char byte;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  ::close(ready[0]);
  ::close(ready[1]);
  // Of the child, of `used`, the link, and "other"; the folder of nobody went when the child began.
  CHECK(names_in(parent.path()).size() == 4);
  { memory_index next(in(parent)); }
  CHECK(names_in(parent.path()).size() == 4);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  { memory_index next(in(parent)); }
  CHECK(names_in(parent.path()).size() == 3);
  CHECK(fs::exists(parent / "other"));
  index reader = used.reader();
  CHECK(count(reader, "") == 0);
}

TEST_CASE("memory: a child process that ends does not take it along") {
  const test::temporary_folder parent;
  memory_index notes(in(parent));
  const pid_t child = ::fork();
  if (child == 0) {
    { const memory_index taken = std::move(notes); }
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  notes.writer().commit();
  CHECK(names_in(parent.path()).size() == 1);
}

TEST_CASE("memory: many begin at once, and none removes another's folder") {
  const test::temporary_folder parent;
  std::atomic<int> failed{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 15; ++i) {
        try {
          memory_index notes(in(parent));
          index_writer writer = notes.writer();
          writer.put(make_document("a", "", "資源"));
          writer.commit();
          index reader = notes.reader();
          if (count(reader, "資源") != 1) ++failed;
        } catch (const std::exception &failure) {
          std::cerr << failure.what() << "\n";
          ++failed;
        }
      }
    });
  for (std::thread &thread : threads) thread.join();
  CHECK(failed == 0);
  CHECK(names_in(parent.path()).empty());
}

TEST_CASE("memory: errors name the folder") {
  const test::temporary_folder parent;
  memory_index_options options;
  options.folder = parent / "missing";
  CHECK(thrown_by([&] { memory_index{options}; }) == "not_found");
  CHECK(test::message_of([&] { memory_index{options}; }).find("missing/libsearch-memory-") != std::string::npos);
  options = in(parent);
  options.writing.analyzer = "none";
  CHECK(thrown_by([&] { memory_index{options}; }) == "invalid_argument");
  CHECK(names_in(parent.path()).empty());
}

TEST_CASE("memory: readers in threads see whole commits while documents change") {
  const memory_index notes;
  index_writer writer = notes.writer();
  test::put_state(writer, 0);
  writer.commit();
  std::atomic<bool> ended{false};
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&] {
      index reader = notes.reader();
      while (!ended) {
        try {
          const search_results all = reader.search(everything_of("", match_mode::all));
          const std::string title = all.hits.empty() ? "" : all.hits[0].title;
          for (const hit &h : all.hits)
            if (h.title != title) ++wrong;
          if (all.hits.size() < 6) ++wrong;
        } catch (const error &failure) {
          if (failure.code() != errc::busy) ++wrong;
        }
      }
    });
  for (int number = 1; number <= 60; ++number) {
    test::put_state(writer, number);
    writer.commit();
  }
  ended = true;
  for (std::thread &thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("memory: a reader that opens between commits opens, or says that the index is busy") {
  const memory_index notes;
  index_writer writer = notes.writer();
  test::put_state(writer, 0);
  writer.commit();
  std::atomic<bool> ended{false};
  std::atomic<int> opened{0}, wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t)
    threads.emplace_back([&] {
      while (!ended) try {
          const index reader = notes.reader();
          ++opened;
        } catch (const error &failure) {
          if (failure.code() != errc::busy) ++wrong;
        } catch (...) {
          ++wrong;  // of a library below
        }
    });
  for (int number = 1; number <= 200; ++number) {
    test::put_state(writer, number % 60);
    writer.commit();
  }
  ended = true;
  for (std::thread &thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(opened > 0);
}

TEST_CASE("memory: after any changes exactly the documents that a scan finds") {
  test::random_source random(test::seed(20261124));
  const memory_index notes;
  index reader = notes.reader();
  test::oracle::archive truth;
  for (int round = 0; round < 8; ++round) {
    index_writer writer = notes.writer();
    for (std::size_t n = 1 + random.below(20); n > 0; --n) {
      const std::string id = std::to_string(random.below(40));
      if (random.chance(25)) {
        writer.remove(id);
        truth.remove(id);
        continue;
      }
      const document d = test::random_document(random, id);
      writer.put(d);
      truth.put(d);
    }
    writer.commit();
    if (truth.size() == 0) continue;
    for (int i = 0; i < 20; ++i) {
      const std::string text = test::oracle::random_string(truth, random);
      test::oracle::check(reader, everything_of(text, match_mode::phrase), truth.holding(text));
    }
  }
  CHECK(check_index(notes.path()).empty());
  compact_index(notes.path());
  test::oracle::check(reader, everything_of("", match_mode::all), truth.holding(""));
}

TEST_CASE("writer: without durability an index is the same") {
  const test::temporary_folder folder;
  writer_options options;
  options.durable = false;
  test::put_all(folder / "i", {make_document("a", "", "資源")}, options);
  test::put_all(folder / "i", {make_document("b", "", "資源")}, options);
  CHECK(test::found(folder / "i", "資源").size() == 2);
  CHECK(check_index(folder / "i").empty());
}
