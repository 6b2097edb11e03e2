#include <libsearch/libsearch.h>
#include <stdio.h>
#include <string.h>

static int fail(libsearch_error *error) {
  fprintf(stderr, "%s\n%s\n", libsearch_error_message(error), libsearch_error_hint(error));
  libsearch_error_free(error);
  return 1;
}

int main(void) {
  const char *note = "{\"id\":\"1\",\"title\":\"港の水素\",\"body\":\"船が水素で走る。\"}";
  libsearch_error *error;
  libsearch_writer *writer;
  libsearch_index *index;
  libsearch_string *found;

  if (libsearch_writer_open("notes.idx", &writer, &error)) return fail(error);
  if (libsearch_writer_put_json(writer, note, strlen(note), &error)) return fail(error);
  if (libsearch_writer_commit(writer, &error)) return fail(error);
  libsearch_writer_free(writer);

  if (libsearch_index_open("notes.idx", &index, &error)) return fail(error);
  if (libsearch_search_json(index, "水素", strlen("水素"), NULL, 0, &found, &error)) return fail(error);
  puts(libsearch_string_data(found));
  libsearch_string_free(found);
  libsearch_index_free(index);
  return 0;
}
