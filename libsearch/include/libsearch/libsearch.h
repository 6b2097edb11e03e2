/* The C interface of libsearch: full-text search for Japanese, with facets, in a folder of your
 * own. C99; C++ programs may include it too, though <libsearch/libsearch.hpp> serves them better.
 *
 * Conventions, good for each function below:
 *
 * 1. Status. A function that can fail returns a libsearch_status. LIBSEARCH_OK is 0, all else is a
 *    failure, and a function that failed has changed nothing unless its comment says otherwise.
 *    Later versions may add codes: treat one you don't know as a failure.
 * 2. Errors. The last parameter, `libsearch_error **error`, may be NULL. Otherwise *error is set in
 *    each call: to NULL on success, on failure to an object with status, message and hint. Free it
 *    with libsearch_error_free() before the variable is used for another call.
 * 3. Ownership. What a function hands out through a pointer to a pointer is yours: free it with the
 *    libsearch_X_free() of its type. Such a pointer is set to NULL on failure. What a function
 *    returns directly is borrowed from the handle it was asked of and ends with it.
 * 4. Strings. Text in is UTF-8: a pointer and a length in bytes, zero bytes allowed; NULL with
 *    length 0 is the empty string, and a length above SIZE_MAX / 2, such as a -1 that was
 *    converted, gives LIBSEARCH_INVALID_ARGUMENT. Paths are NUL-terminated, bytes as the system has
 *    them, and relative ones start from the current folder. Text out is UTF-8 and NUL-terminated.
 *    All offsets and sizes are bytes, unless the comment says characters. The library copies what
 *    it keeps of its arguments.
 * 5. Handles. All types are opaque; a handle's value is a ticket, not an address. A handle that is
 *    NULL, was freed, is of another type or never was one gives LIBSEARCH_MISUSE, never a crash,
 *    and no ticket is given out twice. The free functions ignore such handles.
 * 6. Threads. A handle that can be changed serves one thread at a time, any thread: an index, a
 *    writer, a schema, a document, a query, a request, an analyzer, options. While a call is
 *    running, another call with the same handle returns LIBSEARCH_MISUSE (a getter "" or 0), and
 *    freeing the handle takes effect when the running call ends. Open one index per thread; they
 *    share what is large. What a function answers doesn't change and may be read by many threads:
 *    strings, errors, results, completions, spans, tokens, statistics. Different handles don't
 *    affect each other. After fork(), use in the child only handles that it opened itself.
 * 7. Environment. The library prints nothing, reads no environment variables of its own, installs
 *    no signal handlers, ends no process and lets no C++ exception out. Handles share no settings.
 * 8. Memory. When memory cannot be had, LIBSEARCH_OUT_OF_MEMORY is returned; its error object is
 *    made in advance. Free it like any other.
 * 9. Promise. Within one soname (libsearch.so.0), what is declared here keeps its name, its
 *    parameters, its meaning and the numbers of its status codes. "Since" names the version that
 *    brought a function. Objects of JSON and enumerations may gain members.
 * 10. Getters. A function that returns what it is asked for takes any handle: for one that is NULL,
 *    freed, of another type or in use by another thread, and for a number beyond the count, it
 *    returns "" or 0. Lists are numbered from 0. `length`, where there is one, may be NULL; else it
 *    receives the bytes of the text, without its NUL: a text with zero bytes in it is longer than
 *    strlen() says. Texts are never NULL.
 * 11. Callbacks. A function of yours is called by the thread whose call it happens in, while that
 *    call runs: the handles of that call are in use, all others are yours. It must return by
 *    `return`, not by longjmp(). A C++ exception that leaves it is taken for "stop", one that leaves
 *    a log callback is ignored.
 */
#ifndef LIBSEARCH_LIBSEARCH_H
#define LIBSEARCH_LIBSEARCH_H

#include <stddef.h>
#include <stdint.h>

#include <libsearch/export.h>
#include <libsearch/version.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An index opened for reading. */
typedef struct libsearch_index libsearch_index;
/* The one writer of an index. */
typedef struct libsearch_writer libsearch_writer;
/* An index without files of the caller's. */
typedef struct libsearch_memory_index libsearch_memory_index;
/* The fields of documents. */
typedef struct libsearch_schema libsearch_schema;
/* Text that a function made. */
typedef struct libsearch_string libsearch_string;
/* What went wrong. */
typedef struct libsearch_error libsearch_error;

typedef enum libsearch_status {
  LIBSEARCH_OK = 0,
  LIBSEARCH_INVALID_ARGUMENT = 1,    /* the caller passed something the function does not take */
  LIBSEARCH_NOT_FOUND = 2,           /* no such index, document or file */
  LIBSEARCH_NOT_AN_INDEX = 3,        /* the path holds something else */
  LIBSEARCH_FORMAT_MISMATCH = 4,     /* the index has a format the library does not read */
  LIBSEARCH_ANALYZER_MISMATCH = 5,   /* the index was built with other analysis */
  LIBSEARCH_CORRUPT = 6,             /* the index is damaged */
  LIBSEARCH_LOCKED = 7,              /* another writer has the index open */
  LIBSEARCH_BUSY = 8,                /* the index changes faster than the request is answered */
  LIBSEARCH_MALFORMED = 9,           /* input that is not UTF-8, not JSON, not text ... */
  LIBSEARCH_TOO_LARGE = 10,          /* input beyond a documented limit */
  LIBSEARCH_IO = 11,                 /* the operating system refused a read or write */
  LIBSEARCH_DISK_FULL = 12,          /* no space left */
  LIBSEARCH_DICTIONARY_MISSING = 13, /* a dictionary that is needed is not installed */
  LIBSEARCH_TIMEOUT = 14,            /* the deadline of the request passed */
  LIBSEARCH_CANCELLED = 15,          /* a callback asked to stop */
  LIBSEARCH_UNSUPPORTED = 16,        /* this build cannot do it */
  LIBSEARCH_OUT_OF_MEMORY = 17,      /* memory could not be had */
  LIBSEARCH_INTERNAL = 18,           /* a fault of the library: please report it */
  LIBSEARCH_MISUSE = 19              /* a handle that is NULL, freed, of another type or in use */
} libsearch_status;

/* ---- Version, status and errors ---- */

/* The version of the library in use, such as "0.1.0". LIBSEARCH_VERSION_STRING is that of the
 * headers.
 *
 * Never NULL; valid for as long as the library is loaded. Since 0.1. */
LIBSEARCH_API const char *
libsearch_version(void);

/* The stable lower-case name of a code, such as "not_found"; "ok" for LIBSEARCH_OK and "unknown"
 * for a number that is no code.
 *
 * status  any number.
 *
 * Never NULL; valid for as long as the library is loaded. Since 0.1. */
LIBSEARCH_API const char *
libsearch_status_name(libsearch_status status);

/* The code that the failed function returned.
 *
 * error  may be NULL: LIBSEARCH_OK. A handle that is no error: LIBSEARCH_MISUSE. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_error_status(const libsearch_error *error);

/* What went wrong: one line that names the thing and the cause, for people.
 *
 * error  may be NULL.
 *
 * Borrowed from `error`; never NULL; "" for NULL or a handle that is no error. Since 0.1. */
LIBSEARCH_API const char *
libsearch_error_message(const libsearch_error *error);

/* A way out: one line, for people.
 *
 * error  may be NULL.
 *
 * Borrowed from `error`; never NULL; "" where there is none. Since 0.1. */
LIBSEARCH_API const char *
libsearch_error_hint(const libsearch_error *error);

/* Frees an error and the texts borrowed from it.
 *
 * error  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_error_free(libsearch_error *error);

/* ---- Strings ---- */

/* The text: UTF-8, with a NUL after its last byte.
 *
 * string  may be NULL.
 *
 * Borrowed from `string`; never NULL; "" for NULL or a handle that is no string. Since 0.1. */
LIBSEARCH_API const char *
libsearch_string_data(const libsearch_string *string);

/* The length of the text in bytes, without the NUL.
 *
 * string  may be NULL.
 *
 * 0 for NULL or a handle that is no string. Since 0.1. */
LIBSEARCH_API size_t
libsearch_string_size(const libsearch_string *string);

/* Frees a string and the text borrowed from it.
 *
 * string  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_string_free(libsearch_string *string);

/* A piece of a text: from `start` up to, not including, `end`. */
typedef struct libsearch_span {
  size_t start;
  size_t end;
} libsearch_span;

/* ---- Callbacks ---- */

/* Asked again and again while a search runs, about each 128 texts that are read: return nonzero to
 * stop it with LIBSEARCH_CANCELLED. Rules for all callbacks: point 11 above.
 *
 * context  what was set along with the function. Since 0.1. */
typedef int (*libsearch_cancel_callback)(void *context);

/* What a writer is at. A commit goes through some of these, in this order. */
typedef enum libsearch_stage {
  LIBSEARCH_STAGE_ANALYZING = 0, /* documents of a first build or rebuild; also while they are put */
  LIBSEARCH_STAGE_MERGING = 1,   /* what the threads made becomes one */
  LIBSEARCH_STAGE_RECORDING = 2, /* documents that are there already, again: another dictionary,
                                  * other fields or topic rules */
  LIBSEARCH_STAGE_WORDS = 3,     /* the list of all words is made */
  LIBSEARCH_STAGE_PUBLISHING = 4 /* everything is synced and becomes visible */
} libsearch_stage;

/* Told how far a writer is, by the thread that uses it, mostly while documents are put and
 * committed. Return nonzero to stop: the call returns LIBSEARCH_CANCELLED, all changes since the
 * last commit are dropped, and the writer can be used again after libsearch_writer_rollback(). What
 * is being published (done == total) is not stopped any more.
 *
 * context  what was set along with the function.
 * stage    later versions may add some: treat one you don't know as any other.
 * done     documents done, when analyzing and recording; else 0, then 1.
 * total    documents there are, while they are put those there are so far; else 1. Since 0.1. */
typedef int (*libsearch_progress_callback)(void *context, libsearch_stage stage, size_t done,
                                           size_t total);

/* Told what the library noticed and mended by itself: leftovers of a crash removed, a lexicon made
 * again, a call started again because a commit overtook it. By the thread whose call it happens in.
 *
 * context  what was set along with the function.
 * message  one line, UTF-8, NUL-terminated; good until the function returns.
 * length   bytes of `message`. Since 0.1. */
typedef void (*libsearch_log_callback)(void *context, const char *message, size_t length);

/* ---- Fields ---- */

/* What the values of a field are. */
typedef enum libsearch_field_type {
  LIBSEARCH_FIELD_TEXT = 0,    /* strings that are searched in, by an analyzer */
  LIBSEARCH_FIELD_KEYWORD = 1, /* strings that are compared as a whole, after normalization */
  LIBSEARCH_FIELD_NUMBER = 2,  /* one number, kept as a double */
  LIBSEARCH_FIELD_DATE = 3     /* one date: a year, a month or a day */
} libsearch_field_type;

/* Its values can be counted ("facets" of libsearch_search_json()). */
#define LIBSEARCH_FIELD_FACET 1u
/* Of keywords: "/" separates levels, and a value includes those below it. */
#define LIBSEARCH_FIELD_HIERARCHICAL 2u

