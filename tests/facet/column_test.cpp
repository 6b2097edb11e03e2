#include "facet/column.hpp"

#include <doctest/doctest.h>

#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using namespace libsearch::facet;

namespace {

std::set<std::string> shown_of(const value_column &column, Xapian::docid document) {
  std::set<std::string> shown;
  for (const value_id id : column.of(document)) shown.insert(column.shown(id));
  return shown;
}

using names = std::set<std::string>;

}  // namespace

TEST_CASE("column: spellings that normalize alike are one value, shown as it is mostly written") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (const char *author : {"小山堅", "小山 堅", "小山 堅", "小山　堅", "田中"}) {
    documents.push_back(test::make_document(std::to_string(documents.size()), "", ""));
    documents.back().authors = {author};
  }
  documents.push_back(test::make_document("several", "", ""));
  documents.back().authors = {"小山 堅", "小山堅", "田中"};
  documents.push_back(test::make_document("none", "", ""));
  test::put_all(folder / "index", documents);
  indexing::reader reader(folder / "index");
  const auto &now = reader.current();
  const value_column authors(now.database, indexing::slot_author, false);
  CHECK(authors.size() == 2);
  REQUIRE(authors.find("小山堅"));
  CHECK(authors.find("小山堅") == authors.find("小山　堅"));
  CHECK(authors.shown(*authors.find("小山堅")) == "小山 堅");
  CHECK_FALSE(authors.find("山田"));
  CHECK(shown_of(authors, now.find("several")) == names{"小山 堅", "田中"});
  CHECK(authors.of(now.find("several")).size() == 2);
  CHECK(authors.of(now.find("none")).empty());
  CHECK(authors.of(0).empty());
  CHECK(authors.of(1000000).empty());
}

TEST_CASE("column: a topic counts for its parents, each once") {
  test::temporary_folder folder;
  document d = test::make_document("1", "", "");
  d.topics = {"資源/石油", "資源/鉱物/銅"};
  test::put_all(folder / "index", {d});
  indexing::reader reader(folder / "index");
  const auto &now = reader.current();
  const value_column topics(now.database, indexing::slot_topic, true);
  CHECK(shown_of(topics, now.find("1")) == names{"資源", "資源/石油", "資源/鉱物", "資源/鉱物/銅"});
  CHECK(topics.of(now.find("1")).size() == 4);
  const value_column flat(now.database, indexing::slot_topic, false);
  CHECK(flat.size() == 2);
}

TEST_CASE("column: each distinct date has one number, in order of first and last days") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (const char *date : {"2024-03", "2023", "2024-03-01", "2024-03", "2023-05-06"}) {
    documents.push_back(test::make_document(std::to_string(documents.size()), "", ""));
    documents.back().date = date;
  }
  test::put_all(folder / "index", documents);
  indexing::reader reader(folder / "index");
  const auto &now = reader.current();
  const date_column dates(now.database, indexing::slot_first_day, indexing::slot_last_day);
  CHECK(dates.size() == 4);
  std::vector<value_id> ids;
  for (std::size_t i = 0; i < documents.size(); ++i) ids.push_back(dates.of(now.find(std::to_string(i))).value());
  CHECK(ids == std::vector<value_id>{3, 0, 2, 3, 1});
}

TEST_CASE("column: dates, and documents without one") {
  test::temporary_folder folder;
  document dated = test::make_document("dated", "", "");
  dated.date = "2024-02";
  test::put_all(folder / "index", {dated, test::make_document("none", "", "")});
  indexing::reader reader(folder / "index");
  const auto &now = reader.current();
  const date_column dates(now.database, indexing::slot_first_day, indexing::slot_last_day);
  REQUIRE(dates.of(now.find("dated")));
  CHECK(dates.date(*dates.of(now.find("dated"))) == text::date_interval{20240201, 20240229});
  CHECK_FALSE(dates.of(now.find("none")));
  CHECK_FALSE(dates.of(1000000));
  CHECK(dates.size() == 1);
}
