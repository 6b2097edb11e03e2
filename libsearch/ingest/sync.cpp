#include <algorithm>
#include <cerrno>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <thread>

#include <sys/stat.h>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/child_process.hpp"
#include "ingest/content_format.hpp"
#include "ingest/copy_joiner.hpp"
#include "ingest/document_reader.hpp"
#include "ingest/essay_signature.hpp"
#include "ingest/failure_kinds.hpp"
#include "ingest/file_list.hpp"
#include "ingest/file_text.hpp"
#include "ingest/json_lines.hpp"
#include "ingest/keyphrases.hpp"
#include "ingest/known_documents.hpp"
#include "ingest/read_ahead.hpp"
#include "ingest/record_count.hpp"
#include "ingest/sidecar.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t progress_records = 256;
constexpr char copies_option[] = "ingest.copies";

/// Whether there may be a file: what cannot be looked at may be one.
bool exists(const std::string &path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return S_ISREG(status.st_mode);
  return errno != ENOENT && errno != ENOTDIR;
}

class sync_run {
 public:
  sync_run(const std::string &index_path, index_writer &writer, const sync_options &options,
           std::istream &input, const std::function<bool(const sync_progress &)> &progress)
      : index_path_(index_path),
        writer_(writer),
        options_(options),
        input_(input),
        progress_(progress),
        joiner_(known_, writer, index_path, options, joins(), report_,
                [this](const std::string &place, const error &problem) {
                  fail(place, problem.what(), problem.hint());
                }) {}

  sync_report run(const std::vector<std::string> &paths) {
    // Who stops the run need not wait for a slow PDF.
    const child_watch watch([this] { report_progress(std::string(state_.current)); });
    list_ = list_files(paths, index_path_, options_.exclude, names_);
    known_.load(index_path_, options_.rebuild, options_.reading);
    note_copies_mode();
    report_.left_out = list_.left_out;
    for (auto &failure : list_.failures) fail(failure.path, failure.message, failure.hint);
    for (std::size_t i = 0; i < list_.files.size(); ++i) state_.bytes_total += list_.files.stamp(i).size;
    state_.files_total = list_.files.size();
    for (std::size_t i = 0; i < list_.files.size(); ++i) read_file_of(i);
    read_put_off();
    read_displaced();
    if (!options_.rebuild) remove_missing();
    joiner_.finish();
    report_progress({});
    writer_.commit();
    return std::move(report_);
  }

 private:
  bool joins() const {
    return options_.copies == copies_mode::as_before ? writer_.option(copies_option) != "keep"
                                                     : options_.copies == copies_mode::join;
  }

  void note_copies_mode() {
    const std::string mode = joins() ? "" : "keep";
    if (writer_.option(copies_option) == mode) return;
    writer_.set_option(copies_option, mode);
    known_.for_each([this](known_document &document) { joiner_.touch(document.title); });
  }

  void report_progress(const std::string &current) {
    state_.current = current;
    if (!progress_ || progress_(state_)) return;
    writer_.rollback();
    throw error(errc::cancelled, "stopped; nothing was changed");
  }

  void fail(const std::string &path, const std::string &message, const std::string &hint) {
    ++report_.failed;
    report_.failures.push_back({printable(path), message, hint});
  }

  void read_file_of(std::size_t number) {
    const listed_file file = list_.files[number];
    report_progress(file.typed);
    const std::uint64_t before = state_.bytes_done;
    if (known_document *old = unchanged_essay(file)) {
      keep(*old);
    } else if (file.canonical == standard_input) {
      sync_records(file);
    } else {
      ready_file ready = read(number, file);
      ready.json_lines ? sync_records(file) : sync_essay(file, std::move(ready));
    }
    ++state_.files_done;
    state_.bytes_done = before + file.stamp.size;
  }

