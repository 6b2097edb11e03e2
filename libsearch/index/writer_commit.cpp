// What a commit writes beside the documents, and how a generation comes to be seen or goes.
#include <cerrno>
#include <cstdio>

#include <libsearch/error.hpp>

#include "analysis/text_analyzer.hpp"
#include "index/change_log.hpp"
#include "index/file.hpp"
#include "index/folder.hpp"
#include "index/forget_changes.hpp"
#include "index/term.hpp"
#include "index/writer.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {

void writer::note_words(const Xapian::Document &record) {
  if (!words_) return;  // the lexicon of a new generation is made from all its terms
  for (auto term = record.termlist_begin(); term != record.termlist_end(); ++term) {
    const std::string word = *term;
    if (is_word_term(word) && !kept_words_.count(word) && !words_->contains(text::to_utf16(word)))
      new_words_.insert(word);
  }
}

void writer::write_metadata(Xapian::WritableDatabase &database) {
  if (!published_) {
    metadata_[metadata_key::format] = std::to_string(format_version);
    metadata_[metadata_key::analyzer_name] = scheme_.name;
    metadata_[metadata_key::function_words] = scheme_.functions;
    metadata_[metadata_key::dictionary] = scheme_.dictionary;
    metadata_[metadata_key::user_dictionary] = scheme_.user_dictionary;
    metadata_[metadata_key::analyzer] = analysis::text_analyzer(scheme_).fingerprint();
  }
  for (const auto &[key, value] : metadata_)
    if (database.get_metadata(key) != value) database.set_metadata(key, value);
}

void writer::keep_new_words(Xapian::WritableDatabase &database) {
  const std::size_t waiting = words_ ? words_->delta_size() + kept_words_.size() + new_words_.size() : 0;
  if (words_ && waiting <= words_->base_size() / 10 + 2000) {
    if (new_words_.empty()) return;
    std::string block;
    for (const std::string &word : new_words_) (block += word) += '\0';
    char number[20];
    std::snprintf(number, sizeof number, "%016llx", static_cast<unsigned long long>(database.get_revision() + 1));
    database.set_metadata(metadata_key::lexicon_delta + std::string(number), block);
    kept_words_.merge(new_words_);
    new_words_.clear();
    return;
  }
  lexicon::rebase(database, folder(), sync());
  words_.reset();
}

void writer::keep_changes(Xapian::WritableDatabase &database) {
  change_log log(database.get_metadata(metadata_key::changes));
  log.add(std::move(changed_), database.get_revision());
  changed_.clear();
  database.set_metadata(metadata_key::changes, log.bytes());
}

void writer::publish() {
  if (options_.durable) sync_tree(folder());
  if (root_ == path_) {
    publish_generation(path_, generation_, sync());
    published_ = true;
    remove_other_generations(path_, generation_);
  } else {
    publish_generation(root_, generation_, sync());
    if (::rename(root_.c_str(), path_.c_str()) != 0)
      throw_system_error(errno, path_, "the finished index cannot be put there");
    // From here on the generation is what readers see, whatever fails.
    published_ = true;
    root_ = path_;
    if (options_.durable) sync_folder(parent_folder(path_));
    // The database was opened under the old name.
    database_.reset();
    database_.emplace(folder(), Xapian::DB_OPEN | (options_.durable ? 0 : Xapian::DB_NO_SYNC));
  }
  options_.rebuild = false;  // done: a rollback goes back to what was published
}

void writer::rollback() {
  drop();
  metadata_.clear();
  tagger_.reset();
  reanalyzed_ = 0;
  fields_ = field_table::standard();
  open();
}

void writer::drop() noexcept {
  try {
    bulk_.reset();
    bulk_ids_.clear();
  } catch (...) {
    // Closing without a commit drops the changes as well.
  }
  in_transaction_ = false;
  if (database_) forget_changes(*database_);
  database_.reset();
  records_.reset();
  words_.reset();
  kept_words_.clear();
  new_words_.clear();
  changed_.clear();
  pending_bytes_ = checked_bytes_ = 0;
  retag_ = rerecord_ = false;
  try {
    // A failure right behind the switch: what readers see stays.
    const bool visible = published_ || (root_ == path_ && find_generation(path_) == generation_);
    if (!visible) {
      remove_leftover(folder());
      remove_leftover(folder() + ".parts");
      if (root_ != path_) remove_leftover(root_);
    }
  } catch (...) {
    // What stays is removed by the next writer.
  }
  lock_.reset();
}

}  // namespace libsearch::indexing
