#include "ingest/front_matter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page_support.hpp"

using namespace libsearch::ingest;

namespace {

markup read(const std::string &text) {
  markup page;
  read_front_matter(split_front_matter(text), page);
  return page;
}

std::string names(const markup &page) {
  std::string out;
  for (const author &one : page.authors) out += (out.empty() ? "" : "|") + one.name;
  return out;
}

}  // namespace

TEST_CASE("front matter: the same in YAML, TOML and JSON") {
  for (const std::string &text : {std::string("---\ntitle: 潮の値段\nauthor: [青海 太郎, 白浜 花子]\ndate: 2024-11-04\ntags:\n  - 港\n---\n本文"),
                                  std::string("+++\ntitle = \"潮の値段\"\nauthor = [\"青海 太郎\", \"白浜 花子\"]\ndate = 2024-11-04T09:00:00+09:00\ntags = ['港']\n+++\n本文"),
                                  std::string("{\"title\": \"潮の値段\", \"author\": [\"青海 太郎\", \"白浜 花子\"], \"date\": \"2024-11-04\", \"tags\": [\"港\"]}\n本文")}) {
    CAPTURE(text);
    const markup page = read(text);
    CHECK(page.title == "潮の値段");
    CHECK(names(page) == "青海 太郎|白浜 花子");
    CHECK(page.date == "2024-11-04");
    CHECK(page.keywords == std::vector<std::string>{"港"});
    CHECK(trim(split_front_matter(text).rest) == "本文");
  }
}

TEST_CASE("front matter: people as mappings, with the place where they work") {
  const markup page = read("---\nauthors:\n  - name: Jane Doe\n    affiliation: Lake University\n  - name: John Smith\n---\n");
  CHECK(names(page) == "Jane Doe|John Smith");
  REQUIRE(page.authors.size() == 2);
  CHECK(page.authors[0].affiliation == "Lake University");
}

TEST_CASE("front matter: a subtitle, and the keys of generators") {
  CHECK(read("---\ntitle: 潮の値段\nsubtitle: 三つの港から\n---\n").subtitle == "三つの港から");
  CHECK(read("+++\ntitle = '潮の値段'\nsubtitle = '三つの港から'\n+++\n").subtitle == "三つの港から");
  CHECK(read("---\ntitle: 潮\npublished: true\npublished_at: 2023-04-02 09:00\n---\n").date == "2023-04-02");
  CHECK(read("---\ntitle: 潮\nupdated_at: '2023-04-02'\n---\n").change_date == "2023-04-02");
  CHECK(names(read("---\ntitle: 潮\nauthor:\n  - \"[[青海 太郎]]\"\n  - \"[[people/白浜|白浜 花子]]\"\n---\n")) == "青海 太郎|白浜 花子");
}

TEST_CASE("front matter: what is none is text") {
  for (const char *text : {"", "---\n港の電気\n---\n", "--- a: b", "{\"title\": ", "+++", "a: b\n---\n"}) {
    CAPTURE(std::string(text));
    CHECK(split_front_matter(text).kind == front_matter_kind::none);
  }
}
