/* The way of a document through the C interface: put, found, counted, shown, removed. */
#define _XOPEN_SOURCE 700
#include "support.h"

static const char *const documents[] = {
    "{\"id\":\"a\",\"title\":\"蓄電池の値段\",\"author\":\"青海 透\",\"date\":\"2024-03\","
    "\"topics\":[\"電力/蓄電池\"],\"body\":\"蓄電池の値段は十年で下がった。\",\"note\":7}",
    "{\"id\":\"b\",\"title\":\"港の水素\",\"author\":\"椎名 遥香\",\"date\":\"2025-01-15\","
    "\"topics\":[\"水素\"],\"body\":\"港で水素を使う<試み>が始まる。蓄電池も置く。\"}",
    "{\"id\":\"c\",\"title\":\"風車の羽根\",\"author\":\"青海 透\",\"date\":\"2025\","
    "\"topics\":[\"電力/風力\"],\"body\":\"羽根の材料を調べた。\"}"};

static libsearch_string *search(libsearch_index *index, const char *query, const char *options) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_search_json(index, query, strlen(query), options,
                                     options ? strlen(options) : 0, &out, &error),
               LIBSEARCH_OK);
  CHECK(out != NULL);
  CHECK(libsearch_string_size(out) == strlen(libsearch_string_data(out)));
  return out;
}

static void expect(libsearch_index *index, const char *query, const char *options,
                   const char *part) {
  libsearch_string *out = search(index, query, options);
  CHECK(contains(out, part));
  libsearch_string_free(out);
}

static void build(void) {
  libsearch_writer *writer = NULL;
  size_t i;
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  for (i = 0; i < sizeof documents / sizeof *documents; ++i)
    CHECK_STATUS(put(writer, documents[i], &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
}

static void search_with_options(libsearch_index *index) {
  expect(index, "蓄電池", NULL, "\"total\":{\"value\":2,\"relation\":\"eq\"}");
  expect(index, "蓄電池", NULL, "<mark>蓄電池</mark>");
  expect(index, "試み", NULL, "&lt;");
  expect(index, "", NULL, "\"value\":3,");
  expect(index, "無い言葉", NULL, "\"hits\":[]");
  expect(index, "蓄電池", "{\"limit\":0}", "\"hits\":[]");
  expect(index, "", "{\"sort\":\"date\",\"limit\":1}", "\"id\":\"a\"");
  expect(index, "蓄電池", "{\"filters\":[[\"topic\",\"水素\"]]}", "\"value\":1,");
  expect(index, "", "{\"facets\":[\"topic\",\"author\",\"date:year\"]}",
         "{\"value\":\"電力\",\"count\":2}");
  expect(index, "", "{\"facets\":[\"author\"]}", "{\"value\":\"青海 透\",\"count\":2}");
  expect(index, "", "{\"facets\":[\"date:year\"]}", "{\"value\":\"2025\",\"count\":2}");
}

static void show(libsearch_index *index) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_index_get_json(index, "a", 1, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "\"note\":7"));
  CHECK(contains(out, "十年で下がった。"));
  libsearch_string_free(out);

  CHECK_STATUS(libsearch_index_get_json(index, "none", 4, &out, &error), LIBSEARCH_NOT_FOUND);
  CHECK(out == NULL);

  CHECK_STATUS(libsearch_index_statistics_json(index, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "\"documents\":3"));
  CHECK(contains(out, "\"first_date\":\"2024-03-01\""));
  libsearch_string_free(out);
}

static void suggest_and_compare(libsearch_index *index) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_suggest_json(index, "蓄", strlen("蓄"), 5, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "{\"format\":1,\"prefix\":\"蓄\",\"completions\":["));
  CHECK(contains(out, "蓄電"));
  libsearch_string_free(out);
  CHECK_STATUS(libsearch_similar_json(index, "a", 1, NULL, 0, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "\"matched\":\"similar\""));
  CHECK(!contains(out, "\"id\":\"a\""));
  libsearch_string_free(out);
  CHECK_STATUS(libsearch_similar_json(index, "none", 4, NULL, 0, &out, &error), LIBSEARCH_NOT_FOUND);
  CHECK(out == NULL);
  CHECK_STATUS(libsearch_similar_text_json(index, "蓄電池", strlen("蓄電池"), NULL, 0, &out, &error),
               LIBSEARCH_OK);
  CHECK(contains(out, "\"id\":\"a\""));
  libsearch_string_free(out);
}

