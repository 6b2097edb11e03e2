#include "index/free_space.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <limits>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch::indexing;

TEST_CASE("free_space: what does not fit is refused with the figures and a way out") {
  test::temporary_folder folder;
  CHECK_NOTHROW(require_free_space(folder.path(), 0));
  const auto too_much = [&] { require_free_space(folder.path(), std::numeric_limits<std::uint64_t>::max()); };
  CHECK(test::thrown_by(too_much) == "disk_full");
  CHECK(test::message_of(too_much).find(folder.path()) == 0);
}

TEST_CASE("free_space: a folder that cannot be asked is no full disk") {
  test::temporary_folder folder;
  CHECK_NOTHROW(require_free_space(folder / "none", std::numeric_limits<std::uint64_t>::max()));
}

TEST_CASE("free_space: a flush grows with its text, and copies no more than half of what is there") {
  test::temporary_folder folder;
  CHECK(growth_by_flush(folder.path(), 1000) == 1000 * database_bytes_per_text_byte);
  std::ofstream(folder / "postlist.glass") << std::string(100000, 'x');
  CHECK(growth_by_flush(folder.path(), 0) == 0);
  CHECK(growth_by_flush(folder.path(), 10) == 10000 + 10 * database_bytes_per_text_byte);
  CHECK(growth_by_flush(folder.path(), 1000) == 50000 + 1000 * database_bytes_per_text_byte);
}
