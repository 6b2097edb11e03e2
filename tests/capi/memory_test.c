/* An index in memory through the C interface: the ten lines of a user, lifetimes, misuse. */
#define _XOPEN_SOURCE 700
#include <dirent.h>
#include <sys/stat.h>

#include "support.h"

static const char document[] = "{\"id\":\"a\",\"title\":\"港の水素\",\"body\":\"港で水素を使う。\"}";

static int entries_in(const char *folder) {
  int count = 0;
  DIR *all = opendir(folder);
  struct dirent *entry;
  CHECK(all != NULL);
  while (all && (entry = readdir(all))) count += entry->d_name[0] != '.';
  if (all) closedir(all);
  return count;
}

static void expect(libsearch_index *index, const char *query, const char *part) {
  libsearch_string *out = NULL;
  CHECK_STATUS(libsearch_search_json(index, query, strlen(query), NULL, 0, &out, &error), LIBSEARCH_OK);
  CHECK(contains(out, part));
  libsearch_string_free(out);
}

static void in_a_folder(const char *folder) {
  libsearch_memory_index *notes = NULL;
  libsearch_writer *writer = NULL, *second = NULL;
  libsearch_index *index = NULL, *other = NULL;
  CHECK_STATUS(libsearch_memory_index_new(folder, &notes, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_reader(notes, &index, &error), LIBSEARCH_OK);
  expect(index, "水素", "\"value\":0,");
  CHECK_STATUS(libsearch_memory_index_writer(notes, &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer(notes, &second, &error), LIBSEARCH_LOCKED);
  CHECK(second == NULL);
  CHECK_STATUS(put(writer, document, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  expect(index, "で水素", "\"value\":1,");
  CHECK_STATUS(libsearch_index_open(libsearch_memory_index_path(notes), &other, &error), LIBSEARCH_OK);
  expect(other, "で水素", "\"value\":1,");
  libsearch_index_free(other);

  /* What came from it keeps it. */
  libsearch_memory_index_free(notes);
  CHECK_STATUS(libsearch_writer_remove(writer, "a", 1, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  libsearch_writer_free(writer);
  expect(index, "水素", "\"value\":0,");
  libsearch_index_free(index);
}

/* Words by functions of the caller: writer and readers need them. */
static int cut_each_character(void *context, const char *text, size_t length, libsearch_word_end_callback add, void *ends) {
  size_t i;
  (void)context;
  for (i = 1; i <= length; ++i)
    if (i == length || ((unsigned char)text[i] & 0xC0) != 0x80) add(ends, i);
  return 0;
}

static void with_options(void) {
  libsearch_memory_index *notes = NULL;
  libsearch_word_breaker *breaker = NULL;
  libsearch_writer_options *writing = NULL;
  libsearch_index_options *reading = NULL;
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  uint64_t bytes = 0;
  CHECK_STATUS(libsearch_word_breaker_new("each", 4, cut_each_character, NULL, NULL, NULL, &breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_new(&writing, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_options_set_word_breaker(writing, breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_options_new(&reading, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_index_options_set_word_breaker(reading, breaker, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_new_with(NULL, writing, &notes, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer(notes, &writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(put(writer, document, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_writer_commit(writer, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_reader(notes, &index, &error), LIBSEARCH_ANALYZER_MISMATCH);
  CHECK_STATUS(libsearch_memory_index_reader_with(notes, reading, &index, &error), LIBSEARCH_OK);
  expect(index, "港で", "\"value\":1,");
  CHECK_STATUS(libsearch_memory_index_bytes(notes, &bytes, &error), LIBSEARCH_OK);
  CHECK(bytes > 1000 && bytes < 1000000);
  libsearch_index_free(index);
  libsearch_writer_free(writer);
  libsearch_memory_index_free(notes);
  libsearch_index_options_free(reading);
  libsearch_writer_options_free(writing);
  libsearch_word_breaker_free(breaker);
}

static void misuse(void) {
  libsearch_memory_index *notes = NULL;
  libsearch_writer *writer = (libsearch_writer *)&notes; /* must become NULL */
  libsearch_index *index = (libsearch_index *)&notes;
  CHECK_STATUS(libsearch_memory_index_new(NULL, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_memory_index_new("missing", &notes, &error), LIBSEARCH_NOT_FOUND);
  CHECK(notes == NULL);
  CHECK_STATUS(libsearch_memory_index_writer(NULL, &writer, &error), LIBSEARCH_MISUSE);
  CHECK(writer == NULL);
  CHECK_STATUS(libsearch_memory_index_reader(NULL, &index, &error), LIBSEARCH_MISUSE);
  CHECK(index == NULL);
  CHECK(strcmp(libsearch_memory_index_path(NULL), "") == 0);
  libsearch_memory_index_free(NULL);

  CHECK_STATUS(libsearch_memory_index_new("store", &notes, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer(notes, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_memory_index_reader(notes, NULL, &error), LIBSEARCH_INVALID_ARGUMENT);
  CHECK_STATUS(libsearch_memory_index_reader(notes, &index, &error), LIBSEARCH_OK);
  CHECK_STATUS(libsearch_memory_index_writer((void *)index, &writer, &error), LIBSEARCH_MISUSE);
  CHECK(strcmp(libsearch_memory_index_path((void *)index), "") == 0);
  libsearch_index_free(index);
  libsearch_index_free((void *)notes); /* of another type: ignored */
  CHECK(*libsearch_memory_index_path(notes) == '/');
  libsearch_memory_index_free(notes);
  libsearch_memory_index_free(notes);
  CHECK_STATUS(libsearch_memory_index_writer(notes, &writer, &error), LIBSEARCH_MISUSE);
  CHECK(strcmp(libsearch_memory_index_path(notes), "") == 0);
}

int main(void) {
  make_test_folder();
  CHECK(mkdir("store", 0700) == 0);
  in_a_folder(NULL);
  in_a_folder("store");
  CHECK(entries_in("store") == 0);
  with_options();
  misuse();
  return checks_failed != 0;
}
