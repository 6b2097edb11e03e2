/* Callbacks: told in time, able to stop, harmless when they use the handle that is at work. */
#define _XOPEN_SOURCE 700
#include "support.h"

struct watch {
  libsearch_writer *writer;
  libsearch_index *index;
  int calls, stop_at, misused, lines;
  libsearch_stage last;
};

static int watch_progress(void *context, libsearch_stage stage, size_t done, size_t total) {
  struct watch *watch = context;
  CHECK(done <= total);
  CHECK(stage >= watch->last);
  watch->last = stage;
  if (watch->writer && libsearch_writer_commit(watch->writer, NULL) == LIBSEARCH_MISUSE) ++watch->misused;
  return ++watch->calls == watch->stop_at;
}

static int watch_search(void *context) {
  struct watch *watch = context;
  libsearch_string *out = NULL;
  if (libsearch_search_json(watch->index, "a", 1, NULL, 0, &out, NULL) == LIBSEARCH_MISUSE) ++watch->misused;
  return ++watch->calls == watch->stop_at;
}

static void note(void *context, const char *message, size_t length) {
  CHECK(strlen(message) == length && !strchr(message, '\n'));
  ++((struct watch *)context)->lines;
}

static void fill(libsearch_writer *writer) {
  char json[100];
  int i;
  for (i = 0; i < 300; ++i) {
    snprintf(json, sizeof json, "{\"id\":\"%d\",\"title\":\"題%d\",\"body\":\"短い文章を使う\"}", i, i);
    CHECK_STATUS(put(writer, json, &error), LIBSEARCH_OK);
  }
}

static void writing(void) {
  struct watch watch = {NULL, NULL, 0, 1, 0, 0, LIBSEARCH_STAGE_ANALYZING};
  libsearch_writer_options *options = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  size_t documents = 99;
  FILE *leftover;
  CHECK_STATUS(libsearch_writer_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_threads(options, 2, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_memory(options, 64u << 20, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_analyzer(options, "none", 4, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open_with("i.idx", options, &writer, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_writer_options_set_analyzer(options, "ngram", 5, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_dictionary(options, "icu", 3, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_progress(options, watch_progress, &watch, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_log(options, note, &watch, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open_with("i.idx", options, &writer, &error), LIBSEARCH_OK);
  watch.writer = writer;
  fill(writer);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_CANCELLED);
  CHECK(watch.calls == 1 && watch.misused == 1);
  CHECK_STATUS(libsearch_index_open("i.idx", &index, &error), LIBSEARCH_NOT_FOUND);
  CHECK_STATUS(libsearch_writer_rollback(writer, &error), LIBSEARCH_OK);
  watch.stop_at = 0;
  fill(writer);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  CHECK(watch.calls > 4 && watch.misused == watch.calls);
  CHECK(watch.last == LIBSEARCH_STAGE_PUBLISHING);
  CHECK_STATUS(libsearch_writer_reanalyzed(writer, &documents, &error), LIBSEARCH_OK);
  CHECK(documents == 0);
  libsearch_writer_free(writer);
  watch.writer = NULL;
  watch.last = LIBSEARCH_STAGE_ANALYZING;

  leftover = fopen("i.idx/current.new-1", "w");
  if (leftover) fclose(leftover);
  CHECK_STATUS(libsearch_writer_options_set_analyzer(options, "hybrid", 6, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open_with("i.idx", options, &writer, &error), LIBSEARCH_ANALYZER_MISMATCH);
  CHECK(watch.lines == 1);
  CHECK_STATUS(libsearch_writer_options_set_rebuild(options, 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_durable(options, 0, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_open_with("i.idx", options, &writer, &error), LIBSEARCH_OK);
  libsearch_writer_options_free(options);
  fill(writer);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
}

static void searching(void) {
  struct watch watch = {NULL, NULL, 0, 1, 0, 0, LIBSEARCH_STAGE_ANALYZING};
  libsearch_index_options *options = NULL;
  libsearch_request *request = NULL;
  libsearch_results *found = NULL;
  CHECK_STATUS(libsearch_index_options_new(&options, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_options_set_text_cache(options, 0, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_options_set_log(options, note, &watch, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_open_with("i.idx", options, &watch.index, &error), LIBSEARCH_OK);
  libsearch_index_options_free(options);
  CHECK_STATUS(libsearch_request_new(&request, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_set_query(request, "を使う", strlen("を使う"), &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_set_cancel(request, watch_search, &watch, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(watch.index, request, &found, &error), LIBSEARCH_CANCELLED);
  CHECK(found == NULL && watch.calls == 1 && watch.misused == 1);
  watch.stop_at = 0;
  CHECK_STATUS(libsearch_search(watch.index, request, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_total(found) == 300 && watch.calls > 2);
  libsearch_results_free(found);
  CHECK_STATUS(libsearch_request_set_cancel(request, NULL, NULL, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(watch.index, request, &found, &error), LIBSEARCH_OK);
  libsearch_results_free(found);
  libsearch_request_free(request);
  libsearch_index_free(watch.index);
  CHECK(watch.lines == 0);
}

int main(void) {
  make_test_folder();
  writing();
  searching();
  (void)contains;
  return checks_failed != 0;
}
