#ifndef LIBSEARCH_DOCUMENT_HPP
#define LIBSEARCH_DOCUMENT_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

namespace libsearch {

/// Where a document was read from, so that a later run can tell whether it changed.
/// All fields may be empty or 0: a document need not come from a file.
struct source {
  std::string path;          ///< absolute path of the file, bytes as the system has them
  std::uint64_t size = 0;    ///< bytes; of a file with sidecars, what libsearch-ingest makes of all sizes and times
  std::int64_t mtime = 0;    ///< nanoseconds since 1970; with sidecars, of the one that changed last
  std::string digest;        ///< hash of the content the document was made from
  std::string signature;     ///< what tells copies of one essay from other essays; libsearch-ingest makes it
  /// Further files that hold the same essay in another format.
  std::vector<source> copies;
  std::string shown;         ///< of a copy: the path to show, which would be its id
  std::uint32_t difference = 0;  ///< of a copy: how far its text is from the document's
};

/// One document, as given and as kept. Strings are UTF-8.
struct document {
  std::string id;                    ///< unique in an index; 1 to 4,096 bytes
  std::string title;                 ///< may be empty
  std::string body;                  ///< at most limits::document_bytes
  std::vector<std::string> authors;  ///< one name each
  std::string date;                  ///< "", "YYYY", "YYYY-MM" or "YYYY-MM-DD"
  std::vector<std::string> topics;   ///< given with the document; "/" separates levels
  std::vector<std::string> rule_topics;  ///< added by the topic rules of the index; read only
  std::string path;                  ///< to show and to open; may be empty
  std::vector<std::size_t> page_starts;  ///< byte offsets into `body` where pages 1, 2 ... start
  /// Everything else (series, number, affiliation, url, lang, keys of the user's own):
  /// name to value, the value as JSON text. Kept and shown.
  std::map<std::string, std::string> attributes;
  source origin;

  /// `topics` and `rule_topics` together, sorted, each once.
  LIBSEARCH_API std::vector<std::string> all_topics() const;
  /// Sets an attribute to a string; an empty value removes it.
  LIBSEARCH_API void set_attribute(const std::string &name, std::string_view value);
  /// Sets an attribute to a finite number.
  LIBSEARCH_API void set_attribute(const std::string &name, double value);
  /// Sets an attribute to any JSON value, of at most 64 levels; an empty text removes it.
  /// @throws error errc::malformed.
  LIBSEARCH_API void set_attribute_json(const std::string &name, std::string_view json);
  /// The attribute as plain text: a JSON string without its quotes, anything else as JSON; "" if none.
  LIBSEARCH_API std::string attribute(const std::string &name) const;
};

/// Limits on input. What is larger is refused with errc::too_large, never cut in silence.
struct limits {
  static constexpr std::size_t document_bytes = 64u << 20;  ///< body + title + authors
  static constexpr std::size_t id_bytes = 4096;
  static constexpr std::size_t query_bytes = 64u << 10;
  static constexpr std::size_t query_depth = 100;
  static constexpr std::size_t query_leaves = 1024;
  static constexpr std::size_t expansions = 1000;  ///< words one variant or wildcard may become
};

/// Reads one JSON object: {"id","title","body"} and the optional keys of docs/INDEX_FORMAT.md.
/// @throws error errc::malformed (with the byte offset) or errc::invalid_argument (with the key).
LIBSEARCH_API document document_from_json(std::string_view json);

/// The object document_from_json() reads, in one line. `origin` is left out, and attributes named like a member of it.
LIBSEARCH_API std::string to_json(const document &document);

/// Whether `date` has one of the forms a document's date may have and names a real day.
LIBSEARCH_API bool is_date(std::string_view date) noexcept;

}  // namespace libsearch

#endif
