/* Each function with good arguments, then with one of them at a time at its edge: NULL, a length of 0 and one beyond
 * all memory, text that is no UTF-8 or much too long, numbers at their limits. arguments.py makes the calls of the header, so
 * that a new function is called as well. Texts are blocks of just their length: a sanitizer sees a byte that is read behind. */
#define _XOPEN_SOURCE 700
#include <float.h>
#include <math.h>
#include <stdint.h>

#include "support.h"

typedef void any_function(void);

union argument {
  void *pointer;
  any_function *function;
  size_t size;
  uint64_t u64;
  int64_t i64;
  unsigned natural;
  int integer;
  double real;
};

struct answer {
  libsearch_status status;
  const char *text;
  libsearch_span span;
  double real;
  uint64_t count;
};

enum kind {
  NONE, ERROR, TEXT, PATH, LENGTH, TEXT_LENGTH, NUMBER_OUT, HANDLE, HANDLE_OUT, FUNCTION, CONTEXT, SIZE, NATURAL,
  INTEGER, U32, U64, I64, REAL, ENUMERATION
};

enum returns { RETURNS_STATUS, RETURNS_STRING, RETURNS_SPAN, RETURNS_REAL, RETURNS_COUNT, RETURNS_NOTHING };

struct parameter {
  const char *name;
  enum kind kind;
  int type; /* of handles */
  any_function *function;
};

struct function {
  const char *name;
  enum returns returns;
  int count;
  const struct parameter *parameters;
  void (*call)(const union argument *a, struct answer *answer);
};

static int a_cancel_callback(void *context) {
  (void)context;
  return 0;
}

static int a_progress_callback(void *context, libsearch_stage stage, size_t done, size_t total) {
  (void)context, (void)stage, (void)done, (void)total;
  return 0;
}

static void a_log_callback(void *context, const char *message, size_t length) {
  (void)context, (void)message, (void)length;
}

static int a_break_callback(void *context, const char *text, size_t length, libsearch_word_end_callback add, void *ends) {
  (void)context, (void)text, (void)length, (void)add, (void)ends;
  return 0;
}

static void *a_clone_callback(void *context) { return context; }

static void a_release_callback(void *context) { (void)context; }

static int a_origin_callback(void *context, const char *id, size_t id_length, const char *path, size_t path_length,
                             uint64_t size, int64_t mtime, const char *digest, size_t digest_length) {
  (void)context, (void)id, (void)id_length, (void)path, (void)path_length;
  (void)size, (void)mtime, (void)digest, (void)digest_length;
  return 0;
}

#include "arguments.inc"
#include "arguments_given.h"

enum { function_count = sizeof functions / sizeof *functions, most_arguments = 10 };

/* Texts of one call. */
static void *blocks[2 * most_arguments];
static int block_count;

static void *block(const char *bytes, size_t length, size_t times) {
  char *made_now = malloc(length * times);
  size_t i;
  for (i = 0; i < times; ++i) memcpy(made_now + i * length, bytes, length);
  return blocks[block_count++] = made_now;
}

static const char *good_text(const struct function *f, const char *parameter) {
  size_t i;
  for (i = 0; i < sizeof good_texts / sizeof *good_texts; ++i)
    if (strcmp(good_texts[i].parameter, parameter) == 0 &&
        (!good_texts[i].function || strcmp(good_texts[i].function, f->name) == 0))
      return good_texts[i].text;
  return "文";
}

/* A call in the making; what it hands out. */
struct attempt {
  const struct function *f;
  union argument a[most_arguments];
  void *results[most_arguments];
  struct answer answer;
  char what[100];
};

static void complain(const struct attempt *it, const char *about) {
  fprintf(stderr, "%s, %s: %s\n", it->f->name, it->what, about);
  ++checks_failed;
}

static void begin(struct attempt *it, const struct function *f) {
  int i;
  memset(it, 0, sizeof *it);
  it->f = f;
  strcpy(it->what, "all good");
  for (i = 0; i < f->count; ++i) {
    const struct parameter *p = &f->parameters[i];
    union argument *a = &it->a[i];
    it->results[i] = &it->results[i]; /* no function may leave it so */
    switch (p->kind) {
      case ERROR: case HANDLE_OUT: case NUMBER_OUT: case TEXT_LENGTH: a->pointer = &it->results[i]; break;
      case TEXT: a->pointer = block(good_text(f, p->name), strlen(good_text(f, p->name)), 1); break;
      case PATH: a->pointer = block(good_text(f, p->name), strlen(good_text(f, p->name)) + 1, 1); break;
      case LENGTH: a->size = strlen(good_text(f, f->parameters[i - 1].name)); break;
      case HANDLE: a->pointer = made((enum type)p->type); break;
      case FUNCTION: a->function = p->function; break;
      case CONTEXT: a->pointer = test_folder; break; /* anything */
      default: break;
    }
  }
}

