#include "ingest/page_head.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

namespace {

struct row {
  const char *line, *authors, *date, *affiliation, *series, *number;
};

void check(const row &one) {
  CAPTURE(std::string(one.line));
  const libsearch::document found =
      test::page_document("<title>t</title><body><h1>潮の値段</h1>" + std::string(one.line) + "<p>" + test::sentence + "</p><p>" + test::sentence + "</p>");
  CHECK(test::joined_names(found.authors) == one.authors);
  CHECK(found.date == one.date);
  CHECK(found.attribute("affiliation") == one.affiliation);
  CHECK(found.attribute("series") == one.series);
  CHECK(found.attribute("number") == one.number);
  CHECK(found.body == test::sentence + "\n\n" + test::sentence);
}

}  // namespace

TEST_CASE("take_head_lines: authors, dates and series below the title") {
  for (const row &one : {row{"<p>青海 太郎</p><p>2024年3月12日</p>", "青海 太郎", "2024-03-12", "", "", ""},
                         row{"<p>海都研究所 研究員 青海 太郎</p>", "青海 太郎", "", "海都研究所 研究員", "", ""},
                         row{"<p>2024年3月12日 | 著者：青海 太郎</p>", "青海 太郎", "2024-03-12", "", "", ""},
                         row{"<dl><dt>執筆者<dd>白浜 花子</dl>", "白浜 花子", "", "", "", ""},
                         row{"<p>By Jane Doe, Lake University</p><p>May 14, 2024</p>", "Jane Doe", "2024-05-14", "Lake University", "", ""},
                         row{"<p>港の窓 第3回</p>", "", "", "", "港の窓", "3"}})
    check(one);
}

TEST_CASE("take_head_lines: a sentence that names people stays in the text") {
  for (const std::string &line : {std::string("所長の青海太郎は、三月に港を訪れた。"), std::string("By the river, Jane Doe waited for the ferry.")}) {
    CAPTURE(line);
    const libsearch::document found = test::page_document("<body><h1>潮の値段</h1><p>" + line + "</p><p>" + test::sentence + "</p>");
    CHECK(found.authors.empty());
    CHECK(found.body.find(line) != std::string::npos);
  }
}
