#include "ingest/declared_people.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support.hpp"

using namespace libsearch::ingest;

TEST_CASE("declared_people: the forms in which pages name their authors") {
  std::size_t count = 0;
  for (auto row : test::tsv_rows(test::data_file("ingest/declared_people.tsv"))) {
    row.resize(3);
    CAPTURE(row[0]);
    std::string names, places;
    for (const author &who : declared_people(row[0])) {
      names += (names.empty() ? "" : "|") + who.name;
      places += std::string(places.empty() && names == who.name ? "" : "|") + who.affiliation;
    }
    CHECK(names == row[1]);
    CHECK(places == row[2]);
    ++count;
  }
  CHECK(count > 10);
}

TEST_CASE("is_junk_author: accounts, offices and the site are no people") {
  for (const char *name : {"admin", "webmaster", "user01", "編集部", "海都新聞社", "事務局", "Staff Writer", "Harbour Heavy Electric Co.", "Quay Lines Inc", "https://x.example", "Lake University"}) {
    CAPTURE(std::string(name));
    CHECK(is_junk_author(name, {}));
  }
  for (const char *name : {"青海 太郎", "Jane Doe", "ジョン・グリーン", "阿部 渚", "Lena Co"}) {
    CAPTURE(std::string(name));
    CHECK_FALSE(is_junk_author(name, {}));
  }
  CHECK(is_junk_author("Harbour Notes", {"HARBOUR notes"}));
}
