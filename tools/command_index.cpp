// jsearch index: brings an index up to date with files and folders.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>
#include <iterator>
#include <limits>

#include <libsearch/charset.hpp>
#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "command.hpp"
#include "display_text.hpp"
#include "figures.hpp"
#include "index_location.hpp"
#include "kept_files.hpp"
#include "output.hpp"
#include "preview_json.hpp"
#include "progress_bar.hpp"
#include "schema_options.hpp"

namespace jsearch {

namespace {

using libsearch::errc;
using libsearch::error;
namespace ingest = libsearch::ingest;

constexpr char schema_option[] = "jsearch.schema";

constexpr std::size_t mebibyte = std::size_t{1} << 20;

option_table table() {
  return {
      {"Reading",
       {{.name = "format",
         .argument = "FORMAT",
         .help = "what the files are; auto: by content",
         .usual = "auto",
         .choices = {"auto", "text", "markdown", "html", "pdf", "jsonl"}},
        {.name = "encoding",
         .argument = "NAME",
         .help = "the encoding of texts, such as CP932, also of the files below that are not UTF-8; without it, found out for "
                 "each file",
         .offers = {"UTF-8", "UTF-16LE", "UTF-16BE", "CP932", "EUC-JP", "ISO-2022-JP"}},
        {.name = "dry-run",
         .help = "print what would be read as JSON lines, with a confidence for each field; "
                 "change nothing"},
        {.name = "rebuild",
         .help = "start from nothing; searches see the old index until the new one is complete"}}},
      {"Kept in the index",
       {{.name = "topics",
         .argument = "FILE",
         .help = "rules that give topics: lines of topic, tab, query; \"none\" drops them"},
        {.name = "synonyms",
         .argument = "FILE",
         .help = "lines of words that find one another: a, b, c or a => b, c; \"none\" drops them"},
        {.name = "retopic",
         .help = "read the rules file again and evaluate it; no document is read for it"},
        {.name = "duplicates",
         .argument = "MODE",
         .help = "the same essay as PDF, HTML and text: join makes it one document with several paths, keep a "
                 "document of each file; without it, as before, at first join",
         .choices = {"join", "keep"}},
        {.name = "analyzer",
         .argument = "NAME",
         .help = "of a new index: hybrid (words and their boundary bigrams) or ngram (every bigram)",
         .usual = "hybrid",
         .choices = {"hybrid", "ngram", "hybrid-kana", "hybrid-every"}},
        {.name = "dictionary",
         .argument = "NAME",
         .help = "the dictionary of Japanese words; another one cuts all documents anew",
         .usual = "icu",
         .choices = {"icu", "mecab"}},
        {.name = "user-dictionary",
         .argument = "FILE",
         .help = "words that the dictionary lacks: lines of word, tab, reading; \"none\" drops them"}}},
      {"Fields, kept in the index", schema_options()},
      {"Work",
       {{.name = "jobs",
         .letter = 'j',
         .argument = "N",
         .help = "threads; 0 = one per core",
         .usual = "0",
         .number = true},
        {.name = "memory",
         .argument = "MIB",
         .help = "memory for documents in work, about",
         .usual = "512",
         .number = true},
        {.name = "quiet", .letter = 'q', .help = "print errors only"},
        {.name = "verbose",
         .letter = 'v',
         .help = "print each file in work, and figures at the end"}}},
      common_options(),
  };
}

// Set by Ctrl-C; the next progress report ends the work.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void on_interrupt(int) {
  interrupted = 1;
  // The second one ends the program at once.
  std::signal(SIGINT, SIG_DFL);
}

/// `reads_input`: Ctrl-C also ends the wait for standard input.
void catch_interrupt(bool reads_input) {
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  action.sa_flags = reads_input ? 0 : SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
}

ingest::file_format format_of(const std::string &wanted) {
  using ingest::file_format;
  for (const file_format one : {file_format::text, file_format::markdown, file_format::html,
                                file_format::pdf, file_format::jsonl})
    if (wanted == ingest::name(one)) return one;
  return file_format::automatic;
}

ingest::sync_options sync_options_of(const arguments &given) {
  ingest::sync_options options;
  options.format = format_of(given.value("format"));
  options.encoding = given.value("encoding");
  options.rebuild = given.has("rebuild");
  options.threads = static_cast<unsigned>(given.number("jobs"));
  if (given.has("duplicates"))
    options.copies = given.value("duplicates") == "keep" ? ingest::copies_mode::keep : ingest::copies_mode::join;
  if (!options.encoding.empty()) ingest::decode_text("", options.encoding);
  return options;
}

libsearch::writer_options writer_options_of(const arguments &given) {
  libsearch::writer_options options;
  constexpr std::size_t most_threads = 1024;
  if (given.number("jobs") > most_threads)
    throw error(errc::invalid_argument, "--jobs: " + given.value("jobs") + " threads are too many",
                "0 means one per core");
  const std::size_t memory = given.number("memory");
  if (memory == 0 || memory > std::numeric_limits<std::size_t>::max() / mebibyte)
    throw error(errc::invalid_argument, "--memory: " + given.value("memory") + " is out of range",
                "give MiB, such as --memory 512");
  options.threads = static_cast<unsigned>(given.number("jobs"));
  options.memory = memory * mebibyte;
  if (given.has("analyzer")) options.analyzer = given.value("analyzer");
  if (given.has("dictionary")) options.dictionary = given.value("dictionary");
  options.rebuild = given.has("rebuild");
  return options;
}

constexpr const kept_file *kept_files[] = {&topics_file, &synonyms_file, &user_words_file};

/// Reports what each step does, and stops the work after Ctrl-C.
class reporter {
 public:
  explicit reporter(const arguments &given)
      : verbose_(given.has("verbose")), bar_(!given.has("quiet") && !verbose_) {}

