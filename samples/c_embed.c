/* Full-text search inside a C program: documents in memory, searched, with hits and facets.
 *
 *   cc c_embed.c $(pkg-config --cflags --libs libsearch) -o c_embed && ./c_embed
 *
 * The documents are fictional. For an index that stays, libsearch_writer_open() and
 * libsearch_index_open() take a path instead of libsearch_memory_index_writer() and _reader(). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libsearch/libsearch.h>

static const char *const notes[] = {
    "{\"id\":\"1\",\"title\":\"屋根の上の発電所\",\"author\":\"青海 透\",\"date\":\"2024-06\","
    "\"topic\":\"電力/太陽光\",\"body\":\"汐見市では小学校の屋根に太陽光発電を載せた。\"}",
    "{\"id\":\"2\",\"title\":\"夜の電気をためる\",\"author\":\"椎名 遥香\",\"date\":\"2025-01\","
    "\"topic\":\"電力/蓄電池\",\"body\":\"昼の太陽光を蓄電池にため、夜の街灯に使う。\"}",
    "{\"id\":\"3\",\"title\":\"港に着く水素\",\"author\":\"青海 透\",\"date\":\"2025-03\","
    "\"topic\":\"水素\",\"body\":\"鳴瀬島の港で、水素を燃料にした船が走り始めた。\"}",
};

/* A program of some size would hand the error on; here each failure ends it. */
static void require(libsearch_status status, libsearch_error **error) {
  if (status == LIBSEARCH_OK) return;
  fprintf(stderr, "%s\n%s\n", libsearch_error_message(*error), libsearch_error_hint(*error));
  libsearch_error_free(*error);
  exit(1);
}

static void write_notes(const libsearch_memory_index *memory) {
  libsearch_error *error;
  libsearch_writer *writer;
  size_t i;
  require(libsearch_memory_index_writer(memory, &writer, &error), &error);
  for (i = 0; i < sizeof notes / sizeof *notes; ++i)
    require(libsearch_writer_put_json(writer, notes[i], strlen(notes[i]), &error), &error);
  /* Until here nobody sees the documents; a note that is put again replaces the one with its id. */
  require(libsearch_writer_commit(writer, &error), &error);
  libsearch_writer_free(writer);
}

static void search(libsearch_index *index, const char *query, const char *options) {
  libsearch_error *error;
  libsearch_string *results;
  require(libsearch_search_json(index, query, strlen(query), options, strlen(options), &results,
                                &error),
          &error);
  printf("%s\n", libsearch_string_data(results)); /* one line of JSON, for any JSON reader */
  libsearch_string_free(results);
}

int main(void) {
  libsearch_error *error;
  libsearch_memory_index *memory;
  libsearch_index *index;
  require(libsearch_memory_index_new(NULL, &memory, &error), &error);
  write_notes(memory);
  require(libsearch_memory_index_reader(memory, &index, &error), &error);
  search(index, "太陽光", "{\"limit\":5,\"facets\":[\"topic\",\"author\",\"date:year\"]}");
  /* A user clicked on a topic: the same query with a filter. "電力" includes its children. */
  search(index, "太陽光", "{\"filters\":[[\"topic\",\"電力\"],[\"date\",\"2025\"]]}");
  libsearch_index_free(index);
  libsearch_memory_index_free(memory);
  return 0;
}
