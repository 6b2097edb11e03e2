// Names that are written in several ways, and how they are read: completion, counts and their order.
#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "mecab.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::make_document;

namespace {

struct archive {
  explicit archive(const char *dictionary) {
    const std::vector<std::pair<const char *, const char *>> of_author = {
        {"小山 堅", "太陽光発電の費用は下がった。太陽光の将来。"}, {"小山堅", "太陽光発電は増える。電力の話。"},
        {"小山　堅", "太陽光発電と蓄電池。電力の話。"},             {"小山 堅", "太陽の黒点。電力。"},
        {"青木 花", "原子力の話。"},                                 {"Smith", "石油の話。"},
        {"渡辺 太郎", "石炭の話。"},                                 {"いとう", "水の話。"},
    };
    std::vector<document> documents;
    for (std::size_t i = 0; i < of_author.size(); ++i) {
      document d = make_document(std::to_string(i), i == 0 ? "電力市場の改革" : "話", of_author[i].second);
      d.authors = {of_author[i].first};
      d.topics = {i < 4 ? "電力/太陽光" : "資源"};
      documents.push_back(d);
    }
    writer_options options;
    options.dictionary = dictionary;
    test::put_all(folder / "index", documents, options);
    searched.emplace(folder / "index");
  }

  std::vector<facet_value> authors(facet_order order) {
    search_request request;
    request.facets = {{"author", 0}};
    request.facets_by = order;
    return searched->search(request).facets.at(0).values;
  }
  std::vector<std::string> author_names(facet_order order) {
    std::vector<std::string> names;
    for (const facet_value &v : authors(order)) names.push_back(v.value);
    return names;
  }
  bool completes(const std::string &prefix, const std::string &text, completion_kind kind) {
    for (const completion &c : searched->suggest(prefix, 20))
      if (c.text == text && c.kind == kind) return true;
    return false;
  }

  test::temporary_folder folder;
  std::optional<libsearch::index> searched;
};

}  // namespace

TEST_CASE("names: 小山 堅, 小山堅 and 小山　堅 are one author, shown as most documents write it") {
  archive a("icu");
  const auto authors = a.authors(facet_order::usual);
  REQUIRE(authors.size() == 5);
  CHECK(authors[0].value == "小山 堅");
  CHECK(authors[0].count == 4);
  for (const char *spelling : {"小山 堅", "小山堅", "小山　堅"}) {
    search_request request;
    request.filters = {{"author", spelling}};
    CHECK(a.searched->search(request).total.value == 4);
    request.filters.clear();
    request.query = std::string("author:\"") + spelling + "\"";
    CHECK(a.searched->search(request).total.value == 4);
  }
}

TEST_CASE("names: sorted as they are read with MeCab, by their characters without") {
  archive by_characters("icu");
  CHECK(by_characters.author_names(facet_order::reading) ==
        std::vector<std::string>{"Smith", "いとう", "小山 堅", "渡辺 太郎", "青木 花"});
  if (!test::has_mecab()) return;
  archive read("mecab");
  CHECK(read.author_names(facet_order::reading) ==
        std::vector<std::string>{"Smith", "青木 花", "いとう", "小山 堅", "渡辺 太郎"});
  const search_request json = search_request_from_json("", R"({"facets":["author"],"facet_sort":"reading"})");
  CHECK(read.searched->search(json).facets.at(0).values.at(1).value == "青木 花");
}

TEST_CASE("suggest: kanji by kana and romaji, where the dictionary knows readings") {
  archive without("icu");
  for (const char *prefix : {"たいよう", "taiyou", "こやま", "でんりょく"}) CHECK_MESSAGE(without.searched->suggest(prefix, 20).empty(), prefix);
  if (!test::has_mecab()) return;
  archive a("mecab");
  for (const char *prefix : {"たいよ", "たいよう", "taiy", "taiyou", "taiyo"})
    CHECK_MESSAGE(a.completes(prefix, "太陽", completion_kind::word), prefix);
  CHECK(a.completes("でんりょく", "電力", completion_kind::topic));
  CHECK(a.completes("denryoku", "電力", completion_kind::topic));
  for (const char *prefix : {"こやま", "コヤマ", "koyam"}) CHECK_MESSAGE(a.completes(prefix, "小山 堅", completion_kind::author), prefix);
  CHECK(a.completes("でんりょくし", "電力市場の改革", completion_kind::title));
  CHECK(a.completes("しじょう", "電力市場の改革", completion_kind::title));  // from any word on
  CHECK(a.completes("でんりょく", "電力/太陽光", completion_kind::topic));
  CHECK(a.completes("げんし", "原子力", completion_kind::word));
  CHECK_FALSE(a.completes("でんりょくし", "電力", completion_kind::topic));
}

TEST_CASE("suggest: a reading goes on beyond a word into what stands behind it") {
  if (!test::has_mecab()) return;
  archive a("mecab");
  const auto completes = [&](const std::string &prefix, const std::string &beginning) {
    for (const completion &c : a.searched->suggest(prefix, 20))
      if (c.text.starts_with(beginning) && c.kind != completion_kind::title) return true;
    return false;
  };
  CHECK(completes("たいようこう", "太陽光"));
  CHECK(completes("taiyoukou", "太陽光"));
  CHECK_FALSE(completes("たいようけ", "太陽光"));
}

TEST_CASE("suggest: a user dictionary's readings serve without MeCab") {
  test::temporary_folder folder;
  {
    index_writer writer(folder / "index");
    writer.set_user_dictionary("蓄電池\tちくでんち\n");
    writer.put(make_document("1", "", "蓄電池の話。"));
    writer.commit();
  }
  libsearch::index searched(folder / "index");
  const auto found = searched.suggest("ちくで", 5);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "蓄電池");
}

TEST_CASE("collapse and cursors: declared keyword fields, one page after another") {
  test::temporary_folder folder;
  schema fields;
  fields.add_field({"magazine", field_type::keyword, "", true, false});
  fields.add_field({"shelf", field_type::keyword, "", true, true});
  fields.add_field({"pages", field_type::number, "", false, false});
  {
    index_writer writer(folder / "index");
    writer.set_schema(fields);
    for (int i = 0; i < 30; ++i) {
      document d = make_document(std::to_string(i), "話", "水素");
      if (i % 3) d.set_attribute("magazine", i % 3 == 1 ? "海" : i % 2 ? "山" : "山 ");
      d.set_attribute("shelf", "a/b");
      d.attributes["pages"] = std::to_string(i);
      writer.put(d);
    }
    writer.commit();
  }
  libsearch::index searched(folder / "index");
  search_request request;
  request.query = "水素";
  request.collapse = "magazine";
  sort_by(request, "-pages");
  request.limit = 5;
  std::vector<std::string> ids;
  std::size_t behind = 0;
  do {
    const auto page = searched.search(request);
    CHECK(page.total.value == 30);
    for (const hit &h : page.hits) ids.push_back(h.id), behind += h.collapsed;
    request.after = page.next;
  } while (!request.after.empty());
  // 海, 山 (with a blank or without), and ten that have none and stand by themselves.
  CHECK(ids == std::vector<std::string>{"29", "28", "27", "24", "21", "18", "15", "12", "9", "6", "3", "0"});
  CHECK(behind == 18);
  request.after.clear();
  for (const char *field : {"shelf", "pages", "body", "nothing"}) {
    request.collapse = field;
    CHECK_MESSAGE(test::message_of([&] { searched.search(request); }).find("to collapse by") != std::string::npos, field);
  }
}
