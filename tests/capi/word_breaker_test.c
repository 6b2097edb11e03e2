/* Words cut by functions of C: in an analyzer, an index and its readers, in several threads, and when they fail. */
#define _XOPEN_SOURCE 700
#include <pthread.h>

#include "support.h"

/* A context: words of `length` characters. The counts are of all contexts. */
struct cutter {
  int length;
  int fails;
  size_t extra; /* behind the true end */
};
static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;
static int made, released;

static void count(int *what) {
  pthread_mutex_lock(&counting);
  ++*what;
  pthread_mutex_unlock(&counting);
}

static struct cutter *new_cutter(int length) {
  struct cutter *it = calloc(1, sizeof *it);
  it->length = length;
  count(&made);
  return it;
}

static int cut(void *context, const char *text, size_t length, libsearch_word_end_callback add, void *ends) {
  const struct cutter *it = context;
  size_t at;
  int characters = 0;
  if (it->fails) return 1;
  for (at = 1; at <= length; ++at) {
    if (at < length && ((unsigned char)text[at] & 0xC0) == 0x80) continue;
    if (++characters % it->length == 0 && add(ends, at + it->extra)) return 1;
  }
  return 0;
}

static void *copy_of(void *context) {
  struct cutter *it = new_cutter(0);
  *it = *(const struct cutter *)context;
  return it;
}

static void *no_copy(void *context) {
  (void)context;
  return NULL;
}

static void release(void *context) {
  free(context);
  count(&released);
}

static libsearch_word_breaker *breaker_of(const char *name, struct cutter *context) {
  libsearch_word_breaker *breaker = NULL;
  CHECK_STATUS(libsearch_word_breaker_new(name, strlen(name), cut, copy_of, release, context, &breaker, &error),
               LIBSEARCH_OK);
  return breaker;
}

