// What the index holds, as far as sync needs to know it: where from, in which state, and which files are copies.
#ifndef LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP
#define LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <libsearch/document.hpp>

#include "ingest/file_text.hpp"

namespace libsearch::ingest {

/// A document of the index, or a copy of one. Small: there is one for each file.
struct known_document {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::string id;
  std::string signature;       ///< essay_signature.hpp; "" for what is no essay
  std::uint64_t digest[2] = {0, 0};
  std::uint64_t title = 0;     ///< of the signature
  file_stamp stamp;
  std::uint32_t file = none;   ///< number of its origin's path
  std::uint32_t copy_of = none;  ///< the document that this file is a copy of, as it stands in the index
  std::uint32_t difference = 0;  ///< from that document
  std::vector<std::uint32_t> copies;  ///< of this document, as they stand in the index
  bool live = true;            ///< will be in the index after this run
  bool seen = false;           ///< this run met its file
  bool written = false;        ///< the index has a document with this id
  bool written_now = false;    ///< by this run
  bool changed = false;        ///< differs from what the index has
};

/// The documents of an index by id, by the file they came from and by title.
class known_documents {
 public:
  /// Reads the origins of the index at `path`; an index that does not exist yet holds nothing. `ids_only`: what it
  /// holds will not be in the index that is built, but files keep their ids where it can still be read.
  void load(const std::string &path, bool ids_only, const index_options &reading = {});

  /// Notes a document as it will be in the index.
  known_document &set(const std::string &id, const source &origin);
  /// The same document under another id, from another file.
  void rename(known_document &document, const std::string &id, const source &origin);
  void remove(known_document &document);

  /// Numbers are for as long as this lives; so are references.
  known_document &at(std::uint32_t number) { return documents_[number]; }
  std::uint32_t number_of(const known_document &document) const;

  /// Null where there is none.
  known_document *find(std::string_view id);
  /// Prepares the next two. What is asked of has_digest_of_index() afterwards may be asked by several threads at once.
  void list_digests();
  /// Whether a document had this digest when the list was made.
  bool has_digest_of_index(const std::string &digest) const;
  /// One with this digest that `wanted` takes, or null.
  known_document *find_by_digest(const std::string &digest,
                                 const std::function<bool(const known_document &)> &wanted);
  /// The essays with this title that will be in the index.
  std::vector<std::uint32_t> with_title(std::uint64_t title) const;
  /// How many have or had this title, about; 1 where files of one format alone do, which are never copies.
  std::size_t rivals_of_title(std::uint64_t title) const;

  const std::string &path_of(const known_document &document) const { return paths_[document.file]; }
  bool comes_from(const known_document &document, const std::string &path) const {
    return path_of(document) == path;
  }
  source origin_of(const known_document &document) const;
  static bool has_digest(const known_document &document, const std::string &digest);

  /// Visits the documents that come from a file.
  void for_file(const std::string &path, const std::function<void(known_document &)> &visit);
  void for_each(const std::function<void(known_document &)> &visit);

 private:
  // Hashes to numbers: each string is kept once. What was moved stays listed under its old key, and is passed over.
  using numbers = std::unordered_multimap<std::uint64_t, std::uint32_t>;
  struct title_use {
    std::uint32_t documents = 0;
    std::uint32_t formats = 0;  ///< a bit each
  };

  std::uint32_t find_file(std::string_view path) const;
  std::uint32_t file_number(const std::string &path);
  void assign(known_document &document, const source &origin);
  void forget_id(const known_document &document);

  std::deque<known_document> documents_;
  numbers by_id_, by_title_, by_file_;
  std::unordered_map<std::uint64_t, title_use> titles_;
  numbers by_digest_;  ///< as loaded
  std::deque<std::string> paths_;
  numbers by_path_;
};

}  // namespace libsearch::ingest

#endif