/* A string lives on when the index that made it is gone. */
static void string_outlives_index(void) {
  libsearch_index *index = NULL;
  libsearch_string *out;
  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_OK);
  out = search(index, "蓄電池", NULL);
  libsearch_index_free(index);
  CHECK(contains(out, "蓄電池"));
  libsearch_string_free(out);
}

/* An open index sees what a writer commits, and nothing of what it drops. */
static void update(libsearch_index *index) {
  libsearch_writer *writer = NULL, *second = NULL;
  const char rules[] = "材料\t羽根\n";
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open("i.idx", &second, &error), LIBSEARCH_LOCKED);
  CHECK(second == NULL);

  CHECK_STATUS(libsearch_writer_remove(writer, "a", 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_remove(writer, "none", 4, &error), LIBSEARCH_OK);
  expect(index, "蓄電池", NULL, "\"value\":2,");
  CHECK_STATUS(libsearch_writer_rollback(writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  expect(index, "蓄電池", NULL, "\"value\":2,");

  CHECK_STATUS(libsearch_writer_remove(writer, "a", 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, "{\"id\":\"b\",\"title\":\"港\",\"body\":\"空\"}", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_set_topic_rules(writer, rules, strlen(rules), &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_set_synonyms(writer, "埠頭, 港", strlen("埠頭, 港"), &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  expect(index, "埠頭", NULL, "\"id\":\"b\"");
  expect(index, "蓄電池", NULL, "\"value\":0,");
  expect(index, "", "{\"filters\":[[\"topic\",\"材料\"]]}", "\"id\":\"c\"");

  CHECK_STATUS(put(writer, documents[0], &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
  expect(index, "蓄電池", NULL, "\"value\":0,");
}

/* Fields of the caller's own, from the writer to the counts. */
static void declared_fields(void) {
  libsearch_schema *schema = NULL, *kept = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_schema_new(&schema, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_add_field(schema, "series", 6, LIBSEARCH_FIELD_KEYWORD,
                                          LIBSEARCH_FIELD_FACET, NULL, 0, &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_add_field(schema, "price", 5, LIBSEARCH_FIELD_NUMBER, 0, NULL, 0, &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_add_field(schema, "note", 4, LIBSEARCH_FIELD_TEXT, 0, "english", 7, &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open("f.idx", &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_set_schema(writer, schema, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, "{\"id\":\"a\",\"title\":\"\",\"body\":\"水\",\"series\":\"Brief\",\"price\":12,"
                           "\"note\":\"economies\"}", &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, "{\"id\":\"b\",\"title\":\"\",\"body\":\"水\",\"price\":\"no\"}", &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);

  CHECK_STATUS(libsearch_index_open("f.idx", &index, &error), LIBSEARCH_OK);
  expect(index, "price:10..20 note:economy", "{\"facets\":[\"series\"],\"sort\":\"-price\"}",
         "\"series\":[{\"value\":\"Brief\",\"count\":1}]");
  CHECK_STATUS(libsearch_index_schema(index, &kept, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_to_json(kept, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "{\"name\":\"series\",\"type\":\"keyword\",\"facet\":true}"));
  libsearch_schema_free(kept);
  CHECK_STATUS(libsearch_schema_from_json(libsearch_string_data(out), libsearch_string_size(out), &kept, &error),
               LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_remove_field(kept, "price", 5, &error), LIBSEARCH_OK);
  libsearch_string_free(out);
  libsearch_schema_free(kept);
  libsearch_schema_free(schema);
  libsearch_index_free(index);
}

static void without_handles(void) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_check("i.idx", &out, &error), LIBSEARCH_OK);
  CHECK(strcmp(libsearch_string_data(out), "[]") == 0);
  libsearch_string_free(out);

  CHECK_STATUS(libsearch_analyze_json("ｶﾞス会社", strlen("ｶﾞス会社"), &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, "{\"text\":\"ガス\",\"kind\":\"word\",\"start\":0,\"end\":9,\"code_points\":[0,3],\"utf16\":[0,3]}"));
  libsearch_string_free(out);

  CHECK_STATUS(libsearch_analyze_json(NULL, 0, &out, &error), LIBSEARCH_OK);
  CHECK(strcmp(libsearch_string_data(out), "[]") == 0);
  libsearch_string_free(out);

  CHECK(strcmp(libsearch_version(), LIBSEARCH_VERSION_STRING) == 0);
}

int main(void) {
  libsearch_index *index = NULL;
  make_test_folder();
  build();
  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_OK);
  search_with_options(index);
  show(index);
  suggest_and_compare(index);
  string_outlives_index();
  update(index);
  libsearch_index_free(index);
  declared_fields();
  without_handles();
  return checks_failed != 0;
}
