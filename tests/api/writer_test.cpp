#include <doctest/doctest.h>

#include <atomic>
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
using test::found;
using test::ids_of;
using test::make_document;
using test::names_in;
using test::put_state;
using test::rebuilding;
using test::state_of;
using test::thrown_by;
namespace fs = std::filesystem;
using id_set = std::set<std::string>;

TEST_CASE("writer: a first build appears with its commit, whole, and leaves nothing beside it") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    for (int i = 0; i < 50; ++i) writer.put(make_document(std::to_string(i), "題", "水素"));
    CHECK_FALSE(fs::exists(path));
    CHECK(thrown_by([&] { libsearch::index searched(path); }) == "not_found");
    writer.commit();
    CHECK(found(path, "水素").size() == 50);
    writer.put(make_document("50", "題", "水素"));
    CHECK(found(path, "水素").size() == 50);
    writer.commit();
    CHECK(found(path, "水素").size() == 51);
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"index"});
}

TEST_CASE("writer: a path with a slash at its end, and one below a folder that does not exist") {
  test::temporary_folder folder;
  test::put_all(folder / "index/", {make_document("1", "", "水")});
  CHECK(all_ids(folder / "index") == id_set{"1"});
  CHECK(all_ids(folder / "index/") == id_set{"1"});
  test::put_all(folder / "a/b/index", {make_document("1", "", "水")});
  CHECK(all_ids(folder / "a/b/index") == id_set{"1"});
}

TEST_CASE("writer: an empty folder may become an index") {
  test::temporary_folder folder;
  fs::create_directory(folder / "index");
  test::put_all(folder / "index", {make_document("1", "", "水")});
  CHECK(all_ids(folder / "index") == id_set{"1"});
}

TEST_CASE("writer: the destructor drops what is not committed") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    writer.put(make_document("1", "", "水"));
  }
  CHECK_FALSE(fs::exists(path));
  CHECK(names_in(folder.path()).empty());
  test::put_all(path, {make_document("1", "", "水")});
  {
    index_writer writer(path);
    writer.put(make_document("1", "", "海水"));
    writer.put(make_document("2", "", "海水"));
    writer.set_option("name", "value");
  }
  CHECK(found(path, "海水").empty());
  CHECK(all_ids(path) == id_set{"1"});
  CHECK(libsearch::index(path).option("name").empty());
  {
    index_writer writer(path, rebuilding());
    writer.put(make_document("3", "", "海水"));
  }
  CHECK(all_ids(path) == id_set{"1"});
  CHECK(check_index(path).empty());
}

TEST_CASE("writer: rollback drops what is not committed, and the writer goes on") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  index_writer writer(path);
  writer.put(make_document("lost", "", "水"));
  writer.rollback();
  writer.put(make_document("1", "", "水"));
  writer.set_option("kept", "yes");
  writer.commit();
  writer.put(make_document("2", "", "水"));
  writer.remove("1");
  writer.set_option("kept", "no");
  writer.set_topic_rules("水\t水");
  writer.rollback();
  CHECK(writer.option("kept") == "yes");
  CHECK(all_ids(path) == id_set{"1"});
  writer.put(make_document("3", "", "水"));
  writer.commit();
  CHECK(all_ids(path) == id_set{"1", "3"});
  libsearch::index searched(path);
  CHECK(searched.option("kept") == "yes");
  CHECK(searched.get("3")->rule_topics.empty());
}

TEST_CASE("writer: rollback after a rebuild's commit keeps what the rebuild committed") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::put_all(path, {make_document("old", "", "水")});
  index_writer writer(path, rebuilding());
  writer.put(make_document("1", "", "水"));
  writer.commit();
  writer.put(make_document("2", "", "水"));
  writer.rollback();
  writer.put(make_document("3", "", "水"));
  writer.commit();
  CHECK(all_ids(path) == id_set{"1", "3"});
}

TEST_CASE("writer: the second one is told who has the index") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  for (const bool exists : {false, true}) {
    if (exists) test::put_all(path, {make_document("1", "", "水")});
    index_writer first(path);
    const auto second = [&] { index_writer writer(path); };
    CHECK(thrown_by(second) == "locked");
    CHECK(test::message_of(second).find("process " + std::to_string(::getpid())) !=
          std::string::npos);
    CHECK(thrown_by([&] { index_writer writer(path, rebuilding()); }) == "locked");
    // The first goes on, undisturbed.
    first.put(make_document("2", "", "水"));
    first.commit();
    CHECK(all_ids(path).count("2") == 1);
    CHECK(thrown_by(second) == "locked");
    if (!exists) fs::remove_all(path);
  }
  index_writer writer(path);
}

