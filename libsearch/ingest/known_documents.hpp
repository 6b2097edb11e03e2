// What the index holds, as far as sync needs to know it: where from, in which state, and which files are copies.
#ifndef LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP
#define LIBSEARCH_INGEST_KNOWN_DOCUMENTS_HPP

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <libsearch/document.hpp>

#include "ingest/essay_signature.hpp"
#include "ingest/file_text.hpp"
#include "ingest/string_table.hpp"

namespace libsearch::ingest {

/// A document of the index, or a copy of one. Small: there is one for each file.
struct known_document {
  static constexpr std::uint32_t none = string_table::none;

  std::uint64_t digest[2] = {0, 0};
  std::uint64_t title = 0;     ///< of the signature; 0 for what is no essay
  file_stamp stamp;
  decltype(essay_signature::sketch) sketch{};
  std::uint32_t id = none;     ///< number of the string, as the next two
  std::uint32_t file = none;   ///< its origin's path
  std::uint32_t said = none;   ///< date and authors of the signature
  std::uint32_t copy_of = none;  ///< the document that this file is a copy of, as it stands in the index
  std::uint32_t difference = 0;  ///< from that document
  file_format format = file_format::text;  ///< of the signature
  bool live : 1 = true;            ///< will be in the index after this run
  bool seen : 1 = false;           ///< this run met its file
  bool written : 1 = false;        ///< the index has a document with this id
  bool written_now : 1 = false;    ///< by this run
  bool changed : 1 = false;        ///< differs from what the index has
};

/// The documents of an index by id, by the file they came from and by title.
class known_documents {
 public:
  /// `names` keeps the ids and paths.
  explicit known_documents(string_table &names) : names_(names) {}

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

  std::string id_of(const known_document &document) const { return names_.text(document.id); }
  std::string path_of(const known_document &document) const { return names_.text(document.file); }
  bool comes_from(const known_document &document, const std::string &path) const {
    return names_.equals(document.file, path);
  }
  /// What tells the essay; none for what is no essay.
  std::optional<essay_signature> signature_of(const known_document &document) const;
  source origin_of(const known_document &document) const;
  static bool has_digest(const known_document &document, const std::string &digest);

  /// The copies of a document, as they stand in the index.
  const std::vector<std::uint32_t> &copies_of(std::uint32_t number) const;
  void set_copies(std::uint32_t number, std::vector<std::uint32_t> copies);

  /// Visits the documents that come from a file.
  void for_file(const std::string &path, const std::function<void(known_document &)> &visit);
  void for_each(const std::function<void(known_document &)> &visit);

 private:
  struct title_use {
    std::uint32_t documents = 0;
    std::uint32_t formats = 0;  ///< a bit each
  };

  bool is_listed(std::uint32_t number) const;
  void place(std::uint32_t id, std::uint32_t number);
  void count_title(std::uint64_t title, file_format format, std::uint32_t number);
  void assign(std::uint32_t number, const source &origin);

  string_table &names_;
  std::deque<known_document> documents_;
  std::vector<std::uint32_t> by_id_;  ///< document by the number of its id, or none
  // What was moved stays listed under its old key, and is passed over.
  number_lists by_title_, by_file_;
  std::unordered_map<std::uint64_t, title_use> shared_titles_;  ///< those that more than one document has or had
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> copies_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_digest_;  ///< as loaded, sorted
};

}  // namespace libsearch::ingest

#endif
