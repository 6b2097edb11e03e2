// The fields of an index as they are declared: by calls and by JSON.
#include <libsearch/schema.hpp>

#include <doctest/doctest.h>

#include <libsearch/error.hpp>

#include "searching.hpp"

using namespace libsearch;
using test::message_of;
using test::thrown_by;

TEST_CASE("schema: each index has six fields") {
  const schema fields;
  std::string names;
  for (const field_definition &field : fields.fields()) names += field.name + " ";
  CHECK(names == "title author topic date body id ");
  CHECK(fields.declared().empty());
  CHECK(fields.to_json() == R"({"fields":[]})");
  CHECK(fields.find("topic")->hierarchical);
  CHECK(fields.find("series") == nullptr);
}

TEST_CASE("schema: fields are declared, changed and taken away") {
  schema fields;
  fields.add_field({"series", field_type::keyword, "", true, false})
      .add_field({"本文要約", field_type::text, "", false, false});
  REQUIRE(fields.declared().size() == 2);
  CHECK(fields.find("本文要約")->analyzer == "hybrid");
  fields.add_field({"series", field_type::number, "", false, false});
  REQUIRE(fields.declared().size() == 2);
  CHECK(fields.find("series")->type == field_type::number);
  CHECK(fields.remove_field("series"));
  CHECK_FALSE(fields.remove_field("series"));
  CHECK(fields.declared().size() == 1);
  CHECK(thrown_by([&] { fields.remove_field("title"); }) == "invalid_argument");
}

TEST_CASE("schema: JSON leads back to the same fields") {
  schema fields;
  fields.add_field({"series", field_type::keyword, "", true, true})
      .add_field({"price", field_type::number, "", true, false})
      .add_field({"abstract", field_type::text, "english", false, false})
      .add_field({"published", field_type::date, "", false, false});
  CHECK(schema::from_json(fields.to_json()) == fields);
  CHECK(schema::from_json("{}") == schema());
  CHECK(schema::from_json(R"({"fields":[{"name":"title","type":"text"}]})") == schema());
}

TEST_CASE("schema: a name that can't be used is refused, and said") {
  for (const char *name : {"", "1st", "_x", "-x", "a b", "a:b", "a/b", "\xFF", "authors", "Topics", "path",
                           "PAGE", "word", "Title", "ＤＡＴＥ", "a.b", "☆"}) {
    schema fields;
    const auto add = [&] { fields.add_field({name, field_type::keyword, "", false, false}); };
    CHECK_MESSAGE(thrown_by(add) == "invalid_argument", name);
    if (std::string(name) == "a b") CHECK(message_of(add).find("\"a b\"") != std::string::npos);
  }
  for (const char *name : {"a", "series", "a-b_1", "系列", "Preis", "ひらがな"})
    CHECK_NOTHROW(schema().add_field({name, field_type::keyword, "", false, false}));
  schema fields;
  fields.add_field({"Series", field_type::keyword, "", false, false});
  CHECK(message_of([&] { fields.add_field({"series", field_type::keyword, "", false, false}); }).find("Series") !=
        std::string::npos);
  CHECK(thrown_by([] {
          schema().add_field({std::string(65, 'a'), field_type::keyword, "", false, false});
        }) == "invalid_argument");
}

TEST_CASE("schema: what does not go together is refused") {
  const field_definition bad[] = {
      {"x", field_type::number, "hybrid", false, false},  {"x", field_type::text, "klingon", false, false},
      {"x", field_type::text, "", false, true},           {"x", field_type::date, "", false, true},
      {"title", field_type::keyword, "", false, false},
  };
  for (const field_definition &field : bad)
    CHECK(thrown_by([&] { schema().add_field(field); }) == "invalid_argument");
  schema full;
  for (std::size_t i = 0; i < schema::most_fields; ++i)
    full.add_field({"f" + std::to_string(i), field_type::keyword, "", true, false});
  CHECK(thrown_by([&] { full.add_field({"more", field_type::keyword, "", true, false}); }) == "invalid_argument");
}

TEST_CASE("schema: JSON that is no schema says why") {
  const std::pair<const char *, const char *> bad[] = {
      {"[]", "malformed"},
      {"{", "malformed"},
      {R"({"field":[]})", "invalid_argument"},
      {R"({"fields":{}})", "invalid_argument"},
      {R"({"fields":["series"]})", "invalid_argument"},
      {R"({"fields":[{"name":"series"}]})", "invalid_argument"},
      {R"({"fields":[{"name":"series","type":"string"}]})", "invalid_argument"},
      {R"({"fields":[{"name":"series","type":1}]})", "invalid_argument"},
      {R"({"fields":[{"name":"series","type":"keyword","facets":true}]})", "invalid_argument"},
      {R"({"fields":[{"name":"series","type":"keyword","facet":"yes"}]})", "invalid_argument"},
      {R"({"fields":[{"type":"keyword"}]})", "invalid_argument"},
      {R"({"fields":[{"name":"a","type":"keyword"},{"name":"a","type":"date"}]})", "invalid_argument"},
  };
  for (const auto &one : bad)
    CHECK_MESSAGE(thrown_by([&] { schema::from_json(one.first); }) == one.second, one.first);
  CHECK(message_of([] { schema::from_json(R"({"fields":[{"name":"series","type":"string"}]})"); })
            .find("\"series\": there is no type \"string\"") != std::string::npos);
}