  /// Reads a file, and has those that come next read meanwhile.
  ready_file read(std::size_t number, const listed_file &file) {
    if (!ahead_) {
      digest_filter is_known;
      if (!options_.rebuild) {
        known_.list_digests();
        is_known = [this](const std::string &digest) { return known_.has_digest_of_index(digest); };
      }
      const unsigned threads = options_.threads ? options_.threads : std::thread::hardware_concurrency();
      ahead_.emplace(threads, options_, std::move(is_known), [this] { report_progress(std::string(state_.current)); });
    }
    const std::size_t most = ahead_->most_files();
    next_ahead_ = std::max(next_ahead_, number + 1);
    // Half of them at a time, so that threads need not be woken for each.
    const std::size_t end = next_ahead_ > number + 1 + most / 2 ? next_ahead_ : std::min(list_.files.size(), number + 1 + most);
    for (; next_ahead_ < end; ++next_ahead_) {
      if (!ahead_->has_room(list_.files.stamp(next_ahead_).size)) break;
      const listed_file next = list_.files[next_ahead_];
      if (next.canonical != standard_input && !unchanged_essay(next))
        ahead_->ask(next_ahead_, next.canonical, next.stamp.size);
    }
    return ahead_->take(number, file.canonical);
  }

  /// Puts a record; a refusal is a failure of `place`.
  bool put(document &made, const std::string &place) {
    try {
      if (writer_.put(made))
        ++report_.updated;
      else
        ++report_.added;
    } catch (const error &problem) {
      if (!is_of_document(problem.code())) throw;
      fail(place, problem.what(), problem.hint());
      return false;
    }
    if (const known_document *before = known_.find(made.id)) joiner_.replace(*before);
    known_document &entry = known_.set(made.id, made.origin);
    entry.seen = entry.written = entry.written_now = true;
    entry.changed = false;
    entry.copy_of = known_document::none;
    known_.set_copies(known_.number_of(entry), {});
    return true;
  }

  // Essays: one file, one document.

  std::string essay_id(const listed_file &file) {
    std::string id;
    known_.for_file(file.canonical, [&](known_document &known) {
      if (std::string one = known_.id_of(known); id.empty() || one == file.typed) id = std::move(one);
    });
    if (!id.empty() && writer_.option(note_name(file.canonical)).empty()) return id;
    const known_document *owner = known_.find(file.typed);
    return owner && !known_.comes_from(*owner, file.canonical) ? file.canonical : file.typed;
  }

  /// The document that the file gave before, or null.
  known_document *essay_of(const listed_file &file, const std::string &id) {
    known_document *old = options_.rebuild ? nullptr : known_.find(id);
    return old && old->live && known_.comes_from(*old, file.canonical) ? old : nullptr;
  }

  /// The document of a file that did not change, or null. Such a file is not even opened to see what it is.
  known_document *unchanged_essay(const listed_file &file) {
    if (file.canonical == standard_input || options_.format == file_format::jsonl) return nullptr;
    const std::string id = essay_id(file);
    if (!gave_essay(file.canonical, id)) return nullptr;
    known_document *old = essay_of(file, id);
    return old && old->stamp == sidecars_.stamp_of(file.canonical, file.stamp) ? old : nullptr;
  }

  /// Whether the document with this id is that of the file as a whole.
  bool gave_essay(const std::string &path, const std::string &id) const {
    // The id of an essay is its path; that of a record only by chance.
    const std::string name = path.substr(path.rfind('/') + 1);
    return options_.format != file_format::jsonl && !is_json_lines_name(name) && id.size() >= name.size() &&
           id.compare(id.size() - name.size(), name.size(), name) == 0 && writer_.option(note_name(path)).empty();
  }