/* A value that does not fit the type is kept and shown but is no value of the field; without this
 * flag the document is refused. */
#define LIBSEARCH_FIELD_LENIENT 4u

/* Makes the default schema: title, author, topic, date, body and id. Fields declared beside them
 * are keys of the documents' JSON; they are searched as NAME:VALUE, filtered by and sorted by.
 *
 * schema  receives the handle, or NULL on failure. Free with libsearch_schema_free(). A schema
 *         serves one thread at a time.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_schema_new(libsearch_schema **schema, libsearch_error **error);

/* Reads a schema from JSON.
 *
 * json    one object: {"fields":[{"name":"series","type":"keyword","facet":true}]}. Keys of a
 *         field: "name", "type" ("text", "keyword", "number", "date") and, if wanted, "analyzer",
 *         "facet", "hierarchical", "lenient".
 * length  bytes of `json`.
 * schema  receives the handle, or NULL on failure. Free with libsearch_schema_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a field that can't be declared, named in the
 * message; NULL), LIBSEARCH_MALFORMED (not JSON: names the byte), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_schema_from_json(const char *json, size_t length, libsearch_schema **schema,
                           libsearch_error **error);

/* The declared fields as the JSON that libsearch_schema_from_json() reads.
 *
 * schema  the schema.
 * out     receives one line of JSON, or NULL on failure. Free with libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_schema_to_json(libsearch_schema *schema, libsearch_string **out,
                         libsearch_error **error);

/* Declares a field, or changes the one of this name.
 *
 * schema           the schema.
 * name             letters and digits of any script, "_" and "-", a letter first; UTF-8.
 * name_length      bytes of `name`, at most 64.
 * type             what its values are.
 * flags            LIBSEARCH_FIELD_FACET, _HIERARCHICAL and _LENIENT, combined with |, or 0.
 * analyzer         of a text: "hybrid" (each string that occurs; the default), "ngram" (the same),
 *                  "dictionary" (where words begin and end), "english" (words by their stems) or
 *                  "keyword" (the whole text); else NULL.
 * analyzer_length  bytes of `analyzer`.
 * error            may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a name that is reserved, taken or no name; a
 * type, flag or analyzer that is none or doesn't go with the rest; 50 fields already; NULL),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_schema_add_field(libsearch_schema *schema, const char *name, size_t name_length,
                           libsearch_field_type type, unsigned flags, const char *analyzer,
                           size_t analyzer_length, libsearch_error **error);

/* Takes a declared field away. That there is none of this name is no failure.
 *
 * schema  the schema.
 * name    the field's name, UTF-8.
 * length  bytes of `name`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a field of the default schema; NULL),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_schema_remove_field(libsearch_schema *schema, const char *name, size_t length,
                              libsearch_error **error);

/* How many fields there are: title, author, topic, date, body, id, then those that are declared.
 * Since 0.1. */
LIBSEARCH_API size_t
libsearch_schema_field_count(const libsearch_schema *schema);

/* The name of a field. Borrowed from `schema` until that changes. Since 0.1. */
LIBSEARCH_API const char *
libsearch_schema_field_name(const libsearch_schema *schema, size_t field, size_t *length);

/* What the values of a field are. Beyond the count: LIBSEARCH_FIELD_TEXT. Since 0.1. */
LIBSEARCH_API libsearch_field_type
libsearch_schema_field_type(const libsearch_schema *schema, size_t field);

/* The flags of a field: LIBSEARCH_FIELD_FACET, _HIERARCHICAL and _LENIENT combined, or 0. Since 0.1.
 */
LIBSEARCH_API unsigned
libsearch_schema_field_flags(const libsearch_schema *schema, size_t field);

/* The analyzer of a text; "" for the other types. Borrowed from `schema` until that changes. Since
 * 0.1. */
LIBSEARCH_API const char *
libsearch_schema_field_analyzer(const libsearch_schema *schema, size_t field, size_t *length);

/* Frees a schema. Writers that were given it keep what it said.
 *
 * schema  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_schema_free(libsearch_schema *schema);

/* ---- Documents ---- */

/* One document, to be put or as it was got. A document serves one thread at a time. Texts borrowed
 * from it are good until it is changed or freed. What is wrong with it (no id, no date of a
 * calendar, not UTF-8) is told when it is put. */
typedef struct libsearch_document libsearch_document;

/* Makes an empty document.
 *
 * document  receives the handle, or NULL on failure. Free with libsearch_document_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_new(libsearch_document **document, libsearch_error **error);

/* Reads a document from JSON.
 *
 * json      one object, as libsearch_writer_put_json() takes it.
 * length    bytes of `json`.
 * document  receives the handle, or NULL on failure. Free with libsearch_document_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a key is missing or has a wrong value; NULL),
 * LIBSEARCH_MALFORMED (not UTF-8, not JSON: names the byte), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_from_json(const char *json, size_t length, libsearch_document **document,
                             libsearch_error **error);

/* The document as JSON, as libsearch_writer_put_json() reads it. Where it came from
 * (libsearch_document_set_origin()) is left out.
 *
 * document  the document.
 * out       receives one line of JSON, or NULL on failure. Free with libsearch_string_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_to_json(libsearch_document *document, libsearch_string **out,
                           libsearch_error **error);

/* Sets the id.
 *
 * document  the document.
 * id        unique in an index; 1 to 4,096 bytes, UTF-8.
 * length    bytes of `id`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_id(libsearch_document *document, const char *id, size_t length,
                          libsearch_error **error);

/* Sets the title.
 *
 * document  the document.
 * title     UTF-8; may be empty.
 * length    bytes of `title`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_title(libsearch_document *document, const char *title, size_t length,
                             libsearch_error **error);

/* Sets the body.
 *
 * document  the document.
 * body      UTF-8; may be empty. Title, authors and body have 64 MiB at most.
 * length    bytes of `body`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_body(libsearch_document *document, const char *body, size_t length,
                            libsearch_error **error);

/* Sets the date.
 *
 * document  the document.
 * date      YYYY, YYYY-MM or YYYY-MM-DD; empty = none.
 * length    bytes of `date`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_date(libsearch_document *document, const char *date, size_t length,
                            libsearch_error **error);

/* Sets the path.
 *
 * document  the document.
 * path      to show and to open the document, or a URL; may be empty.
 * length    bytes of `path`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_path(libsearch_document *document, const char *path, size_t length,
                            libsearch_error **error);

/* Adds an author.
 *
 * document  the document.
 * author    one name, UTF-8.
 * length    bytes of `author`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_add_author(libsearch_document *document, const char *author, size_t length,
                              libsearch_error **error);

/* Takes all authors away.
 *
 * document  the document.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_document_clear_authors(libsearch_document *document, libsearch_error **error);

/* Adds a topic.
 *
 * document  the document.
 * topic     UTF-8; "/" separates levels.
 * length    bytes of `topic`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_add_topic(libsearch_document *document, const char *topic, size_t length,
                             libsearch_error **error);

/* Takes all topics away, those of the topic rules too.
 *
 * document  the document.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_document_clear_topics(libsearch_document *document, libsearch_error **error);

/* Says where the next page starts: first the offset of page 1, which is 0, then that of page 2 ...
 * Hits then tell the page.
 *
 * document  the document.
 * offset    in bytes of the body; not smaller than the one before.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (smaller than the one before), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_add_page_start(libsearch_document *document, size_t offset,
                                  libsearch_error **error);

/* Sets a key of the document's own, or of a declared field, to a value of any type.
 *
 * document     the document.
 * name         the key, UTF-8; not empty.
 * name_length  bytes of `name`.
 * json         the value as JSON: "\"text\"", "12.5", "[1,2]"; NULL takes the key away.
 * json_length  bytes of `json`.
 * error        may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (no name; NULL with a length),
 * LIBSEARCH_MALFORMED (not JSON), LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL.
 * Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_attribute(libsearch_document *document, const char *name,
                                 size_t name_length, const char *json, size_t json_length,
                                 libsearch_error **error);

/* Sets a key to a text; nothing needs to be escaped.
 *
 * document      the document.
 * name          the key, UTF-8; not empty.
 * name_length   bytes of `name`.
 * value         UTF-8; the empty text takes the key away.
 * value_length  bytes of `value`.
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (no name; NULL with a length), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_attribute_text(libsearch_document *document, const char *name,
                                      size_t name_length, const char *value, size_t value_length,
                                      libsearch_error **error);

/* Sets a key to a number.
 *
 * document     the document.
 * name         the key, UTF-8; not empty.
 * name_length  bytes of `name`.
 * value        finite.
 * error        may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (no name; not finite; NULL with a length),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_attribute_number(libsearch_document *document, const char *name,
                                        size_t name_length, double value, libsearch_error **error);

/* Says which file the document was made from, so that a later run can tell whether it changed
 * (libsearch_index_for_each_origin()).
 *
 * document       the document.
 * path           of the file, bytes as the system has them.
 * path_length    bytes of `path`.
 * size           of the file, in bytes.
 * mtime          when the file changed, in nanoseconds since 1970.
 * digest         a hash of the content, any text; may be empty.
 * digest_length  bytes of `digest`.
 * error          may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_document_set_origin(libsearch_document *document, const char *path, size_t path_length,
                              uint64_t size, int64_t mtime, const char *digest,
                              size_t digest_length, libsearch_error **error);

/* The id. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_id(const libsearch_document *document, size_t *length);

/* The title. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_title(const libsearch_document *document, size_t *length);

/* The body. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_body(const libsearch_document *document, size_t *length);

/* The date. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_date(const libsearch_document *document, size_t *length);

/* The path. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_path(const libsearch_document *document, size_t *length);

/* How many authors there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_author_count(const libsearch_document *document);

/* The name of an author. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_author(const libsearch_document *document, size_t author, size_t *length);

/* How many topics the document has of its own. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_topic_count(const libsearch_document *document);

/* A topic of the document's own. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_topic(const libsearch_document *document, size_t topic, size_t *length);

/* How many topics the rules of the index gave a document that was got from it. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_rule_topic_count(const libsearch_document *document);

/* A topic that the rules gave. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_rule_topic(const libsearch_document *document, size_t topic, size_t *length);

/* How many pages are known. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_page_count(const libsearch_document *document);

/* Where a page starts, in bytes of the body. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_page_start(const libsearch_document *document, size_t page);

/* How many other keys there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_document_attribute_count(const libsearch_document *document);

/* The name of a key; they are sorted. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_attribute_name(const libsearch_document *document, size_t attribute,
                                  size_t *length);

/* The value of a key, as JSON. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_attribute_json(const libsearch_document *document, size_t attribute,
                                  size_t *length);

/* The value of a key as JSON, by its name; "" where there is none. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_attribute(const libsearch_document *document, const char *name,
                             size_t name_length, size_t *length);

/* The file it was made from; "" where none was named. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_origin_path(const libsearch_document *document, size_t *length);

/* The size of that file, in bytes; of a file that has sidecars for `jsearch index`, a number that
 * stands for all their sizes and times. Since 0.1. */
