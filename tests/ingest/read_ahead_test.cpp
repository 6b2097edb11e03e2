#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>

#include "ingest/read_ahead.hpp"
#include "support.hpp"

using namespace libsearch;
using namespace libsearch::ingest;

namespace {

constexpr std::size_t files = 60;

std::string name_of(const std::string &folder, std::size_t number) { return folder + "/" + std::to_string(number) + ".txt"; }

/// Essays; of ten files one is empty and one is not there.
void write_files(const std::string &folder) {
  for (std::size_t i = 0; i < files; ++i) {
    if (i % 10 == 4) continue;
    std::ofstream out(name_of(folder, i), std::ios::binary);
    if (i % 10 != 7) out << "第" << i << "の港\n\n青海 太郎\n\n港の話が" << i << "つある。\n";
  }
}

std::string cause_of(const ready_file &ready) {
  if (!ready.problem) return "";
  try {
    std::rethrow_exception(ready.problem);
  } catch (const error &problem) {
    return problem.what();
  }
}

}  // namespace

TEST_CASE("read ahead: each file as it is read by itself, whatever the threads") {
  const test::temporary_folder folder;
  write_files(folder.path());
  const read_options options;
  sidecars beside;
  for (const unsigned threads : {0u, 1u, 2u, 8u}) {
    CAPTURE(threads);
    read_ahead ahead(threads, options, {});
    for (std::size_t i = 0; i < files; ++i) ahead.ask(i, name_of(folder.path(), i), 100);
    for (std::size_t i = 0; i < files; ++i) {
      CAPTURE(i);
      const ready_file alone = read_ready(name_of(folder.path(), i), options, beside, {});
      const ready_file ready = ahead.take(i, name_of(folder.path(), i));
      CHECK(ready.digest == alone.digest);
      CHECK(cause_of(ready) == cause_of(alone));
      CHECK(cause_of(ready).empty() == (i % 10 != 4 && i % 10 != 7));
      REQUIRE(ready.read.has_value() == alone.read.has_value());
      if (ready.read) CHECK(to_json(ready.read->content) == to_json(alone.read->content));
    }
    CHECK(ahead.has_room(1u << 30));
  }
}

TEST_CASE("read ahead: files that are not taken, not asked for or left at the end do no harm") {
  const test::temporary_folder folder;
  write_files(folder.path());
  const read_options options;
  read_ahead ahead(4, options, {});
  for (std::size_t i = 0; i < files; i += 2) ahead.ask(i, name_of(folder.path(), i), 100);
  for (std::size_t i = 5; i < files / 2; i += 3) {
    const ready_file ready = ahead.take(i, name_of(folder.path(), i));
    if (i % 10 != 4 && i % 10 != 7) CHECK(ready.read->content.title == "第" + std::to_string(i) + "の港");
  }
  CHECK_FALSE(ahead.has_room(1u << 30));
}

TEST_CASE("read ahead: a digest that is known ends the reading, and the bytes are kept") {
  const test::temporary_folder folder;
  write_files(folder.path());
  const read_options options;
  sidecars beside;
  const std::string known = read_ready(name_of(folder.path(), 3), options, beside, {}).digest;
  std::atomic<int> asked{0};
  read_ahead ahead(3, options, [&](const std::string &digest) {
    ++asked;
    return digest == known;
  });
  for (std::size_t i = 0; i < 4; ++i) ahead.ask(i, name_of(folder.path(), i), 100);
  for (std::size_t i = 0; i < 4; ++i) {
    const ready_file ready = ahead.take(i, name_of(folder.path(), i));
    CHECK(ready.read.has_value() == (i != 3));
    CHECK(ready.content.bytes.empty() == (i != 3));
  }
  CHECK(asked == 4);
}
