#ifndef LIBSEARCH_INDEX_HPP
#define LIBSEARCH_INDEX_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/events.hpp>
#include <libsearch/export.h>
#include <libsearch/schema.hpp>
#include <libsearch/search.hpp>
#include <libsearch/suggestion.hpp>
#include <libsearch/word_breaker.hpp>

namespace libsearch {

/// Figures of an index.
struct index_statistics {
  std::size_t documents = 0;
  std::size_t words = 0;            ///< distinct words in the lexicon
  std::size_t bigrams = 0;          ///< distinct boundary bigrams
  std::uint64_t text_bytes = 0;     ///< UTF-8 bytes of titles, authors and bodies
  std::uint64_t index_bytes = 0;    ///< bytes on disk
  std::uint64_t revision = 0;       ///< grows with each commit
  int format = 0;
  std::string analyzer;             ///< fingerprint
  std::string first_date, last_date;
};

struct index_options {
  /// Bytes of stored texts kept in memory between searches, and up to an eighth of it more for the documents that hold
  /// what was searched lately; 0 = none.
  std::size_t text_cache = 64u << 20;
  /// What cut the texts, where that is a word_breaker: one of the same name. errc::analyzer_mismatch names it.
  std::shared_ptr<const word_breaker> breaker;
  log_function log;
};

/// Bytes that an index object holds in memory between calls, about. What is mapped from files, the lexicon and
/// Xapian's tables, is not among them: the system shares that between readers and drops it when it needs room.
struct cache_sizes {
  std::size_t texts = 0;        ///< stored texts that were checked lately: at most index_options::text_cache
  std::size_t columns = 0;      ///< values of the fields that were counted or filtered by
  std::size_t completions = 0;  ///< titles, authors and topics, since suggest() was called
  std::size_t readings = 0;     ///< of words, where a dictionary knows them, since a search needed them
  std::size_t sets = 0;         ///< which documents hold what was searched lately, and the lengths of all
};

/// An index opened for reading. Each call sees the newest commit; a commit that overtakes a call
/// is handled inside (the call starts again). One thread at a time; open one per thread: they
/// share what is large.
class LIBSEARCH_API index {
 public:
  /// @throws error errc::not_found, not_an_index, format_mismatch, analyzer_mismatch, corrupt.
  explicit index(const std::string &path, const index_options &options = {});
  ~index();
  index(index &&) noexcept;
  index &operator=(index &&) noexcept;

  const std::string &path() const noexcept;

  /// @throws error errc::invalid_argument (a filter or facet that is not a field), timeout, busy.
  search_results search(const search_request &request);

  /// Documents like the one with this id, which is not among them, the most alike first; nothing when there is
  /// no such document. At most similar_documents. Of `options`, the query and how it matches and is sorted
  /// do not count; filters, facets, page, collapse and snippets do.
  /// @throws error as search().
  std::optional<search_results> similar(std::string_view id, const search_request &options = {});

  /// The same for any text, UTF-8: a draft, a paragraph, a page of another archive.
  search_results similar_to_text(std::string_view text, const search_request &options = {});

  /// What `prefix` may become: topics, authors, titles (with a word that begins so), words and compounds of
  /// the texts, the best first. Kana also completes katakana, and so does romaji: えね, ene: エネルギー.
  /// The first call of a revision reads all titles.
  std::vector<completion> suggest(std::string_view prefix, std::size_t limit = 10);

  /// The document with its original text, or nothing.
  std::optional<document> get(std::string_view id);

  /// The places in `text` (a title or a body of this index, or any text) that `query` asks for,
  /// as ascending byte ranges: for highlighting a whole document.
  std::vector<span> highlight(std::string_view text, std::string_view query);

  /// Calls `visit` with id and origin of each document, in no particular order.
  void for_each_origin(const std::function<void(const std::string &id, const source &origin)> &visit);

  /// A setting kept in the index by index_writer::set_option(), or "".
  std::string option(const std::string &name);

  /// The fields that documents of this index can be asked for by.
  libsearch::schema schema();

  index_statistics statistics();

  /// Opens the newest commit now instead of with the next call, and reads anew what the last calls had in memory: for
  /// an idle moment after a commit. Returns its revision. (docs/ARCHITECTURE.md, "Commits and readers")
  std::uint64_t refresh();

  cache_sizes caches() const;
  /// Gives the memory of caches() back; calls that need it fill it again.
  void release_caches() noexcept;

 private:
  friend class memory_index;
  /// Keeps `storage` for as long as files of the index are used.
  index(const std::string &path, const index_options &options, std::shared_ptr<const void> storage);