/* The words of a text, each with a blank behind it. */
static void expect_words(libsearch_word_breaker *breaker, const char *text, const char *wanted) {
  libsearch_analyzer_options *options = NULL;
  libsearch_analyzer *analyzer = NULL;
  libsearch_tokens *tokens = NULL;
  char words[200] = "";
  size_t i;
  CHECK_STATUS(libsearch_analyzer_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_options_set_word_breaker(options, breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyzer_new(options, &analyzer, &error), LIBSEARCH_OK);
  libsearch_analyzer_options_free(options);
  CHECK_STATUS(libsearch_analyzer_analyze(analyzer, text, strlen(text), &tokens, &error), LIBSEARCH_OK);
  for (i = 0; i < libsearch_tokens_count(tokens); ++i)
    if (libsearch_tokens_kind(tokens, i) == LIBSEARCH_TOKEN_WORD)
      strcat(strcat(words, libsearch_tokens_text(tokens, i, NULL)), " ");
  CHECK(strcmp(words, wanted) == 0);
  libsearch_tokens_free(tokens);
  libsearch_analyzer_free(analyzer);
}

static void analysis(void) {
  libsearch_word_breaker *twos = breaker_of("twos/1", new_cutter(2)), *threes = breaker_of("threes/1", new_cutter(3));
  expect_words(twos, "北の港の水素と風", "北の 港の 水素 と風 ");
  expect_words(threes, "北の港の水素と風", "北の港 の水素 と風 ");
  libsearch_word_breaker_free(twos);
  libsearch_word_breaker_free(threes);
  libsearch_word_breaker_free(threes);
  CHECK(made == released);
}

static libsearch_status write_with(libsearch_word_breaker *breaker, const char *path, int documents,
                                   libsearch_error **told) {
  libsearch_writer_options *options = NULL;
  libsearch_writer *writer = NULL;
  libsearch_status status;
  char json[200];
  int i;
  CHECK_STATUS(libsearch_writer_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_word_breaker(options, breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_threads(options, 4, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_durable(options, 0, &error), LIBSEARCH_OK);
  status = libsearch_writer_open_with(path, options, &writer, told);
  libsearch_writer_options_free(options);
  for (i = 0; i < documents && status == LIBSEARCH_OK; ++i) {
    sprintf(json, "{\"id\":\"%d\",\"title\":\"第%dの港\",\"body\":\"北の港の水素と風の話が%dつある。\"}", i, i, i);
    libsearch_error_free(*told);
    status = put(writer, json, told);
  }
  if (status == LIBSEARCH_OK) status = libsearch_writer_commit(writer, told);
  libsearch_writer_free(writer);
  return status;
}

static void expect_found(libsearch_index *index, const char *query, const char *part) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_search_json(index, query, strlen(query), "{\"limit\":0,\"total\":\"exact\"}", 28, &out, &error),
               LIBSEARCH_OK);
  CHECK(contains(out, part));
  libsearch_string_free(out);
}

static void an_index(void) {
  libsearch_word_breaker *breaker = breaker_of("twos/1", new_cutter(2)), *other = breaker_of("twos/2", new_cutter(2));
  libsearch_index_options *options = NULL;
  libsearch_index *index = NULL;
  CHECK_STATUS(write_with(breaker, "b.idx", 300, &error), LIBSEARCH_OK);
  CHECK(made > 3);
  CHECK_STATUS(libsearch_index_open("b.idx", &index, &error), LIBSEARCH_ANALYZER_MISMATCH);
  CHECK_STATUS(libsearch_index_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_options_set_word_breaker(options, other, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_open_with("b.idx", options, &index, &error), LIBSEARCH_ANALYZER_MISMATCH);
  CHECK_STATUS(libsearch_index_options_set_word_breaker(options, breaker, &error), LIBSEARCH_OK);
  libsearch_word_breaker_free(breaker);
  CHECK_STATUS(libsearch_index_open_with("b.idx", options, &index, &error), LIBSEARCH_OK);
  libsearch_index_options_free(options);
  expect_found(index, "水素", "\"value\":300,");
  expect_found(index, "素と風の", "\"value\":300,"); /* across words, and inside */
  expect_found(index, "word:水素", "\"value\":300,");
  expect_found(index, "word:港", "\"value\":90,"); /* 第10 to 第99: behind an even number of characters */
  libsearch_index_free(index);
  libsearch_word_breaker_free(other);
  CHECK(made == released);
}

static void failures(void) {
  struct cutter *own = new_cutter(2), *failing = new_cutter(2), *wrong = new_cutter(2);
  libsearch_word_breaker *breaker = NULL;
  failing->fails = 1;
  wrong->extra = 1;
  CHECK_STATUS(libsearch_word_breaker_new("a b", 3, cut, copy_of, release, own, &breaker, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_word_breaker_new("a", 1, NULL, copy_of, release, own, &breaker, &error),
               LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_word_breaker_new("a", 1, cut, no_copy, release, own, &breaker, &error), LIBSEARCH_CANCELLED);
  CHECK(breaker == NULL && own->length == 2);
  release(own);

  breaker = breaker_of("fails/1", failing);
  CHECK_STATUS(write_with(breaker, "f.idx", 20, &error), LIBSEARCH_CANCELLED);
  libsearch_word_breaker_free(breaker);
  breaker = breaker_of("wrong/1", wrong);
  CHECK_STATUS(write_with(breaker, "w.idx", 20, &error), LIBSEARCH_INVALID_ARGUMENT);
  libsearch_word_breaker_free(breaker);
  CHECK(made == released);

  /* One context for all threads, which nobody takes back. */
  CHECK_STATUS(libsearch_word_breaker_new("a", 1, cut, NULL, NULL, own = new_cutter(2), &breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(write_with(breaker, "s.idx", 300, &error), LIBSEARCH_OK);
  libsearch_word_breaker_free(breaker);
  release(own);
  CHECK(made == released);
}

int main(void) {
  make_test_folder();
  analysis();
  an_index();
  failures();
  return checks_failed != 0;
}
