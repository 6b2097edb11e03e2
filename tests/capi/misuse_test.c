/* What a caller may get wrong: each has a status, none ends the process. */
#define _XOPEN_SOURCE 700
#include <stdint.h>

#include "support.h"

/* Calls each function with one bad handle of each type; all must say LIBSEARCH_MISUSE. */
static void call_all(void *bad) {
  libsearch_string *out = (libsearch_string *)&out; /* must become NULL */
  libsearch_schema *schema = (libsearch_schema *)&out;
  libsearch_writer *writer = (libsearch_writer *)&out;
  libsearch_index *index = (libsearch_index *)&out;
  CHECK_STATUS(put(bad, "{}", &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_remove(bad, "a", 1, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_topic_rules(bad, "", 0, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_synonyms(bad, "", 0, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_user_dictionary(bad, "", 0, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_commit(bad, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_rollback(bad, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_search_json(bad, "a", 1, NULL, 0, &out, &error), LIBSEARCH_MISUSE);
  CHECK(out == NULL);
  CHECK_STATUS(libsearch_index_get_json(bad, "a", 1, &out, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_index_statistics_json(bad, &out, &error), LIBSEARCH_MISUSE);
  CHECK(libsearch_writer_commit(bad, NULL) == LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_schema_to_json(bad, &out, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_schema_add_field(bad, "a", 1, LIBSEARCH_FIELD_DATE, 0, NULL, 0, &error),
               LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_schema_remove_field(bad, "a", 1, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_schema(bad, bad, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_index_schema(bad, &schema, &error), LIBSEARCH_MISUSE);
  CHECK(schema == NULL);
  CHECK_STATUS(libsearch_memory_index_writer(bad, &writer, &error), LIBSEARCH_MISUSE);
  CHECK(writer == NULL);
  CHECK_STATUS(libsearch_memory_index_reader(bad, &index, &error), LIBSEARCH_MISUSE);
  CHECK(index == NULL);
}

static void read_and_free_all(void *bad) {
  CHECK(strcmp(libsearch_string_data(bad), "") == 0);
  CHECK(libsearch_string_size(bad) == 0);
  CHECK(strcmp(libsearch_error_message(bad), "") == 0);
  CHECK(strcmp(libsearch_error_hint(bad), "") == 0);
  CHECK(libsearch_error_status(bad) == (bad ? LIBSEARCH_MISUSE : LIBSEARCH_OK));
  libsearch_index_free(bad);
  libsearch_writer_free(bad);
  libsearch_string_free(bad);
  libsearch_error_free(bad);
  libsearch_schema_free(bad);
  CHECK(strcmp(libsearch_memory_index_path(bad), "") == 0);
  libsearch_memory_index_free(bad);
}

static void bad_handles(void) {
  char memory[64] = {0};
  uintptr_t value;
  unsigned bit;
  call_all(NULL);
  read_and_free_all(NULL);
  call_all(memory);
  read_and_free_all(memory);
  for (value = 1; value < 300; ++value) {
    call_all((void *)value);
    read_and_free_all((void *)value);
  }
  for (bit = 0; bit < sizeof(uintptr_t) * 8; ++bit) {
    call_all((void *)((uintptr_t)1 << bit | 1));
    read_and_free_all((void *)((uintptr_t)1 << bit | 1));
    read_and_free_all((void *)(UINTPTR_MAX << bit | 1));
  }
}

static libsearch_writer *new_index(const char *path) {
  libsearch_writer *writer = NULL;
  CHECK_STATUS(libsearch_writer_open(path, &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\"}", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  return writer;
}

static void freed_and_mistaken_handles(void) {
  libsearch_writer *writer = new_index("i.idx");
  libsearch_index *index = NULL, *later = NULL;
  libsearch_string *text = NULL;
  libsearch_error *missing = NULL;
  const char *as_string;
  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyze_json("文", strlen("文"), &text, &error), LIBSEARCH_OK);
  CHECK(libsearch_index_open("missing", &later, &missing) == LIBSEARCH_NOT_FOUND);

  call_all(text);
  call_all(missing);
  CHECK_STATUS(libsearch_writer_commit((void *)index, &error), LIBSEARCH_MISUSE);
  libsearch_writer_free((void *)index); /* of another type: ignored */
  libsearch_string_free((void *)index);
  libsearch_index_free((void *)writer);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  as_string = libsearch_string_data((void *)missing);
  CHECK(*as_string == '\0');
  CHECK(*libsearch_error_message(missing) != '\0');

  libsearch_index_free(index);
  libsearch_index_free(index);
  call_all(index);
  /* The next handles take the place of the freed ones, which stay freed. */
  CHECK_STATUS(libsearch_index_open("i.idx", &later, &error), LIBSEARCH_OK);
  CHECK(later != index);
  call_all(index);
  libsearch_index_free(index);
  CHECK_STATUS(libsearch_index_statistics_json(later, &text, &error), LIBSEARCH_OK);

  libsearch_string_free(text);
  read_and_free_all(text);
  libsearch_error_free(missing);
  read_and_free_all(missing);
  libsearch_writer_free(writer);
  call_all(writer);
  libsearch_index_free(later);
  call_all(later);
}

static void null_arguments(void) {
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_schema *schema = NULL;
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_index_open(NULL, &index, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_index_open("j.idx", NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_open(NULL, &writer, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_open("j.idx", NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_check(NULL, &out, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_check("j.idx", NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_analyze_json(NULL, 3, &out, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_analyze_json("a", 1, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);

  CHECK_STATUS(libsearch_schema_new(NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_from_json("{}", 2, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_from_json(NULL, 2, &schema, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_new(&schema, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_to_json(schema, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_add_field(schema, NULL, 2, LIBSEARCH_FIELD_DATE, 0, NULL, 0, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_add_field(schema, "a", 1, LIBSEARCH_FIELD_TEXT, 0, NULL, 2, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_remove_field(schema, NULL, 2, &error), LIBSEARCH_INVALID_ARGUMENT);

  writer = new_index("j.idx");
  CHECK_STATUS(libsearch_writer_set_schema(writer, NULL, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_schema(writer, (void *)writer, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_writer_set_schema(writer, schema, &error), LIBSEARCH_OK);
  libsearch_schema_free(schema);
  CHECK_STATUS(libsearch_writer_set_schema(writer, schema, &error), LIBSEARCH_MISUSE);
  CHECK_STATUS(libsearch_index_open("j.idx", &index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_put_json(writer, NULL, 2, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_remove(writer, NULL, 2, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_set_topic_rules(writer, NULL, 2, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_set_synonyms(writer, NULL, 2, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_search_json(index, NULL, 2, NULL, 0, &out, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_search_json(index, "a", 1, NULL, 2, &out, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_search_json(index, "a", 1, NULL, 0, NULL, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_index_get_json(index, NULL, 2, &out, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_index_get_json(index, "a", 1, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_index_get_json(index, NULL, 0, &out, &error), LIBSEARCH_NOT_FOUND);
  CHECK_STATUS(libsearch_index_statistics_json(index, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_index_schema(index, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  libsearch_index_free(index);
  libsearch_writer_free(writer);
}

static void bad_input(void) {
  static const struct {
    const char *json;
    libsearch_status wanted;
  } records[] = {
      {"", LIBSEARCH_MALFORMED},
      {"{\"id\":", LIBSEARCH_MALFORMED},
      {"[]", LIBSEARCH_MALFORMED},
      {"{\"id\":\"\xFF\",\"title\":\"\",\"body\":\"\"}", LIBSEARCH_MALFORMED},
      {"{\"id\":\"x\",\"title\":\"\",\"body\":\"\",\"n\":1e999}", LIBSEARCH_MALFORMED},
      {"{\"id\":\"x\",\"title\":\"\"}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"id\":\"\",\"title\":\"\",\"body\":\"\"}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"id\":\"x\",\"title\":\"\",\"body\":\"\",\"date\":\"2024-13\"}",
       LIBSEARCH_INVALID_ARGUMENT},
  };
  static const struct {
    const char *json;
    libsearch_status wanted;
  } options[] = {
      {"{", LIBSEARCH_MALFORMED},
      {"[]", LIBSEARCH_MALFORMED},
      {"{\"limits\":1}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"limit\":-1}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"sort\":\"size\"}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"facets\":[\"colour\"]}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"filters\":[[\"colour\",\"red\"]]}", LIBSEARCH_INVALID_ARGUMENT},
      {"{\"filters\":[[\"topic\"]]}", LIBSEARCH_INVALID_ARGUMENT},
  };
  libsearch_writer *writer = new_index("k.idx");
  libsearch_index *index = NULL;
  libsearch_string *out = NULL;
  FILE *file;
  size_t i;
  for (i = 0; i < sizeof records / sizeof *records; ++i)
    CHECK_STATUS(put(writer, records[i].json, &error), records[i].wanted);
  CHECK_STATUS(libsearch_writer_set_topic_rules(writer, "no tab", 6, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_writer_set_synonyms(writer, "alone", 5, &error), LIBSEARCH_MALFORMED);
  CHECK_STATUS(libsearch_writer_set_user_dictionary(writer, "a\tb\tc\td", 7, &error), LIBSEARCH_MALFORMED);
  libsearch_writer_free(writer);

  CHECK_STATUS(libsearch_index_open("k.idx", &index, &error), LIBSEARCH_OK);
  for (i = 0; i < sizeof options / sizeof *options; ++i)
    CHECK_STATUS(libsearch_search_json(index, "a", 1, options[i].json, strlen(options[i].json),
                                       &out, &error),
                 options[i].wanted);
  CHECK_STATUS(libsearch_search_json(index, "\xFF(\"\0文", 7, NULL, 0, &out, &error),
               LIBSEARCH_OK);
  libsearch_string_free(out);
  libsearch_index_free(index);

  CHECK_STATUS(libsearch_index_open("missing", &index, &error), LIBSEARCH_NOT_FOUND);
  CHECK(index == NULL);
  CHECK_STATUS(libsearch_check("missing", &out, &error), LIBSEARCH_NOT_FOUND);
  file = fopen("a-file", "w");
  if (file) fclose(file);
  CHECK_STATUS(libsearch_index_open("a-file", &index, &error), LIBSEARCH_NOT_AN_INDEX);
  CHECK_STATUS(libsearch_writer_open("a-file", &writer, &error), LIBSEARCH_NOT_AN_INDEX);
  CHECK(writer == NULL);
}

static void bad_schemas(void) {
  static const struct {
    const char *name;
    int type;
    unsigned flags;
    const char *analyzer;
  } fields[] = {
      {"", LIBSEARCH_FIELD_KEYWORD, 0, ""},
      {"title", LIBSEARCH_FIELD_KEYWORD, 0, ""},
      {"a b", LIBSEARCH_FIELD_KEYWORD, 0, ""},
      {"x", 17, 0, ""},
      {"x", -1, 0, ""},
      {"x", LIBSEARCH_FIELD_KEYWORD, 8, ""},
      {"x", LIBSEARCH_FIELD_NUMBER, LIBSEARCH_FIELD_HIERARCHICAL, ""},
      {"x", LIBSEARCH_FIELD_DATE, 0, "hybrid"},
      {"x", LIBSEARCH_FIELD_TEXT, 0, "none"},
  };
  libsearch_schema *schema = NULL;
  libsearch_string *out = NULL;
  size_t i;
  CHECK_STATUS(libsearch_schema_new(&schema, &error), LIBSEARCH_OK);
  for (i = 0; i < sizeof fields / sizeof *fields; ++i)
    CHECK_STATUS(libsearch_schema_add_field(schema, fields[i].name, strlen(fields[i].name),
                                            (libsearch_field_type)fields[i].type, fields[i].flags,
                                            fields[i].analyzer, strlen(fields[i].analyzer), &error),
                 LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_remove_field(schema, "body", 4, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_schema_remove_field(schema, "none", 4, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_schema_to_json(schema, &out, &error), LIBSEARCH_OK);
  CHECK(strcmp(libsearch_string_data(out), "{\"fields\":[]}") == 0);
  libsearch_string_free(out);
  libsearch_schema_free(schema);
  CHECK_STATUS(libsearch_schema_from_json("{", 1, &schema, &error), LIBSEARCH_MALFORMED);
  CHECK(schema == NULL);
}

static void names_of_statuses(void) {
  CHECK(strcmp(libsearch_status_name(LIBSEARCH_OK), "ok") == 0);
  CHECK(strcmp(libsearch_status_name(LIBSEARCH_INVALID_ARGUMENT), "invalid_argument") == 0);
  CHECK(strcmp(libsearch_status_name(LIBSEARCH_OUT_OF_MEMORY), "out_of_memory") == 0);
  CHECK(strcmp(libsearch_status_name(LIBSEARCH_INTERNAL), "internal") == 0);
  CHECK(strcmp(libsearch_status_name(LIBSEARCH_MISUSE), "misuse") == 0);
  CHECK(strcmp(libsearch_status_name((libsearch_status)31), "unknown") == 0);
}

/* *error is set in each call, so that it need not be set before. */
static void success_clears_error(void) {
  libsearch_string *out = NULL;
  libsearch_error *error = (libsearch_error *)&out;
  CHECK(libsearch_analyze_json("a", 1, &out, &error) == LIBSEARCH_OK);
  CHECK(error == NULL);
  libsearch_string_free(out);
}

int main(void) {
  make_test_folder();
  bad_handles();
  freed_and_mistaken_handles();
  null_arguments();
  bad_input();
  bad_schemas();
  names_of_statuses();
  success_clears_error();
  return checks_failed != 0;
}
