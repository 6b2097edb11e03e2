/* LIBSEARCH_API marks what the shared library exports; everything else is hidden. */
#ifndef LIBSEARCH_EXPORT_H
#define LIBSEARCH_EXPORT_H

#if defined(_WIN32)
#define LIBSEARCH_API
#else
#define LIBSEARCH_API __attribute__((visibility("default")))
#endif

#endif