TEST_CASE("writer: a folder of something else, or a file, is refused and not touched") {
  test::temporary_folder folder;
  fs::create_directory(folder / "photos");
  std::ofstream(folder / "photos/1.jpg") << "x";
  std::ofstream(folder / "file") << "y";
  fs::create_directory(folder / "other");
  std::ofstream(folder / "other/current") << "generation of another program\n";
  for (const char *name : {"photos", "file", "other"})
    for (const bool rebuild : {false, true}) {
      writer_options options;
      options.rebuild = rebuild;
      CAPTURE(std::string(name));
      CHECK(thrown_by([&] { index_writer writer(folder / name, options); }) == "not_an_index");
    }
  CHECK(names_in(folder / "photos") == std::vector<std::string>{"1.jpg"});
  CHECK(names_in(folder / "other") == std::vector<std::string>{"current"});
  CHECK(names_in(folder.path()) == std::vector<std::string>{"file", "other", "photos"});
}

TEST_CASE("writer: a reader that was overtaken sees the newest commit, and never an error") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  test::random_source random(test::seed(20251140));
  {
    index_writer writer(path);
    put_state(writer, 0);
    writer.commit();
  }
  libsearch::index reader(path);
  index_writer writer(path);
  for (int state = 1; state < 40; ++state) {
    put_state(writer, state);
    writer.commit();
    if (random.chance(40)) continue;
    CHECK(state_of(reader) == state);
    CHECK(reader.get("0")->title == "状態" + std::to_string(state));
    CHECK(ids_of(
              reader.search(everything_of("第" + std::to_string(state) + "版", match_mode::phrase)))
              .size() == static_cast<std::size_t>(6 + state % 6));
  }
}

TEST_CASE("writer: a reader in another thread sees one state or another, never a mixture") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    put_state(writer, 0);
    writer.commit();
  }
  std::atomic<int> committed{0};
  std::atomic<bool> ended{false};
  std::string failure, writer_failure;
  std::thread thread([&] {
    try {
      for (int state = 1; state <= 60; ++state) {
        if (state % 20 == 0) {
          index_writer writer(path, rebuilding());
          put_state(writer, state);
          writer.commit();
        } else {
          index_writer writer(path);
          put_state(writer, state);
          writer.commit();
        }
        committed = state;
        if (state % 17 == 0) compact_index(path);
      }
    } catch (const std::exception &e) {
      writer_failure = e.what();
    }
    ended = true;
  });
  libsearch::index reader(path);
  int last = 0;
  try {
    while (!ended) {
      const int before = committed;
      const int state = state_of(reader);
      CHECK(state >= before);
      CHECK(state >= last);
      last = state;
    }
  } catch (const error &e) {
    failure = e.what();
  }
  thread.join();
  CHECK(failure == "");
  CHECK(writer_failure == "");
  CHECK(state_of(reader) == 60);
}

TEST_CASE("writer: a bad document costs nothing else") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  std::vector<std::pair<document, std::string>> bad;
  const auto add = [&](const char *code, auto change) {
    document d = make_document("bad", "題", "悪い水");
    change(d);
    bad.emplace_back(std::move(d), code);
  };
  add("malformed", [](document &d) { d.body = "水\xFF"; });
  add("malformed", [](document &d) { d.title = "\xE4\xBA"; });
  add("malformed", [](document &d) { d.authors = {"田中", "\xC0\x80"}; });
  add("malformed", [](document &d) { d.topics = {"\xED\xA0\x80"}; });
  add("malformed", [](document &d) { d.id = "bad\x80"; });
  add("malformed", [](document &d) { d.path = "\xFE"; });
  add("malformed", [](document &d) { d.attributes["x"] = "{not json"; });
  add("malformed", [](document &d) { d.attributes["x"] = "\"\xFF\""; });
  add("malformed", [](document &d) { d.attributes["\xFF"] = "1"; });
  add("invalid_argument", [](document &d) { d.id = ""; });
  add("invalid_argument", [](document &d) { d.date = "2025-02-30"; });
  add("invalid_argument", [](document &d) { d.date = "someday"; });
  add("too_large", [](document &d) { d.id.assign(limits::id_bytes + 1, 'x'); });
  add("too_large", [](document &d) { d.body.assign(limits::document_bytes + 1, 'x'); });
  add("too_large",
      [](document &d) { d.authors.assign(2, std::string(limits::document_bytes / 2 + 1, 'x')); });
  for (int round = 0; round < 2; ++round) {
    index_writer writer(path);
    int good = round * 100;
    for (const auto &one : bad) {
      writer.put(make_document("good" + std::to_string(good++), "題", "良い水"));
      const auto put = [&] { writer.put(one.first); };
      CHECK(thrown_by(put) == one.second);
      CHECK_FALSE(test::message_of(put).empty());
    }
    writer.commit();
  }
  CHECK(found(path, "悪い水").empty());
  CHECK(found(path, "良い水").size() == 2 * bad.size());
  CHECK(check_index(path).empty());
}

