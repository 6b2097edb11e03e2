/* What arguments_test.c calls with: texts and handles. Comes behind arguments.inc, which has the types. */
#ifndef LIBSEARCH_TESTS_CAPI_ARGUMENTS_GIVEN_H
#define LIBSEARCH_TESTS_CAPI_ARGUMENTS_GIVEN_H

#include "support.h"

/* What a good call takes, by name; an entry for one function comes first. The rest is "文", 1 and 0. */
static const struct {
  const char *function, *parameter, *text;
} good_texts[] = {
    {"libsearch_document_from_json", "json", "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\"}"},
    {"libsearch_writer_put_json", "json", "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\"}"},
    {"libsearch_document_set_attribute", "json", "[1]"},
    {"libsearch_schema_from_json", "json", "{\"fields\":[]}"},
    {"libsearch_schema_add_field", "name", "series"},
    {"libsearch_schema_add_field", "analyzer", "english"},
    {"libsearch_word_breaker_new", "name", "mine"},
    {"libsearch_analyzer_options_set_name", "name", "ngram"},
    {"libsearch_request_set_collapse", "field", "author"},
    {NULL, "json", "{}"},
    {NULL, "options_json", "{\"facets\":[\"topic\"]}"},
    {NULL, "date", "2024-02"},
    {NULL, "analyzer", "ngram"},
    {NULL, "dictionary", "icu"},
    {NULL, "words", "蓄電池\tチクデンチ"},
    {NULL, "rules", "港\t港\n"},
    {NULL, "synonyms", "港, 湾\n"},
    {NULL, "field", "topic"},
    {NULL, "value", "電力"},
    {NULL, "order", "date"},
    {NULL, "group", "kana"},
    {NULL, "id", "a"},
    {NULL, "path", "i.idx"},
    {NULL, "folder", "."},
};

/* Texts that are no good: not UTF-8, or what goes deep or far. */
static const struct {
  const char *bytes;
  size_t length, times;
} bad_texts[] = {
    {"\xFF", 1, 1},          {"\xE3\x81", 2, 1},      {"\xE6", 1, 1},       {"\xED\xA0\x80", 3, 1}, {"\xF4\x90\x80\x80", 4, 1},
    {"\xC0\x80", 2, 1},      {"a\0b", 3, 1},          {"\0", 1, 1},         {"文\xE3", 4, 1},       {"\xEF\xBF\xBF", 3, 1},
    {"\xF0\x9F\x98\x80", 4, 1}, {"\"", 1, 1},         {"\\", 1, 1},         {"\t", 1, 1},           {"\n", 1, 3},
    {"あ", 3, 20000},        {"(", 1, 20000},         {"[", 1, 20000},      {"{\"a\":", 5, 20000},  {"a b ", 4, 20000},
    {"\"a\" ", 4, 20000},    {"NOT ", 4, 20000},      {"9", 1, 400},        {"-", 1, 20000},        {"カ\xE3\x82\x99", 6, 9999},
    {"a/", 2, 9999},         {"\xFF", 1, 9999},       {"\xCC\x81", 2, 9999},
};

static void *shared[type_count];

static void *made(enum type type) {
  void *handle = NULL;
  libsearch_query *child = NULL;
  switch (type) {
    case type_schema: CHECK(libsearch_schema_new((void *)&handle, NULL) == LIBSEARCH_OK); break;
    case type_document:
      CHECK(libsearch_document_new((void *)&handle, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_document_set_id(handle, "b", 1, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_document_set_title(handle, "題", 3, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_document_set_body(handle, "文章", 6, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_document_add_author(handle, "青海 透", strlen("青海 透"), NULL) == LIBSEARCH_OK);
      break;
    case type_writer_options: CHECK(libsearch_writer_options_new((void *)&handle, NULL) == LIBSEARCH_OK); break;
    case type_index_options: CHECK(libsearch_index_options_new((void *)&handle, NULL) == LIBSEARCH_OK); break;
    case type_analyzer_options: CHECK(libsearch_analyzer_options_new((void *)&handle, NULL) == LIBSEARCH_OK); break;
    case type_query:
      CHECK(libsearch_query_all_of((void *)&handle, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_query_text("文", 3, &child, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_query_add(handle, child, NULL) == LIBSEARCH_OK);
      libsearch_query_free(child);
      break;
    case type_request:
      CHECK(libsearch_request_from_json("{\"facets\":[\"topic\",\"date\"],\"explain\":true}", 42, (void *)&handle, NULL) ==
            LIBSEARCH_OK);
      CHECK(libsearch_request_set_query(handle, "文 港", 7, NULL) == LIBSEARCH_OK);
      break;
    case type_writer: {
      libsearch_memory_index *memory = NULL;
      CHECK(libsearch_memory_index_new(NULL, &memory, NULL) == LIBSEARCH_OK);
      CHECK(libsearch_memory_index_writer(memory, (void *)&handle, NULL) == LIBSEARCH_OK);
      libsearch_memory_index_free(memory); /* goes with the writer */
      break;
    }
    default: return shared[type];
  }
  return handle;
}

static void make_shared(void) {
  static const char *const records[] = {
      "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文章を読む港\",\"author\":\"青海 透\",\"topic\":\"電力/蓄電池\",\"date\":\"2024\"}",
      "{\"id\":\"b\",\"title\":\"文\",\"body\":\"文章を読む\",\"author\":\"浅野 遥\",\"topic\":\"港\",\"date\":\"2023-05\"}"};
  libsearch_writer *writer = NULL;
  libsearch_request *request = NULL;
  libsearch_index *missing = NULL;
  CHECK(libsearch_writer_open("i.idx", &writer, NULL) == LIBSEARCH_OK);
  CHECK(put(writer, records[0], NULL) == LIBSEARCH_OK);
  CHECK(put(writer, records[1], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_writer_commit(writer, NULL) == LIBSEARCH_OK);
  libsearch_writer_free(writer);
  request = made(type_request);
  CHECK(libsearch_request_set_query(request, "文章 (", strlen("文章 ("), NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_open("i.idx", (void *)&shared[type_index], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_open("missing", &missing, (void *)&shared[type_error]) == LIBSEARCH_NOT_FOUND);
  CHECK(libsearch_search(shared[type_index], request, (void *)&shared[type_results], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_results_total(shared[type_results]) == 2 && libsearch_results_diagnostic_count(shared[type_results]));
  libsearch_request_free(request);
  CHECK(libsearch_memory_index_new(NULL, (void *)&shared[type_memory_index], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_memory_index_writer(shared[type_memory_index], &writer, NULL) == LIBSEARCH_OK);
  CHECK(put(writer, records[0], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_writer_commit(writer, NULL) == LIBSEARCH_OK);
  libsearch_writer_free(writer);
  CHECK(libsearch_suggest(shared[type_index], "文", 3, 5, (void *)&shared[type_completions], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_highlight(shared[type_index], "文章", 6, "文", 3, (void *)&shared[type_spans], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_statistics(shared[type_index], (void *)&shared[type_statistics], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyze_json("文", 3, (void *)&shared[type_string], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyzer_new(NULL, (void *)&shared[type_analyzer], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyzer_analyze(shared[type_analyzer], "文章を", 9, (void *)&shared[type_tokens], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_word_breaker_new("mine", 4, a_break_callback, NULL, NULL, NULL, (void *)&shared[type_word_breaker],
                                   NULL) == LIBSEARCH_OK);
}

#endif