static int argument_of(const struct function *f, enum kind kind) {
  int i;
  for (i = 0; i < f->count; ++i)
    if (f->parameters[i].kind == kind) return i;
  return -1;
}

/* Uses what the call changed: it must not fall over what it was given. */
static void use(const struct attempt *it, int at) {
  void *handle = it->a[at].pointer;
  libsearch_string *text = NULL;
  libsearch_results *found = NULL;
  libsearch_index *index = NULL;
  libsearch_writer *writer = NULL;
  libsearch_analyzer *analyzer = NULL;
  libsearch_tokens *tokens = NULL;
  libsearch_request *request = NULL;
  libsearch_error *error = NULL;
  libsearch_status status = LIBSEARCH_OK;
  switch (it->f->parameters[at].type) {
    case type_schema:
      status = libsearch_schema_to_json(handle, &text, &error);
      writer = made(type_writer);
      if (!status) status = libsearch_writer_set_schema(writer, handle, &error);
      if (!status) status = put(writer, "{\"id\":\"a\",\"title\":\"題\",\"body\":\"文\",\"series\":\"a\"}", &error);
      if (!status) status = libsearch_writer_commit(writer, &error);
      break;
    case type_document:
      status = libsearch_document_to_json(handle, &text, &error);
      libsearch_error_free(error);
      writer = made(type_writer);
      status = libsearch_writer_put(writer, handle, NULL, &error);
      if (!status) status = libsearch_writer_commit(writer, &error);
      break;
    case type_writer:
      status = put(handle, "{\"id\":\"c\",\"title\":\"題\",\"body\":\"文\"}", &error);
      if (!status) status = libsearch_writer_commit(handle, &error);
      break;
    case type_writer_options:
      remove_tree("w.idx");
      status = libsearch_writer_open_with("w.idx", handle, &writer, &error);
      if (!status) status = put(writer, "{\"id\":\"c\",\"title\":\"題\",\"body\":\"文\"}", &error);
      if (!status) status = libsearch_writer_commit(writer, &error);
      break;
    case type_index_options:
      status = libsearch_index_open_with("i.idx", handle, &index, &error);
      if (!status) status = libsearch_search_json(index, "文", 3, NULL, 0, &text, &error);
      break;
    case type_analyzer_options:
      status = libsearch_analyzer_new(handle, &analyzer, &error);
      if (!status) status = libsearch_analyzer_analyze(analyzer, "文章", 6, &tokens, &error);
      break;
    case type_query:
      status = libsearch_query_to_string(handle, &text, &error);
      request = made(type_request);
      if (!status) status = libsearch_request_set_query_tree(request, handle, &error);
      if (!status) status = libsearch_search(shared[type_index], request, &found, &error);
      break;
    case type_request: status = libsearch_search(shared[type_index], handle, &found, &error); break;
    default: break;
  }
  if (status == LIBSEARCH_INTERNAL || status == LIBSEARCH_MISUSE || status != libsearch_error_status(error)) {
    complain(it, "what it was given to is of no use any more");
    fprintf(stderr, "  %s %s\n", libsearch_status_name(status), libsearch_error_message(error));
  }
  if (found) {
    libsearch_string_free(text);
    text = NULL;
    if (libsearch_results_to_json(found, &text, NULL) != LIBSEARCH_OK) complain(it, "its results are not JSON");
  }
  libsearch_error_free(error);
  libsearch_string_free(text);
  libsearch_results_free(found);
  libsearch_index_free(index);
  libsearch_writer_free(writer);
  libsearch_tokens_free(tokens);
  libsearch_analyzer_free(analyzer);
  libsearch_request_free(request);
}

