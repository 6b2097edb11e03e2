#include "index/change_log.hpp"

#include <doctest/doctest.h>

#include <set>

#include "corpus.hpp"
#include "support.hpp"

using libsearch::indexing::change_log;
using numbers = std::vector<Xapian::docid>;

TEST_CASE("change log: what changed since a commit is the union of what later ones changed") {
  change_log log("");
  log.add({7, 3, 7}, 0);
  log.add({}, 1);
  log.add({3, 100000}, 2);
  const change_log read(log.bytes());
  CHECK(read.number() == 3);
  CHECK(read.revision() == 3);
  CHECK(read.since(0) == numbers{3, 7, 100000});
  CHECK(read.since(1) == numbers{3, 100000});
  CHECK(read.since(2) == numbers{3, 100000});
  CHECK(read.since(3) == numbers{});
  CHECK(!read.since(4));
}

TEST_CASE("change log: behind a commit that it was not told of, nothing older is known") {
  change_log log("");
  log.add({1}, 0);
  log.add({2}, 5);  // revisions 2 to 5 were made by others
  CHECK(log.revision() == 6);
  for (std::uint64_t number = 0; number < log.number(); ++number) CHECK(!log.since(number));
  const std::uint64_t known = log.number();
  log.add({3}, 6);
  CHECK(log.since(known) == numbers{3});
}

TEST_CASE("change log: it stays small, and does not guess about what it dropped") {
  test::random_source random(test::seed(99));
  std::string bytes;
  std::vector<numbers> commits;
  for (int i = 0; i < 300; ++i) {
    numbers changed;
    for (std::size_t n = random.below(random.chance(2) ? 6000 : 80); n > 0; --n)
      changed.push_back(static_cast<Xapian::docid>(1 + random.below(1u << 20)));
    commits.push_back(changed);
    change_log log(bytes);
    log.add(changed, log.revision());
    bytes = log.bytes();
    CHECK(log.number() == commits.size());
    CHECK(bytes.size() < change_log::most_documents * 4);
    const std::size_t from = random.below(commits.size() + 1);
    std::set<Xapian::docid> expected;
    for (std::size_t c = from; c < commits.size(); ++c) expected.insert(commits[c].begin(), commits[c].end());
    const auto told = change_log(bytes).since(from);
    if (told) CHECK(*told == numbers(expected.begin(), expected.end()));
    // What fits is told.
    if (expected.size() * 2 + (commits.size() - from) < change_log::most_documents / 4) CHECK(told);
  }
}

TEST_CASE("change log: a commit too large for it says that nothing is known") {
  change_log log("");
  log.add({1}, 0);
  log.add(numbers(change_log::most_documents + 1, 5), 1);
  CHECK(log.since(0) == numbers{1, 5});  // one document, many times
  numbers many;
  for (Xapian::docid number = 1; number <= change_log::most_documents; ++number) many.push_back(number);
  log.add(many, 2);
  CHECK(log.number() == 3);
  CHECK(!log.since(0));
  CHECK(!log.since(2));
  CHECK(log.since(3) == numbers{});
}

TEST_CASE("change log: bytes that are damaged say nothing wrong") {
  change_log log("");
  for (unsigned i = 1; i < 20; ++i) log.add({i * 1000}, i - 1);
  const std::string bytes = log.bytes();
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    const change_log cut(bytes.substr(0, size));
    CHECK((cut.revision() == 0 || cut.number() < 19));
  }
  CHECK(!change_log(std::string(3, '\xFF')).since(5));
}
