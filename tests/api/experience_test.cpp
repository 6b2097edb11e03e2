// Completion, corrections, likeness and pages, over a whole index.
#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::make_document;

namespace {

/// A small archive about energy.
struct archive {
  archive() {
    std::vector<document> documents;
    const char *bodies[] = {"蓄電池は系統を支える。蓄電池の価格は下がった。LNGの価格も下がった。",
                            "首脳会談で蓄電池とLNGが話題になった。エネルギー政策は変わる。",
                            "首脳会談の後、LNG船が港を出た。エネルギー政策は続く。",
                            "畜産と電池の話。牛は草を食べる。"};
    for (int i = 0; i < 4; ++i) {
      document d = make_document(std::to_string(i), i == 0 ? "蓄電池の値段" : "話" + std::to_string(i), bodies[i]);
      d.authors = {i < 2 ? "小山 堅" : "青海 透"};
      d.date = "202" + std::to_string(i);
      documents.push_back(d);
    }
    test::put_all(folder / "index", documents);
    searched.emplace(folder / "index");
  }
  std::vector<std::string> did_you_mean(const std::string &query) {
    search_request request;
    request.query = query;
    return searched->search(request).suggestions;
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

TEST_CASE("suggest: names by any of their words, words and compounds, kana and romaji") {
  archive a;
  CHECK(a.completes("小山", "小山 堅", completion_kind::author));
  CHECK(a.completes("堅", "小山 堅", completion_kind::author));
  CHECK(a.completes("蓄電", "蓄電池の値段", completion_kind::title));
  CHECK(a.completes("値", "蓄電池の値段", completion_kind::title));
  CHECK(a.completes("首脳", "首脳会談", completion_kind::compound));
  for (const char *prefix : {"エネ", "えね", "ｴﾈ", "ene", "enerug", "えねるぎい"})
    CHECK_MESSAGE(a.completes(prefix, "エネルギー", completion_kind::word), prefix);
  CHECK(a.searched->suggest("首脳", 1).size() == 1);
  CHECK(a.searched->suggest("", 10).empty());
  CHECK(a.searched->suggest("首脳", 0).empty());
  CHECK(a.searched->suggest("zzzz", 10).empty());
}

TEST_CASE("did you mean: only words that find nothing, operators and other words as typed") {
  archive a;
  CHECK(a.did_you_mean("畜電池") == std::vector<std::string>{"蓄電池"});
  CHECK(a.did_you_mean("LGN") == std::vector<std::string>{"LNG"});
  CHECK(a.did_you_mean("lgn") == std::vector<std::string>{"lng"});
  CHECK(a.did_you_mean("\"畜電池\" title:話") == std::vector<std::string>{"\"蓄電池\" title:話"});
  CHECK(a.did_you_mean("ＬＧＮ　OR 首脳") == std::vector<std::string>{"LNG　OR 首脳"});
  CHECK(a.did_you_mean("title:畜電池") == std::vector<std::string>{"title:蓄電池"});
  // A prefix is a substring, and finds something; so do words that only do not meet.
  for (const char *query : {"エネルギ", "蓄電池", "首脳 畜産", "", "LNG -LGN", "牛 -畜電池", "未知未知未知"})
    CHECK_MESSAGE(a.did_you_mean(query).empty(), query);
}

TEST_CASE("similar: not itself, most alike first, within filters, also for a text") {
  archive a;
  const auto like = a.searched->similar("1");
  REQUIRE(like);
  REQUIRE_FALSE(like->hits.empty());
  CHECK(like->matched == "similar");
  CHECK(test::ids_of(*like).count("1") == 0);
  CHECK(like->total.value == like->hits.size());
  search_request options;
  options.filters = {{"author", "青海透"}};
  options.facets = {{"author", 0}};
  const auto within = a.searched->similar("1", options);
  for (const hit &h : within->hits) CHECK(h.authors == std::vector<std::string>{"青海 透"});
  CHECK(within->facets[0].values.size() == 2);  // its own filter does not count
  CHECK_FALSE(a.searched->similar("none"));
  const auto text = a.searched->similar_to_text("草を食べる牛");
  REQUIRE_FALSE(text.hits.empty());
  CHECK(text.hits[0].id == "3");
  CHECK(a.searched->similar_to_text("").hits.empty());
}

TEST_CASE("after: pages join without a gap or a repetition, in every order, and are of one revision") {
  test::temporary_folder folder;
  std::vector<document> documents;
  for (int i = 0; i < 95; ++i) {
    document d = make_document(std::to_string(i), "同じ", "水素");
    d.date = i % 2 ? "2024" : "";
    documents.push_back(d);
  }
  test::put_all(folder / "index", documents);
  libsearch::index searched(folder / "index");
  search_request request;
  request.query = "水素";
  request.limit = 7;
  for (const auto order : {sort_order::relevance, sort_order::date, sort_order::date_descending, sort_order::title}) {
    request.sort = order;
    search_request whole = request;
    whole.limit = 1000;
    std::vector<std::string> paged;
    request.after.clear();
    do {
      const auto page = searched.search(request);
      for (const std::string &id : test::listed_ids(page)) paged.push_back(id);
      request.after = page.next;
    } while (!request.after.empty() && paged.size() < 1000);
    CHECK(paged == test::listed_ids(searched.search(whole)));
  }
  request.after = searched.search(request).next;
  REQUIRE_FALSE(request.after.empty());
  search_request other = request;
  other.query = "水";
  CHECK(test::thrown_by([&] { searched.search(other); }) == "invalid_argument");
  other = request;
  other.offset = 3;
  CHECK(test::thrown_by([&] { searched.search(other); }) == "invalid_argument");
  other.offset = 0;
  other.after = "nonsense";
  CHECK(test::thrown_by([&] { searched.search(other); }) == "invalid_argument");
  test::put_all(folder / "index", {make_document("new", "", "水素")});
  CHECK(test::message_of([&] { searched.search(request); }).find("has changed") != std::string::npos);
}

TEST_CASE("collapse: the best hit of each value, the others counted") {
  archive a;
  search_request request;
  request.collapse = "author";
  request.limit = 1;
  auto page = a.searched->search(request);
  REQUIRE(page.hits.size() == 1);
  CHECK(page.hits[0].collapsed == 1);
  CHECK(page.total.value == 4);
  request.after = page.next;
  page = a.searched->search(request);
  REQUIRE(page.hits.size() == 1);
  CHECK(page.next.empty());
  request.after.clear();
  request.collapse = "series";  // nobody has one: nothing is collapsed
  request.limit = 10;
  CHECK(a.searched->search(request).hits.size() == 4);
  request.collapse = "body";
  CHECK(test::thrown_by([&] { a.searched->search(request); }) == "invalid_argument");
}

TEST_CASE("options: tags, cursor, collapse and the order of facets come through JSON") {
  const search_request r = search_request_from_json(
      "q", R"({"after":"x","collapse":"author","facet_sort":"value","mark_tags":["[","]"]})");
  CHECK(r.after == "x");
  CHECK(r.collapse == "author");
  CHECK(r.facets_by == facet_order::value);
  archive a;
  search_request request = r;
  request.query = "蓄電池";
  request.after.clear();
  CHECK(to_json(a.searched->search(request)).find("[蓄電池]") != std::string::npos);
  CHECK(test::thrown_by([] { search_request_from_json("", R"({"mark_tags":["x"]})"); }) == "invalid_argument");
}
