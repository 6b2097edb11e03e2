// When a commit is seen by readers that are open, and what they keep in memory.
#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle_check.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::everything_of;
using test::make_document;

namespace {

search_request with_facets(const std::string &query) {
  search_request request;
  request.query = query;
  request.facets = {{"topic"}, {"author"}, {"date:year"}};
  return request;
}

std::size_t count(index &searched, const std::string &query) {
  return searched.search(everything_of(query, match_mode::phrase)).total.value;
}

/// An index of documents with long texts, by a reader of its own.
struct filled {
  explicit filled(std::size_t documents) {
    test::random_source random(test::seed(1231));
    index_writer writer = store.writer();
    for (std::size_t i = 0; i < documents; ++i) {
      document d = test::random_document(random, std::to_string(i));
      for (int n = 0; n < 20; ++n) d.body += "であることについて";
      writer.put(d);
    }
    writer.commit();
  }
  memory_index store;
};

}  // namespace

TEST_CASE("visibility: a commit is seen by the next call of each open reader, also in another process") {
  const memory_index store;
  index_writer writer = store.writer();
  writer.put(make_document("a", "", "資源"));
  writer.commit();
  index here = store.reader();
  CHECK(count(here, "資源") == 1);
  int to_child[2], from_child[2];
  REQUIRE(::pipe(to_child) == 0);
  REQUIRE(::pipe(from_child) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    // A handle of its own: those of the parent are not for a child.
    index there(store.path());
    for (int i = 0; i < 3; ++i) {
      const char found = static_cast<char>('0' + count(there, "資源"));
      char go;
      if (::write(from_child[1], &found, 1) != 1 || ::read(to_child[0], &go, 1) != 1) ::_exit(1);
    }
    ::_exit(0);
  }
  for (char expected = '1'; expected <= '3'; ++expected) {
    char told = 0;
    REQUIRE(::read(from_child[0], &told, 1) == 1);
    CHECK(told == expected);
    writer.put(make_document(std::string("new") + expected, "", "資源"));
    CHECK(count(here, "資源") == static_cast<std::size_t>(expected - '0'));
    writer.commit();
    CHECK(count(here, "資源") == static_cast<std::size_t>(expected - '0' + 1));
    REQUIRE(::write(to_child[1], "g", 1) == 1);
  }
  int status = 1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  for (const int fd : {to_child[0], to_child[1], from_child[0], from_child[1]}) ::close(fd);
}

TEST_CASE("visibility: facets and completions are those of the newest commit") {
  const memory_index store;
  index_writer writer = store.writer();
  document d = make_document("a", "水素の話", "水素");
  d.authors = {"小山 堅"};
  writer.put(d);
  writer.commit();
  index reader = store.reader();
  CHECK(reader.search(with_facets("水素")).facets[1].values[0].value == "小山 堅");
  CHECK(reader.suggest("水素の")[0].text == "水素の話");
  d.title = "水素の本";
  d.authors = {"青海 透"};
  writer.put(d);
  writer.commit();
  for (const bool refreshed : {false, true}) {
    if (refreshed) reader.refresh();
    const search_results results = reader.search(with_facets("水素"));
    REQUIRE(results.facets[1].values.size() == 1);
    CHECK(results.facets[1].values[0].value == "青海 透");
    CHECK(reader.suggest("水素の")[0].text == "水素の本");
  }
}

TEST_CASE("visibility: refresh() opens the newest commit and reads again what was in memory, nothing else") {
  filled made(50);
  index reader = made.store.reader();
  const std::uint64_t first = reader.refresh();
  CHECK(first == reader.statistics().revision);
  CHECK(reader.caches().columns == 0);
  reader.search(with_facets(""));
  const cache_sizes counted = reader.caches();
  CHECK(counted.columns > 0);
  CHECK(counted.completions == 0);
  index_writer writer = made.store.writer();
  writer.put(make_document("new", "題", "文"));
  writer.commit();
  const std::uint64_t second = reader.refresh();
  CHECK(second > first);
  CHECK(reader.caches().columns > 0);
  CHECK(reader.caches().completions == 0);
  reader.suggest("資");
  writer.remove("new");
  writer.commit();
  CHECK(reader.refresh() > second);
  CHECK(reader.caches().completions > 0);
}

