/* The header compiles as C by itself, and twice. */
#include <libsearch/libsearch.h>
#include <libsearch/libsearch.h>

int main(void) { return libsearch_error_status(0) == LIBSEARCH_OK ? 0 : 1; }