LIBSEARCH_API uint64_t
libsearch_document_origin_size(const libsearch_document *document);

/* When that file changed, in nanoseconds since 1970. Since 0.1. */
LIBSEARCH_API int64_t
libsearch_document_origin_mtime(const libsearch_document *document);

/* The hash of its content. Since 0.1. */
LIBSEARCH_API const char *
libsearch_document_origin_digest(const libsearch_document *document, size_t *length);

/* Frees a document.
 *
 * document  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_document_free(libsearch_document *document);

/* ---- Word breaks of your own ---- */

/* Takes where one word ends.
 *
 * ends    what libsearch_break_callback() was given along with it.
 * offset  bytes of the text before the end.
 *
 * Returns nonzero when memory ran out: then return nonzero, too. Since 0.1. */
typedef int (*libsearch_word_end_callback)(void *ends, size_t offset);

/* Tells where the words of a text end, in ascending order, behind whole characters. Only ends inside
 * runs of Japanese script count: words end at the edges of such a run in any case, at each symbol and
 * after 60 UTF-16 units. The same text must give the same ends.
 *
 * context  what was passed to libsearch_word_breaker_new(), or what a clone made of it.
 * text     normalized UTF-8, not NUL-terminated: a title, an author, a body, a query or a part.
 * length   bytes of `text`.
 * add      to be called with `ends` and each offset, before this function returns.
 *
 * Return 0; anything else ends the call of the library that needed the words with
 * LIBSEARCH_CANCELLED. It must not use handles that the call uses. Since 0.1. */
typedef int (*libsearch_break_callback)(void *context, const char *text, size_t length,
                                        libsearch_word_end_callback add, void *ends);

/* Makes a context that cuts as another one does, for another thread; NULL when it can't: the call
 * that needed it returns LIBSEARCH_CANCELLED. May be called by several threads at once. Since 0.1. */
typedef void *(*libsearch_clone_callback)(void *context);

/* Takes a context back that is no longer used: once for each, by any thread. Since 0.1. */
typedef void (*libsearch_release_callback)(void *context);

/* Functions that cut Japanese text into words, in place of a dictionary. May be used by many threads
 * at once. */
typedef struct libsearch_word_breaker libsearch_word_breaker;

/* Makes a word breaker. Any cutting finds the same documents, since pairs of characters across words
 * are indexed and what stands inside words is looked up; it decides what ranks, what completes and
 * what counts as a word. An index keeps the name: it opens only with a breaker of the same name.
 *
 * name         with a version, such as "syllables/2": 1 to 100 letters, digits and "._-+/" of ASCII.
 *              Change it whenever a text is cut otherwise than before.
 * name_length  bytes of `name`.
 * cut          tells where words end; one thread at a time for each context.
 * clone        makes contexts for further threads; NULL: all use `context`, and `cut` must bear it.
 * release      takes contexts back, this one as well; NULL: nothing is to be done.
 * context      is passed to the functions; stays yours when this function fails.
 * breaker      receives the handle, or NULL on failure. Free with libsearch_word_breaker_free().
 * error        may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a name that is none; NULL), LIBSEARCH_CANCELLED
 * (no clone could be made), LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_word_breaker_new(const char *name, size_t name_length, libsearch_break_callback cut,
                           libsearch_clone_callback clone, libsearch_release_callback release,
                           void *context, libsearch_word_breaker **breaker,
                           libsearch_error **error);

/* Frees a word breaker. Options that were given it, and what was opened with them, keep it.
 *
 * breaker  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_word_breaker_free(libsearch_word_breaker *breaker);

/* ---- Writing ---- */

/* How a writer is opened. Made once, used for any number of writers; serves one thread at a time. */
typedef struct libsearch_writer_options libsearch_writer_options;

/* Makes options that say what libsearch_writer_open() does.
 *
 * options  receives the handle, or NULL on failure. Free with libsearch_writer_options_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_options_new(libsearch_writer_options **options, libsearch_error **error);

/* Sets the threads that analyze documents in a first build or a rebuild.
 *
 * options  the options.
 * threads  0, the default: one per core. More than 1024 count as 1024.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_threads(libsearch_writer_options *options, unsigned threads,
                                     libsearch_error **error);

/* Sets about how much memory a writer uses for documents in work.
 *
 * options  the options.
 * bytes    512 MiB by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_memory(libsearch_writer_options *options, size_t bytes,
                                    libsearch_error **error);

/* Sets the analyzer of a new or rebuilt index; another one than an index has is refused when it is
 * opened.
 *
 * options   the options.
 * analyzer  "hybrid" (the default) or "ngram"; empty: what the index has.
 * length    bytes of `analyzer`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_analyzer(libsearch_writer_options *options, const char *analyzer,
                                      size_t length, libsearch_error **error);

/* Sets the dictionary of Japanese words. Another one than the index has makes the first change cut
 * all its documents anew, from their stored texts.
 *
 * options     the options.
 * dictionary  "icu" or "mecab"; empty, the default: what the index has, "icu" for a new one.
 * length      bytes of `dictionary`.
 * error       may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_dictionary(libsearch_writer_options *options, const char *dictionary,
                                        size_t length, libsearch_error **error);

/* Sets who cuts Japanese words, in place of a dictionary. An index that was cut by something else, or by
 * a breaker of another name, is cut anew with the first change.
 *
 * options  the options; they keep what they need of it.
 * breaker  NULL: a dictionary does.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_word_breaker(libsearch_writer_options *options,
                              libsearch_word_breaker *breaker,
                              libsearch_error **error);

/* Sets whether to start from nothing. Readers see the old index until the commit; its options,
 * rules, synonyms and fields are kept.
 *
 * options  the options.
 * rebuild  nonzero: yes.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_rebuild(libsearch_writer_options *options, int rebuild,
                                     libsearch_error **error);

/* Sets whether a commit waits until the disk has it. Without, a crash of the program leaves the index
 * as it was; a crash of the machine may damage it. For what can be made again.
 *
 * options  the options.
 * durable  nonzero: yes, as without this call.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_durable(libsearch_writer_options *options, int durable,
                                     libsearch_error **error);

/* Sets who is told how far a writer is, and may stop it.
 *
 * options   the options.
 * progress  NULL: nobody.
 * context   is passed to `progress`; must be good for as long as writers opened with it.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_progress(libsearch_writer_options *options,
                                      libsearch_progress_callback progress, void *context,
                                      libsearch_error **error);

/* Sets who is told what writers notice and mend.
 *
 * options  the options.
 * log      NULL: nobody.
 * context  is passed to `log`; must be good for as long as writers opened with it.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_writer_options_set_log(libsearch_writer_options *options, libsearch_log_callback log,
                                 void *context, libsearch_error **error);

/* Frees options. Writers opened with them keep what they said.
 *
 * options  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_writer_options_free(libsearch_writer_options *options);

/* Opens the index at `path` for writing. If there is none, the first commit makes it. An index has
 * one writer at a time, in all processes.
 *
 * path    folder of the index, NUL-terminated.
 * writer  receives the handle, or NULL on failure. Free with libsearch_writer_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_LOCKED,
 * LIBSEARCH_NOT_AN_INDEX, LIBSEARCH_FORMAT_MISMATCH, LIBSEARCH_ANALYZER_MISMATCH,
 * LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_DICTIONARY_MISSING,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_open(const char *path, libsearch_writer **writer, libsearch_error **error);

/* Opens the index at `path` for writing, with options.
 *
 * path     folder of the index, NUL-terminated.
 * options  NULL: as libsearch_writer_open(). They are copied.
 * writer   receives the handle, or NULL on failure. Free with libsearch_writer_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (an analyzer that is none; NULL), the rest as
 * libsearch_writer_open() and LIBSEARCH_MISUSE, LIBSEARCH_ANALYZER_MISMATCH (another analyzer was
 * asked for), LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_open_with(const char *path, libsearch_writer_options *options,
                           libsearch_writer **writer, libsearch_error **error);

/* Adds a document, or replaces the one that has its id. Readers see it after the next commit.
 *
 * writer    the writer.
 * document  is copied.
 * replaced  may be NULL; else receives 1 where a document was replaced, 0 where it is new or
 *           nothing was done.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * A document that is refused leaves all others as they were. After LIBSEARCH_IO,
 * LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT or LIBSEARCH_CANCELLED nothing is left of what came since
 * the last commit. Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (id, date or the value of a
 * declared field), LIBSEARCH_MALFORMED (not UTF-8), LIBSEARCH_TOO_LARGE (id above 4,096 bytes,
 * document above 64 MiB), LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_CANCELLED
 * (by the progress callback), LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL.
 * Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_put(libsearch_writer *writer, libsearch_document *document, int *replaced,
                     libsearch_error **error);

/* Adds a document, or replaces the one that has its id. Readers see it after the next commit.
 *
 * writer  the writer.
 * json    one object: {"id":"...","title":"...","body":"..."} and, if wanted, "author" or
 *         "authors", "date" (YYYY, YYYY-MM or YYYY-MM-DD), "topic" or "topics" ("/" separates
 *         levels), "path", "series", "number", "affiliation", "url", "lang". Other keys are kept
 *         and shown; those that are declared as fields must have a value of the field's type.
 * length  bytes of `json`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * A document that is refused leaves all others as they were. After LIBSEARCH_IO,
 * LIBSEARCH_DISK_FULL or LIBSEARCH_CORRUPT nothing is left of what came since the last commit.
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a key is missing or has a wrong value; NULL),
 * LIBSEARCH_MALFORMED (not UTF-8, not JSON: names the byte), LIBSEARCH_TOO_LARGE (id above 4,096
 * bytes, document above 64 MiB), LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT,
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_put_json(libsearch_writer *writer, const char *json, size_t length,
                          libsearch_error **error);

/* Removes a document; readers see that after the next commit. That there is none with this id is no
 * failure.
 *
 * writer  the writer.
 * id      the document's id, UTF-8.
 * length  bytes of `id`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_IO, LIBSEARCH_DISK_FULL,
 * LIBSEARCH_CORRUPT, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_remove(libsearch_writer *writer, const char *id, size_t length,
                        libsearch_error **error);

/* Sets the rules that give documents topics beside their own. They are kept in the index; documents
 * that are in it already get their new topics with the next commit.
 *
 * writer  the writer.
 * rules   lines of topic path, TAB, query, with one TAB and no empty level in the path; a line that
 *         is empty or begins with # says nothing. The empty string drops the rules.
 * length  bytes of `rules`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MALFORMED (names the line),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY
 * or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_set_topic_rules(libsearch_writer *writer, const char *rules, size_t length,
                                 libsearch_error **error);

/* Sets synonyms, which are kept in the index and applied to queries; nothing is indexed anew.
 *
 * writer    the writer.
 * synonyms  lines of "a, b, c", which stand for one another, and of "a => b, c", where a also finds
 *           b and c; a line that is empty or begins with # says nothing. The empty string drops them.
 * length    bytes of `synonyms`.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MALFORMED (names the line),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY
 * or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_set_synonyms(libsearch_writer *writer, const char *synonyms, size_t length,
                              libsearch_error **error);

/* Sets the words that the dictionary lacks. They are kept in the index and used for documents and
 * queries; documents in it that hold a word whose entry changed are cut anew with the next commit.
 *
 * writer  the writer.
 * words   lines of word, TAB, reading in kana, TAB, class; reading and class may be left out; a line
 *         that is empty or begins with # says nothing. The empty string drops all words.
 * length  bytes of `words`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MALFORMED (names the line),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_DICTIONARY_MISSING,
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_set_user_dictionary(libsearch_writer *writer, const char *words, size_t length,
                                     libsearch_error **error);

/* Declares the fields of the index. They are kept in it. Best called before the first document:
 * where documents are there already, the next commit records all of them again, and returns
 * LIBSEARCH_INVALID_ARGUMENT, having changed nothing, when one has a value that doesn't fit.
 *
 * writer  the writer.
 * schema  is copied.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (an analyzer that the index can't do),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY
 * or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_set_schema(libsearch_writer *writer, libsearch_schema *schema,
                            libsearch_error **error);

/* Keeps a setting of the application in the index, from the next commit on.
 *
 * writer        the writer.
 * name          1 to 100 bytes, UTF-8.
 * name_length   bytes of `name`.
 * value         any bytes; the empty text takes the setting away.
 * value_length  bytes of `value`.
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a name of no or too many bytes; NULL with a
 * length), LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since
 * 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_set_option(libsearch_writer *writer, const char *name, size_t name_length,
                            const char *value, size_t value_length, libsearch_error **error);

/* A setting as it will be with the next commit.
 *
 * writer  the writer.
 * name    the setting's name, UTF-8.
 * length  bytes of `name`.
 * out     receives the value, "" where there is none, or NULL on failure. Free with
 *         libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_option(libsearch_writer *writer, const char *name, size_t length,
                        libsearch_string **out, libsearch_error **error);

/* The fields as they will be with the next commit.
 *
 * writer  the writer.
 * schema  receives a handle of its own, or NULL on failure. Free with libsearch_schema_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_schema(libsearch_writer *writer, libsearch_schema **schema,
                        libsearch_error **error);

/* How many documents were cut anew because a dictionary changed, since the writer was opened or
 * rolled back.
 *
 * writer     the writer.
 * documents  receives the number.
 * error      may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_reanalyzed(libsearch_writer *writer, size_t *documents, libsearch_error **error);

/* Makes all changes since the last commit durable and visible to readers, at once or not at all.
 *
 * writer  the writer; it can be used on.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (see libsearch_writer_set_schema()),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_CANCELLED (by the progress
 * callback: the changes are dropped), LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_commit(libsearch_writer *writer, libsearch_error **error);

/* Drops all changes since the last commit.
 *
 * writer  the writer; it can be used on.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_LOCKED (another writer was faster), LIBSEARCH_CORRUPT,
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. After a failure the changes are dropped too; free the writer then and open a
 * new one. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_writer_rollback(libsearch_writer *writer, libsearch_error **error);

/* Closes a writer. What is not committed is dropped.
 *
 * writer  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_writer_free(libsearch_writer *writer);

/* ---- Reading ---- */