/* Makes the call, holds what is true of any, frees everything. */
static libsearch_status end(struct attempt *it) {
  const struct function *f = it->f;
  const int error = argument_of(f, ERROR), told_length = argument_of(f, TEXT_LENGTH);
  const libsearch_status status = (f->call(it->a, &it->answer), it->answer.status);
  int i;
  if (f->returns == RETURNS_STRING) {
    const char *text = it->answer.text;
    if (!text) complain(it, "returns NULL");
    else if (told_length >= 0 && it->a[told_length].pointer) {
      size_t length;
      memcpy(&length, &it->results[told_length], sizeof length);
      if (strlen(text) > length || text[length] != '\0') complain(it, "the length is not that of the text");
    }
  }
  if (f->returns == RETURNS_SPAN && it->answer.span.start > it->answer.span.end) complain(it, "a span ends before it begins");
  if (f->returns == RETURNS_STATUS) {
    if (status == LIBSEARCH_INTERNAL) complain(it, "an internal error");
    if (error >= 0 && it->a[error].pointer) {
      libsearch_error *told = it->results[error];
      if (libsearch_error_status(told) != status) complain(it, "status and error object differ");
      if ((status == LIBSEARCH_OK) != (*libsearch_error_message(told) == '\0')) complain(it, "no message, or a needless one");
      if (status == LIBSEARCH_INTERNAL) fprintf(stderr, "  %s\n", libsearch_error_message(told));
      if (strcmp(it->what, "all good") == 0 && status != LIBSEARCH_OK) {
        complain(it, "is refused");
        fprintf(stderr, "  %s\n", libsearch_error_message(told));
      }
      libsearch_error_free(told);
    }
    for (i = 0; i < f->count; ++i) {
      if (f->parameters[i].kind != HANDLE_OUT || !it->a[i].pointer) continue;
      if ((status == LIBSEARCH_OK) != (it->results[i] != NULL)) complain(it, "the result is not as the status says");
      if (status == LIBSEARCH_OK) free_handle((enum type)f->parameters[i].type, it->results[i]);
    }
    for (i = 0; i < f->count; ++i)
      if (f->parameters[i].kind == HANDLE && it->a[i].pointer) use(it, i);
  }
  for (i = 0; i < f->count; ++i)
    if (f->parameters[i].kind == HANDLE && it->a[i].pointer && it->a[i].pointer != shared[f->parameters[i].type])
      free_handle((enum type)f->parameters[i].type, it->a[i].pointer);
  while (block_count > 0) free(blocks[--block_count]);
  return status;
}

static libsearch_status without(const struct function *f, int at, int with_length) {
  struct attempt it;
  void *gone;
  begin(&it, f);
  gone = it.a[at].pointer;
  snprintf(it.what, sizeof it.what, "%s = NULL%s", f->parameters[at].name, with_length ? "" : ", length 0");
  if (f->parameters[at].kind == FUNCTION) it.a[at].function = NULL;
  else it.a[at].pointer = NULL;
  if (!with_length) it.a[at + 1].size = 0;
  if (f->parameters[at].kind == HANDLE && gone != shared[f->parameters[at].type])
    free_handle((enum type)f->parameters[at].type, gone);
  return end(&it);
}

static libsearch_status with_text(const struct function *f, int at, const char *bytes, size_t length, size_t times,
                                  const char *what) {
  struct attempt it;
  begin(&it, f);
  snprintf(it.what, sizeof it.what, "%s = %s", f->parameters[at].name, what);
  it.a[at].pointer = block(bytes, length, times);
  it.a[at + 1].size = length * times;
  return end(&it);
}

static libsearch_status with_length(const struct function *f, int at, size_t length, const char *what) {
  struct attempt it;
  begin(&it, f);
  snprintf(it.what, sizeof it.what, "%s = %s", f->parameters[at].name, what);
  it.a[at].size = length;
  return end(&it);
}

static void with_number(const struct function *f, int at, union argument number, const char *what) {
  struct attempt it;
  begin(&it, f);
  snprintf(it.what, sizeof it.what, "%s = %s", f->parameters[at].name, what);
  it.a[at] = number;
  end(&it);
}

static void expect(const struct function *f, int at, const char *what, libsearch_status status, libsearch_status wanted,
                   libsearch_status or_this) {
  if (f->returns != RETURNS_STATUS || status == wanted || status == or_this) return;
  fprintf(stderr, "%s, %s: %s gives %s, wanted %s\n", f->name, f->parameters[at].name, what,
          libsearch_status_name(status), libsearch_status_name(wanted));
  ++checks_failed;
}

