#include "index/writer.hpp"

#include <xxhash.h>

#include <filesystem>
#include <new>
#include <thread>

#include <libsearch/error.hpp>

#include "analysis/text_analyzer.hpp"
#include "analysis/user_dictionary.hpp"
#include "index/field_values.hpp"
#include "index/file.hpp"
#include "index/folder.hpp"
#include "index/forget_changes.hpp"
#include "index/free_space.hpp"
#include "index/packing.hpp"
#include "index/snapshot.hpp"
#include "index/tell.hpp"
#include "index/term.hpp"
#include "index/xapian_error.hpp"
#include "text/compact_text.hpp"

namespace libsearch::indexing {
namespace {

namespace fs = std::filesystem;

/// Text that may wait in Xapian's maps, for each byte of memory allowed.
constexpr std::size_t memory_per_text_byte = 40;
/// After so much text the disk is asked for its free space again: Xapian also flushes by itself, after many documents.
constexpr std::size_t text_between_checks = 1u << 20;
/// Text of a document that goes, about; what it had is not read again for that.
constexpr std::size_t removed_text_bytes = 2000;

std::uint64_t hash_of(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

/// Keys that a new generation takes over from the one before.
bool outlives_rebuild(const std::string &key) {
  return key == metadata_key::topic_rules || key == metadata_key::synonyms || key == metadata_key::schema ||
         key == metadata_key::analyzer_name || key == metadata_key::dictionary || key == metadata_key::user_dictionary ||
         key.rfind(metadata_key::option, 0) == 0;
}

std::map<std::string, std::string> settings_of(const std::string &folder, const log_function &log) {
  std::map<std::string, std::string> settings;
  try {
    const Xapian::Database database(folder);
    for (auto key = database.metadata_keys_begin("libsearch."); key != database.metadata_keys_end("libsearch."); ++key)
      if (outlives_rebuild(*key)) settings[*key] = database.get_metadata(*key);
  } catch (const Xapian::Error &) {
    // What is rebuilt may be damaged: then its settings are lost with it.
    tell(log, folder, "cannot be read: options, rules, synonyms and fields kept in it are lost with the rebuild");
  }
  return settings;
}

}  // namespace

/// Runs a change. When it fails in the middle, Xapian's pending changes are gone or in doubt: the writer
/// drops them and does nothing more until a rollback() opens it again.
template <class Body>
decltype(auto) writer::guarded(Body &&body) {
  if (!lock_)
    throw error(errc::io, path_ + ": the writer failed before and is closed", "roll back, or open it again");
  try {
    return translated(path_, std::forward<Body>(body));
  } catch (const Xapian::DatabaseModifiedError &overtaken) {
    drop();
    rethrow(overtaken, path_);
  } catch (const error &failure) {
    if (failure.code() == errc::cancelled) {
      drop();
      throw;
    }
    if (failure.code() == errc::io || failure.code() == errc::disk_full || failure.code() == errc::corrupt) {
      const char *left = root_ == path_ ? "; nothing since the last commit is kept" : "; no index was made";
      drop();
      throw error(failure.code(), failure.what() + std::string(left), failure.hint());
    }
    throw;
  } catch (const std::bad_alloc &) {
    drop();
    throw;
  }
}

/// Throws libsearch::error (cancelled) when the caller's function says so.
void writer::report(writer_stage stage, std::size_t done, std::size_t total) {
  if (options_.progress && !options_.progress({stage, done, total}))
    throw error(errc::cancelled, path_ + ": stopped by its caller; nothing since the last commit is kept",
                "roll back, or open it again");
}

writer::writer(std::string path, const writer_options &options) : path_(std::move(path)), options_(options) { open(); }

writer::~writer() { drop(); }

void writer::open() {
  std::optional<std::string> generation;
  try {
    generation = find_generation(path_);
  } catch (const error &failure) {
    const bool ours = failure.code() == errc::format_mismatch || failure.code() == errc::corrupt;
    if (!options_.rebuild || !ours) throw;
    generation = "";
  }
  scheme_ = analysis::scheme(options_.analyzer.empty() ? "hybrid" : options_.analyzer, analysis::function_words::standard());
  (void)analysis::rule_of(scheme_.name);  // refuses a name that there is not
  const std::string wanted = analysis::wanted_dictionary(options_.dictionary, options_.breaker.get());
  if (options_.breaker) scheme_.use(options_.breaker);
  else if (!wanted.empty()) scheme_.dictionary = wanted;
  (void)analysis::make_tokenizer(scheme_);  // refuses a dictionary that is not there before anything is touched
  dictionary_due_ = false;
  if (!generation) {
    // A first build: aside, with a lock of its own, so that nobody sees half an index.
    root_ = aside_of(path_);
    std::error_code failed;
    fs::create_directories(root_, failed);
    if (failed) throw_system_error(failed.value(), root_, "cannot be made");
    lock_ = std::make_unique<writer_lock>(root_);
    if (remove_other_generations(root_, ""))
      tell(options_.log, root_, "removed what a writer left that did not end properly");
    start_generation();
    return;
  }
  root_ = path_;
  lock_ = std::make_unique<writer_lock>(root_);
  if (!options_.rebuild) generation = current_generation(path_);  // now that nobody else changes it
  // What can't be read is left until something better is there.
  if (!generation->empty() && remove_other_generations(root_, *generation))
    tell(options_.log, root_, "removed what a writer left that did not end properly");
  if (options_.rebuild) {
    metadata_ = settings_of(root_ + "/" + *generation, options_.log);
    // A rebuild goes on with the analyzer there was, unless another is named.
    const std::string analyzer = metadata(metadata_key::analyzer_name);
    if (options_.analyzer.empty() && !analyzer.empty())
      scheme_.name = analyzer;
    if (const std::string dictionary = metadata(metadata_key::dictionary); wanted.empty() && !dictionary.empty())
      scheme_.dictionary = dictionary;
    if (wanted.empty()) match_breaker(scheme_, nullptr, path_);
    scheme_.user_dictionary = metadata(metadata_key::user_dictionary);
    (void)analysis::make_tokenizer(scheme_);
    try {
      use_schema();
    } catch (const error &) {
      // As with anything else that is damaged: what is built anew does without.
      tell(options_.log, path_, "its declared fields cannot be read: the rebuild goes on without them");
      metadata_.erase(metadata_key::schema);
      use_schema();
    }
    start_generation();
    return;
  }
  open_published(*generation);
}

void writer::open_published(const std::string &generation) {
  generation_ = generation;
  published_ = true;
  translated(path_, [&] {
    const Xapian::Database database(folder());
    scheme_ = scheme_of(database);
    if (!options_.analyzer.empty() && options_.analyzer != scheme_.name)
      throw error(errc::analyzer_mismatch,
                  path_ + ": made with analyzer \"" + scheme_.name + "\", not \"" + options_.analyzer + "\"",
                  "build it anew with \"jsearch index --rebuild\"");
    const std::string wanted = analysis::wanted_dictionary(options_.dictionary, options_.breaker.get());
    if (!wanted.empty() && wanted != scheme_.dictionary) {
      // All will be cut anew from the stored texts, which only need to be readable.
      scheme_.dictionary = wanted;
      scheme_.breaker = options_.breaker;
      (void)analysis::make_tokenizer(scheme_);
      const std::string built = database.get_metadata(metadata_key::analyzer);
      if (built.find(text::compact_text_version) == std::string::npos) require_analyzer(database, "", path_);
      dictionary_due_ = true;
    } else {
      match_breaker(scheme_, options_.breaker, path_);
      require_analyzer(database, analysis::text_analyzer(scheme_).fingerprint(), path_);
    }
    for (auto key = database.metadata_keys_begin("libsearch."); key != database.metadata_keys_end("libsearch."); ++key)
      if (outlives_rebuild(*key)) metadata_[*key] = database.get_metadata(*key);
    use_schema();
  });
}

void writer::use_schema() { fields_ = field_table::of_metadata(metadata(metadata_key::schema), path_); }

void writer::start_generation() {
  generation_ = "g-" + unique_name();
  published_ = false;
}

void writer::set_tagger(std::shared_ptr<const topic_tagger> tagger, bool retag) {
  if (bulk_) guarded([&] { updating(); });  // its threads use the old one; another one would start anew
  records_.reset();
  tagger_ = std::move(tagger);
  retag_ |= retag;
}

void writer::set_schema(const libsearch::schema &wanted) {
  if (wanted == fields_->schema()) return;
  for (const field_definition &field : wanted.declared())
    if (field.analyzer == "dictionary" && scheme_.name == "ngram")
      throw error(errc::invalid_argument,
                  "field \"" + field.name + "\": an index with the analyzer ngram knows no words",
                  "declare the field with the analyzer hybrid, or build the index with it");
  auto fields = std::make_shared<const field_table>(wanted);
  if (bulk_) guarded([&] { updating(); });  // as for the tagger
  records_.reset();
  fields_ = std::move(fields);
  metadata_[metadata_key::schema] = wanted.declared().empty() ? "" : wanted.to_json();
  rerecord_ |= published_ || database_ || !bulk_ids_.empty();
}

/// For the bulk builder; nothing where nobody wants to know.
std::function<void(writer_stage, std::size_t, std::size_t)> writer::reporter() {
  if (!options_.progress) return {};
  return [this](writer_stage stage, std::size_t done, std::size_t total) { report(stage, done, total); };
}

record_builder &writer::records() {
  if (!records_) records_ = std::make_unique<record_builder>(scheme_, tagger_.get(), fields_);
  return *records_;
}

bool writer::put(const document &d) {
  validate(d);
  validate_fields(d, *fields_);
  return guarded([&] {
    change_dictionary();
    return place(d);
  });
}

/// The bulk builder is faster than a transaction. Where there is no document yet, nothing is lost with the generation.
void writer::fill_anew_if_empty() {
  if (!published_ || in_transaction_ || open_database().get_doccount() > 0) return;
  database_.reset();
  words_.reset();
  kept_words_.clear();
  retag_ = rerecord_ = false;
  start_generation();
}

bool writer::place(const document &d) {
  fill_anew_if_empty();
  if (!published_ && !database_ && bulk_ids_.insert(hash_of(d.id)).second) {
    if (!bulk_) {
      const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
      bulk_ = std::make_unique<bulk_builder>(
          folder(), bulk_builder::options{options_.threads ? options_.threads : cores, options_.memory,
                                          scheme_, tagger_.get(), fields_, reporter()});
    }
    bulk_->add(d);
    return false;
  }
  Xapian::WritableDatabase &database = updating();
  const std::string term = id_term(d.id);
  const bool replaced = database.term_exists(term);
  const Xapian::Document record = records().build(d);
  note_words(record);
  changed_.push_back(database.replace_document(term, record));
  flush_if_large(d.body.size());
  return replaced;
}

/// Cuts every document anew into another generation, from its stored text; readers see the old one until the commit.
void writer::change_dictionary() {
  if (!dictionary_due_) return;
  dictionary_due_ = false;
  const Xapian::Database old(folder());
  start_generation();
  std::vector<Xapian::docid> numbers;
  for (auto posting = old.postlist_begin(""); posting != old.postlist_end(""); ++posting) numbers.push_back(*posting);
  tell(options_.log, path_, "another dictionary: all documents are cut anew");
  std::size_t done = 0;
  for (const Xapian::docid number : numbers) {
    report(writer_stage::recording, done++, numbers.size());
    place(read_document(old.get_document(number)));
  }
  reanalyzed_ += numbers.size();
}

/// Where words begin and end follows from the base dictionary, which stays, and from the places where surfaces of the user
/// dictionary occur. A surface that occurs in a document and is in one of the two dictionaries only is a changed one. So
/// in all other documents the same surfaces occur at the same places, the same are chosen, and the terms stay.
void writer::set_user_dictionary(std::string_view text, const text_finder &finder) {
  const analysis::user_dictionary after(text);
  guarded([&] {
    if (scheme_.user_dictionary == text) return;
    if (bulk_) finish_bulk();  // its threads use the old one
    const analysis::user_dictionary before(scheme_.user_dictionary);
    const auto changed = analysis::user_dictionary::changed_surfaces(before, after);
    scheme_.user_dictionary = text;
    metadata_[metadata_key::user_dictionary] = text;
    metadata_[metadata_key::analyzer] = analysis::text_analyzer(scheme_).fingerprint();
    records_.reset();
    if (dictionary_due_) return;  // each document will be cut anew
    if (!published_ && bulk_ids_.empty() && !database_) return;
    // What is not committed, or was by this writer, is not all in the lexicon.
    const bool complete = published_ && !in_transaction_ && kept_words_.empty();
    Xapian::WritableDatabase &database = updating();
    for (const Xapian::docid number : finder.documents_with(database, complete ? words_.get() : nullptr, scheme_, changed)) {
      const document d = read_document(database.get_document(number));
      const Xapian::Document record = records().build(d);
      note_words(record);
      changed_.push_back(number);
      database.replace_document(number, record);
      flush_if_large(d.body.size());
      ++reanalyzed_;
    }
  });
}

bool writer::remove(std::string_view id) {
  if (id.empty()) return false;
  return guarded([&] {
    change_dictionary();
    const std::string term = id_term(id);
    if (!published_ && !database_ && !bulk_ids_.count(hash_of(id))) return false;
    Xapian::WritableDatabase &database = updating();
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return false;
    changed_.push_back(*posting);
    database.delete_document(*posting);
    note_pending(removed_text_bytes);
    return true;
  });
}

void writer::set_metadata(const std::string &key, std::string_view value) { metadata_[key] = value; }

std::string writer::metadata(const std::string &key) const {
  const auto found = metadata_.find(key);
  return found == metadata_.end() ? std::string() : found->second;
}

void writer::finish_bulk() {
  if (bulk_) bulk_->finish();
  bulk_.reset();
}

Xapian::WritableDatabase &writer::open_database() {
  if (!database_) {
    finish_bulk();
    bulk_ids_.clear();
    database_.emplace(folder(), Xapian::DB_CREATE_OR_OPEN | (options_.durable ? 0 : Xapian::DB_NO_SYNC));
    words_ = published_ ? lexicon::load(*database_, folder(), options_.log) : nullptr;
  }
  return *database_;
}

Xapian::WritableDatabase &writer::updating() {
  open_database();
  if (published_ && !in_transaction_) {
    database_->begin_transaction();
    in_transaction_ = true;
  }
  return *database_;
}

void writer::require_space_for_pending() {
  require_free_space(folder(), growth_by_flush(folder(), pending_bytes_));
  checked_bytes_ = pending_bytes_;
}

void writer::note_pending(std::size_t text_bytes) {
  pending_bytes_ += text_bytes + 200;
  if (pending_bytes_ >= checked_bytes_ + text_between_checks) require_space_for_pending();
}

void writer::flush_if_large(std::size_t text_bytes) {
  note_pending(text_bytes);
  if (pending_bytes_ < options_.memory / memory_per_text_byte) return;
  require_space_for_pending();
  pending_bytes_ = checked_bytes_ = 0;
  if (!in_transaction_) database_->commit();
  // Inside a transaction: listing the terms writes the pending postings to the tables, uncommitted.
  else (void)(database_->allterms_begin() == database_->allterms_end());
}

namespace {

std::vector<Xapian::docid> numbers_of(const Xapian::Database &database) {
  std::vector<Xapian::docid> numbers;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting)
    numbers.push_back(*posting);
  return numbers;
}

}  // namespace

void writer::rerecord() {
  Xapian::WritableDatabase &database = updating();
  const std::vector<Xapian::docid> numbers = numbers_of(database);
  // All are looked at before one is changed: a value that does not fit leaves the writer as it is.
  for (const Xapian::docid number : numbers) validate_fields(read_fields(database.get_document(number)), *fields_);
  tell(options_.log, path_, "other fields: all documents are recorded again");
  std::size_t done = 0;
  for (const Xapian::docid number : numbers) {
    report(writer_stage::recording, done++, numbers.size());
    replace(database, number, read_document(database.get_document(number)));
  }
  rerecord_ = retag_ = false;
}

void writer::retag() {
  retag_ = false;
  Xapian::WritableDatabase &database = updating();
  const std::vector<Xapian::docid> numbers = numbers_of(database);
  std::size_t done = 0;
  for (const Xapian::docid number : numbers) {
    report(writer_stage::recording, done++, numbers.size());
    const Xapian::Document record = database.get_document(number);
    const document d = read_document(record);
    auto topics = tagger_ ? tagger_->topics_of(d, record.get_value(slot_text)) : std::vector<std::string>{};
    if (topics == d.rule_topics) continue;
    replace(database, number, d);
  }
}

void writer::replace(Xapian::WritableDatabase &database, Xapian::docid number, const document &d) {
  changed_.push_back(number);
  database.replace_document(number, records().build(d));
  flush_if_large(d.body.size());
}

void writer::commit() {
  guarded([&] {
    change_dictionary();
    if (rerecord_) rerecord();
    if (retag_) retag();
    const bool changed_settings = published_ && !in_transaction_ && [&] {
      const Xapian::Database database(folder());
      for (const auto &[key, value] : metadata_)
        if (database.get_metadata(key) != value) return true;
      return false;
    }();
    if (published_ && !in_transaction_ && !changed_settings) return;
    Xapian::WritableDatabase &database = updating();
    require_space_for_pending();
    write_metadata(database);
    report(writer_stage::words, 0, 1);
    keep_new_words(database);
    keep_changes(database);
    report(writer_stage::publishing, 0, 1);
    if (in_transaction_) {
      database.commit_transaction();
      in_transaction_ = false;
      if (options_.durable) sync_folder(folder());
    } else {
      database.commit();
      publish();
    }
    pending_bytes_ = checked_bytes_ = 0;
    if (!words_) {
      // The old base may go: a reader that has it keeps it.
      words_ = lexicon::load(database, folder(), options_.log);
      lexicon::remove_other_bases(database, folder());
      kept_words_.clear();
      new_words_.clear();
    }
    // It is done: there is nothing left to stop.
    if (options_.progress) (void)options_.progress({writer_stage::publishing, 1, 1});
  });
}

}  // namespace libsearch::indexing
