// Declared fields from document to hit: searched, filtered, sorted, changed.
#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "corpus.hpp"
#include "oracle.hpp"
#include "searching.hpp"
#include "support.hpp"

using namespace libsearch;
using test::everything_of;
using test::ids_of;
using test::make_document;
using test::message_of;
using test::random_source;
using test::thrown_by;

namespace {

using names = std::set<std::string>;

document with(document d, const std::string &field, const std::string &json) {
  d.attributes[field] = json;
  return d;
}

names found(index &searched, const std::string &query) {
  return ids_of(searched.search(everything_of(query, match_mode::all)));
}

void put_with(const std::string &path, const schema &fields, const std::vector<document> &documents) {
  index_writer writer(path);
  writer.set_schema(fields);
  for (const document &d : documents) writer.put(d);
  writer.commit();
}

schema one_field(field_definition field) { return schema().add_field(std::move(field)); }

/// An archive and the random documents in it.
struct filled {
  test::oracle::archive truth{test::random_schema()};
  std::vector<document> documents;

  filled(random_source &random, int count) {
    for (int i = 0; i < count; ++i) {
      documents.push_back(test::random_document(random, std::to_string(i)));
      test::add_random_fields(random, documents.back());
      truth.put(documents.back());
    }
  }
};

/// Compares queries on each declared field with a scan.
void check_queries(random_source &random, index &searched, const test::oracle::archive &truth) {
  for (int i = 0; i < 40; ++i) {
    std::vector<query_node> leaves{
        test::leaf(query_op::phrase, test::random_author(random), "series"),
        test::leaf(query_op::text, test::random_topic(random), "section"),
        test::leaf(query_op::text, test::random_number(random) + std::string(".."), "price"),
        test::leaf(query_op::text, "2021.." + std::to_string(2021 + random.below(4)), "published"),
        test::leaf(query_op::text, random.cut(test::random_author(random), 3), "translator"),
        test::leaf(query_op::text, random.cut(test::random_text(random, 2), 5), "abstract")};
    query_node node = leaves[random.below(leaves.size())];
    if (test::oracle::normalize(node.text).empty()) continue;
    if (random.chance(40)) {
      query_node joined;
      joined.op = random.chance(50) ? query_op::any_of : query_op::all_of;
      joined.children = {node, leaves[random.below(4)]};
      if (joined.op == query_op::all_of && random.chance(50)) {
        query_node without;
        without.op = query_op::none_of;
        without.children = {joined.children[1]};
        joined.children[1] = without;
      }
      node = joined;
    }
    CAPTURE(to_string(node));
    search_request request = everything_of("", match_mode::all);
    request.tree = node;
    CHECK(ids_of(searched.search(request)) == truth.matching(node));
  }
}

}  // namespace

TEST_CASE("fields: queries on random values find what a scan finds, through every change of the index") {
  random_source random(test::seed(20251130));
  test::temporary_folder folder;
  const std::string path = folder / "index";
  filled data(random, 80);
  put_with(path, data.truth.fields(), data.documents);
  index searched(path);
  check_queries(random, searched, data.truth);
  {
    index_writer writer(path);
    CHECK(writer.schema() == data.truth.fields());
    for (int i = 60; i < 100; ++i) {
      document d = test::random_document(random, std::to_string(i));
      test::add_random_fields(random, d);
      writer.put(d);
      data.truth.put(d);
    }
    writer.remove("3");
    data.truth.remove("3");
    writer.commit();
  }
  check_queries(random, searched, data.truth);
  compact_index(path);
  CHECK(searched.schema() == data.truth.fields());
  check_queries(random, searched, data.truth);
  CHECK(check_index(path).empty());
  {
    writer_options options;
    options.rebuild = true;
    index_writer writer(path, options);
    for (const auto &[id, e] : data.truth.entries()) writer.put(e.given);
    writer.commit();
  }
  CHECK(searched.schema() == data.truth.fields());
  check_queries(random, searched, data.truth);
  CHECK(check_index(path).empty());
}

TEST_CASE("fields: declared later, they hold for documents that are there") {
  random_source random(test::seed(20251201));
  test::temporary_folder folder;
  const std::string path = folder / "index";
  filled data(random, 60);
  put_with(path, schema(), data.documents);
  index searched(path);
  CHECK(thrown_by([&] {
          search_request request;
          request.filters = {{"series", "x"}};
          searched.search(request);
        }) == "invalid_argument");
  {
    index_writer writer(path);
    writer.set_schema(data.truth.fields());
    writer.put(data.documents[0]);
    writer.commit();
  }
  check_queries(random, searched, data.truth);
  CHECK(check_index(path).empty());
  {
    index_writer writer(path);
    schema fewer = writer.schema();
    fewer.remove_field("series");  // the others move up
    writer.set_schema(fewer);
    writer.commit();
  }
  CHECK(searched.schema().find("series") == nullptr);
  CHECK(found(searched, "series:田中").empty());  // text now, and in no document
  for (const char *number : {"-1", "3", "250"})
    CHECK(found(searched, std::string("price:") + number) ==
          data.truth.find([&](const auto &e) { return e.passes(filter{"price", number}); }));
  CHECK(check_index(path).empty());
  document d = searched.get("0").value();
  CHECK(d.attributes == data.documents[0].attributes);  // kept, declared or not
}

