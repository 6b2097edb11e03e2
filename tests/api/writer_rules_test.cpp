#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "searching.hpp"
#include "support.hpp"
#include "writer_states.hpp"

using namespace libsearch;
using test::everything_of;
using test::ids_of;
using test::make_document;
using test::rebuilding;
using test::thrown_by;
using id_set = std::set<std::string>;

TEST_CASE(
    "writer: topic rules give topics to new documents and, with a commit, to those there are") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  document own = make_document("own", "", "水素と石油");
  own.topics = {"自分"};
  test::put_all(path, {own, make_document("1", "石油", ""), make_document("2", "", "水")});
  libsearch::index searched(path);
  const auto topics = [&](const char *id) { return searched.get(id)->all_topics(); };
  using list = std::vector<std::string>;
  {
    index_writer writer(path);
    writer.set_topic_rules("# 見出し\n\n資源/石油\t石油\n資源/水素\t水素 OR 水素化\n");
    writer.put(make_document("3", "", "石油危機"));
    CHECK(topics("1").empty());
    writer.commit();
  }
  CHECK(topics("own") == list{"自分", "資源/水素", "資源/石油"});
  CHECK(topics("1") == list{"資源/石油"});
  CHECK(topics("2").empty());
  CHECK(topics("3") == list{"資源/石油"});
  CHECK(searched.get("own")->topics == list{"自分"});
  CHECK(searched.get("own")->rule_topics == list{"資源/水素", "資源/石油"});
  search_request request = everything_of("", match_mode::all);
  request.filters = {{"topic", "資源"}};
  CHECK(ids_of(searched.search(request)) == id_set{"own", "1", "3"});
  {
    // A later writer knows the rules.
    index_writer writer(path);
    writer.put(make_document("4", "", "水素"));
    writer.commit();
  }
  CHECK(topics("4") == list{"資源/水素"});
  {
    index_writer writer(path, rebuilding());
    writer.put(make_document("5", "", "石油"));
    writer.put(own);
    writer.commit();
  }
  CHECK(topics("5") == list{"資源/石油"});
  CHECK(check_index(path).empty());
  {
    index_writer writer(path);
    writer.set_topic_rules("水\t水素");
    writer.commit();
  }
  CHECK(topics("own") == list{"水", "自分"});
  CHECK(topics("5").empty());
  {
    index_writer writer(path);
    writer.set_topic_rules("");
    writer.commit();
  }
  CHECK(topics("own") == list{"自分"});
  CHECK(ids_of(searched.search(request)).empty());
}

TEST_CASE("writer: rules that are none are refused by line and change nothing") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  index_writer writer(path);
  writer.set_topic_rules("水\t水");
  const auto set = [&] { writer.set_topic_rules("水\t水\n\n石油\n"); };
  CHECK(thrown_by(set) == "malformed");
  CHECK(test::message_of(set).find("line 3") != std::string::npos);
  writer.put(make_document("1", "", "水"));
  writer.commit();
  libsearch::index searched(path);
  CHECK(searched.get("1")->rule_topics == std::vector<std::string>{"水"});
}

TEST_CASE("writer: rules that change in the middle of a first build lose no document") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    writer.put(test::make_document("a", "", "水素"));
    writer.set_topic_rules("資源\t水素\n");
    writer.put(test::make_document("b", "", "水素"));
    writer.commit();
  }
  index searched(path);
  search_request request;
  request.filters = {{"topic", "資源"}};
  CHECK(test::ids_of(searched.search(request)) == std::set<std::string>{"a", "b"});
  CHECK(check_index(path).empty());
}
