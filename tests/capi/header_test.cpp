// The header compiles as C++ by itself, beside the C++ interface, and twice.
#include <libsearch/libsearch.h>
#include <libsearch/libsearch.hpp>
#include <libsearch/libsearch.h>

int main() { return libsearch_error_status(nullptr) == LIBSEARCH_OK ? 0 : 1; }