/* How an index is opened for reading. Made once, used for any number of indexes; serves one thread
 * at a time. */
typedef struct libsearch_index_options libsearch_index_options;

/* Makes options that say what libsearch_index_open() does.
 *
 * options  receives the handle, or NULL on failure. Free with libsearch_index_options_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_options_new(libsearch_index_options **options, libsearch_error **error);

/* Sets how much of the stored texts each open index keeps in memory between searches, and up to an eighth of
 * it more for the documents that hold what was searched lately.
 *
 * options  the options.
 * bytes    64 MiB by default; 0: nothing.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_index_options_set_text_cache(libsearch_index_options *options, size_t bytes,
                                       libsearch_error **error);

/* Sets who cuts Japanese words, in place of a dictionary. One of the name that the index was cut with;
 * without it, such an index does not open: LIBSEARCH_ANALYZER_MISMATCH names it.
 *
 * options  the options; they keep what they need of it.
 * breaker  NULL: a dictionary does.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_index_options_set_word_breaker(libsearch_index_options *options,
                              libsearch_word_breaker *breaker,
                              libsearch_error **error);

/* Sets who is told what an open index notices and mends.
 *
 * options  the options.
 * log      NULL: nobody.
 * context  is passed to `log`; must be good for as long as indexes opened with it.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_index_options_set_log(libsearch_index_options *options, libsearch_log_callback log,
                                void *context, libsearch_error **error);

/* Frees options. Indexes opened with them keep what they said.
 *
 * options  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_index_options_free(libsearch_index_options *options);

/* Opens the index at `path` for reading. Each later call sees the newest commit.
 *
 * path   folder of the index, NUL-terminated.
 * index  receives the handle, or NULL on failure. Free with libsearch_index_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND,
 * LIBSEARCH_NOT_AN_INDEX, LIBSEARCH_FORMAT_MISMATCH, LIBSEARCH_ANALYZER_MISMATCH,
 * LIBSEARCH_CORRUPT, LIBSEARCH_BUSY, LIBSEARCH_IO, LIBSEARCH_DICTIONARY_MISSING,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_open(const char *path, libsearch_index **index, libsearch_error **error);

/* Opens the index at `path` for reading, with options.
 *
 * path     folder of the index, NUL-terminated.
 * options  NULL: as libsearch_index_open(). They are copied.
 * index    receives the handle, or NULL on failure. Free with libsearch_index_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), the rest as libsearch_index_open() and
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_open_with(const char *path, libsearch_index_options *options,
                          libsearch_index **index, libsearch_error **error);

/* Searches.
 *
 * index           the index.
 * query           in the query language, UTF-8. Any text is a query; the empty one matches all.
 * query_length    bytes of `query`.
 * options_json    an object, or NULL. Keys, each optional: "limit" (10), "offset" (0), "sort"
 *                 ("relevance", "title", "date", "-date", or a declared field), "match" ("auto", "all", "any",
 *                 "phrase"), "variants" (true), "filters" ([["topic","資源"],["date","2024..2025"]];
 *                 the same field twice is OR, different fields are AND), "facets"
 *                 (["topic","author", "date:year"]), "facet_limit" (10; 0 = all), "total"
 *                 ("bounded", "exact"), "max_candidates" (20000), "snippet_length" (120 characters;
 *                 0 = none), "timeout" (milliseconds; 0 = none), "explain" (false), "after" (the
 *                 "next" of an earlier answer), "collapse" ("author", "title", "series" or a
 *                 declared field of keywords),
 *                 "facet_sort" ("count", "value", "reading"), "mark_tags" (["<mark>","</mark>"]).
 * options_length  bytes of `options_json`.
 * out             receives one line of JSON, or NULL on failure: {"format":1,"query","matched",
 *                 "took_ms","total":{"value","relation"},"hits":[{"id","score","title","authors",
 *                 "date","topics","path","page","snippet"}],"facets":{"topic":[{"value","count"}]},
 *                 "suggestions","diagnostics","next"}. Snippets are escaped for HTML; marks are
 *                 <mark>. "next" is there unless this is the last page; it is of one revision.
 *                 Free with libsearch_string_free().
 * error           may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * That nothing matches is no failure. Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (an option
 * or a field that is none, a wrong value; NULL), LIBSEARCH_MALFORMED (the options are no JSON
 * object), LIBSEARCH_TIMEOUT, LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the index was removed),
 * LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL.
 * Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_search_json(libsearch_index *index, const char *query, size_t query_length,
                      const char *options_json, size_t options_length, libsearch_string **out,
                      libsearch_error **error);

/* Documents like another one, the most alike first, at most 100; itself is not among them.
 *
 * index           the index.
 * id              the document's id, UTF-8.
 * id_length       bytes of `id`.
 * options_json    as libsearch_search_json() takes it, or NULL. Sort and match do not count.
 * options_length  bytes of `options_json`.
 * out             receives what libsearch_search_json() gives, with "matched":"similar", or NULL on
 *                 failure. Free with libsearch_string_free().
 * error           may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns what libsearch_search_json() returns, and LIBSEARCH_NOT_FOUND where there is no document
 * with this id. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_similar_json(libsearch_index *index, const char *id, size_t id_length,
                       const char *options_json, size_t options_length, libsearch_string **out,
                       libsearch_error **error);

/* Documents like a text that need not be in the index.
 *
 * index           the index.
 * text            UTF-8.
 * text_length     bytes of `text`.
 * options_json    as libsearch_similar_json() takes it, or NULL.
 * options_length  bytes of `options_json`.
 * out             as of libsearch_similar_json(). Free with libsearch_string_free().
 * error           may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns what libsearch_search_json() returns. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_similar_text_json(libsearch_index *index, const char *text, size_t text_length,
                            const char *options_json, size_t options_length,
                            libsearch_string **out, libsearch_error **error);

/* What a word that is being typed may become: topics, authors, titles, words and compounds. Kana also
 * completes katakana, and so does romaji.
 *
 * index   the index.
 * prefix  what was typed, UTF-8.
 * length  bytes of `prefix`.
 * limit   completions at most; 0 gives none.
 * out     receives one line of JSON, or NULL on failure: {"format":1,"prefix","completions":[{"text",
 *         "kind","count"}]}; "kind" is "topic", "author", "title", "word" or "compound". Free with
 *         libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * The first call of a revision reads all titles. Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT
 * (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the index was removed), LIBSEARCH_CORRUPT,
 * LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_suggest_json(libsearch_index *index, const char *prefix, size_t length, size_t limit,
                       libsearch_string **out, libsearch_error **error);

/* One document with its original text.
 *
 * index   the index.
 * id      the document's id, UTF-8.
 * length  bytes of `id`.
 * out     receives one line of JSON as libsearch_writer_put_json() reads it, or NULL on failure.
 *         Its "topics" are those of the document and those that rules gave it. Free with
 *         libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_NOT_FOUND (no document with this id, or the index was removed),
 * LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_CORRUPT, LIBSEARCH_IO,
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_get_json(libsearch_index *index, const char *id, size_t length,
                         libsearch_string **out, libsearch_error **error);

/* Figures of the index.
 *
 * index  the index.
 * out    receives one line of JSON, or NULL on failure:
 *        {"format":1,"path","documents","first_date",
 *        "last_date","words","bigrams","text_bytes","index_bytes","revision","index_format",
 *        "analyzer"}. Dates are YYYY-MM-DD or "". Free with libsearch_string_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Reads a part of the index that grows with it. Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT
 * (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the index was removed), LIBSEARCH_CORRUPT,
 * LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_statistics_json(libsearch_index *index, libsearch_string **out,
                                libsearch_error **error);

/* The fields that documents of the index can be asked for by.
 *
 * index   the index.
 * schema  receives a handle of its own, or NULL on failure. Free with libsearch_schema_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_schema(libsearch_index *index, libsearch_schema **schema,
                       libsearch_error **error);

/* Opens the newest commit now instead of with the next call, and reads anew what the last calls had
 * in memory: for an idle moment after a commit.
 *
 * index     the index.
 * revision  receives that of the newest commit, or 0 on failure; may be NULL.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the index was removed),
 * LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL.
 * Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_refresh(libsearch_index *index, uint64_t *revision, libsearch_error **error);

/* What an index holds in memory between calls. What is mapped from files is not among it: the system
 * shares that between readers and drops it when it needs room. Later versions may add some. */
