/* Every exported function with NULL, with what was never a handle, with a handle of each other type, with one that
 * was freed, and with one that another call is using. usage: capi_every_function_test EXPORTED.TXT */
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <stdint.h>

#include "support.h"

enum type {
  analyzer, analyzer_options, completions, document, error, index_, index_options, memory_index, query, request, results,
  schema, spans, statistics, string, tokens, word_breaker, writer, writer_options, type_count,
  index = index_
};

static int cut_nothing(void *context, const char *text, size_t length, libsearch_word_end_callback add, void *ends) {
  (void)context, (void)text, (void)length, (void)add, (void)ends;
  return 0;
}

enum class { class_status, class_answer, class_optional, class_maker, class_text, class_number, class_span, class_free,
             class_plain };

/* One function behind a signature that all have. */
struct function {
  const char *name;
  enum class class;
  int type;
  libsearch_status (*status)(void *bad, void *out, libsearch_error **error);
  const char *(*text)(void *bad, size_t *length);
  double (*number)(void *bad);
  libsearch_span (*span)(void *bad);
  void (*free)(void *bad);
};

#define RETURNS_STATUS(function, arguments)                                                 \
  static libsearch_status call_##function(void *bad, void *out, libsearch_error **error) {  \
    (void)bad, (void)out;                                                                   \
    return function arguments;                                                              \
  }
#define STATUS(type, function, arguments) RETURNS_STATUS(function, arguments)
#define ANSWER(type, function, arguments) RETURNS_STATUS(function, arguments)
#define OPTIONAL(type, function, arguments) RETURNS_STATUS(function, arguments)
#define MAKER(function, arguments) RETURNS_STATUS(function, arguments)
#define TEXT(type, function, arguments) \
  static const char *call_##function(void *bad, size_t *length) { return function arguments; }
#define NO_LENGTH(bad) ((void)(length && (*length = 0)), bad)
#define NUMBER(type, function, arguments) \
  static double call_##function(void *bad) { return (double)function arguments; }
#define SPAN(type, function, arguments) \
  static libsearch_span call_##function(void *bad) { return function arguments; }
#define FREE(type, function, arguments) \
  static void call_##function(void *bad) { function arguments; }
#define PLAIN(function)
#include "functions.inc"
#undef STATUS
#undef ANSWER
#undef OPTIONAL
#undef MAKER
#undef TEXT
#undef NUMBER
#undef SPAN
#undef FREE
#undef PLAIN

#define STATUS(type, function, arguments) {#function, class_status, type, call_##function, 0, 0, 0, 0},
#define ANSWER(type, function, arguments) {#function, class_answer, type, call_##function, 0, 0, 0, 0},
#define OPTIONAL(type, function, arguments) {#function, class_optional, type, call_##function, 0, 0, 0, 0},
#define MAKER(function, arguments) {#function, class_maker, type_count, call_##function, 0, 0, 0, 0},
#define TEXT(type, function, arguments) {#function, class_text, type, 0, call_##function, 0, 0, 0},
#define NUMBER(type, function, arguments) {#function, class_number, type, 0, 0, call_##function, 0, 0},
#define SPAN(type, function, arguments) {#function, class_span, type, 0, 0, 0, call_##function, 0},
#define FREE(type, function, arguments) {#function, class_free, type, 0, 0, 0, 0, call_##function},
#define PLAIN(function) {#function, class_plain, type_count, 0, 0, 0, 0, 0},
static const struct function functions[] = {
#include "functions.inc"
};
enum { function_count = sizeof functions / sizeof *functions };

static void *handles[type_count];

