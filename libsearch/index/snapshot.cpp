#include "index/snapshot.hpp"

#include <chrono>
#include <thread>

#include <libsearch/error.hpp>

#include "analysis/breaker_tokenizer.hpp"
#include "index/file.hpp"
#include "index/index_folder.hpp"
#include "index/tell.hpp"
#include "index/term.hpp"
#include "index/xapian_error.hpp"

namespace libsearch::indexing {

Xapian::docid snapshot::find(std::string_view id) const {
  if (id.empty()) return 0;
  const auto posting = database.postlist_begin(id_term(id));
  return posting == database.postlist_end(id_term(id)) ? 0 : *posting;
}

std::string snapshot::option(std::string_view name) const {
  return database.get_metadata(metadata_key::option + std::string(name));
}

std::string snapshot::synonyms() const { return database.get_metadata(metadata_key::synonyms); }

analysis::scheme scheme_of(const Xapian::Database &database) {
  const std::string name = database.get_metadata(metadata_key::analyzer_name);
  if (name.empty())
    throw error(errc::corrupt, "the index does not say which analyzer it was made with",
                "build it anew with \"jsearch index --rebuild\"");
  analysis::scheme scheme(name, database.get_metadata(metadata_key::function_words));
  if (auto dictionary = database.get_metadata(metadata_key::dictionary); !dictionary.empty())
    scheme.dictionary = std::move(dictionary);
  scheme.user_dictionary = database.get_metadata(metadata_key::user_dictionary);
  return scheme;
}

void match_breaker(analysis::scheme &scheme, const std::shared_ptr<const word_breaker> &breaker, const std::string &path) {
  const std::string_view kept = analysis::breaker_name(scheme.dictionary);
  if (kept.empty() && !breaker) return;
  const std::string built = kept.empty() ? "the dictionary \"" + scheme.dictionary + "\""
                                         : "the word breaker \"" + std::string(kept) + "\"";
  const std::string message = path + ": its words were cut by " + built;
  if (kept.empty())
    throw error(errc::analyzer_mismatch, message + ", not by the word breaker \"" + breaker->name() + "\"",
                "open it without a word breaker, or give the breaker to its writer, which cuts all texts anew");
  if (!breaker)
    throw error(errc::analyzer_mismatch, message + ", which was not given",
                "open it in a program that gives \"" + std::string(kept) + "\" in index_options or writer_options");
  if (breaker->name() != kept)
    throw error(errc::analyzer_mismatch, message + ", not by \"" + breaker->name() + "\"",
                "give \"" + std::string(kept) + "\", or the other to its writer, which cuts all texts anew");
  scheme.breaker = breaker;
}

void require_analyzer(const Xapian::Database &database, const std::string &fingerprint, const std::string &path) {
  const std::string built = database.get_metadata(metadata_key::analyzer);
  if (built == fingerprint) return;
  throw error(errc::analyzer_mismatch,
              path + ": built with analyzer \"" + built + "\", this library has \"" + fingerprint + "\"",
              "build it anew with \"jsearch index --rebuild\"");
}

reader::reader(std::string path, std::shared_ptr<const word_breaker> breaker, log_function log)
    : path_(std::move(path)), breaker_(std::move(breaker)), log_(std::move(log)) {
  // Calls start again in with_snapshot(); here there is no snapshot yet to ask.
  constexpr int tries = 6;
  for (int attempt = 1;; ++attempt) {
    try {
      open();
      return;
    } catch (const Xapian::DatabaseModifiedError &overtaken) {
      if (attempt == tries) rethrow(overtaken, path_);
    } catch (const error &failure) {
      // A block read while it is written anew looks damaged once; damage stays.
      if (failure.code() != errc::corrupt || attempt > 1) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1 << attempt));
  }
}

void reader::tell_restart() const noexcept {
  tell(log_, path_, "changed while it was read: the call starts again");
}

void reader::open() {
  std::string generation = current_generation(path_);
  for (;;) {
    try {
      return translated(path_, [&] { open(generation); });
    } catch (const error &) {
      // A rebuild may have replaced the generation between reading its name and opening it.
      std::string newer = current_generation(path_);
      if (newer == generation) throw;
      generation = std::move(newer);
    }
  }
}

void reader::open(const std::string &generation) {
  const std::string folder = path_ + "/" + generation;
  snapshot opened{path_, generation, Xapian::Database(folder), 0, nullptr, nullptr};
  // A commit between the two would make the version another one than that of what is open.
  do version_ = version_of_tables(generation);
  while (opened.database.reopen());
  auto analyzer = analyzer_of(opened.database);
  opened.revision = opened.database.get_revision();
  opened.words = lexicon::load(opened.database, folder, log_);
  opened.fields = field_table::of_metadata(opened.database.get_metadata(metadata_key::schema), path_);
  snapshot_ = std::move(opened);
  analyzer_ = std::move(analyzer);
}

std::unique_ptr<analysis::text_analyzer> reader::analyzer_of(const Xapian::Database &database) const {
  analysis::scheme scheme = scheme_of(database);
  match_breaker(scheme, breaker_, path_);
  auto analyzer = std::make_unique<analysis::text_analyzer>(scheme);
  require_analyzer(database, analyzer->fingerprint(), path_);
  return analyzer;
}

snapshot &reader::current() {
  const std::string generation = current_generation(path_);
  if (generation != snapshot_->generation) {
    open();
    return *snapshot_;
  }
  try {
    translated(path_, [&] {
      if (!snapshot_->database.reopen()) return;
      do version_ = version_of_tables(generation);
      while (snapshot_->database.reopen());
      // A commit may have brought another user dictionary: texts are cut as those of this revision were.
      if (snapshot_->database.get_metadata(metadata_key::analyzer) != analyzer_->fingerprint())
        analyzer_ = analyzer_of(snapshot_->database);
      snapshot_->revision = snapshot_->database.get_revision();
      snapshot_->words = lexicon::load(snapshot_->database, path_ + "/" + generation, log_);
      snapshot_->fields = field_table::of_metadata(snapshot_->database.get_metadata(metadata_key::schema), path_);
    });
  } catch (const error &) {
    if (!is_overtaken()) throw;
    open();
  }
  return *snapshot_;
}

/// What Xapian replaces with each commit of its tables; "" where there is no such file.
std::string reader::version_of_tables(const std::string &generation) const {
  return read_file(path_ + "/" + generation + "/iamglass").value_or("");
}

bool reader::is_newest() const {
  return !version_.empty() && version_of_tables(snapshot_->generation) == version_;
}

bool reader::is_overtaken() const { return current_generation(path_) != snapshot_->generation; }

}  // namespace libsearch::indexing
