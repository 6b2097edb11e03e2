/* What an index holds in memory, and giving it back; readers that go on to a commit when they are told to. */
#define _XOPEN_SOURCE 700
#include "support.h"

static size_t held(const libsearch_index *index) {
  size_t bytes = 0;
  int cache;
  for (cache = LIBSEARCH_CACHE_TEXTS; cache <= LIBSEARCH_CACHE_SETS; ++cache)
    bytes += libsearch_index_cache_bytes(index, (libsearch_cache)cache);
  return bytes;
}

static void search(libsearch_index *index, size_t documents) {
  libsearch_request *request = NULL;
  libsearch_results *found = NULL;
  CHECK_STATUS(libsearch_request_new(&request, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_set_query(request, "の港", strlen("の港"), &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_request_add_facet(request, "author", 6, 0, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_search(index, request, &found, &error), LIBSEARCH_OK);
  CHECK(libsearch_results_total(found) == documents);
  libsearch_results_free(found);
  libsearch_request_free(request);
}

int main(void) {
  libsearch_memory_index *memory = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_string *out = NULL;
  uint64_t before = 0, after = 0;
  make_test_folder();
  CHECK_STATUS(libsearch_memory_index_new(NULL, &memory, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer(memory, &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, "{\"id\":\"1\",\"title\":\"冬の港\",\"body\":\"北の港の話。\",\"authors\":[\"青海 太郎\"]}", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_reader(memory, &index, &error), LIBSEARCH_OK);

  search(index, 1);
  CHECK_STATUS(libsearch_suggest_json(index, "冬", strlen("冬"), 5, &out, &error), LIBSEARCH_OK);
  libsearch_string_free(out);
  CHECK(libsearch_index_cache_bytes(index, LIBSEARCH_CACHE_COLUMNS) > 0);
  CHECK(libsearch_index_cache_bytes(index, LIBSEARCH_CACHE_COMPLETIONS) > 0);
  CHECK(libsearch_index_cache_bytes(index, LIBSEARCH_CACHE_SETS) > 0);
  CHECK(libsearch_index_cache_bytes(index, (libsearch_cache)1000) == 0);
  CHECK_STATUS(libsearch_index_release_caches(index, &error), LIBSEARCH_OK);
  CHECK(held(index) == 0);
  search(index, 1);
  CHECK(held(index) > 0);

  CHECK_STATUS(libsearch_index_refresh(index, &before, &error), LIBSEARCH_OK);
  CHECK(before > 0);
  CHECK_STATUS(put(writer, "{\"id\":\"2\",\"title\":\"夏の港\",\"body\":\"南の港の話。\"}", &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_refresh(index, &after, &error), LIBSEARCH_OK);
  CHECK(after > before);
  CHECK_STATUS(libsearch_index_refresh(index, NULL, &error), LIBSEARCH_OK);
  search(index, 2);

  libsearch_index_free(index);
  libsearch_writer_free(writer);
  libsearch_memory_index_free(memory);
  CHECK_STATUS(libsearch_index_refresh(index, &after, &error), LIBSEARCH_MISUSE);
  CHECK(after == 0);
  return checks_failed != 0;
}
