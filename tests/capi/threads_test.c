/* One handle in two threads is refused, not a crash; handles of one's own just work. */
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <time.h>

#include "support.h"

enum { thread_count = 4, calls = 300 };

static libsearch_index *shared_index;
static libsearch_string *shared_text;

struct count {
  int done, refused, other;
};

static libsearch_status search_once(libsearch_index *index) {
  libsearch_string *out = NULL;
  const libsearch_status status =
      libsearch_search_json(index, "文章", strlen("文章"), NULL, 0, &out, NULL);
  if ((status == LIBSEARCH_OK) != (out != NULL)) return LIBSEARCH_INTERNAL;
  libsearch_string_free(out);
  return status;
}

static void *search_shared(void *context) {
  struct count *count = context;
  int i;
  for (i = 0; i < calls; ++i) {
    const libsearch_status status = search_once(shared_index);
    if (status == LIBSEARCH_OK) ++count->done;
    else if (status == LIBSEARCH_MISUSE) ++count->refused;
    else ++count->other;
    if (libsearch_string_size(shared_text) == 0) ++count->other; /* read by many: allowed */
  }
  return NULL;
}

static void *search_own(void *context) {
  struct count *count = context;
  libsearch_index *index = NULL;
  int i;
  if (libsearch_index_open("i.idx", &index, NULL) != LIBSEARCH_OK) ++count->other;
  for (i = 0; i < calls; ++i)
    if (search_once(index) == LIBSEARCH_OK) ++count->done;
    else ++count->other;
  libsearch_index_free(index);
  return NULL;
}

static struct count run(void *(*body)(void *), int free_in_the_middle) {
  pthread_t threads[thread_count];
  struct count counts[thread_count] = {{0, 0, 0}}, sum = {0, 0, 0};
  int i;
  for (i = 0; i < thread_count; ++i) pthread_create(&threads[i], NULL, body, &counts[i]);
  if (free_in_the_middle) {
    const struct timespec moment = {0, 3000000};
    nanosleep(&moment, NULL);
    libsearch_index_free(shared_index);
  }
  for (i = 0; i < thread_count; ++i) {
    pthread_join(threads[i], NULL);
    sum.done += counts[i].done;
    sum.refused += counts[i].refused;
    sum.other += counts[i].other;
  }
  return sum;
}

int main(void) {
  libsearch_writer *writer = NULL;
  struct count sum;
  int i;
  char json[100];
  make_test_folder();
  CHECK_STATUS(libsearch_writer_open("i.idx", &writer, &error), LIBSEARCH_OK);
  for (i = 0; i < 50; ++i) {
    snprintf(json, sizeof json, "{\"id\":\"%d\",\"title\":\"題%d\",\"body\":\"短い文章\"}", i, i);
    CHECK_STATUS(put(writer, json, &error), LIBSEARCH_OK);
  }
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
  CHECK_STATUS(libsearch_index_open("i.idx", &shared_index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_analyze_json("文", strlen("文"), &shared_text, &error), LIBSEARCH_OK);

  sum = run(search_shared, 0);
  CHECK(sum.done > 0);
  CHECK(sum.done + sum.refused == thread_count * calls);
  CHECK(sum.other == 0);

  sum = run(search_own, 0);
  CHECK(sum.done == thread_count * calls);
  CHECK(sum.other == 0);

  sum = run(search_shared, 1);
  CHECK(sum.done + sum.refused == thread_count * calls);
  CHECK(sum.other == 0);
  CHECK(search_once(shared_index) == LIBSEARCH_MISUSE);
  libsearch_string_free(shared_text);
  return checks_failed != 0;
}