TEST_CASE("writer: a message names the document and the byte") {
  test::temporary_folder folder;
  index_writer writer(folder / "index");
  const std::string message =
      test::message_of([&] { writer.put(make_document("report-7", "", "ab\xFF")); });
  CHECK(message.find("report-7") != std::string::npos);
  CHECK(message.find("byte 2") != std::string::npos);
}

TEST_CASE("writer: ids of any length and any characters") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  const std::vector<std::string> ids{"1",
                                     " ",
                                     "  ",
                                     " 1",
                                     "1 ",
                                     "a b",
                                     "a\nb",
                                     std::string("a\0b", 3),
                                     std::string("a\0c", 3),
                                     std::string("\0", 1),
                                     "\1",
                                     "\1x",
                                     "資源/2025 年.txt",
                                     "A",
                                     "a",
                                     "Ａ",
                                     "é",
                                     "e\xCC\x81",
                                     "Q",
                                     "<&>\"'",
                                     std::string(238, 'x'),
                                     std::string(239, 'x'),
                                     std::string(240, 'x'),
                                     std::string(241, 'x'),
                                     std::string(4096, 'x'),
                                     std::string(4095, 'x') + "y",
                                     "*",
                                     "-1",
                                     "../x",
                                     "%00"};
  for (int round = 0; round < 3; ++round) {
    index_writer writer(path);
    for (const std::string &id : ids) {
      CAPTURE(id);
      CHECK(writer.put(make_document(id, "題", "第" + std::to_string(round) + "版")) ==
            (round > 0));
    }
    writer.commit();
    libsearch::index searched(path);
    CHECK(ids_of(searched.search(everything_of("", match_mode::all))) ==
          id_set(ids.begin(), ids.end()));
    for (const std::string &id : ids) {
      const auto d = searched.get(id);
      REQUIRE(d);
      CHECK(d->id == id);
      CHECK(d->body == "第" + std::to_string(round) + "版");
      search_request request = everything_of("", match_mode::all);
      request.tree = test::leaf(query_op::text, id, "id");
      CHECK(ids_of(searched.search(request)) == id_set{id});
    }
  }
  CHECK(check_index(path).empty());
  index_writer writer(path);
  for (const std::string &id : ids) {
    CHECK(writer.remove(id));
    CHECK_FALSE(writer.remove(id));
  }
  CHECK_FALSE(writer.remove(""));
  writer.commit();
  CHECK(all_ids(path).empty());
}

TEST_CASE(
    "writer: of several documents with one id the last one wins, in a first build and later") {
  test::temporary_folder folder;
  test::random_source random(test::seed(20251141));
  for (const unsigned threads : {1u, 2u}) {
    const std::string path = folder / ("index" + std::to_string(threads));
    std::map<std::string, std::string> expected;
    writer_options options;
    options.threads = threads;
    for (int commit = 0; commit < 2; ++commit) {
      index_writer writer(path, options);
      for (int i = 0; i < 120; ++i) {
        const std::string id = std::to_string(random.below(90)),
                          body = "第" + std::to_string(1000 * commit + i) + "号";
        if (random.chance(10)) {
          CHECK(writer.remove(id) == (expected.erase(id) > 0));
          continue;
        }
        CHECK(writer.put(make_document(id, "", body)) == (expected.count(id) > 0));
        expected[id] = body;
      }
      writer.commit();
    }
    libsearch::index searched(path);
    CHECK(searched.statistics().documents == expected.size());
    for (const auto &[id, body] : expected) {
      CHECK(searched.get(id)->body == body);
      CHECK(found(path, body) == id_set{id});
    }
  }
}