typedef enum libsearch_cache {
  LIBSEARCH_CACHE_TEXTS = 0,   /* stored texts: at most libsearch_index_options_set_text_cache() */
  LIBSEARCH_CACHE_COLUMNS = 1, /* values of the fields that were counted or filtered by */
  LIBSEARCH_CACHE_COMPLETIONS = 2, /* titles, authors and topics, since a completion was asked for */
  LIBSEARCH_CACHE_READINGS = 3,    /* of words, where a dictionary knows them */
  LIBSEARCH_CACHE_SETS = 4         /* which documents hold what was searched lately, and the lengths of all */
} libsearch_cache;

/* Bytes that one of its caches takes, about; 0 for a cache that is none. Since 0.1. */
LIBSEARCH_API size_t
libsearch_index_cache_bytes(const libsearch_index *index, libsearch_cache cache);

/* Gives the memory of all caches back; calls that need it fill it again.
 *
 * index  the index.
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_index_release_caches(libsearch_index *index, libsearch_error **error);

/* The folder of an open index, as it was given. Borrowed from `index`. Since 0.1. */
LIBSEARCH_API const char *
libsearch_index_path(const libsearch_index *index, size_t *length);

/* One document with its original text.
 *
 * index     the index.
 * id        the document's id, UTF-8.
 * length    bytes of `id`.
 * document  receives the handle, or NULL on failure. Free with libsearch_document_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND (no document with
 * this id, or the index was removed), LIBSEARCH_BUSY, LIBSEARCH_CORRUPT, LIBSEARCH_IO,
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_get(libsearch_index *index, const char *id, size_t length,
                    libsearch_document **document, libsearch_error **error);

/* A setting that libsearch_writer_set_option() keeps in the index.
 *
 * index   the index.
 * name    the setting's name, UTF-8.
 * length  bytes of `name`.
 * out     receives the value, "" where there is none, or NULL on failure. Free with
 *         libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_option(libsearch_index *index, const char *name, size_t length,
                       libsearch_string **out, libsearch_error **error);

/* Told one document and the file it was made from. Return nonzero to stop. All texts are good until
 * the function returns; those that are not known are "" and 0.
 *
 * context      what was passed along with the function.
 * id           the document's id; NUL-terminated, as all of these.
 * id_length    bytes of `id`.
 * path         the file; `path_length` bytes, as the system has them.
 * path_length  bytes of `path`.
 * size         bytes of the file.
 * mtime        when the file changed, in nanoseconds since 1970.
 * digest       a hash of its content.
 * digest_length  bytes of `digest`. Since 0.1. */
typedef int (*libsearch_origin_callback)(void *context, const char *id, size_t id_length,
                                         const char *path, size_t path_length, uint64_t size,
                                         int64_t mtime, const char *digest, size_t digest_length);

/* Tells each document and where it was made from, in no particular order.
 *
 * index    the index.
 * visit    is called with each; must not use `index`.
 * context  is passed to `visit`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_CANCELLED (`visit` returned
 * nonzero), LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_for_each_origin(libsearch_index *index, libsearch_origin_callback visit,
                                void *context, libsearch_error **error);

/* Figures of an index. They don't change and may be read by many threads. */
typedef struct libsearch_statistics libsearch_statistics;

/* Figures of the index. Reads a part of it that grows with it.
 *
 * index       the index.
 * statistics  receives the handle, or NULL on failure. Free with libsearch_statistics_free().
 * error       may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_index_statistics(libsearch_index *index, libsearch_statistics **statistics,
                           libsearch_error **error);

/* Documents in the index. Since 0.1. */
LIBSEARCH_API size_t
libsearch_statistics_documents(const libsearch_statistics *statistics);

/* Distinct words in its lexicon. Since 0.1. */
LIBSEARCH_API size_t
libsearch_statistics_words(const libsearch_statistics *statistics);

/* Distinct pairs of characters that are indexed. Since 0.1. */
LIBSEARCH_API size_t
libsearch_statistics_bigrams(const libsearch_statistics *statistics);

/* Bytes of all titles, authors and bodies, UTF-8. Since 0.1. */
LIBSEARCH_API uint64_t
libsearch_statistics_text_bytes(const libsearch_statistics *statistics);

/* Bytes of the index on disk. Since 0.1. */
LIBSEARCH_API uint64_t
libsearch_statistics_index_bytes(const libsearch_statistics *statistics);

/* A number that grows with each commit. Since 0.1. */
LIBSEARCH_API uint64_t
libsearch_statistics_revision(const libsearch_statistics *statistics);

/* The version of the index's format. Since 0.1. */
LIBSEARCH_API unsigned
libsearch_statistics_format(const libsearch_statistics *statistics);

/* Names normalizer, dictionary and rules that the index was made with. Borrowed from `statistics`.
 * Since 0.1. */
LIBSEARCH_API const char *
libsearch_statistics_analyzer(const libsearch_statistics *statistics, size_t *length);

/* The first day of a document, YYYY-MM-DD; "" where none has a date. Borrowed from `statistics`.
 * Since 0.1. */
LIBSEARCH_API const char *
libsearch_statistics_first_date(const libsearch_statistics *statistics, size_t *length);

/* The last day of a document, YYYY-MM-DD; "" where none has a date. Borrowed from `statistics`.
 * Since 0.1. */
LIBSEARCH_API const char *
libsearch_statistics_last_date(const libsearch_statistics *statistics, size_t *length);

/* Frees figures.
 *
 * statistics  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_statistics_free(libsearch_statistics *statistics);

/* Closes an index. What was made from it stays.
 *
 * index  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_index_free(libsearch_index *index);

/* ---- In memory ---- */

/* Makes an index without documents in a private folder that goes with it:
 *
 *     libsearch_memory_index_new(NULL, &notes, NULL);
 *     libsearch_memory_index_writer(notes, &writer, NULL);
 *     libsearch_writer_put_json(writer, json, strlen(json), NULL);
 *     libsearch_writer_commit(writer, NULL);
 *     libsearch_memory_index_reader(notes, &index, NULL);
 *
 * The folder goes when this handle and each writer and index that came from it were freed, in any
 * order; what a process that was killed has left is removed when the same user makes the next one. In a child of
 * fork() nothing is removed.
 *
 * folder  where the private folder is made, NUL-terminated; NULL is /dev/shm, which is memory, or
 *         /tmp or /var/tmp where that can't be written to. Nothing waits for a disk.
 * memory  receives the handle, or NULL on failure. Free with libsearch_memory_index_free(). Many
 *         threads may use it at once.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND (no such folder),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_DICTIONARY_MISSING, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_new(const char *folder, libsearch_memory_index **memory,
                           libsearch_error **error);

/* The same, with options for its writers: a dictionary, an analyzer, word breaks, memory ...
 *
 * folder   as in libsearch_memory_index_new().
 * options  NULL: as libsearch_memory_index_new(). They are copied; `rebuild` and `durable` do not count.
 * memory   receives the handle, or NULL on failure. Free with libsearch_memory_index_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns the same and LIBSEARCH_MISUSE. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_new_with(const char *folder, libsearch_writer_options *options,
                                libsearch_memory_index **memory, libsearch_error **error);

/* Opens its writer. There is one at a time.
 *
 * memory  the index in memory.
 * writer  receives the handle, or NULL on failure. Free with libsearch_writer_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_LOCKED, LIBSEARCH_IO,
 * LIBSEARCH_DISK_FULL, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_writer(const libsearch_memory_index *memory, libsearch_writer **writer,
                              libsearch_error **error);

/* Opens a reader, which sees each commit. Open one per thread.
 *
 * memory  the index in memory.
 * index   receives the handle, or NULL on failure. Free with libsearch_index_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND (somebody removed the
 * folder), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_reader(const libsearch_memory_index *memory, libsearch_index **index,
                              libsearch_error **error);

/* Opens a reader with options. Where writers cut words by functions of yours, it needs the same.
 *
 * memory   the index in memory.
 * options  NULL: as libsearch_memory_index_reader(). They are copied.
 * index    receives the handle, or NULL on failure. Free with libsearch_index_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns the same and LIBSEARCH_ANALYZER_MISMATCH. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_reader_with(const libsearch_memory_index *memory,
                                   libsearch_index_options *options, libsearch_index **index,
                                   libsearch_error **error);

/* Bytes that its files take.
 *
 * memory  the index in memory.
 * bytes   receives the bytes, 0 on failure.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_IO, LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_memory_index_bytes(const libsearch_memory_index *memory, uint64_t *bytes,
                             libsearch_error **error);

/* Where the index is: for libsearch_check(), and for libsearch_index_open() in another process.
 *
 * memory  may be NULL.
 *
 * Borrowed from `memory`; never NULL; "" for NULL or a handle that is no index in memory. Since 0.1. */
LIBSEARCH_API const char *
libsearch_memory_index_path(const libsearch_memory_index *memory);

/* Lets the index go; writers and indexes that came from it keep it until they are freed.
 *
 * memory  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_memory_index_free(libsearch_memory_index *memory);

/* ---- Queries ---- */

/* A query as a tree, parsed from text or built of parts: no text of a user needs to be glued into
 * the query language. A query serves one thread at a time. */
typedef struct libsearch_query libsearch_query;

/* What a node of a query does. */
typedef enum libsearch_query_op {
  LIBSEARCH_QUERY_EVERYTHING = 0, /* matches each document */
  LIBSEARCH_QUERY_TEXT = 1,       /* its text occurs, or a variant of it */
  LIBSEARCH_QUERY_PHRASE = 2,     /* its text occurs exactly */
  LIBSEARCH_QUERY_WORD = 3,       /* its text occurs and is not part of a longer word */
  LIBSEARCH_QUERY_PREFIX = 4,     /* a word begins with its text */
  LIBSEARCH_QUERY_DATE = 5,       /* its text is a date or a range that contains the document's */
  LIBSEARCH_QUERY_ALL_OF = 6,     /* each child matches; a child that is none-of takes away */
  LIBSEARCH_QUERY_ANY_OF = 7,     /* at least one child matches */
  LIBSEARCH_QUERY_NONE_OF = 8,    /* no child matches */
  LIBSEARCH_QUERY_NEAR = 9        /* each child occurs, all within a distance */
} libsearch_query_op;