  bool operator()(const ingest::sync_progress &now) {
    bar_.show(now);
    bytes_ = now.bytes_done;
    return interrupted == 0;
  }
  /// What was found out about a file: its format, and its encoding with the reason to believe it.
  void note(const ingest::read_result &read) const {
    if (!verbose_) return;
    std::string line = read.content.path + ": " + ingest::name(read.format);
    if (!read.charset.empty()) {
      char percent[16];
      std::snprintf(percent, sizeof percent, "%.0f %%", read.charset_confidence * 100);
      line += ", " + read.charset + " (" + read.charset_evidence + ", " + percent + ")";
    }
    if (!read.content.page_starts.empty())
      line += ", " + std::to_string(read.content.page_starts.size()) + " pages";
    say(line);
  }
  void finish() { bar_.clear(); }
  std::uint64_t bytes() const { return bytes_; }

 private:
  bool verbose_;
  progress_bar bar_;
  std::uint64_t bytes_ = 0;
};

void say_failures(const ingest::sync_report &report) {
  std::string said;
  for (const auto &failure : report.failures) {
    // A hint that was just given need not be read again.
    say_error(failure.path + ": " + failure.message, failure.hint == said ? "" : failure.hint);
    said = failure.hint;
  }
}

void say_remarks(const ingest::sync_report &report) {
  constexpr std::size_t most = 20;
  std::string said;
  for (std::size_t i = 0; i < report.remarks.size() && i < most; ++i) {
    const auto &remark = report.remarks[i];
    say("warning: " + remark.path + ": " + remark.message);
    if (remark.hint != said) say("hint: " + remark.hint);
    said = remark.hint;
  }
  if (report.remarks.size() > most) say("warning: and " + std::to_string(report.remarks.size() - most) + " more of this kind");
}

/// Paths that were named and are no documents.
void say_left_out(const arguments &given, const ingest::sync_report &report) {
  if (!given.has("verbose")) return;
  for (const std::string &path : report.left_out) say(path + ": a sidecar, no document");
}

void say_figures(const ingest::sync_report &report, std::uint64_t bytes, double seconds) {
  const std::size_t files = report.added + report.updated + report.unchanged + report.failed;
  char took[32];
  std::snprintf(took, sizeof took, "%.1f s", seconds);
  say(count_text(files) + " documents, " + bytes_text(bytes) + " in " + took);
}

ingest::sync_report run_sync(const std::string &path, libsearch::index_writer &writer,
                             const arguments &given, reporter &progress) {
  ingest::sync_options options = sync_options_of(given);
  options.on_read = [&](const ingest::read_result &read) { progress.note(read); };
  // Such files often lie beside what they are for; they are no document, in later runs neither.
  for (const kept_file *kept : kept_files)
    if (const std::string file = writer.option(kept->setting); !file.empty()) options.exclude.push_back(file);
  if (given.words().empty() && !given.has("duplicates")) {
    // Only what the index keeps changes: no need to know what its documents came from.
    writer.commit();
    return {};
  }
  catch_interrupt(std::count(given.words().begin(), given.words().end(), "-") > 0);
  try {
    return ingest::sync(path, writer, given.words(), options, std::cin, std::ref(progress));
  } catch (const error &e) {
    progress.finish();
    if (e.code() != errc::cancelled || !interrupted) throw;
    throw error(errc::cancelled, "interrupted: nothing was changed",
                "run the same command again to index these files");
  }
}

/// Prints each document as it would be indexed, on one line; its body as its beginning and length.
int dry_run(const arguments &given, const std::string &index_path) {
  catch_interrupt(std::count(given.words().begin(), given.words().end(), "-") > 0);
  const ingest::sync_report report =
      ingest::preview(index_path, given.words(), sync_options_of(given), std::cin,
                      [](const ingest::read_result &read) {
                        put(preview_json(read) + "\n");
                        return interrupted == 0;
                      },
                      [](const ingest::sync_progress &) { return interrupted == 0; });
  say_left_out(given, report);
  say_failures(report);
  return report.failed == 0 ? status_done : status_error;
}

bool is_index(const std::string &path) {
  try {
    libsearch::index existing(path);
  } catch (const error &e) {
    return e.code() != errc::not_found;
  }
  return true;
}

/// What the options declare; a new index has the fields of an archive besides, and so has one that is built anew, unless
/// "--schema none" took them.
void set_fields(const arguments &given, libsearch::index_writer &writer, bool fresh) {
  libsearch::schema fields = writer.schema();
  const bool bare = fields.declared().empty() && writer.option(schema_option) != "none";
  if (fresh || (given.has("rebuild") && bare)) fields = ingest::archive_schema();
  if (declares_fields(given)) fields = schema_of(given, fields);
  if (given.has("schema")) writer.set_option(schema_option, fields.declared().empty() ? "none" : "");
  writer.set_schema(fields);
}

/// What options name is read before anything is written: the file, and its text.
struct kept_text {
  const kept_file *kept;
  std::string file, text;
};

std::vector<kept_text> read_kept_files(const arguments &given) {
  std::vector<kept_text> texts;
  for (const kept_file *kept : kept_files)
    if (given.has(kept->option)) {
      const std::string file = given.value(kept->option);
      texts.push_back({kept, file, read_kept(*kept, file, given.value("encoding"))});
    }
  return texts;
}

/// The rules as their file has them now.
kept_text rules_again(const libsearch::index_writer &writer, const std::string &encoding) {
  const std::string file = writer.option(topics_file.setting);
  if (file.empty())
    throw error(errc::not_found, "--retopic: the index has no topic rules",
                "name their file: --topics FILE");
  return {&topics_file, file, read_kept(topics_file, file, encoding)};
}

/// Rules that mean something else than they seem to are worth a word, not a failure.
void say_remarks(const arguments &given, const kept_text &one) {
  if (one.kept != &topics_file) return;
  for (const std::string &line : remarks_on_rules(one.file, one.text))
    if (!given.has("quiet")) say("warning: " + line);
}

int run(const arguments &given) {
  const auto changes = [&](const kept_file *kept) { return given.has(kept->option); };
  if (given.words().empty() && !given.has("dictionary") && !given.has("duplicates") && !given.has("retopic") && !declares_fields(given) &&
      std::none_of(std::begin(kept_files), std::end(kept_files), changes))
    throw error(errc::invalid_argument, "no PATH to index",
                "usage: jsearch index [OPTION]... PATH...");
  // It is what "$UNSET" gives.
  for (const std::string &path : given.words())
    if (path.empty())
      throw error(errc::invalid_argument, "a PATH is empty", "a variable without a value gives it; the folder you are in is \".\"");
  if (given.has("dry-run")) return dry_run(given, index_to_write(given).path);
  std::vector<kept_text> texts = read_kept_files(given);
  const index_target target = index_to_write(given);
  const auto started = std::chrono::steady_clock::now();

  const bool fresh = !is_index(target.path);
  libsearch::index_writer writer(target.path, writer_options_of(given));
  if (given.has("retopic") && !given.has("topics")) texts.push_back(rules_again(writer, given.value("encoding")));
  for (const kept_text &one : texts) {
    say_remarks(given, one);
    keep(writer, *one.kept, one.file, one.text);
  }
  set_fields(given, writer, fresh);
  reporter progress(given);
  const ingest::sync_report report = run_sync(target.path, writer, given, progress);
  progress.finish();
  if (target.chosen_here && !given.has("quiet")) say("made a new index: " + target.path);
  if (!given.has("quiet")) say_remarks(report);
  say_failures(report);
  say_left_out(given, report);
  if (given.has("verbose"))
    for (const auto &[before, after] : report.renamed) say("moved: " + before + " -> " + after);
  if (given.has("verbose"))
    for (const auto &[copy, document] : report.joined) say("the same essay: " + copy + " = " + document);
  if (given.has("verbose"))
    say_figures(report, progress.bytes(),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
  const bool other_words = given.has("dictionary") || given.has("user-dictionary");
  if (!given.has("quiet") && (writer.reanalyzed() > 0 || other_words))
    put(std::to_string(writer.reanalyzed()) + " re-analyzed\n");
  if (!given.has("quiet"))
    put(std::to_string(report.added) + " added, " + std::to_string(report.updated) + " updated, " +
        std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.removed) +
        " removed, " + std::to_string(report.failed) + " failed\n");
  return report.failed == 0 ? status_done : status_error;
}

}  // namespace

const command index_command = {
    "index",
    "make an index, or bring it up to date",
    "[OPTION]... PATH...",
    "Reads files and folders (with all below them) into the index: text, Markdown, HTML, PDF and\n"
    "JSON lines. Files that did not change are skipped, files that are gone are removed, files\n"
    "that were moved are followed, what a .jsearchignore names is left out and removed; what does\n"
    "not lie under a PATH stays as it is. In a folder, hidden files, README files and names such as\n"
    ".csv, .xml, .docx, .log are passed over (all are listed in the man page), but not a file that is\n"
    "a PATH itself. \"-\" reads JSON lines from standard input. A file that can't be read is\n"
    "reported and skipped, and makes the exit status 2. Everything becomes visible at once, at the end.\n"
    "Without an index named or found, the folder .jsearch is made here.\n",
    "  jsearch index essays\n"
    "  jsearch index -i archive.idx --topics topics.tsv essays papers.jsonl\n"
    "  jsearch index --field series:keyword:facet --field price:number papers.jsonl\n"
    "  jsearch index --dry-run essays/2025-10.pdf\n"
    "  zstdcat papers.jsonl.zst | jsearch index -i archive.idx -\n",
    table,
    run,
};

}  // namespace jsearch
