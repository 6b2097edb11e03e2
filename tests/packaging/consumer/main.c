/* Somebody's program in C: writes a document and finds it. */
#include <stdio.h>
#include <string.h>

#include <libsearch/libsearch.h>

int main(void) {
  const char *note = "{\"id\":\"1\",\"title\":\"港の水素\",\"body\":\"船が水素で走る。\"}";
  libsearch_writer *writer = NULL;
  libsearch_index *index = NULL;
  libsearch_string *found = NULL;
  libsearch_error *error = NULL;
  int status = 1;
  if (libsearch_writer_open("consumer-c.idx", &writer, &error) == LIBSEARCH_OK &&
      libsearch_writer_put_json(writer, note, strlen(note), &error) == LIBSEARCH_OK &&
      libsearch_writer_commit(writer, &error) == LIBSEARCH_OK &&
      libsearch_index_open("consumer-c.idx", &index, &error) == LIBSEARCH_OK &&
      libsearch_search_json(index, "水素", strlen("水素"), NULL, 0, &found, &error) == LIBSEARCH_OK) {
    status = strstr(libsearch_string_data(found), "\"total\":{\"value\":1,") == NULL;
    printf("%s, %s\n", libsearch_version(), status == 0 ? "found" : "not found");
  } else {
    fprintf(stderr, "%s\n", libsearch_error_message(error));
  }
  libsearch_error_free(error);
  libsearch_string_free(found);
  libsearch_index_free(index);
  libsearch_writer_free(writer);
  return status;
}