/* Parses the query language. Any text parses: what is not understood is searched as text and told
 * by a diagnostic; beyond a limit (64 KiB, 100 levels, 1,024 parts) the rest is ignored and told
 * too.
 *
 * text    UTF-8; the empty one matches all.
 * length  bytes of `text`.
 * schema  whose fields may stand before a colon, such as that of libsearch_index_schema(); NULL:
 *         title, author, topic, date, body, id.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_parse(const char *text, size_t length, libsearch_schema *schema,
                      libsearch_query **query, libsearch_error **error);

/* Makes a query that matches each document.
 *
 * query  receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_everything(libsearch_query **query, libsearch_error **error);

/* Makes a part that occurs as it is or, where the request allows it, in another spelling.
 *
 * text    what to look for, UTF-8.
 * length  bytes of `text`.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_text(const char *text, size_t length, libsearch_query **query,
                     libsearch_error **error);

/* Makes a part that occurs exactly: no variants, never relaxed.
 *
 * text    what to look for, UTF-8.
 * length  bytes of `text`.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_phrase(const char *text, size_t length, libsearch_query **query,
                       libsearch_error **error);

/* Makes a part that occurs and is not part of a longer word.
 *
 * text    what to look for, UTF-8.
 * length  bytes of `text`.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_word(const char *text, size_t length, libsearch_query **query,
                     libsearch_error **error);

/* Makes a part that words begin with.
 *
 * text    the beginning, UTF-8.
 * length  bytes of `text`.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_prefix(const char *text, size_t length, libsearch_query **query,
                       libsearch_error **error);

/* Makes a part that looks at the document's date alone.
 *
 * text    as after "date:": 2025, 2025-10, 2024-01..2025-06.
 * length  bytes of `text`.
 * query   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_date(const char *text, size_t length, libsearch_query **query,
                     libsearch_error **error);

/* Makes a query whose children all match. Children are added; one that is none-of takes away.
 *
 * query  receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_all_of(libsearch_query **query, libsearch_error **error);

/* Makes a query of which at least one child matches.
 *
 * query  receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_any_of(libsearch_query **query, libsearch_error **error);

/* Makes a query of which no child matches.
 *
 * query  receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_none_of(libsearch_query **query, libsearch_error **error);

/* Makes a query whose children all occur, close together. Its children are texts and phrases.
 *
 * distance  characters between the first and the last of them, at most.
 * query     receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_near(unsigned distance, libsearch_query **query, libsearch_error **error);

/* Adds a child to a query of the kinds all-of, any-of, none-of and near.
 *
 * query  the query.
 * child  is copied; it stays yours.
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a query that has no children),
 * LIBSEARCH_TOO_LARGE (more than 100 levels or 1,024 parts), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_add(libsearch_query *query, libsearch_query *child, libsearch_error **error);

/* Has all parts of a query look in one field only.
 *
 * query   the query.
 * field   its name, UTF-8; empty: title, authors and body. Whether the index has it is known when
 *         it is searched.
 * length  bytes of `field`.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_set_field(libsearch_query *query, const char *field, size_t length,
                          libsearch_error **error);

/* The tree in one line, for people and tests: (and "日米" (not (phrase "首脳会談"))).
 *
 * query  the query.
 * out    receives the text, or NULL on failure. Free with libsearch_string_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_to_string(libsearch_query *query, libsearch_string **out, libsearch_error **error);

/* What the root of a query does. Since 0.1. */
LIBSEARCH_API libsearch_query_op
libsearch_query_root_op(const libsearch_query *query);

/* The text of a part, as typed; "" for other kinds. Borrowed from `query` until that changes. Since
 * 0.1. */
LIBSEARCH_API const char *
libsearch_query_own_text(const libsearch_query *query, size_t *length);

/* The field that a part looks in; "" for title, authors and body. Borrowed from `query` until that
 * changes. Since 0.1. */
LIBSEARCH_API const char *
libsearch_query_own_field(const libsearch_query *query, size_t *length);

/* The distance of a near. Since 0.1. */
LIBSEARCH_API unsigned
libsearch_query_distance(const libsearch_query *query);

/* How many children the root has. Since 0.1. */
LIBSEARCH_API size_t
libsearch_query_child_count(const libsearch_query *query);

/* A child of the root, as a query of its own.
 *
 * query  the query.
 * child  its number, from 0.
 * copy   receives the handle, or NULL on failure. Free with libsearch_query_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND (no such child),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_query_child(libsearch_query *query, size_t child, libsearch_query **copy,
                      libsearch_error **error);

/* How many things the parser has to say. Since 0.1. */
LIBSEARCH_API size_t
libsearch_query_diagnostic_count(const libsearch_query *query);

/* What it says: one line, for people. Borrowed from `query` until that changes. Since 0.1. */
LIBSEARCH_API const char *
libsearch_query_diagnostic_message(const libsearch_query *query, size_t diagnostic, size_t *length);

/* Which piece of the text it is about, in bytes. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_query_diagnostic_place(const libsearch_query *query, size_t diagnostic);

/* Frees a query. Requests that were given it keep it.
 *
 * query  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_query_free(libsearch_query *query);

/* ---- Requests ---- */

/* What is asked for: a query and how it is answered. Made once, changed and used again for any
 * number of searches. A request serves one thread at a time. */
typedef struct libsearch_request libsearch_request;

/* How the parts of a query combine. */
typedef enum libsearch_match {
  LIBSEARCH_MATCH_AUTO = 0,  /* as all; if that finds nothing, all words, then most words */
  LIBSEARCH_MATCH_ALL = 1,   /* every part occurs */
  LIBSEARCH_MATCH_ANY = 2,   /* at least one part occurs */
  LIBSEARCH_MATCH_PHRASE = 3 /* the whole query is one exact string, operators off */
} libsearch_match;

/* Whether counting may stop early. */
typedef enum libsearch_total {
  LIBSEARCH_TOTAL_BOUNDED = 0, /* reads at most so many texts; the relation says what the count is */
  LIBSEARCH_TOTAL_EXACT = 1    /* reads all */
} libsearch_total;

/* The order of a facet's values; those without a value come last in each. */
typedef enum libsearch_facet_order {
  LIBSEARCH_FACET_ORDER_USUAL = 0, /* dates newest first, all else by count */
  LIBSEARCH_FACET_ORDER_COUNT = 1, /* the most frequent first */
  LIBSEARCH_FACET_ORDER_VALUE = 2  /* by name, dates oldest first */
} libsearch_facet_order;

/* Makes a request for the first ten documents of all.
 *
 * request  receives the handle, or NULL on failure. Free with libsearch_request_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_new(libsearch_request **request, libsearch_error **error);

/* Makes a request from options in JSON.
 *
 * json     as "options_json" of libsearch_search_json(); may be NULL.
 * length   bytes of `json`.
 * request  receives the handle, or NULL on failure. Free with libsearch_request_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (an option that is none, a wrong value; NULL),
 * LIBSEARCH_MALFORMED (no JSON object), LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_from_json(const char *json, size_t length, libsearch_request **request,
                            libsearch_error **error);

/* Sets what is looked for, instead of a query set before.
 *
 * request  the request.
 * query    in the query language, UTF-8. Any text is a query; the empty one matches all.
 * length   bytes of `query`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_query(libsearch_request *request, const char *query, size_t length,
                            libsearch_error **error);

/* Sets what is looked for by a tree. Nothing is suggested for it.
 *
 * request  the request.
 * query    is copied; NULL goes back to the text of libsearch_request_set_query().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_query_tree(libsearch_request *request, libsearch_query *query,
                                 libsearch_error **error);

/* Sets how the parts of the query combine.
 *
 * request  the request.
 * match    LIBSEARCH_MATCH_AUTO by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a number that is no mode), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_match(libsearch_request *request, libsearch_match match,
                            libsearch_error **error);

/* Sets whether other spellings match too, ranked behind what matches as typed.
 *
 * request   the request.
 * variants  0: no. Yes by default.
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_variants(libsearch_request *request, int variants, libsearch_error **error);

/* Turns a group of spellings off; may be called for several.
 *
 * request  the request.
 * group    "kanji", "mark", "iteration", "kana", "long-vowel", "middle-dot", "numeral", "era",
 *          "okurigana", "inflection", "stem", "reading" or "synonym". Another name is refused by
 *          the search.
 * length   bytes of `group`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_turn_variants_off(libsearch_request *request, const char *group, size_t length,
                                    libsearch_error **error);

/* Has only documents match that have a value in a field. The same field twice means either value,
 * different fields mean both. Fields and values are looked at by the search.
 *
 * request       the request.
 * field         its name: topic, author, date or one that is declared.
 * field_length  bytes of `field`.
 * value         UTF-8. Of a date 2025, 2025-10, 2024-01..2025-06; of a number 12, 10..20; a topic
 *               includes those below it. Empty: documents without a value.
 * value_length  bytes of `value`.
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_add_filter(libsearch_request *request, const char *field, size_t field_length,
                             const char *value, size_t value_length, libsearch_error **error);

/* Takes all filters away.
 *
 * request  the request.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_clear_filters(libsearch_request *request, libsearch_error **error);

/* Asks for the counts of a field's values.
 *
 * request  the request.
 * field    topic, author, date, date:year, date:month, date:day, or a facet of the schema.
 * length   bytes of `field`.
 * limit    values at most; 0: what libsearch_request_set_facet_limit() says.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_add_facet(libsearch_request *request, const char *field, size_t length,
                            size_t limit, libsearch_error **error);

/* Asks for no facets any more.
 *
 * request  the request.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_clear_facets(libsearch_request *request, libsearch_error **error);

/* Sets how many values facets have that say nothing of their own.
 *
 * request  the request.
 * limit    10 by default; 0: all.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_facet_limit(libsearch_request *request, size_t limit,
                                  libsearch_error **error);

/* Sets the order of the facets' values.
 *
 * request  the request.
 * order    LIBSEARCH_FACET_ORDER_USUAL by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a number that is no order), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_facet_order(libsearch_request *request, libsearch_facet_order order,
                                  libsearch_error **error);

/* Sets the order of the hits.
 *
 * request  the request.
 * order    "relevance" (the default), "title", "date", or a declared field of keywords, numbers or
 *          dates; "-" before a date or a field for descending order. Documents without a value come
 *          last.
 * length   bytes of `order`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_sort(libsearch_request *request, const char *order, size_t length,
                           libsearch_error **error);

/* Sets how many hits the answer has at most.
 *
 * request  the request.
 * limit    10 by default; 0: none, only counts.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_limit(libsearch_request *request, size_t limit, libsearch_error **error);

/* Sets how many hits are left out before the first one.
 *
 * request  the request.
 * offset   0 by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_offset(libsearch_request *request, size_t offset, libsearch_error **error);

/* Asks for the page behind an earlier answer, instead of an offset. It is of one question to one
 * revision of the index; the search refuses it for any other.
 *
 * request  the request.
 * after    what libsearch_results_next() gave; empty: the first page.
 * length   bytes of `after`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_after(libsearch_request *request, const char *after, size_t length,
                            libsearch_error **error);

/* Has of each value of a field only the best document become a hit.
 *
 * request  the request.
 * field    title, series or a field of keywords; empty, the default: none.
 * length   bytes of `field`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_collapse(libsearch_request *request, const char *field, size_t length,
                               libsearch_error **error);

/* Sets what stands around marks in HTML and JSON. They are not escaped.
 *
 * request       the request.
 * open          "<mark>" by default.
 * open_length   bytes of `open`.
 * close         "</mark>" by default.
 * close_length  bytes of `close`.
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_mark_tags(libsearch_request *request, const char *open, size_t open_length,
                                const char *close, size_t close_length, libsearch_error **error);

/* Sets how long snippets are.
 *
 * request     the request.
 * characters  120 by default; 0: no snippets.
 * error       may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_snippet_length(libsearch_request *request, size_t characters,
                                     libsearch_error **error);

/* Sets whether all candidates are counted.
 *
 * request  the request.
 * total    LIBSEARCH_TOTAL_BOUNDED by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a number that is no mode), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_request_set_total(libsearch_request *request, libsearch_total total,
                            libsearch_error **error);

/* Sets how many texts are read when counting is bounded.
 *
 * request  the request.
 * texts    20,000 by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_max_candidates(libsearch_request *request, size_t texts,
                                     libsearch_error **error);

/* Sets how long the search may take, from the call on; then it returns LIBSEARCH_TIMEOUT.
 *
 * request       the request.
 * milliseconds  0, the default: as long as it takes.
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_timeout(libsearch_request *request, uint32_t milliseconds,
                              libsearch_error **error);

/* Has the search explain what it did, for people.
 *
 * request  the request.
 * explain  nonzero: yes. No by default.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_explain(libsearch_request *request, int explain, libsearch_error **error);

/* Sets who may stop the search.
 *
 * request  the request.
 * cancel   NULL: nobody. Must not use the request or the index that is searched.
 * context  is passed to `cancel`; must be good for as long as the request is used.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_request_set_cancel(libsearch_request *request, libsearch_cancel_callback cancel,
                             void *context, libsearch_error **error);

/* Frees a request. Results that it was used for stay.
 *
 * request  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_request_free(libsearch_request *request);

/* ---- Searching ---- */

