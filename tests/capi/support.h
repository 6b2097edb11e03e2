/* What the C tests share: a check that goes on, a folder of its own. */
#ifndef LIBSEARCH_TESTS_CAPI_SUPPORT_H
#define LIBSEARCH_TESTS_CAPI_SUPPORT_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libsearch/libsearch.h>

static int checks_failed;
static char test_folder[] = "/tmp/libsearch-capi-XXXXXX";

#define CHECK(condition)                                                            \
  do {                                                                              \
    if (!(condition)) {                                                             \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);       \
      ++checks_failed;                                                              \
    }                                                                               \
  } while (0)

/* Checks a status and that the error object agrees with it; frees the error. */
#define CHECK_STATUS(call, wanted)                                                  \
  do {                                                                              \
    libsearch_error *error = NULL;                                                  \
    const libsearch_status returned = (call);                                        \
    check_status(__FILE__, __LINE__, #call, returned, (wanted), error);              \
    libsearch_error_free(error);                                                    \
  } while (0)

static inline void check_status(const char *file, int line, const char *call, libsearch_status status,
                                libsearch_status wanted, const libsearch_error *error) {
  const libsearch_status told = libsearch_error_status(error);
  if (status == wanted && told == wanted &&
      (wanted == LIBSEARCH_OK) == (*libsearch_error_message(error) == '\0'))
    return;
  fprintf(stderr, "%s:%d: %s\n  returns %s, error says %s \"%s\", wanted %s\n", file, line, call,
          libsearch_status_name(status), libsearch_status_name(told),
          libsearch_error_message(error), libsearch_status_name(wanted));
  ++checks_failed;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk) {
  (void)status, (void)type, (void)walk;
  return remove(path);
}

static void remove_tree(const char *path) { nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }

static void remove_test_folder(void) { remove_tree(test_folder); }

static void make_test_folder(void) {
  if (!mkdtemp(test_folder) || chdir(test_folder) != 0) {
    perror(test_folder);
    exit(2);
  }
  atexit(remove_test_folder);
}

static inline int contains(const libsearch_string *string, const char *part) {
  if (strstr(libsearch_string_data(string), part)) return 1;
  fprintf(stderr, "in: %s\n", libsearch_string_data(string));
  return 0;
}

static inline libsearch_status put(libsearch_writer *writer, const char *json, libsearch_error **error) {
  return libsearch_writer_put_json(writer, json, strlen(json), error);
}

#endif