TEST_CASE("fields: a schema set in the middle of a first build holds for all documents") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  {
    index_writer writer(path);
    writer.put(with(make_document("a", "", "水"), "series", "\"x\""));
    writer.set_schema(one_field({"series", field_type::keyword, "", true, false}));
    writer.put(with(make_document("b", "", "水"), "series", "\"X\""));
    writer.commit();
  }
  index searched(path);
  CHECK(found(searched, "series:x") == names{"a", "b"});
  CHECK(check_index(path).empty());
}

TEST_CASE("fields: a rollback takes the schema back too") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  const schema fields = one_field({"series", field_type::keyword, "", true, false});
  put_with(path, fields, {with(make_document("a", "", "水"), "series", "\"x\"")});
  index_writer writer(path);
  writer.set_schema({});
  writer.rollback();
  CHECK(writer.schema() == fields);
  writer.put(with(make_document("b", "", "水"), "series", "\"x\""));
  writer.commit();
  index searched(path);
  CHECK(found(searched, "series:x") == names{"a", "b"});
}

TEST_CASE("fields: a value of another type is refused by document and field, and nothing else is lost") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  schema fields;
  fields.add_field({"price", field_type::number, "", true, false})
      .add_field({"published", field_type::date, "", false, false})
      .add_field({"series", field_type::keyword, "", false, false})
      .add_field({"abstract", field_type::text, "", false, false});
  index_writer writer(path);
  writer.set_schema(fields);
  const document plain = make_document("doc", "", "水");
  const std::pair<const char *, const char *> bad[] = {
      {"price", "\"cheap\""},  {"price", "[1]"},         {"price", "true"},         {"published", "\"2025-13\""},
      {"published", "[]"},     {"published", "2025.5"},  {"series", "{\"a\":1}"},   {"series", "[\"a\",[\"b\"]]"},
      {"series", "1.5"},       {"abstract", "12"},       {"series", "\"a\\u0000b\""}};
  for (const auto &wrong : bad) {
    const char *field = wrong.first, *json = wrong.second;
    CAPTURE(json);
    const auto put = [&] { writer.put(with(plain, field, json)); };
    CHECK(thrown_by(put) == "invalid_argument");
    CHECK(message_of(put).find(std::string("document doc: field \"") + field + "\"") == 0);
  }
  const std::pair<const char *, const char *> good[] = {
      {"price", "12"},          {"price", "\"1,200\""}, {"price", "null"},        {"price", "\"\""},
      {"published", "\"2025\""}, {"published", "2025"},  {"series", "[\"a\",\"\"]"}, {"series", "12"},
      {"series", "true"},       {"series", "[]"},       {"abstract", "[\"a\",null]"}};
  for (const auto &right : good)
    CHECK_NOTHROW_MESSAGE(writer.put(with(plain, right.first, right.second)), right.second);
  writer.commit();
  CHECK(index(path).get("doc"));
}

TEST_CASE("fields: a schema that a document does not fit changes nothing") {
  test::temporary_folder folder;
  const std::string path = folder / "index";
  put_with(path, {}, {with(make_document("a", "", "水"), "price", "12"),
                      with(make_document("b", "", "水"), "price", "\"cheap\"")});
  index_writer writer(path);
  writer.set_schema(one_field({"price", field_type::number, "", true, false}));
  const auto commit = [&] { writer.commit(); };
  CHECK(message_of(commit).find("document b: field \"price\"") == 0);
  CHECK(index(path).schema() == schema());
  writer.put(with(make_document("b", "", "水"), "price", "13"));
  writer.commit();
  index searched(path);
  CHECK(found(searched, "price:13..") == names{"b"});
  CHECK(check_index(path).empty());
}