  struct impl;
  std::unique_ptr<impl> impl_;
};

struct writer_options {
  unsigned threads = 0;                   ///< analysis threads of a first build; 0 = one per core, at most 1024
  std::size_t memory = 512u << 20;        ///< bytes that documents in work may take, about
  std::string analyzer;                   ///< of a new index: "hybrid" (the default) or "ngram"; else must agree
  /// Of Japanese words: "icu" or "mecab"; "" = what the index has, "icu" for a new one. Another one than the index has
  /// makes the first change cut all its documents anew, from their stored texts.
  std::string dictionary;
  /// Cuts Japanese words in place of a dictionary, like `dictionary`: an index that was cut by something else, or by a breaker of
  /// another name, is cut anew with the first change. An index that was cut by one opens with it only.
  std::shared_ptr<const word_breaker> breaker;
  bool rebuild = false;                   ///< start from nothing; readers see the old index until commit
  /// false: a commit does not wait until the disk has it. When the program crashes, the index stays as it was; when
  /// the machine does, it may be damaged. For what can be made again, such as the index of a test.
  bool durable = true;
  progress_function progress;
  log_function log;
};

/// Adds, replaces and removes documents. What is put becomes visible, all at once, with commit();
/// the destructor drops what is not committed. There is one writer at a time in the world.
/// One thread at a time.
class LIBSEARCH_API index_writer {
 public:
  /// Opens the index at `path`, or prepares a new one that appears with the first commit.
  /// @throws error errc::locked (names the holder), not_an_index, format_mismatch, analyzer_mismatch,
  /// dictionary_missing, io.
  explicit index_writer(const std::string &path, const writer_options &options = {});
  ~index_writer();
  index_writer(index_writer &&) noexcept;
  index_writer &operator=(index_writer &&) noexcept;

  /// Adds a document, or replaces the one with its id; true = replaced. A document that is refused
  /// leaves everything else as it was.
  /// @throws error errc::malformed (not UTF-8), too_large, invalid_argument (id, date or value of a declared field).
  bool put(const document &document);

  /// Removes a document; false = there was none.
  bool remove(std::string_view id);

  /// Rules that give documents topics, as text: lines of topic path TAB query; "" drops them.
  /// Documents already in the index are given their new topics by commit(). Each line has one tab, and no level of a
  /// topic path is empty. What is not understood of a query is searched as text: check_topic_rules() tells of it.
  /// @throws error errc::malformed, naming the line.
  void set_topic_rules(std::string_view rules);

  /// Synonyms, as text: lines of "a, b, c", which stand for one another, and of "a => b, c", where a also finds b and c;
  /// "" drops them. They are applied to queries, from commit() on; nothing is indexed anew.
  /// @throws error errc::malformed, naming the line.
  void set_synonyms(std::string_view text);

  /// Words that the dictionary lacks, as text: lines of word, TAB, reading, TAB, class, the last two optional; "" drops
  /// them. Documents in the index that hold a word whose entry changed are cut anew with the next commit().
  /// @throws error errc::malformed, naming the line.
  void set_user_dictionary(std::string_view words);

  /// Documents that were cut anew because a dictionary changed, since this writer was opened.
  std::size_t reanalyzed() const;

  /// Declares the fields of the index from here on; they are kept in it, through rebuilds too. Best called before
  /// the first document: where documents are there already, commit() records all of them again, and throws
  /// errc::invalid_argument, having changed nothing, when one has a value that does not fit.
  /// @throws error errc::invalid_argument for an analyzer that the index can't do.
  void set_schema(const libsearch::schema &schema);
  /// The fields as they will be with the next commit.
  const libsearch::schema &schema() const;

  /// Keeps a setting of the application in the index. `name` is 1 to 100 bytes.
  void set_option(const std::string &name, std::string_view value);
  std::string option(const std::string &name) const;

  /// Makes all changes visible at once and durable, or throws and changes nothing.
  /// @throws error errc::cancelled when writer_options::progress says so: the changes are dropped, go on with rollback().
  void commit();

  /// Drops all changes since the last commit.
  void rollback();

 private:
  friend class memory_index;
  index_writer(const std::string &path, const writer_options &options, std::shared_ptr<const void> storage);

  struct impl;
  std::unique_ptr<impl> impl_;
};

/// One finding of check_index().
struct check_finding {
  std::string file;     ///< or "" for the index as a whole
  std::string message;
};

/// Reads the whole index and compares it with itself: Xapian's structure, ids, stored texts against
/// their terms, the lexicon. An empty list means that nothing is wrong.
/// @throws error errc::not_found, not_an_index.
LIBSEARCH_API std::vector<check_finding> check_index(const std::string &path, const index_options &options = {});

/// Rewrites the index in its smallest form; readers go on undisturbed.
/// @throws error as index_writer.
LIBSEARCH_API void compact_index(const std::string &path);

}  // namespace libsearch

#endif
