/* Eight threads search, each with an index of its own, while another one commits. Meant for ThreadSanitizer, see
 * docs/HACKING.md; without it, too, no thread may lose a document that it has seen. */
#define _XOPEN_SOURCE 700
#include <pthread.h>

#include "support.h"

enum { reader_count = 8, documents_before = 40, commits = 40, rebuilds = 2 };

static int writing = 1;
static pthread_mutex_t writing_mutex = PTHREAD_MUTEX_INITIALIZER;
static libsearch_results *shared_results;

static int is_writing(void) {
  int now;
  pthread_mutex_lock(&writing_mutex);
  now = writing;
  pthread_mutex_unlock(&writing_mutex);
  return now;
}

static libsearch_status put_number(libsearch_writer *writer, int number) {
  char json[200];
  snprintf(json, sizeof json,
           "{\"id\":\"%d\",\"title\":\"題%d\",\"author\":\"青海 透\",\"topic\":\"電力/%d\",\"date\":\"2024\","
           "\"body\":\"短い文章を使う試み%d\"}",
           number, number, number % 5, number);
  return put(writer, json, NULL);
}

struct reader {
  int searches, failures;
};

/* Reads what all threads read. */
static int read_shared(void) {
  size_t hit;
  for (hit = 0; hit < libsearch_results_hit_count(shared_results); ++hit)
    if (*libsearch_results_hit_title(shared_results, hit, NULL) == '\0') return 0;
  return libsearch_results_hit_count(shared_results) > 0;
}

static void *read_on(void *context) {
  static const char *const queries[] = {"文章", "を使う", "試み1", "tesi", "\"短い文章\" NOT 試み3"};
  struct reader *reader = context;
  libsearch_index *index = NULL;
  libsearch_request *request = NULL;
  size_t seen = documents_before;
  int last;
  if (libsearch_index_open("i.idx", &index, NULL) != LIBSEARCH_OK ||
      libsearch_request_new(&request, NULL) != LIBSEARCH_OK ||
      libsearch_request_add_facet(request, "topic", 5, 0, NULL) != LIBSEARCH_OK)
    ++reader->failures;
  do {
    libsearch_results *found = NULL;
    libsearch_completions *typed = NULL;
    libsearch_error *error = NULL;
    const int which = reader->searches % 5;
    last = !is_writing();
    libsearch_request_set_query(request, queries[which], strlen(queries[which]), NULL);
    if (libsearch_search(index, request, &found, &error) != LIBSEARCH_OK) {
      fprintf(stderr, "%s\n", libsearch_error_message(error));
      ++reader->failures;
    }
    libsearch_error_free(error);
    if (which == 0) {
      if (libsearch_results_total(found) < seen) ++reader->failures;
      seen = libsearch_results_total(found);
      if (libsearch_suggest(index, "文", 3, 5, &typed, NULL) != LIBSEARCH_OK) ++reader->failures;
    }
    libsearch_completions_free(typed);
    libsearch_results_free(found);
    if (!read_shared()) ++reader->failures;
    ++reader->searches;
  } while (!last || reader->searches < 20);
  libsearch_request_free(request);
  libsearch_index_free(index);
  return NULL;
}

static void write_on(void) {
  libsearch_writer *writer = NULL;
  libsearch_writer_options *options = NULL;
  int i, round;
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  for (i = 0; i < commits; ++i) {
    CHECK(put_number(writer, documents_before + i) == LIBSEARCH_OK);
    CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  }
  libsearch_writer_free(writer);
  CHECK_STATUS(libsearch_writer_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_rebuild(options, 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_threads(options, 2, &error), LIBSEARCH_OK);
  for (round = 0; round < rebuilds; ++round) {
    CHECK_STATUS(libsearch_writer_open_with("i.idx", options, &writer, &error), LIBSEARCH_OK);
    for (i = 0; i < documents_before + commits; ++i) CHECK(put_number(writer, i) == LIBSEARCH_OK);
    CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
    libsearch_writer_free(writer);
  }
  libsearch_writer_options_free(options);
}

int main(void) {
  pthread_t threads[reader_count];
  struct reader readers[reader_count] = {{0, 0}};
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_request *request = NULL;
  int i;
  make_test_folder();
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  for (i = 0; i < documents_before; ++i) CHECK(put_number(writer, i) == LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_new(&request, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index, request, &shared_results, &error), LIBSEARCH_OK);

  for (i = 0; i < reader_count; ++i) CHECK(pthread_create(&threads[i], NULL, read_on, &readers[i]) == 0);
  write_on();
  pthread_mutex_lock(&writing_mutex);
  writing = 0;
  pthread_mutex_unlock(&writing_mutex);
  for (i = 0; i < reader_count; ++i) {
    pthread_join(threads[i], NULL);
    CHECK(readers[i].searches >= 20);
    CHECK(readers[i].failures == 0);
  }
  libsearch_results_free(shared_results);
  libsearch_request_free(request);
  libsearch_index_free(index);
  (void)contains;
  return checks_failed != 0;
}