TEST_CASE("caches: each is filled by what needs it, and release_caches() gives it back") {
  filled made(50);
  index reader = made.store.reader();
  const auto total = [&] {
    const cache_sizes c = reader.caches();
    return c.texts + c.columns + c.completions + c.readings + c.sets;
  };
  CHECK(total() == 0);
  CHECK(count(reader, "であることにつ") > 0);  // kana only: the texts are read
  CHECK(reader.caches().texts > 0);
  CHECK(reader.caches().sets > 0);
  CHECK(reader.caches().columns == 0);
  reader.search(with_facets("資源"));
  CHECK(reader.caches().columns > 0);
  CHECK(reader.caches().completions == 0);
  reader.suggest("資");
  CHECK(reader.caches().completions > 0);
  const std::size_t found = count(reader, "であることにつ");
  reader.release_caches();
  CHECK(total() == 0);
  CHECK(count(reader, "であることにつ") == found);
}

TEST_CASE("caches: text_cache bounds the texts that are kept, and 0 keeps none") {
  filled made(200);
  std::vector<std::size_t> kept;
  for (const std::size_t room : {std::size_t{0}, std::size_t{4000}, std::size_t{64} << 20}) {
    index_options options;
    options.text_cache = room;
    index reader = made.store.reader(options);
    CHECK(count(reader, "であることについて") == 200);
    kept.push_back(reader.caches().texts);
    CHECK(kept.back() <= room);
  }
  CHECK(kept[0] == 0);
  CHECK(kept[1] > 0);
  CHECK(kept[2] > 4000);
}

TEST_CASE("caches: a commit costs only the texts of the documents that it changed") {
  filled made(100);
  index reader = made.store.reader();
  CHECK(count(reader, "であることについて") == 100);
  const std::size_t all = reader.caches().texts;
  index_writer writer = made.store.writer();
  writer.put(make_document("3", "", "短い"));
  CHECK(writer.remove("4"));
  writer.put(make_document("new", "", "であることについて"));
  writer.commit();
  reader.refresh();
  CHECK(reader.caches().texts < all);
  CHECK(reader.caches().texts > all / 2);
  CHECK(count(reader, "であることについて") == 99);
  // More documents than are listed: all texts go.
  for (int i = 0; i < 5000; ++i) writer.put(make_document("many" + std::to_string(i), "", "文"));
  writer.commit();
  reader.refresh();
  CHECK(reader.caches().texts == 0);
  CHECK(count(reader, "であることについて") == 99);
}

TEST_CASE("caches: texts that are kept through commits are those of the newest one, whatever changes") {
  test::random_source random(test::seed(5531));
  const memory_index store;
  test::oracle::archive truth;
  index_options small;
  small.text_cache = 2000;
  index reader = store.reader(), crowded = store.reader(small);
  for (int round = 0; round < 25; ++round) {
    index_writer writer = store.writer();
    for (std::size_t n = random.below(round ? 6 : 80); n > 0; --n) {
      const std::string id = std::to_string(random.below(60));
      if (random.chance(20)) {
        writer.remove(id);
        truth.remove(id);
        continue;
      }
      document d = test::random_document(random, id);
      d.body += random.chance(50) ? "であることについて" : "であるについて";
      writer.put(d);
      truth.put(d);
    }
    if (round % 7 == 3) writer.set_user_dictionary("ある" + std::to_string(round) + "\nついて\t\t\n");
    writer.commit();
    for (index *searched : {&reader, &crowded})
      for (const char *text : {"であることについて", "であるについて", "こと", "のが", "という"})
        test::oracle::check(*searched, everything_of(text, match_mode::phrase), truth.holding(text));
    CHECK(crowded.caches().texts <= 2000);
  }
  CHECK(reader.caches().texts > 0);
}