  void sync_essay(const listed_file &file, ready_file ready) {
    const std::string id = essay_id(file);
    known_document *old = essay_of(file, id);
    try {
      if (find_ill_formed(id) != npos)
        throw error(errc::malformed, "its name is not UTF-8, which the id of a document has to be",
                    "rename it: convmv -r -f CP932 -t UTF-8 --notest FOLDER");
      if (ready.digest.empty()) std::rethrow_exception(ready.problem);
      if (old && known_documents::has_digest(*old, ready.digest)) return keep(*old);
      source origin;
      origin.path = file.canonical;
      origin.size = ready.stamp.size;
      origin.mtime = ready.stamp.mtime;
      origin.digest = ready.digest;
      if (!old && follow_rename(file, id, origin)) return forget_note(file.canonical);
      if (ready.problem) std::rethrow_exception(ready.problem);
      read_result read = ready.read ? std::move(*ready.read)
                                    : read_content(file.canonical, std::move(ready.content), options_, ready.record);
      read.content.id = read.content.path = id;
      origin.signature = to_text(signature_of(read));
      if (options_.on_read) options_.on_read(read);
      const known_document *before = options_.rebuild ? nullptr : known_.find(id);
      const bool updates = before && before->live;
      if (before) joiner_.touch(before->title);
      known_document &entry = known_.set(id, origin);
      entry.seen = true;
      joiner_.add(entry, std::move(read.content), file.typed, updates);
      return forget_note(file.canonical);
    } catch (const error &problem) {
      if (!is_of_file(problem.code())) throw;
      fail(file.typed, problem.what(), problem.hint());
    }
    failed_files_.insert(file.canonical);
  }

  /// A new file with the content of one that is gone is that one, moved: its document goes on under
  /// the new path, and nothing is read again.
  bool follow_rename(const listed_file &file, const std::string &id, source origin) {
    if (options_.rebuild || known_.find(id)) return false;
    known_document *moved = known_.find_by_digest(origin.digest, [this](const known_document &document) {
      const std::string path = known_.path_of(document);
      return !document.seen && !exists(path) && is_gone(path) && writer_.option(note_name(path)).empty();
    });
    const std::string before = moved ? known_.id_of(*moved) : id;
    if (before == id) return false;
    const bool is_copy = moved->copy_of != known_document::none;
    std::optional<document> content;
    if (!is_copy && !(content = joiner_.before(*moved))) return false;
    origin.signature = known_.origin_of(*moved).signature;
    known_.rename(*moved, id, origin);
    moved->seen = true;
    report_.renamed.push_back({before, id});
    if (is_copy) {
      joiner_.touch(moved->title);
      ++report_.updated;
      return true;
    }
    writer_.remove(before);
    moved->written = false;
    content->id = content->path = id;
    joiner_.touch(moved->title);
    joiner_.add(*moved, std::move(*content), file.typed, true);
    return true;
  }

  void keep(known_document &document) {
    document.seen = true;
    ++report_.unchanged;
  }

  // JSON lines: one file, many documents. A note in the index says that a file in this state was
  // read to its end without failures, so that it need not be opened again.

  static std::string note_name(const std::string &path) {
    return "ingest.jsonl." + digest_of(path);
  }

  void forget_note(const std::string &path) {
    if (!writer_.option(note_name(path)).empty()) writer_.set_option(note_name(path), "");
  }

  bool is_unchanged(const listed_file &file) {
    if (options_.rebuild) return false;
    std::size_t count = 0;
    known_.for_file(file.canonical, [&](const known_document &) { ++count; });
    return count > 0 && writer_.option(note_name(file.canonical)) == stamp_note(file.stamp, count);
  }

  void sync_records(const listed_file &file) {
    if (file.canonical == standard_input) {
      read_records(file, input_, [](const std::string &) { return true; });
      return;
    }
    if (is_unchanged(file)) {
      known_.for_file(file.canonical, [this](known_document &document) { keep(document); });
      return;
    }
    record_count count = read_record_file(file, [](const std::string &) { return true; });
    if (count.failed) failed_files_.insert(file.canonical);
    if (count.failed || put_off_.count(file.canonical) > 0) {
      forget_note(file.canonical);
    } else {
      writer_.set_option(note_name(file.canonical), stamp_note(file.stamp, count.ids.size()));
    }
  }