static void try_text(const struct function *f, int at) {
  const libsearch_status empty = with_text(f, at, "", 0, 1, "empty");
  size_t i;
  char what[40];
  expect(f, at, "NULL", without(f, at, 1), LIBSEARCH_INVALID_ARGUMENT, LIBSEARCH_INVALID_ARGUMENT);
  expect(f, at, "NULL with length 0", without(f, at, 0), empty, empty);
  for (i = 0; i < sizeof bad_texts / sizeof *bad_texts; ++i) {
    snprintf(what, sizeof what, "bad text %d", (int)i);
    with_text(f, at, bad_texts[i].bytes, bad_texts[i].length, bad_texts[i].times, what);
  }
}

static void try_number(const struct function *f, int at) {
  const enum kind kind = f->parameters[at].kind;
  union argument number;
  int i;
  memset(&number, 0, sizeof number);
#define TRY(member, value) (number.member = (value), with_number(f, at, number, #value))
  switch (kind) {
    case SIZE: TRY(size, 1); TRY(size, UINT32_MAX); TRY(size, SIZE_MAX / 2); TRY(size, SIZE_MAX); break;
    case NATURAL: case U32: TRY(natural, 1); TRY(natural, UINT32_MAX / 2 + 1); TRY(natural, UINT32_MAX); break;
    case INTEGER: TRY(integer, -1); TRY(integer, INT32_MIN); TRY(integer, INT32_MAX); break;
    case ENUMERATION:
      for (i = -1; i < 12; ++i) TRY(integer, i);
      TRY(integer, INT32_MIN);
      TRY(integer, INT32_MAX);
      break;
    case U64: TRY(u64, 1); TRY(u64, UINT64_MAX); break;
    case I64: TRY(i64, -1); TRY(i64, INT64_MIN); TRY(i64, INT64_MAX); break;
    default: TRY(real, -0.0); TRY(real, NAN); TRY(real, INFINITY); TRY(real, -INFINITY); TRY(real, DBL_MAX); TRY(real, 5e-324);
  }
#undef TRY
}

static void try_all(const struct function *f) {
  struct attempt it;
  int i;
  begin(&it, f);
  end(&it);
  for (i = 0; i < f->count; ++i) switch (f->parameters[i].kind) {
      case ERROR: expect(f, i, "NULL", without(f, i, 1), LIBSEARCH_OK, LIBSEARCH_OK); break;
      case TEXT: try_text(f, i); break;
      case PATH: expect(f, i, "NULL", without(f, i, 1), LIBSEARCH_INVALID_ARGUMENT,
                        strcmp(f->parameters[i].name, "folder") == 0 ? LIBSEARCH_OK : LIBSEARCH_INVALID_ARGUMENT); break;
      case LENGTH:
        expect(f, i, "SIZE_MAX", with_length(f, i, SIZE_MAX, "SIZE_MAX"), LIBSEARCH_INVALID_ARGUMENT, LIBSEARCH_INVALID_ARGUMENT);
        expect(f, i, "half of it", with_length(f, i, SIZE_MAX / 2 + 1, "half"), LIBSEARCH_INVALID_ARGUMENT,
               LIBSEARCH_INVALID_ARGUMENT);
        break;
      case HANDLE_OUT: expect(f, i, "NULL", without(f, i, 1), LIBSEARCH_INVALID_ARGUMENT, LIBSEARCH_INVALID_ARGUMENT); break;
      case NUMBER_OUT: case FUNCTION: expect(f, i, "NULL", without(f, i, 1), LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT); break;
      case HANDLE: expect(f, i, "NULL", without(f, i, 1), LIBSEARCH_MISUSE, LIBSEARCH_OK); break;
      case TEXT_LENGTH: without(f, i, 1); break;
      case CONTEXT: case NONE: break;
      default: try_number(f, i);
    }
}

int main(int count, char **names) {
  size_t i, tried = 0;
  int type;
  make_test_folder();
  make_shared();
  for (i = 0; i < function_count; ++i) {
    if (functions[i].returns == RETURNS_NOTHING) continue; /* frees: every_function_test.c */
    if (count > 1 && !strstr(functions[i].name, names[1])) continue;
    try_all(&functions[i]);
    ++tried;
  }
  CHECK(tried > 0);
  for (type = 0; type < type_count; ++type)
    if (shared[type]) free_handle((enum type)type, shared[type]);
  printf("%d functions\n", (int)tried);
  return checks_failed != 0;
}
