#include "query/known_sets.hpp"

#include <doctest/doctest.h>

using namespace libsearch::query;

namespace {

known_sets::set set_of(Xapian::docid last, const std::vector<Xapian::docid> &numbers) {
  return std::make_shared<const document_set>(last, numbers);
}

}  // namespace

TEST_CASE("document set: has what was added, counts each once, and lists it in order") {
  document_set set(200);
  for (const Xapian::docid number : {200u, 1u, 64u, 63u, 64u}) set.add(number);
  CHECK(set.size() == 4);
  CHECK(set.list() == std::vector<Xapian::docid>{1, 63, 64, 200});
  CHECK(set.contains(63));
  CHECK_FALSE(set.contains(62));
  CHECK_FALSE(set.contains(100000));
  set.add(document_set(200, {2, 63}));
  CHECK(set.size() == 5);
  CHECK(set.list() == std::vector<Xapian::docid>{1, 2, 63, 64, 200});
}

TEST_CASE("known sets: the smallest set of a beginning or an end narrows a string") {
  known_sets known(1u << 20);
  CHECK(known.narrowest("水素") == nullptr);
  known.keep("水", set_of(100, {1, 2, 3, 4}));
  known.keep("素の", set_of(100, {2, 3}));
  known.keep("素", set_of(100, {1}));
  CHECK(known.find("水")->size() == 4);
  CHECK(known.find("水素") == nullptr);
  CHECK(known.narrowest("水素の")->size() == 2);
  CHECK(known.narrowest("水素")->size() == 1);   // ends in 素
  CHECK(known.narrowest("水素が")->size() == 4);  // 素 is in the middle
  CHECK(known.narrowest("石油") == nullptr);
  CHECK(known.narrowest("") == nullptr);
}

TEST_CASE("known sets: what was asked for longest ago makes room, and what is kept stays below the limit") {
  const std::size_t room = 4000;
  known_sets known(room);
  known.keep("first", set_of(1000, {1}));
  known.keep("second", set_of(1000, {2}));
  for (int i = 0; i < 100; ++i) {
    CHECK(known.find("first"));
    known.keep(std::to_string(i), set_of(1000, {3}));
    CHECK(known.bytes() <= room);
  }
  CHECK(known.find("99"));
  CHECK_FALSE(known.find("second"));
  CHECK_FALSE(known.find("0"));
  known.keep("large", set_of(1u << 20, {1}));
  CHECK_FALSE(known.find("large"));
  known_sets none(0);
  none.keep("a", set_of(10, {1}));
  CHECK_FALSE(none.find("a"));
  CHECK(none.bytes() == 0);
}
