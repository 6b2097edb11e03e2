// Checking and compacting an index.
#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include <xapian.h>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "index/bulk_builder.hpp"
#include "index/file.hpp"
#include "index/folder.hpp"
#include "index/index_folder.hpp"
#include "index/packing.hpp"
#include "index/record.hpp"
#include "index/snapshot.hpp"
#include "index/term.hpp"
#include "index/xapian_error.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

/// Findings of one kind are listed up to this number; more of them say nothing new.
constexpr std::size_t most_findings = 100;

class checker {
 public:
  checker(const std::string &path, const index_options &options) : path_(path), options_(options) {}

  std::vector<check_finding> run() {
    const std::string generation = indexing::current_generation(path_);
    const std::string folder = path_ + "/" + generation;
    check_structure(folder);
    if (!findings_.empty()) return std::move(findings_);
    try {
      indexing::reader reader(path_, options_.breaker);
      check_documents(reader);
    } catch (const error &failure) {
      add("", failure.what());
    } catch (const Xapian::Error &failure) {
      add("", failure.get_description());
    } catch (const std::exception &failure) {
      add("", failure.what());
    }
    return std::move(findings_);
  }

 private:
  void add(const std::string &file, const std::string &message) {
    if (findings_.size() < most_findings) findings_.push_back({file, message});
  }

  void check_structure(const std::string &folder) {
    std::ostringstream said;
    try {
      const std::size_t errors = Xapian::Database::check(folder, 0, &said);
      if (errors) add(folder, "Xapian finds " + std::to_string(errors) + " errors: " + said.str());
    } catch (const Xapian::Error &failure) {
      add(folder, failure.get_msg());
    }
  }

  /// Each record must say again what its own stored text says.
  void check_documents(indexing::reader &reader) {
    const indexing::snapshot &snapshot = reader.current();
    const Xapian::Database &database = snapshot.database;
    analysis::scheme scheme = indexing::scheme_of(database);
    indexing::match_breaker(scheme, options_.breaker, path_);
    indexing::record_builder builder(scheme, nullptr, snapshot.fields);
    std::set<std::string> ids;
    for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
      const Xapian::Document record = database.get_document(*posting);
      const std::string id = record.get_value(indexing::slot_id);
      const std::string where = "document " + id + ": ";
      if (!ids.insert(id).second) add("", where + "there are several with this id");
      if (snapshot.find(id) != *posting) add("", where + "its id does not find it");
      try {
        compare(record, builder, snapshot, where);
      } catch (const std::exception &failure) {
        add("", where + failure.what());
      }
    }
    if (ids.size() != database.get_doccount()) add("", "documents and ids differ in number");
  }

  void compare(const Xapian::Document &record, indexing::record_builder &builder, const indexing::snapshot &snapshot,
               const std::string &where) {
    document d = indexing::read_document(record);
    // Topics by rule are kept with the document: here they only need to be there again.
    d.topics = d.all_topics();
    const Xapian::Document again = builder.build(d);
    if (again.get_value(indexing::slot_text) != record.get_value(indexing::slot_text))
      add("", where + "its stored texts differ");
    for (const indexing::stored_field &field : snapshot.fields->fields())
      for (const unsigned slot : {field.slot, field.second_slot})
        if (field.declared && again.get_value(slot) != record.get_value(slot)) {
          add("", where + "its values of the field \"" + field.name + "\" differ");
          break;
        }
    auto term = record.termlist_begin();
    auto expected = again.termlist_begin();
    for (; term != record.termlist_end() && expected != again.termlist_end(); ++term, ++expected) {
      if (*term != *expected || term.get_wdf() != expected.get_wdf()) break;
      if (indexing::is_word_term(*term) && !snapshot.words->contains(text::to_utf16(*term)))
        add("", where + "the lexicon lacks its word " + *term);
    }
    if (term != record.termlist_end() || expected != again.termlist_end())
      add("", where + "its terms are not those of its text");
  }

  const std::string path_;
  const index_options options_;
  std::vector<check_finding> findings_;
};

}  // namespace

std::vector<check_finding> check_index(const std::string &path, const index_options &options) {
  return checker(path, options).run();
}

void compact_index(const std::string &path) {
  indexing::current_generation(path);  // refuses what is no index before a lock file is made there
  const indexing::writer_lock lock(path);
  const std::string generation = indexing::current_generation(path);
  const std::string next = "g-" + indexing::unique_name(), folder = path + "/" + next;
  indexing::translated(path, [&] {
    indexing::merge_databases({path + "/" + generation}, folder);
    // The words that later commits brought go into the base.
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
    indexing::lexicon::rebase(database, folder);
    database.commit();
  });
  indexing::sync_tree(folder);
  indexing::publish_generation(path, next);
  indexing::remove_other_generations(path, next);
}

}  // namespace libsearch