/* The answer to a request. It doesn't change and may be read by many threads; all texts are borrowed
 * from it and end with it. Hits, facets and what they have are numbered from 0. */
typedef struct libsearch_results libsearch_results;

/* What the total says. */
typedef enum libsearch_relation {
  LIBSEARCH_RELATION_EQ = 0,      /* so many documents match */
  LIBSEARCH_RELATION_GTE = 1,     /* at least so many */
  LIBSEARCH_RELATION_ESTIMATE = 2 /* about so many */
} libsearch_relation;

/* Searches. That nothing matches is no failure.
 *
 * index    the index.
 * request  what is asked for; stays as it is.
 * results  receives the answer, or NULL on failure. Free with libsearch_results_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a field that can't be filtered, counted or
 * sorted by, a group of variants that is none, a cursor of something else; NULL),
 * LIBSEARCH_TIMEOUT, LIBSEARCH_CANCELLED (by the callback of the request), LIBSEARCH_BUSY,
 * LIBSEARCH_NOT_FOUND (the index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_search(libsearch_index *index, libsearch_request *request, libsearch_results **results,
                 libsearch_error **error);

/* Documents like another one, the most alike first, at most 100; itself is not among them.
 *
 * index      the index.
 * id         the document's id, UTF-8.
 * id_length  bytes of `id`.
 * request    filters, facets, the page and snippets count, the query and the order do not; NULL:
 *            the first ten.
 * results    receives the answer, or NULL on failure. Free with libsearch_results_free().
 * error      may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (as libsearch_search()), LIBSEARCH_TIMEOUT,
 * LIBSEARCH_CANCELLED (by the callback of the request), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (no
 * document with this id, or the index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO,
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_similar(libsearch_index *index, const char *id, size_t id_length,
                  libsearch_request *request, libsearch_results **results, libsearch_error **error);

/* Documents like a text that need not be in the index.
 *
 * index        the index.
 * text         UTF-8.
 * text_length  bytes of `text`.
 * request      as libsearch_similar() takes it; may be NULL.
 * results      receives the answer, or NULL on failure. Free with libsearch_results_free().
 * error        may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (as libsearch_search()), LIBSEARCH_TIMEOUT,
 * LIBSEARCH_CANCELLED (by the callback of the request), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_similar_text(libsearch_index *index, const char *text, size_t text_length,
                       libsearch_request *request, libsearch_results **results,
                       libsearch_error **error);

/* The query as it was asked. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_query(const libsearch_results *results, size_t *length);

/* How the documents match: "all", "any", "phrase", "words", "relaxed" or "similar". Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_matched(const libsearch_results *results, size_t *length);

/* Milliseconds from the query to the finished hits. Since 0.1. */
LIBSEARCH_API double
libsearch_results_took_ms(const libsearch_results *results);

/* How many documents match. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_total(const libsearch_results *results);

/* What that number says. Since 0.1. */
LIBSEARCH_API libsearch_relation
libsearch_results_total_relation(const libsearch_results *results);

/* What libsearch_request_set_after() takes for the next page; "" on the last one. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_next(const libsearch_results *results, size_t *length);

/* How the search went, for people; "" unless asked for. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_explanation(const libsearch_results *results, size_t *length);

/* How many hits there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_count(const libsearch_results *results);

/* The id of the document. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_id(const libsearch_results *results, size_t hit, size_t *length);

/* Its title. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_title(const libsearch_results *results, size_t hit, size_t *length);

/* Its date: "", YYYY, YYYY-MM or YYYY-MM-DD. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_date(const libsearch_results *results, size_t hit, size_t *length);

/* Its path; "" where it has none. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_path(const libsearch_results *results, size_t hit, size_t *length);

/* How many files hold the document: several for an essay that is there as PDF, HTML and text. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_path_count(const libsearch_results *results, size_t hit);

/* The path of one of these files; the first is libsearch_results_hit_path(). Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_path_at(const libsearch_results *results, size_t hit, size_t path,
                              size_t *length);

/* How well it matches; of use only beside other hits of the same answer. Since 0.1. */
LIBSEARCH_API double
libsearch_results_hit_score(const libsearch_results *results, size_t hit);

/* How many authors it has. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_author_count(const libsearch_results *results, size_t hit);

/* One of its authors. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_author(const libsearch_results *results, size_t hit, size_t author,
                             size_t *length);

/* How many topics it has. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_topic_count(const libsearch_results *results, size_t hit);

/* One of its topics. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_topic(const libsearch_results *results, size_t hit, size_t topic,
                            size_t *length);

/* The page of the snippet's first mark, from 1; 0 where there are no pages. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_page(const libsearch_results *results, size_t hit);

/* The snippet: text of the document, not escaped. Windows are joined by " … ". Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_snippet(const libsearch_results *results, size_t hit, size_t *length);

/* How many places of the snippet matched. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_mark_count(const libsearch_results *results, size_t hit);

/* A place that matched, in bytes of the snippet. They ascend and don't overlap. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_results_hit_mark(const libsearch_results *results, size_t hit, size_t mark);

/* 1 where the document has text before the snippet, else 0. Since 0.1. */
LIBSEARCH_API int
libsearch_results_hit_cut_before(const libsearch_results *results, size_t hit);

/* 1 where it has text behind the snippet, else 0. Since 0.1. */
LIBSEARCH_API int
libsearch_results_hit_cut_behind(const libsearch_results *results, size_t hit);

/* The snippet as HTML: text escaped, marks in the tags of the request.
 *
 * results  the answer.
 * hit      its number, from 0.
 * out      receives the text, or NULL on failure. Free with libsearch_string_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND (no such hit),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_results_hit_html(const libsearch_results *results, size_t hit, libsearch_string **out,
                           libsearch_error **error);

/* How many places of the title matched. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_title_mark_count(const libsearch_results *results, size_t hit);

/* A place that matched, in bytes of the title. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_results_hit_title_mark(const libsearch_results *results, size_t hit, size_t mark);

/* How many further documents have its value, with libsearch_request_set_collapse(). Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_hit_collapsed(const libsearch_results *results, size_t hit);

/* Why it is where it is, for people; "" unless asked for. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_hit_explanation(const libsearch_results *results, size_t hit, size_t *length);

/* How many facets there are: those asked for, in that order. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_facet_count(const libsearch_results *results);

/* The field: topic, author, date, or one of the schema; a date in several units as asked for:
 * date:year. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_facet_field(const libsearch_results *results, size_t facet, size_t *length);

/* Of dates: "year", "month" or "day"; else "". Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_facet_unit(const libsearch_results *results, size_t facet, size_t *length);

/* How many values it has. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_facet_value_count(const libsearch_results *results, size_t facet);

/* A value; "" stands for documents without one and comes last. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_facet_value(const libsearch_results *results, size_t facet, size_t value,
                              size_t *length);

/* How many documents that match have the value. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_facet_value_documents(const libsearch_results *results, size_t facet,
                                        size_t value);

/* 1 where a filter of the request names the value, else 0. Since 0.1. */
LIBSEARCH_API int
libsearch_results_facet_value_selected(const libsearch_results *results, size_t facet,
                                       size_t value);

/* How many other queries are suggested. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_suggestion_count(const libsearch_results *results);

/* The query with other words for those that find nothing, the likeliest first. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_suggestion(const libsearch_results *results, size_t suggestion, size_t *length);

/* How many things there are to say of the query. Since 0.1. */
LIBSEARCH_API size_t
libsearch_results_diagnostic_count(const libsearch_results *results);

/* What there is to say: one line, for people. Since 0.1. */
LIBSEARCH_API const char *
libsearch_results_diagnostic_message(const libsearch_results *results, size_t diagnostic,
                                     size_t *length);

/* Which piece of the query it is about, in bytes. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_results_diagnostic_place(const libsearch_results *results, size_t diagnostic);

/* The answer as libsearch_search_json() gives it.
 *
 * results  the answer.
 * out      receives one line of JSON, or NULL on failure. Free with libsearch_string_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_results_to_json(const libsearch_results *results, libsearch_string **out,
                          libsearch_error **error);

/* Frees an answer and all that is borrowed from it.
 *
 * results  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_results_free(libsearch_results *results);

/* ---- Completions and marks ---- */

/* What a word that is being typed may become. It doesn't change and may be read by many threads. */
typedef struct libsearch_completions libsearch_completions;

/* Where a completion comes from. */
typedef enum libsearch_completion_kind {
  LIBSEARCH_COMPLETION_TOPIC = 0,
  LIBSEARCH_COMPLETION_AUTHOR = 1,
  LIBSEARCH_COMPLETION_COMPOUND = 2, /* several words that stand together in texts */
  LIBSEARCH_COMPLETION_WORD = 3,
  LIBSEARCH_COMPLETION_TITLE = 4
} libsearch_completion_kind;

/* What a word that is being typed may become: topics, authors, titles, words and compounds, the
 * best first. Kana also completes katakana, and so does romaji. The first call of a revision reads
 * all titles.
 *
 * index        the index.
 * prefix       what was typed, UTF-8.
 * length       bytes of `prefix`.
 * limit        completions at most.
 * completions  receives the handle, or NULL on failure. Free with libsearch_completions_free().
 * error        may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the
 * index was removed), LIBSEARCH_CORRUPT, LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_suggest(libsearch_index *index, const char *prefix, size_t length, size_t limit,
                  libsearch_completions **completions, libsearch_error **error);

/* How many there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_completions_count(const libsearch_completions *completions);

/* A completion. Borrowed from `completions`. Since 0.1. */
LIBSEARCH_API const char *
libsearch_completions_text(const libsearch_completions *completions, size_t completion,
                           size_t *length);