#define EXPECT(function, condition) \
  do {                                                                                \
    if (!(condition)) {                                                               \
      fprintf(stderr, "%s:%d: %s: failed: %s\n", __FILE__, __LINE__, (function)->name, #condition); \
      ++checks_failed;                                                                \
    }                                                                                 \
  } while (0)

/* A call that must be refused, with status, error and result agreeing about it. */
static void expect_status(const struct function *f, void *bad, int with_out, libsearch_status wanted) {
  union {
    void *handle;
    size_t number;
  } out;
  libsearch_error *told = (libsearch_error *)&out; /* is set in any case */
  out.handle = &out;
  EXPECT(f, f->status(bad, with_out ? &out : NULL, &told) == wanted);
  EXPECT(f, libsearch_error_status(told) == wanted);
  EXPECT(f, *libsearch_error_message(told) != '\0');
  if (with_out) EXPECT(f, out.number == 0 || out.handle == NULL);
  libsearch_error_free(told);
  EXPECT(f, f->status(bad, with_out ? &out : NULL, NULL) == wanted);
}

static void call(const struct function *f, void *bad) {
  size_t length = 7;
  libsearch_span place;
  switch (f->class) {
    case class_status: expect_status(f, bad, 0, LIBSEARCH_MISUSE); break;
    case class_answer:
      expect_status(f, bad, 1, LIBSEARCH_MISUSE);
      expect_status(f, bad, 0, LIBSEARCH_INVALID_ARGUMENT);
      break;
    case class_optional:
      if (bad) expect_status(f, bad, 1, LIBSEARCH_MISUSE);
      expect_status(f, bad, 0, LIBSEARCH_INVALID_ARGUMENT);
      break;
    case class_maker: expect_status(f, bad, 0, LIBSEARCH_INVALID_ARGUMENT); break;
    case class_text:
      EXPECT(f, strcmp(f->text(bad, &length), "") == 0 && length == 0);
      EXPECT(f, strcmp(f->text(bad, NULL), "") == 0);
      break;
    case class_number: EXPECT(f, f->number(bad) == 0); break;
    case class_span:
      place = f->span(bad);
      EXPECT(f, place.start == 0 && place.end == 0);
      break;
    case class_free: f->free(bad); break;
    case class_plain: break;
  }
}

/* Calls all functions with what is no handle of the type they take. */
static void call_all(void *bad, int type) {
  size_t i;
  for (i = 0; i < function_count; ++i)
    if (functions[i].type != type) call(&functions[i], bad);
  if (type != error) CHECK(libsearch_error_status(bad) == (bad ? LIBSEARCH_MISUSE : LIBSEARCH_OK));
}

static void make_handles(void) {
  libsearch_error *missing = NULL;
  libsearch_writer *writing = NULL;
  libsearch_index *reading = NULL;
  CHECK(libsearch_writer_open("i.idx", &writing, NULL) == LIBSEARCH_OK);
  CHECK_STATUS(put(writing, "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\"}", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writing, &error), LIBSEARCH_OK);
  CHECK(libsearch_index_open("i.idx", &reading, NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_open("missing", (void *)&handles[document], &missing) == LIBSEARCH_NOT_FOUND);
  handles[writer] = writing;
  handles[index] = reading;
  handles[error] = missing;
  CHECK(libsearch_analyzer_new(NULL, (void *)&handles[analyzer], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyzer_options_new((void *)&handles[analyzer_options], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_suggest(reading, "文", strlen("文"), 5, (void *)&handles[completions], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_document_new((void *)&handles[document], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_options_new((void *)&handles[index_options], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_memory_index_new(".", (void *)&handles[memory_index], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_query_all_of((void *)&handles[query], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_request_new((void *)&handles[request], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_search(reading, handles[request], (void *)&handles[results], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_schema_new((void *)&handles[schema], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_highlight(reading, "a", 1, "a", 1, (void *)&handles[spans], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_index_statistics(reading, (void *)&handles[statistics], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyze_json("a", 1, (void *)&handles[string], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyzer_analyze(handles[analyzer], "a", 1, (void *)&handles[tokens], NULL) == LIBSEARCH_OK);
  CHECK(libsearch_word_breaker_new("a", 1, cut_nothing, NULL, NULL, NULL, (void *)&handles[word_breaker], NULL) ==
        LIBSEARCH_OK);
  CHECK(libsearch_writer_options_new((void *)&handles[writer_options], NULL) == LIBSEARCH_OK);
}

static const struct function *freeing(int type) {
  size_t i;
  for (i = 0; i < function_count; ++i)
    if (functions[i].class == class_free && functions[i].type == type) return &functions[i];
  CHECK(!"each type can be freed");
  return &functions[0];
}

/* Each function that takes a second handle says so of that one as well. */
static void second_handles(void) {
  int type;
  for (type = -1; type < type_count; ++type) {
    void *other = type < 0 ? NULL : handles[type];
    libsearch_results *found = NULL;
    if (type != document)
      CHECK_STATUS(libsearch_writer_put(handles[writer], other, NULL, &error), LIBSEARCH_MISUSE);
    /* A query that is added to itself is in use already. */
    CHECK_STATUS(libsearch_query_add(handles[query], other, &error), LIBSEARCH_MISUSE);
    if (type != schema)
      CHECK_STATUS(libsearch_writer_set_schema(handles[writer], other, &error), LIBSEARCH_MISUSE);
    if (other && type != query)
      CHECK_STATUS(libsearch_request_set_query_tree(handles[request], other, &error), LIBSEARCH_MISUSE);
    if (other && type != word_breaker) {
      CHECK_STATUS(libsearch_writer_options_set_word_breaker(handles[writer_options], other, &error), LIBSEARCH_MISUSE);
      CHECK_STATUS(libsearch_index_options_set_word_breaker(handles[index_options], other, &error), LIBSEARCH_MISUSE);
      CHECK_STATUS(libsearch_analyzer_options_set_word_breaker(handles[analyzer_options], other, &error),
                   LIBSEARCH_MISUSE);
    }
    if (other && type != index_options) {
      libsearch_index *reader = NULL;
      CHECK_STATUS(libsearch_memory_index_reader_with(handles[memory_index], other, &reader, &error), LIBSEARCH_MISUSE);
    }
    if (type != request)
      CHECK_STATUS(libsearch_search(handles[index], other, &found, &error), LIBSEARCH_MISUSE);
    if (other && type != request) {
      CHECK_STATUS(libsearch_similar(handles[index], "a", 1, other, &found, &error), LIBSEARCH_MISUSE);
      CHECK_STATUS(libsearch_similar_text(handles[index], "a", 1, other, &found, &error), LIBSEARCH_MISUSE);
    }
  }
}

/* The handles that the running call uses. */
struct in_use {
  int types[2];
  int on, seen;
};

static void *call_users(void *context) {
  const struct in_use *busy = context;
  size_t i;
  int one;
  for (i = 0; i < function_count; ++i)
    for (one = 0; one < 2; ++one)
      if (functions[i].type == busy->types[one] && functions[i].class != class_free)
        call(&functions[i], handles[busy->types[one]]);
  return NULL;
}

/* From the middle of a call: once by its own thread, once by another one. */
static int call_in_between(void *context) {
  struct in_use *busy = context;
  pthread_t other;
  if (!busy->on || busy->seen++) return 0;
  call_users(busy);
  CHECK(pthread_create(&other, NULL, call_users, busy) == 0);
  CHECK(pthread_join(other, NULL) == 0);
  return 0;
}

static int cut_in_between(void *context, const char *text, size_t length, libsearch_word_end_callback add, void *ends) {
  (void)text, (void)length, (void)add, (void)ends;
  return call_in_between(context);
}

static int commit_in_between(void *context, libsearch_stage stage, size_t done, size_t total) {
  (void)stage, (void)done, (void)total;
  return call_in_between(context);
}

static void *no_other(void *context) { return context; }

static void handles_in_use(void) {
  struct in_use searching = {{index, request}, 1, 0}, committing = {{writer, writer}, 0, 0};
  struct in_use putting = {{writer, document}, 0, 0}, analyzing = {{analyzer, analyzer}, 0, 0};
  void *const kept[] = {handles[writer], handles[analyzer]};
  libsearch_results *found = NULL;
  libsearch_word_breaker *breaker = NULL;
  libsearch_tokens *cut = NULL;
  libsearch_document *one = handles[document];

  CHECK(libsearch_request_set_query(handles[request], "文", strlen("文"), NULL) == LIBSEARCH_OK);
  CHECK(libsearch_request_set_cancel(handles[request], call_in_between, &searching, NULL) == LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(handles[index], handles[request], &found, &error), LIBSEARCH_OK);
  CHECK(searching.seen > 0);
  libsearch_results_free(found);
  CHECK(libsearch_request_set_cancel(handles[request], NULL, NULL, NULL) == LIBSEARCH_OK);

  CHECK(libsearch_word_breaker_new("b", 1, cut_in_between, no_other, NULL, &analyzing, &breaker, NULL) == LIBSEARCH_OK);
  CHECK(libsearch_analyzer_options_set_word_breaker(handles[analyzer_options], breaker, NULL) == LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_new(handles[analyzer_options], (void *)&handles[analyzer], &error), LIBSEARCH_OK);
  analyzing.on = 1;
  CHECK_STATUS(libsearch_analyzer_analyze(handles[analyzer], "文章", strlen("文章"), &cut, &error), LIBSEARCH_OK);
  CHECK(analyzing.seen > 0);
  libsearch_tokens_free(cut);
  libsearch_word_breaker_free(breaker);
  libsearch_analyzer_free(handles[analyzer]);

  CHECK(libsearch_word_breaker_new("b", 1, cut_in_between, no_other, NULL, &putting, &breaker, NULL) == LIBSEARCH_OK);
  CHECK(libsearch_writer_options_set_word_breaker(handles[writer_options], breaker, NULL) == LIBSEARCH_OK);
  CHECK(libsearch_writer_options_set_progress(handles[writer_options], commit_in_between, &committing, NULL) ==
        LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open_with("u.idx", handles[writer_options], (void *)&handles[writer], &error), LIBSEARCH_OK);
  CHECK_STATUS(put(handles[writer], "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\"}", &error), LIBSEARCH_OK);
  committing.on = 1;
  CHECK_STATUS(libsearch_writer_commit(handles[writer], &error), LIBSEARCH_OK);
  CHECK(committing.seen > 0);
  CHECK(libsearch_document_set_id(one, "b", 1, NULL) == LIBSEARCH_OK);
  CHECK(libsearch_document_set_title(one, "題", strlen("題"), NULL) == LIBSEARCH_OK);
  CHECK(libsearch_document_set_body(one, "文章", strlen("文章"), NULL) == LIBSEARCH_OK);
  putting.on = 1; /* a first build would cut in other threads */
  CHECK_STATUS(libsearch_writer_put(handles[writer], one, NULL, &error), LIBSEARCH_OK);
  CHECK(putting.seen > 0);
  CHECK_STATUS(libsearch_writer_commit(handles[writer], &error), LIBSEARCH_OK);
  libsearch_writer_free(handles[writer]);
  libsearch_word_breaker_free(breaker);
  handles[writer] = kept[0];
  handles[analyzer] = kept[1];
}

static void compare_with(const char *path) {
  char line[200];
  size_t i, listed = 0;
  FILE *file = fopen(path, "r");
  CHECK(file != NULL);
  if (!file) return;
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0') continue;
    ++listed;
    for (i = 0; i < function_count && strcmp(functions[i].name, line) != 0; ++i) {
    }
    if (i < function_count) continue;
    fprintf(stderr, "%s is exported but stands not in functions.inc\n", line);
    ++checks_failed;
  }
  fclose(file);
  CHECK(listed == function_count);
}

int main(int count, char **arguments) {
  void *freed[type_count];
  char memory[64] = {0};
  uintptr_t value;
  int type, other;
  if (count != 2) return 2;
  compare_with(arguments[1]);
  make_test_folder();
  call_all(NULL, type_count);
  call_all(memory, type_count);
  for (value = 1; value < 64; ++value) call_all((void *)value, type_count);
  for (value = 1; value; value <<= 1) call_all((void *)(value | 1), type_count);
  CHECK_STATUS(libsearch_check(NULL, (void *)memory, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_compact(NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_compact("missing", &error), LIBSEARCH_NOT_FOUND);
  CHECK(libsearch_is_date(NULL, 3) == 0);

  make_handles();
  for (type = 0; type < type_count; ++type) {
    CHECK(handles[type] != NULL);
    call_all(handles[type], type); /* the free functions of other types leave it alone */
  }
  second_handles();
  CHECK_STATUS(libsearch_writer_commit(handles[writer], &error), LIBSEARCH_OK);
  handles_in_use();

  for (type = 0; type < type_count; ++type) {
    freed[type] = handles[type];
    freeing(type)->free(handles[type]);
    freeing(type)->free(handles[type]);
    call_all(freed[type], type_count);
  }
  /* New handles take the places of the freed ones, which stay freed. */
  make_handles();
  for (type = 0; type < type_count; ++type) {
    for (other = 0; other < type_count; ++other) CHECK(freed[type] != handles[other]);
    call_all(freed[type], type_count);
  }
  for (type = 0; type < type_count; ++type) freeing(type)->free(handles[type]);
  return checks_failed != 0;
}
