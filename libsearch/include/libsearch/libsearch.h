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
 *    length 0 is the empty string. Paths are NUL-terminated, bytes as the system has them, and
 *    relative ones start from the current folder. Text out is UTF-8 and NUL-terminated. All
 *    offsets and sizes are bytes, unless the comment says characters. The library copies what it
 *    keeps of its arguments.
 * 5. Handles. All types are opaque; a handle's value is a ticket, not an address. A handle that is
 *    NULL, was freed, is of another type or never was one gives LIBSEARCH_MISUSE, never a crash,
 *    and no ticket is given out twice. The free functions ignore such handles.
 * 6. Threads. A libsearch_index or libsearch_writer serves one thread at a time, any thread: while
 *    a call is running, another call with the same handle returns LIBSEARCH_MISUSE, and freeing the
 *    handle takes effect when the running call ends. Open one index per thread; they share what is
 *    large. Strings and errors don't change and may be read by many threads. Different handles
 *    don't affect each other. After fork(), use in the child only handles that it opened itself.
 * 7. Environment. The library prints nothing, reads no environment variables of its own, installs
 *    no signal handlers, ends no process and lets no C++ exception out. Handles share no settings.
 * 8. Memory. When memory cannot be had, LIBSEARCH_OUT_OF_MEMORY is returned; its error object is
 *    made in advance. Free it like any other.
 * 9. Promise. Within one soname (libsearch.so.0), what is declared here keeps its name, its
 *    parameters, its meaning and the numbers of its status codes. "Since" names the version that
 *    brought a function. Objects of JSON may gain keys.
 */
#ifndef LIBSEARCH_LIBSEARCH_H
#define LIBSEARCH_LIBSEARCH_H

#include <stddef.h>

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
 *         "facet", "hierarchical".
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
 * flags            LIBSEARCH_FIELD_FACET, LIBSEARCH_FIELD_HIERARCHICAL, both, or 0.
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

/* Frees a schema. Writers that were given it keep what it said.
 *
 * schema  may be NULL. Since 0.1. */
LIBSEARCH_API void
libsearch_schema_free(libsearch_schema *schema);

/* ---- Writing ---- */

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
 * rules   lines of topic path, TAB, query; a line that is empty or begins with # says nothing.
 *         The empty string drops the rules.
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

/* Makes all changes since the last commit durable and visible to readers, at once or not at all.
 *
 * writer  the writer; it can be used on.
 * error   may be NULL; on failure receives the details. Free with libsearch_error_free().
 *
 * Returns LIBSEARCH_OK, LIBSEARCH_INVALID_ARGUMENT (see libsearch_writer_set_schema()),
 * LIBSEARCH_IO, LIBSEARCH_DISK_FULL, LIBSEARCH_CORRUPT, LIBSEARCH_MISUSE, LIBSEARCH_OUT_OF_MEMORY
 * or LIBSEARCH_INTERNAL. Since 0.1. */
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

/* Closes an index. Strings made from it stay.
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

/* How the library cuts a text into tokens, in documents as in queries.
 *
 * text    UTF-8; ill-formed bytes are read as U+FFFD.
 * length  bytes of `text`.
 * out     receives a JSON array in the order of "start", or NULL on failure: [{"text":"...",
 *         "kind":"word|bigram|stem","state":"indexed|inside|checked","function_word":true,
 *         "start":0,"end":6}]. "state" is there for bigrams only, "function_word" where it is true;
 *         "start" and "end" are byte offsets into `text` as given. Free with
 *         libsearch_string_free().
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
