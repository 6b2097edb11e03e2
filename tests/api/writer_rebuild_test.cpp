#include <doctest/doctest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "writer_states.hpp"

using namespace libsearch;
using test::all_ids;
using test::everything_of;
using test::ids_of;
using test::make_document;
using test::names_in;
using test::put_state;
using test::rebuilding;
using test::state_of;
using test::thrown_by;
namespace fs = std::filesystem;
using id_set = std::set<std::string>;

TEST_CASE("writer: options are kept by commits, rebuilds and compacting") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  const std::string value("a\0b\nｶﾅ", 10);
  {
    index_writer writer(path);
    writer.set_option("dictionary", value);
    writer.set_option(std::string(100, 'n'), "long");
    CHECK(writer.option("dictionary") == value);
    CHECK(thrown_by([&] { writer.set_option("", "x"); }) == "invalid_argument");
    CHECK(thrown_by([&] { writer.set_option(std::string(101, 'n'), "x"); }) == "invalid_argument");
    writer.commit();
  }
  libsearch::index searched(path);
  CHECK(searched.option("dictionary") == value);
  {
    index_writer writer(path);
    CHECK(writer.option("dictionary") == value);
    writer.put(make_document("1", "", "水"));
    writer.commit();
  }
  {
    index_writer writer(path, rebuilding());
    CHECK(writer.option("dictionary") == value);
    writer.commit();
  }
  CHECK(searched.option("dictionary") == value);
  CHECK(all_ids(path).empty());
  compact_index(path);
  CHECK(searched.option("dictionary") == value);
  CHECK(searched.option(std::string(100, 'n')) == "long");
  {
    index_writer writer(path);
    writer.set_option("dictionary", "");
    writer.commit();
  }
  CHECK(searched.option("dictionary").empty());
}

TEST_CASE("writer: readers see the old index until a rebuild is committed") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {make_document("old", "", "水")});
  libsearch::index reader(path);
  index_writer writer(path, rebuilding());
  writer.put(make_document("new", "", "水"));
  CHECK(ids_of(reader.search(everything_of("水", match_mode::all))) == id_set{"old"});
  writer.commit();
  CHECK(ids_of(reader.search(everything_of("水", match_mode::all))) == id_set{"new"});
}

TEST_CASE("writer: a rebuild of another format's index that is not committed leaves it as it was") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {make_document("old", "", "水")});
  const std::string file = path + "/current";
  std::ifstream in(file);
  const std::string current{std::istreambuf_iterator<char>(in), {}};
  std::string other = current;
  other.replace(other.find("format 1"), 8, "format 9");
  std::ofstream(file) << other;
  {
    index_writer writer(path, rebuilding());
    writer.put(make_document("new", "", "水"));
  }
  std::ofstream(file) << current;
  CHECK(thrown_by([&] { CHECK(all_ids(path) == id_set{"old"}); }) == "");
}

TEST_CASE("writer: a rebuild is the way out of a damaged index") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {make_document("old", "", "水")});
  SUBCASE("whose name of the current generation is damaged") {
    std::ofstream(path + "/current") << "libsearch index\nformat 1\nrubbish";
    CHECK(thrown_by([&] { libsearch::index searched(path); }) == "corrupt");
  }
  SUBCASE("whose tables are gone") {
    fs::remove(test::generation_folder(path) + "/postlist.glass");
    CHECK(thrown_by([&] { libsearch::index searched(path); }) != "");
  }
  SUBCASE("whose generation is gone") {
    fs::remove_all(test::generation_folder(path));
    CHECK(thrown_by([&] { libsearch::index searched(path); }) != "");
  }
  index_writer writer(path, rebuilding());
  writer.put(make_document("new", "", "水"));
  writer.commit();
  CHECK(all_ids(path) == id_set{"new"});
  CHECK(check_index(path).empty());
}

TEST_CASE("writer: little memory gives the same index") {
  test::temporary_folder folder;
  test::random_source random(test::seed(20251142));
  std::vector<document> documents;
  for (int i = 0; i < 150; ++i)
    documents.push_back(test::random_document(random, std::to_string(i)));
  writer_options small;
  small.memory = 1;
  small.threads = 1;
  test::put_all(folder / "small", documents, small);
  {
    index_writer writer(folder / "small", small);
    for (int i = 0; i < 30; ++i) {
      documents[static_cast<std::size_t>(i)] = test::random_document(random, std::to_string(i));
      writer.put(documents[static_cast<std::size_t>(i)]);
    }
    writer.commit();
  }
  CHECK(check_index(folder / "small").empty());
  libsearch::index searched(folder / "small");
  for (const document &d : documents) CHECK(searched.get(d.id)->body == d.body);
}

TEST_CASE("writer: killed at any moment, it leaves exactly a state that was committed") {
  test::temporary_folder folder;
  test::random_source random(test::seed(20251143));
  const std::string path = folder / "index";
  int known = -1;  // the newest state that a child reported
  for (int round = 0; round < 30; ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      ::close(ends[0]);
      int state = known + 1;
      try {
        for (;; ++state) {
          if (state % 7 == 6) {
            compact_index(path);
          }
          index_writer writer(path, state % 5 == 4 ? rebuilding() : writer_options{});
          put_state(writer, state);
          writer.commit();
          if (::write(ends[1], &state, sizeof state) != sizeof state) break;
        }
      } catch (...) {
        state = -2;
        (void)!::write(ends[1], &state, sizeof state);
      }
      ::_exit(0);
    }
    ::close(ends[1]);
    const int before = known;
    const auto hear = [&] {
      int state = 0;
      if (::read(ends[0], &state, sizeof state) != sizeof state) return false;
      REQUIRE(state >= 0);  // -2: a writer failed by itself
      known = state;
      return true;
    };
    for (std::size_t commits = random.below(4); commits > 0; --commits) hear();
    ::usleep(static_cast<useconds_t>(random.below(12000)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (hear()) {
    }
    ::close(ends[0]);
    CAPTURE(round);
    if (known < 0 && !fs::exists(path)) continue;
    std::string failure;
    int state = -1;
    try {
      libsearch::index searched(path);
      state = state_of(searched);
      CHECK(searched.option("state") == std::to_string(state));
    } catch (const error &e) {
      failure = e.what();
    }
    CHECK(failure == "");
    CHECK(state >= known);
    CHECK(state <= known + 1);
    known = std::max(known, state);
    if (round % 10 == 9) CHECK(check_index(path).empty());
    CHECK(known >= before);
  }
  CHECK(known > 0);
  index_writer writer(path);
  put_state(writer, known + 1);
  writer.commit();
  const auto beside = names_in(folder.path());
  CHECK(std::find(beside.begin(), beside.end(), "index") != beside.end());
  CHECK(names_in(path).size() == 3);
}