  template <typename Wanted>
  record_count read_record_file(const listed_file &file, const Wanted &wanted) {
    try {
      struct stat status {};
      if (::stat(file.canonical.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
        throw error(errc::invalid_argument, "is not a regular file");
      std::ifstream in(file.canonical, std::ios::binary);
      if (!in)
        throw error(errc::io, "cannot be opened",
                    "check that it is there and that you may read it");
      if (file.stamp.size == 0)
        throw error(errc::malformed, "is empty", "remove it, or put records into it");
      return read_records(file, in, wanted);
    } catch (const error &problem) {
      if (problem.code() == errc::cancelled || !is_of_file(problem.code())) throw;
      fail(file.typed, problem.what(), problem.hint());
      return {{}, true};
    }
  }

  template <typename Wanted>
  record_count read_records(const listed_file &file, std::istream &in, const Wanted &wanted) {
    const std::uint64_t before = state_.bytes_done;
    json_lines lines(in, options_.max_file_bytes * json_overhead);
    record_count count;
    json_record record;
    for (std::size_t done = 1; lines.next(record); ++done) {
      if (!sync_record(file, record, count, wanted)) count.failed = true;
      state_.bytes_done = before + lines.position();
      if (done % progress_records == 0) report_progress(file.typed);
    }
    if (auto remark = last_pass_ ? std::nullopt : count.remark(file.typed)) report_.remarks.push_back(std::move(*remark));
    return count;
  }

  /// false when the record failed.
  template <typename Wanted>
  bool sync_record(const listed_file &file, const json_record &record, record_count &count,
                   const Wanted &wanted) {
    const std::string place = file.typed + ":" + std::to_string(record.line);
    document made;
    try {
      made = document_of(record);
    } catch (const error &problem) {
      if (!is_of_document(problem.code())) throw;
      fail(place, problem.what(), problem.hint());
      return false;
    }
    if (!wanted(made.id)) return true;
    made.origin = {file.canonical, file.stamp.size, file.stamp.mtime, digest_of(record.text)};
    if (made.path.empty() && file.canonical != standard_input) made.path = file.typed;
    known_document *old = options_.rebuild ? nullptr : known_.find(made.id);
    if (old && known_.comes_from(*old, file.canonical) &&
        known_documents::has_digest(*old, made.origin.digest)) {
      if (count.add(made.id, record.line)) keep(*old);
      return true;
    }
    const std::string displaced = displaced_by(made.id, file);
    if (!last_pass_ && old && !old->seen && displaced.empty() && belongs_to_later(*old, file)) {
      put_off_[file.canonical].insert(made.id);
      ++report_.unchanged;
      return true;
    }
    add_keyphrases(made);
    if (!put(made, place)) return false;
    count.add(made.id, record.line);
    if (displaced.empty()) return true;
    displaced_.insert(displaced);
    report_.remarks.push_back({place, "its id is the path of a file, whose document gets another one: " + printable(displaced),
                               "give the record an id of its own, or leave the file out with .jsearchignore"});
    return true;
  }

  /// The file of this run, other than `file`, that has a document with this id, which is its path; or "".
  std::string displaced_by(const std::string &id, const listed_file &file) {
    const known_document *owner = known_.find(id);
    if (!owner) return {};
    const std::string path = known_.path_of(*owner);
    const bool other = path != file.canonical && list_.files.find(path) != listed_files::none;
    return other && gave_essay(path, id) ? path : std::string();
  }

  /// Files whose documents lost their ids to records have them under others, as if the records had come first.
  void read_displaced() {
    if (displaced_.empty()) return;
    joiner_.finish();
    // They were counted when they were met.
    const std::size_t added = report_.added, updated = report_.updated, unchanged = report_.unchanged;
    for (const std::string &path : displaced_) {
      // Those that were met after the record have an id already.
      bool done = failed_files_.count(path) > 0;
      known_.for_file(path, [&](const known_document &) { done = true; });
      if (done) continue;
      ready_file ready = read_ready(path, options_, sidecars_, {});
      if (!ready.json_lines) sync_essay(list_.files[list_.files.find(path)], std::move(ready));
    }
    joiner_.finish();
    report_.added = added;
    report_.updated = updated;
    report_.unchanged = unchanged;
  }

  /// Whether a record's id belongs to a file that this run still comes to: that file would replace
  /// the record at once. It waits until it is known whether the other still has it.
  bool belongs_to_later(const known_document &document, const listed_file &file) const {
    const std::size_t owner = list_.files.find(known_.path_of(document));
    return owner != listed_files::none && owner > list_.files.find(file.canonical);
  }

  void read_put_off() {
    const auto waiting = std::move(put_off_);
    put_off_.clear();
    last_pass_ = true;
    for (const auto &[path, ids] : waiting) {
      std::set<std::string> missing;
      for (const std::string &id : ids)
        if (const known_document *old = known_.find(id); !old || !old->seen) missing.insert(id);
      if (missing.empty() || path == standard_input) continue;
      report_.unchanged -= missing.size();
      const std::size_t failed = report_.failed;
      read_record_file(list_.files[list_.files.find(path)],
                       [&](const std::string &id) { return missing.count(id) > 0; });
      // The failures of this file were counted when it was read in full.
      report_.failures.resize(report_.failures.size() - (report_.failed - failed));
      report_.failed = failed;
    }
  }

  void remove_missing() {
    std::vector<known_document *> gone;
    known_.for_each([&](known_document &document) {
      if (document.live && !document.seen && is_gone(known_.path_of(document))) gone.push_back(&document);
    });
    std::set<std::string> files;
    for (known_document *document : gone) {
      files.insert(known_.path_of(*document));
      joiner_.touch(document->title);
      const bool is_copy = document->copy_of != known_document::none;
      if (writer_.remove(known_.id_of(*document)) || is_copy) ++report_.removed;
      known_.remove(*document);
    }
    for (const std::string &path : files)
      if (!exists(path)) forget_note(path);
  }

  /// Whether a document that this run did not meet has lost its source.
  bool is_gone(const std::string &path) {
    if (path.empty() || path == standard_input || failed_files_.count(path) > 0) return false;
    const auto under = [&](const std::string &root) {
      return root != standard_input && is_under(path, root);
    };
    if (std::none_of(list_.roots.begin(), list_.roots.end(), under)) return false;
    return list_.files.find(path) != listed_files::none || !exists(path) || list_.ignores(path) ||
           sidecars_.describes_files(path);
  }

  const std::string &index_path_;
  index_writer &writer_;
  const sync_options &options_;
  std::istream &input_;
  const std::function<bool(const sync_progress &)> &progress_;

  string_table names_;  ///< of what the next two know
  file_list list_{names_};
  known_documents known_{names_};
  sidecars sidecars_;
  std::set<std::string> failed_files_;                    ///< what these gave before stays
  std::map<std::string, std::set<std::string>> put_off_;  ///< ids that may belong to a later file
  std::set<std::string> displaced_;                       ///< files whose ids records took
  bool last_pass_ = false;                                ///< what was put off is read now
  std::optional<read_ahead> ahead_;  ///< since a file had to be read
  std::size_t next_ahead_ = 0;       ///< the first file that was not considered for it
  sync_progress state_;
  sync_report report_;
  copy_joiner joiner_;
};

}  // namespace

sync_report sync(const std::string &index_path, index_writer &writer,
                 const std::vector<std::string> &paths, const sync_options &options,
                 std::istream &input, const std::function<bool(const sync_progress &)> &progress) {
  return sync_run(index_path, writer, options, input, progress).run(paths);
}

}  // namespace libsearch::ingest