/* Where it comes from. Beyond the count: LIBSEARCH_COMPLETION_TOPIC. Since 0.1. */
LIBSEARCH_API libsearch_completion_kind
libsearch_completions_kind(const libsearch_completions *completions, size_t completion);

/* How many documents have it; of words and compounds about. Since 0.1. */
LIBSEARCH_API size_t
libsearch_completions_documents(const libsearch_completions *completions, size_t completion);

/* Frees completions.
 *
 * completions  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_completions_free(libsearch_completions *completions);

/* Pieces of a text. They don't change and may be read by many threads. */
typedef struct libsearch_spans libsearch_spans;

/* The places of a text that a query asks for: for showing a whole document with marks.
 *
 * index         the index.
 * text          a title or a body of this index, or any text, UTF-8.
 * text_length   bytes of `text`.
 * query         in the query language, UTF-8.
 * query_length  bytes of `query`.
 * spans         receives the handle, or NULL on failure. Free with libsearch_spans_free().
 * error         may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MALFORMED (the text is not
 * UTF-8), LIBSEARCH_BUSY, LIBSEARCH_NOT_FOUND (the index was removed), LIBSEARCH_CORRUPT,
 * LIBSEARCH_IO, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_highlight(libsearch_index *index, const char *text, size_t text_length,
                    const char *query, size_t query_length, libsearch_spans **spans,
                    libsearch_error **error);

/* How many there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_spans_count(const libsearch_spans *spans);

/* One of them, in bytes. They ascend and don't overlap. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_spans_at(const libsearch_spans *spans, size_t number);

/* Frees spans.
 *
 * spans  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_spans_free(libsearch_spans *spans);

/* ---- Analysis ---- */

/* How an analyzer works. Serves one thread at a time. */
typedef struct libsearch_analyzer_options libsearch_analyzer_options;
/* Normalizes and cuts texts, documents as queries. Serves one thread at a time. */
typedef struct libsearch_analyzer libsearch_analyzer;
/* The tokens of a text. They don't change and may be read by many threads; texts are borrowed from
 * it. */
typedef struct libsearch_tokens libsearch_tokens;

/* What a token is. */
typedef enum libsearch_token_kind {
  LIBSEARCH_TOKEN_WORD = 0,   /* a word of the dictionary, a run of letters and digits, or a symbol */
  LIBSEARCH_TOKEN_BIGRAM = 1, /* two neighbouring characters of Japanese text */
  LIBSEARCH_TOKEN_STEM = 2    /* the stem of an English word */
} libsearch_token_kind;

/* How a bigram is found again. */
typedef enum libsearch_bigram_state {
  LIBSEARCH_BIGRAM_NONE = 0,    /* the token is no bigram */
  LIBSEARCH_BIGRAM_INDEXED = 1, /* it stands across two words and is a term of the document */
  LIBSEARCH_BIGRAM_INSIDE = 2,  /* it stands inside one word: the lexicon finds it */
  LIBSEARCH_BIGRAM_CHECKED = 3  /* it stands across two words and is checked in the stored text */
} libsearch_bigram_state;

/* Makes options of the default analyzer.
 *
 * options  receives the handle, or NULL on failure. Free with libsearch_analyzer_options_free().
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_OUT_OF_MEMORY or
 * LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_options_new(libsearch_analyzer_options **options, libsearch_error **error);

/* Sets what tokens there are.
 *
 * options  the options.
 * name     "hybrid" (the default): words and pairs of characters, as an index has them;
 *          "dictionary": words alone; "ngram": single characters and every pair; "keyword": the
 *          whole text as one; "english": words and their stems.
 * length   bytes of `name`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_options_set_name(libsearch_analyzer_options *options, const char *name,
                                    size_t length, libsearch_error **error);

/* Sets the dictionary of Japanese words.
 *
 * options     the options.
 * dictionary  "icu" (the default) or "mecab".
 * length      bytes of `dictionary`.
 * error       may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_options_set_dictionary(libsearch_analyzer_options *options,
                                          const char *dictionary, size_t length,
                                          libsearch_error **error);

/* Sets words that the dictionary lacks.
 *
 * options  the options.
 * words    as libsearch_writer_set_user_dictionary() takes them.
 * length   bytes of `words`.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_options_set_user_dictionary(libsearch_analyzer_options *options,
                                               const char *words, size_t length,
                                               libsearch_error **error);

/* Sets who cuts Japanese words, in place of a dictionary.
 *
 * options  the options; they keep what they need of it.
 * breaker  NULL: a dictionary does.
 * error    may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_analyzer_options_set_word_breaker(libsearch_analyzer_options *options,
                              libsearch_word_breaker *breaker,
                              libsearch_error **error);

/* Frees options. Analyzers made with them stay.
 *
 * options  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_analyzer_options_free(libsearch_analyzer_options *options);

/* Makes an analyzer.
 *
 * options   NULL: the default ones.
 * analyzer  receives the handle, or NULL on failure. Free with libsearch_analyzer_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (a name that is none; NULL),
 * LIBSEARCH_DICTIONARY_MISSING, LIBSEARCH_MALFORMED (the user dictionary: names the line),
 * LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_new(libsearch_analyzer_options *options, libsearch_analyzer **analyzer,
                       libsearch_error **error);

/* The normalized text: NFKC, case fold, NFKC; white space is removed where a Chinese or Japanese
 * character stands on either side, else one space. Ill-formed bytes are read as U+FFFD.
 *
 * analyzer  the analyzer.
 * text      UTF-8.
 * length    bytes of `text`.
 * out       receives the text, or NULL on failure. Free with libsearch_string_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_normalize(libsearch_analyzer *analyzer, const char *text, size_t length,
                             libsearch_string **out, libsearch_error **error);

/* Cuts a text into tokens, in the order of their starts.
 *
 * analyzer  the analyzer.
 * text      UTF-8; ill-formed bytes are read as U+FFFD.
 * length    bytes of `text`.
 * tokens    receives the handle, or NULL on failure. Free with libsearch_tokens_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_analyze(libsearch_analyzer *analyzer, const char *text, size_t length,
                           libsearch_tokens **tokens, libsearch_error **error);

/* Names normalizer, dictionary and rules with their versions: equal fingerprints give equal tokens.
 *
 * analyzer  the analyzer.
 * out       receives the text, or NULL on failure. Free with libsearch_string_free().
 * error     may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_MISUSE,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyzer_fingerprint(libsearch_analyzer *analyzer, libsearch_string **out,
                               libsearch_error **error);

/* Frees an analyzer. Tokens that it made stay.
 *
 * analyzer  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_analyzer_free(libsearch_analyzer *analyzer);

/* How many tokens there are. Since 0.1. */
LIBSEARCH_API size_t
libsearch_tokens_count(const libsearch_tokens *tokens);

/* The token as normalized. Since 0.1. */
LIBSEARCH_API const char *
libsearch_tokens_text(const libsearch_tokens *tokens, size_t token, size_t *length);

/* What it is. Beyond the count: LIBSEARCH_TOKEN_WORD. Since 0.1. */
LIBSEARCH_API libsearch_token_kind
libsearch_tokens_kind(const libsearch_tokens *tokens, size_t token);

/* How a bigram is found again. Since 0.1. */
LIBSEARCH_API libsearch_bigram_state
libsearch_tokens_state(const libsearch_tokens *tokens, size_t token);

/* 1 where it carries grammar, not content: の, が, する ...; else 0. Since 0.1. */
LIBSEARCH_API int
libsearch_tokens_is_function_word(const libsearch_tokens *tokens, size_t token);

/* The piece of the text as given that it stands for, in bytes. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_tokens_bytes(const libsearch_tokens *tokens, size_t token);

/* The same in code points, as Python counts. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_tokens_code_points(const libsearch_tokens *tokens, size_t token);

/* The same in UTF-16 units, as JavaScript and Java count. Since 0.1. */
LIBSEARCH_API libsearch_span
libsearch_tokens_utf16(const libsearch_tokens *tokens, size_t token);

/* The reading of a word, in katakana; "" where the dictionary knows none. Since 0.1. */
LIBSEARCH_API const char *
libsearch_tokens_reading(const libsearch_tokens *tokens, size_t token, size_t *length);

/* The form of a word that dictionaries list; "" where it is not known. Since 0.1. */
LIBSEARCH_API const char *
libsearch_tokens_base(const libsearch_tokens *tokens, size_t token, size_t *length);

/* Frees tokens.
 *
 * tokens  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_tokens_free(libsearch_tokens *tokens);

/* ---- Without a handle ---- */

/* Reads the whole index at `path` and compares it with itself. Takes about as long as building it.
 *
 * path   folder of the index, NUL-terminated.
 * out    receives the findings as a JSON array, or NULL on failure:
 *        [{"file":"...","message":"..."}], where "file" is "" for the index as a whole. [] means
 *        that nothing is wrong. Free with libsearch_string_free().
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Damage is a finding, not a failure. Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL),
 * LIBSEARCH_NOT_FOUND, LIBSEARCH_NOT_AN_INDEX, LIBSEARCH_FORMAT_MISMATCH, LIBSEARCH_CORRUPT (too
 * damaged to be looked at), LIBSEARCH_IO, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 * */
LIBSEARCH_API libsearch_status
libsearch_check(const char *path, libsearch_string **out, libsearch_error **error);

/* Rewrites the index at `path` in its smallest form. Readers go on undisturbed. Needs room for a
 * second copy.
 *
 * path   folder of the index, NUL-terminated.
 * error  may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_NOT_FOUND,
 * LIBSEARCH_NOT_AN_INDEX, LIBSEARCH_FORMAT_MISMATCH, LIBSEARCH_LOCKED, LIBSEARCH_IO,
 * LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1.
 */
LIBSEARCH_API libsearch_status
libsearch_compact(const char *path, libsearch_error **error);

/* 1 where a text has one of the forms of a document's date and names a real day, month or year;
 * else 0. `text`: UTF-8, `length` bytes; may be NULL. Since 0.1. */
LIBSEARCH_API int
libsearch_is_date(const char *text, size_t length);

/* How the library cuts a text into tokens, in documents as in queries.
 *
 * text    UTF-8; ill-formed bytes are read as U+FFFD.
 * length  bytes of `text`.
 * out     receives a JSON array in the order of "start", or NULL on failure: [{"text":"...",
 *         "kind":"word|bigram|stem","state":"indexed|inside|checked","function_word":true,
 *         "start":0,"end":6,
 *         "code_points":[0,2],"utf16":[0,2],"reading":"...","base":"..."}]. "state" is
 *         there for bigrams only, "function_word" where it is true; "start" and "end" are byte
 *         offsets into `text` as given, "code_points" and "utf16" the same pair as other languages
 *         count; "reading" (katakana) and "base" (the form that dictionaries list) are there where
 *         the dictionary knows them. Free with libsearch_string_free().
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (NULL), LIBSEARCH_DICTIONARY_MISSING,
 * LIBSEARCH_OUT_OF_MEMORY or LIBSEARCH_INTERNAL. Since 0.1. */
LIBSEARCH_API libsearch_status
libsearch_analyze_json(const char *text, size_t length, libsearch_string **out,
                       libsearch_error **error);

#ifdef __cplusplus
}
#endif

#endif