TEST_CASE("fields: a keyword is compared as a whole, in any spelling that normalizes alike") {
  test::temporary_folder folder;
  put_with(folder / "index", one_field({"series", field_type::keyword, "", true, false}),
           {with(make_document("a", "", "水"), "series", "\"Energy Brief\""),
            with(make_document("b", "", "水"), "series", "[\"ｅｎｅｒｇｙ  BRIEF\",\"Other\"]"),
            with(make_document("c", "", "水"), "series", "\"Energy\""), make_document("d", "", "Energy Brief")});
  index searched(folder / "index");
  CHECK(found(searched, "series:\"energy brief\"") == names{"a", "b"});
  CHECK(found(searched, "ＳＥＲＩＥＳ：energy") == names{"c"});
  CHECK(found(searched, "series:energy*") == names{"a", "b", "c"});
  CHECK(found(searched, "-series:other") == names{"a", "c", "d"});
  CHECK(found(searched, "series:(other OR energy)") == names{"b", "c"});
  CHECK(found(searched, "series:brief").empty());
  search_request request;
  request.filters = {{"series", ""}};
  CHECK(ids_of(searched.search(request)) == names{"d"});
}

TEST_CASE("fields: long names and names that only hash apart") {
  test::temporary_folder folder;
  const std::string long_name(400, 'x');
  put_with(folder / "index", one_field({std::string(64, 'f'), field_type::keyword, "", true, false}),
           {with(make_document("a", "", "水"), std::string(64, 'f'), '"' + long_name + "1\""),
            with(make_document("b", "", "水"), std::string(64, 'f'), '"' + long_name + "2\""),
            with(make_document("c", "", "水"), std::string(64, 'f'), "\"short\"")});
  index searched(folder / "index");
  search_request request;
  request.filters = {{std::string(64, 'f'), long_name + "1"}};
  CHECK(ids_of(searched.search(request)) == names{"a"});
  CHECK(found(searched, std::string(64, 'f') + ":xxx*") == names{"a", "b"});
  CHECK(check_index(folder / "index").empty());
}

TEST_CASE("fields: texts by their analyzers") {
  test::temporary_folder folder;
  schema fields;
  for (const char *analyzer : {"hybrid", "ngram", "dictionary", "keyword", "english"})
    fields.add_field({std::string("by-") + analyzer, field_type::text, analyzer, false, false});
  std::vector<document> documents{make_document("tokyo", "", ""), make_document("kyoto", "", ""),
                                  make_document("english", "", ""), make_document("mixed", "", "")};
  const char *const texts[] = {"東京都の水素", "京都の水", "Studies of hydrogen economies",
                               "[\"An economy 経済\",\"study\"]"};
  for (std::size_t i = 0; i < documents.size(); ++i)
    for (const field_definition &field : fields.declared())
      documents[i].attributes[field.name] = texts[i][0] == '[' ? texts[i] : std::string("\"") + texts[i] + "\"";
  put_with(folder / "index", fields, documents);
  index searched(folder / "index");
  for (const char *exact : {"by-hybrid", "by-ngram"}) {
    const std::string in = std::string(exact) + ":";
    CHECK(found(searched, in + "京都") == names{"tokyo", "kyoto"});
    CHECK(found(searched, in + "水") == names{"tokyo", "kyoto"});
    CHECK(found(searched, in + "都の水素") == names{"tokyo"});
    CHECK(found(searched, in + "conom") == names{"english", "mixed"});
    CHECK(found(searched, in + "economy経済study").empty());  // two texts
    CHECK(found(searched, in + "word:京都") == names{"kyoto"});
    CHECK(found(searched, in + "東京*") == names{"tokyo"});
    CHECK(found(searched, in + "\"ＨＹＤＲＯＧＥＮ　economies\"") == names{"english"});
  }
  CHECK(found(searched, "by-dictionary:京都") == names{"kyoto"});
  CHECK(found(searched, "by-dictionary:水") == names{"kyoto"});
  CHECK(found(searched, "by-dictionary:study") == names{"mixed"});
  CHECK(found(searched, "by-keyword:京都の水") == names{"kyoto"});
  CHECK(found(searched, "by-keyword:study") == names{"mixed"});
  CHECK(found(searched, "by-keyword:京都").empty());
  CHECK(found(searched, "by-english:economy") == names{"english", "mixed"});
  CHECK(found(searched, "by-english:\"economy\"") == names{"mixed"});
  CHECK(found(searched, "by-english:study") == names{"english", "mixed"});
  CHECK(found(searched, R"(by-english:hydrogen\ economy)") == names{"english"});
  CHECK(found(searched, R"(by-english:study\ hydrogen)").empty());
  CHECK(found(searched, "by-english:econ*") == names{"english", "mixed"});
  CHECK(found(searched, "by-english:conom").empty());
  // Parts without a field are searched in title, authors and body alone.
  CHECK(found(searched, "京都").empty());
}

