// Changes to an index: a first build aside, updates in one transaction.
#ifndef LIBSEARCH_INDEX_WRITER_HPP
#define LIBSEARCH_INDEX_WRITER_HPP

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <xapian.h>

#include <libsearch/document.hpp>
#include <libsearch/index.hpp>

#include "index/bulk_builder.hpp"
#include "index/index_folder.hpp"
#include "index/lexicon.hpp"
#include "index/record.hpp"
#include "index/text_finder.hpp"

namespace libsearch::indexing {

/// What index_writer does, with the topic rules behind an interface. One thread at a time.
///
/// A generation that readers don't see yet is first filled by the bulk builder; when a document comes
/// that replaces another, the builder ends and the rest goes through Xapian's writer. A generation
/// that readers see is changed within one transaction.
class writer {
 public:
  writer(std::string path, const writer_options &options);
  ~writer();

  /// Who gives documents their topics from now on. With `retag`, commit() applies it to all documents.
  void set_tagger(std::shared_ptr<const topic_tagger> tagger, bool retag);

  /// Has texts cut with another user dictionary from now on; cuts the documents anew that it concerns.
  void set_user_dictionary(std::string_view text, const text_finder &finder);

  /// Documents that a change of dictionaries made it cut anew.
  std::size_t reanalyzed() const { return reanalyzed_; }

  /// The fields from now on. commit() applies them to documents that are there already, and throws
  /// invalid_argument, having changed nothing, where one has a value that does not fit.
  void set_schema(const libsearch::schema &wanted);
  const libsearch::schema &schema() const { return fields_->schema(); }

  bool put(const document &document);
  bool remove(std::string_view id);
  void set_metadata(const std::string &key, std::string_view value);
  std::string metadata(const std::string &key) const;
  void commit();
  void rollback();

 private:
  void open();
  void open_published(const std::string &generation);
  void start_generation();
  void fill_anew_if_empty();
  bool place(const document &document);
  void change_dictionary();
  Xapian::WritableDatabase &open_database();
  Xapian::WritableDatabase &updating();
  record_builder &records();
  void finish_bulk();
  void use_schema();
  void rerecord();
  void retag();
  void note_words(const Xapian::Document &record);
  void require_space_for_pending();
  void note_pending(std::size_t text_bytes);
  void flush_if_large(std::size_t text_bytes);
  void write_metadata(Xapian::WritableDatabase &database);
  void replace(Xapian::WritableDatabase &database, Xapian::docid number, const document &d);
  void keep_new_words(Xapian::WritableDatabase &database);
  void keep_changes(Xapian::WritableDatabase &database);
  void publish();
  void drop() noexcept;
  durability sync() const { return options_.durable ? durability::synced : durability::none; }
  std::function<void(writer_stage, std::size_t, std::size_t)> reporter();
  void report(writer_stage stage, std::size_t done, std::size_t total);
  std::string folder() const { return root_ + "/" + generation_; }
  template <class Body>
  decltype(auto) guarded(Body &&body);

  const std::string path_;
  writer_options options_;
  analysis::scheme scheme_;
  std::shared_ptr<const topic_tagger> tagger_;
  bool retag_ = false;
  bool dictionary_due_ = false;  // scheme_ has another dictionary than the generation: change it before all else
  std::size_t reanalyzed_ = 0;
  std::shared_ptr<const field_table> fields_ = field_table::standard();
  bool rerecord_ = false;  // documents in the generation were made with other fields

  std::string root_;        // path_, or the folder aside where a first build happens
  std::string generation_;  // the one in work, below root_
  bool published_ = false;  // readers see generation_
  std::unique_ptr<writer_lock> lock_;

  std::unique_ptr<bulk_builder> bulk_;
  std::unordered_set<std::uint64_t> bulk_ids_;  // hashes of the ids given to bulk_

  std::optional<Xapian::WritableDatabase> database_;
  bool in_transaction_ = false;
  std::unique_ptr<record_builder> records_;
  std::shared_ptr<const lexicon> words_;
  std::unordered_set<std::string> kept_words_;  // not in words_, but in a committed delta
  std::unordered_set<std::string> new_words_;   // in neither
  std::vector<Xapian::docid> changed_;  // in this transaction
  std::size_t pending_bytes_ = 0;  // text whose postings may not be flushed yet
  std::size_t checked_bytes_ = 0;  // of pending_bytes_ when the disk was last asked for its free space
  std::map<std::string, std::string> metadata_;  // of the generation; written with the commit
};

}  // namespace libsearch::indexing

#endif
