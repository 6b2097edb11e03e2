/* A document made of parts comes back from the index as it was put. */
#define _XOPEN_SOURCE 700
#include "support.h"

static int is(const char *text, const char *wanted) {
  if (strcmp(text, wanted) == 0) return 1;
  fprintf(stderr, "\"%s\" is not \"%s\"\n", text, wanted);
  return 0;
}

#define SET(what, text) \
  CHECK_STATUS(libsearch_document_##what(document, text, strlen(text), &error), LIBSEARCH_OK)

static libsearch_document *made(void) {
  libsearch_document *document = NULL;
  CHECK_STATUS(libsearch_document_new(&document, &error), LIBSEARCH_OK);
  SET(set_id, "a");
  SET(set_title, "港の水素");
  SET(set_date, "2025-01-15");
  SET(set_path, "https://example.org/a");
  SET(add_author, "椎名 遥香");
  SET(add_author, "青海 透");
  SET(add_topic, "電力/水素");
  CHECK_STATUS(libsearch_document_set_body(document, "一頁\0二頁", 13, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_add_page_start(document, 0, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_add_page_start(document, 7, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_add_page_start(document, 6, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_document_set_attribute(document, "list", 4, "[1,\"二\"]", 9, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_set_attribute_text(document, "note", 4, "\"引用\"", 8, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_set_attribute_number(document, "price", 5, 12.5, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_set_origin(document, "/a/b", 4, 123456789012, -5, "abc", 3, &error), LIBSEARCH_OK);
  return document;
}

static void refused_values(libsearch_document *document) {
  char deep[200];
  memset(deep, '[', 100);
  memset(deep + 100, ']', 100);
  CHECK_STATUS(libsearch_document_set_attribute(document, "x", 1, "{", 1, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_document_set_attribute(document, "x", 1, "\"\xFF\"", 3, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_document_set_attribute(document, "x", 1, deep, sizeof deep, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_document_set_attribute(document, "", 0, "1", 1, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_document_set_attribute_number(document, "x", 1, 1e308 * 10, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK(libsearch_document_attribute_count(document) == 3);
}

/* What was put, without what is of the file. */
static void expect_content(const libsearch_document *document) {
  size_t length = 0;
  const char *body = libsearch_document_body(document, &length);
  CHECK(length == 13 && memcmp(body, "一頁\0二頁", 13) == 0);
  CHECK(is(libsearch_document_id(document, &length), "a") && length == 1);
  CHECK(is(libsearch_document_title(document, NULL), "港の水素"));
  CHECK(is(libsearch_document_date(document, NULL), "2025-01-15"));
  CHECK(is(libsearch_document_path(document, NULL), "https://example.org/a"));
  CHECK(libsearch_document_author_count(document) == 2);
  CHECK(is(libsearch_document_author(document, 1, NULL), "青海 透"));
  CHECK(is(libsearch_document_author(document, 2, &length), "") && length == 0);
  CHECK(libsearch_document_topic_count(document) == 1);
  CHECK(is(libsearch_document_topic(document, 0, NULL), "電力/水素"));
  CHECK(libsearch_document_page_count(document) == 2);
  CHECK(libsearch_document_page_start(document, 1) == 7);
  CHECK(libsearch_document_attribute_count(document) == 3);
  CHECK(is(libsearch_document_attribute_name(document, 0, NULL), "list"));
  CHECK(is(libsearch_document_attribute_json(document, 0, NULL), "[1,\"二\"]"));
  CHECK(is(libsearch_document_attribute(document, "note", 4, NULL), "\"\\\"引用\\\"\""));
  CHECK(is(libsearch_document_attribute(document, "price", 5, NULL), "12.5"));
  CHECK(is(libsearch_document_attribute(document, "none", 4, NULL), ""));
}

static int visit(void *context, const char *id, size_t id_length, const char *path, size_t path_length,
                 uint64_t size, int64_t mtime, const char *digest, size_t digest_length) {
  ++*(int *)context;
  CHECK(is(id, "a") && id_length == 1);
  CHECK(is(path, "/a/b") && path_length == 4);
  CHECK(size == 123456789012 && mtime == -5);
  CHECK(is(digest, "abc") && digest_length == 3);
  return *(int *)context > 1;
}

int main(void) {
  libsearch_document *document, *got = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_statistics *figures = NULL;
  libsearch_string *json = NULL;
  int replaced = 7, visited = 0;
  make_test_folder();
  document = made();
  expect_content(document);
  refused_values(document);

  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_set_topic_rules(writer, "港\t港\n", 8, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_put(writer, document, &replaced, &error), LIBSEARCH_OK);
  CHECK(replaced == 0);
  CHECK_STATUS(libsearch_writer_put(writer, document, &replaced, &error), LIBSEARCH_OK);
  CHECK(replaced == 1);
  SET(set_date, "2025-13");
  CHECK_STATUS(libsearch_writer_put(writer, document, &replaced, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK(replaced == 0);
  SET(set_title, "\xFF");
  SET(set_date, "");
  CHECK_STATUS(libsearch_writer_put(writer, document, NULL, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_writer_set_option(writer, "name", 4, "a\0b", 3, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_option(writer, "name", 4, &json, &error), LIBSEARCH_OK);
  CHECK(libsearch_string_size(json) == 3);
  libsearch_string_free(json);
  CHECK_STATUS(libsearch_writer_set_option(writer, "", 0, "a", 1, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
  libsearch_document_free(document);

  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_OK);
  CHECK(is(libsearch_index_path(index, NULL), "i.idx"));
  CHECK_STATUS(libsearch_index_get(index, "b", 1, &got, &error), LIBSEARCH_NOT_FOUND);
  CHECK_STATUS(libsearch_index_get(index, "a", 1, &got, &error), LIBSEARCH_OK);
  expect_content(got);
  CHECK(libsearch_document_rule_topic_count(got) == 1);
  CHECK(is(libsearch_document_rule_topic(got, 0, NULL), "港"));
  CHECK(is(libsearch_document_origin_path(got, NULL), "/a/b"));
  CHECK(libsearch_document_origin_size(got) == 123456789012);
  CHECK(libsearch_document_origin_mtime(got) == -5);
  CHECK(is(libsearch_document_origin_digest(got, NULL), "abc"));
  CHECK_STATUS(libsearch_document_to_json(got, &json, &error), LIBSEARCH_OK);
  libsearch_document_free(got);
  CHECK_STATUS(libsearch_document_from_json(libsearch_string_data(json), libsearch_string_size(json), &got, &error),
               LIBSEARCH_OK);
  CHECK(is(libsearch_document_title(got, NULL), "港の水素"));
  CHECK_STATUS(libsearch_document_clear_authors(got, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_document_clear_topics(got, &error), LIBSEARCH_OK);
  CHECK(libsearch_document_author_count(got) == 0 && libsearch_document_topic_count(got) == 0);
  libsearch_string_free(json);
  libsearch_document_free(got);

  CHECK_STATUS(libsearch_index_for_each_origin(index, visit, &visited, &error), LIBSEARCH_OK);
  CHECK(visited == 1);
  CHECK_STATUS(libsearch_index_for_each_origin(index, visit, &visited, &error), LIBSEARCH_CANCELLED);
  CHECK_STATUS(libsearch_index_option(index, "name", 4, &json, &error), LIBSEARCH_OK);
  CHECK(libsearch_string_size(json) == 3);
  libsearch_string_free(json);
  CHECK_STATUS(libsearch_index_statistics(index, &figures, &error), LIBSEARCH_OK);
  CHECK(libsearch_statistics_documents(figures) == 1);
  CHECK(libsearch_statistics_words(figures) > 0 && libsearch_statistics_revision(figures) > 0);
  CHECK(libsearch_statistics_text_bytes(figures) > 13 && libsearch_statistics_index_bytes(figures) > 1000);
  CHECK(libsearch_statistics_format(figures) == 1);
  CHECK(is(libsearch_statistics_first_date(figures, NULL), "2025-01-15"));
  CHECK(is(libsearch_statistics_last_date(figures, NULL), "2025-01-15"));
  CHECK(*libsearch_statistics_analyzer(figures, NULL) != '\0');
  libsearch_statistics_free(figures);
  CHECK_STATUS(libsearch_compact("i.idx", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_get(index, "a", 1, &got, &error), LIBSEARCH_OK);
  expect_content(got);
  libsearch_document_free(got);
  libsearch_index_free(index);
  CHECK(libsearch_is_date("2024-02-29", 10) && !libsearch_is_date("2023-02-29", 10));
  return checks_failed != 0;
}