TEST_CASE("fields: what is no number or date is searched as text, and said") {
  test::temporary_folder folder;
  schema fields;
  fields.add_field({"price", field_type::number, "", false, false})
      .add_field({"published", field_type::date, "", false, false});
  document cheap = make_document("a", "", "cheap someday");
  put_with(folder / "index", fields, {with(cheap, "price", "12"), with(make_document("b", "", ""), "price", "13")});
  index searched(folder / "index");
  const auto results = searched.search(everything_of("price:cheap published:someday", match_mode::all));
  CHECK(ids_of(results) == names{"a"});
  REQUIRE(results.diagnostics.size() == 2);
  CHECK(results.diagnostics[0].message == "\"cheap\" is not a number; searched as text");
  CHECK(results.diagnostics[1].message == "\"someday\" is not a date; searched as text");
  CHECK(found(searched, "price:１２") == names{"a"});
  CHECK(found(searched, "price:13..12").empty());
  CHECK(found(searched, "price:..12.5") == names{"a"});
  query_node unknown = test::leaf(query_op::text, "x", "colour");
  search_request request;
  request.tree = unknown;
  CHECK(message_of([&] { searched.search(request); }) == "\"colour\" is not a field");
  request = {};
  request.filters = {{"price", "cheap"}};
  CHECK(thrown_by([&] { searched.search(request); }) == "invalid_argument");
  request.filters = {};
  request.facets = {{"price", 0}};  // not declared a facet
  CHECK(thrown_by([&] { searched.search(request); }) == "invalid_argument");
}

TEST_CASE("fields: sorted either way, documents without a value last") {
  test::temporary_folder folder;
  schema fields;
  fields.add_field({"price", field_type::number, "", false, false})
      .add_field({"series", field_type::keyword, "", false, false})
      .add_field({"published", field_type::date, "", false, false});
  std::vector<document> documents;
  for (const char *price : {"10", "-2.5", "9", "1000", "9"})
    documents.push_back(with(make_document(std::to_string(documents.size()), "", ""), "price", price));
  documents.push_back(make_document("none", "", ""));
  for (std::size_t i = 0; i < 3; ++i) documents[i].set_attribute("series", i == 1 ? "Ａ" : i == 0 ? "b" : "C");
  documents[0].set_attribute("published", "2025");
  documents[1].set_attribute("published", "2025-06-01");
  put_with(folder / "index", fields, documents);
  index searched(folder / "index");
  using list = std::vector<std::string>;
  const auto order = [&](const std::string &by) {
    search_request request = everything_of("", match_mode::all);
    sort_by(request, by);
    return test::listed_ids(searched.search(request));
  };
  CHECK(order("price") == list{"1", "2", "4", "0", "3", "none"});
  CHECK(order("-price") == list{"3", "0", "2", "4", "1", "none"});
  CHECK(order("series") == list{"1", "0", "2", "3", "4", "none"});
  CHECK(order("-series") == list{"2", "0", "1", "3", "4", "none"});
  CHECK(order("published") == list{"0", "1", "2", "3", "4", "none"});
  CHECK(order("-published") == list{"0", "1", "2", "3", "4", "none"});
  CHECK(thrown_by([&] { order("colour"); }) == "invalid_argument");
  CHECK(thrown_by([&] { order("title-x"); }) == "invalid_argument");
  CHECK(thrown_by([&] { order(""); }) == "invalid_argument");
  search_request none;
  none.limit = 0;
  sort_by(none, "-colour");
  CHECK(thrown_by([&] { searched.search(none); }) == "invalid_argument");
}

TEST_CASE("fields: more filters on counted fields than fit a byte") {
  test::temporary_folder folder;
  schema fields;
  document a = make_document("a", "", ""), b = make_document("b", "", "");
  search_request request = everything_of("", match_mode::all);
  for (int i = 0; i < 20; ++i) {
    const std::string name = "f" + std::to_string(i);
    fields.add_field({name, field_type::keyword, "", true, false});
    a.set_attribute(name, "x");
    b.set_attribute(name, i == 19 ? "y" : "x");
    request.filters.push_back({name, "x"});
    request.facets.push_back({name, 0});
  }
  put_with(folder / "index", fields, {a, b});
  index searched(folder / "index");
  const search_results results = searched.search(request);
  CHECK(ids_of(results) == names{"a"});
  REQUIRE(results.facets.size() == 20);
  CHECK(results.facets[0].values.at(0).count == 1);
  CHECK(results.facets[19].values.size() == 2);
}

TEST_CASE("fields: an analyzer that the index can't do is refused") {
  test::temporary_folder folder;
  writer_options options;
  options.analyzer = "ngram";
  index_writer writer(folder / "index", options);
  CHECK(thrown_by([&] { writer.set_schema(one_field({"x", field_type::text, "dictionary", false, false})); }) ==
        "invalid_argument");
  CHECK_NOTHROW(writer.set_schema(one_field({"x", field_type::text, "ngram", false, false})));
}
