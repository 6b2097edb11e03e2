// What a sync would read, without an index.
#include <fstream>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/child_process.hpp"
#include "ingest/content_format.hpp"
#include "ingest/document_reader.hpp"
#include "ingest/file_list.hpp"
#include "ingest/json_lines.hpp"
#include "ingest/keyphrases.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr char stopped[] = "stopped; nothing was changed";

class preview_run {
 public:
  preview_run(const sync_options &options, const std::function<bool(const read_result &)> &visit,
              const std::function<bool(const sync_progress &)> &progress)
      : options_(options), visit_(visit), progress_(progress) {}

  void read(const file_list &list, std::istream &input) {
    const child_watch watch([this] { report_progress(); });
    state_.files_total = list.files.size();
    for (std::size_t i = 0; i < list.files.size(); ++i) state_.bytes_total += list.files.stamp(i).size;
    for (std::size_t i = 0; i < list.files.size(); ++i) {
      const listed_file file = list.files[i];
      state_.current = file.typed;
      report_progress();
      read(file, input);
      ++state_.files_done;
      state_.bytes_done += list.files.stamp(i).size;
    }
  }

  sync_report report;

 private:
  void report_progress() {
    if (progress_ && !progress_(state_)) throw error(errc::cancelled, stopped);
  }

  void read(const listed_file &file, std::istream &input) {
    if (file.canonical == standard_input) return read_records(file, input);
    try {
      if (is_json_lines_file(file.canonical, options_)) {
        std::ifstream in(file.canonical, std::ios::binary);
        if (!in) throw error(errc::io, "cannot be opened");
        return read_records(file, in);
      }
      const std::string record = sidecars_.record_of(file.canonical);
      read_result result = read_content(
          file.canonical, read_file(file.canonical, options_), options_, record);
      result.content.id = result.content.path = file.typed;
      show(result);
    } catch (const error &problem) {
      if (problem.code() == errc::cancelled) throw;
      fail(file.typed, problem);
    }
  }

  void fail(const std::string &place, const error &problem) {
    ++report.failed;
    report.failures.push_back({printable(place), problem.what(), problem.hint()});
  }

  void show(const read_result &result) {
    ++report.added;
    if (!visit_(result)) throw error(errc::cancelled, stopped);
  }

  void read_records(const listed_file &file, std::istream &in) {
    json_lines lines(in, options_.max_file_bytes * json_overhead);
    json_record record;
    while (lines.next(record)) {
      read_result result;
      result.format = file_format::jsonl;
      result.charset = "UTF-8";
      result.charset_confidence = 1;
      result.charset_evidence = "content";
      try {
        result.content = document_of(record);
      } catch (const error &problem) {
        fail(file.typed + ":" + std::to_string(record.line), problem);
        continue;
      }
      if (result.content.path.empty() && file.canonical != standard_input)
        result.content.path = file.typed;
      add_keyphrases(result.content);
      show(result);
    }
  }

  const sync_options &options_;
  const std::function<bool(const read_result &)> &visit_;
  const std::function<bool(const sync_progress &)> &progress_;
  sync_progress state_;
  sidecars sidecars_;
};

}  // namespace

sync_report preview(const std::string &index_path, const std::vector<std::string> &paths,
                    const sync_options &options, std::istream &input,
                    const std::function<bool(const read_result &)> &visit,
                    const std::function<bool(const sync_progress &)> &progress) {
  string_table names;
  file_list list = list_files(paths, index_path, options.exclude, names);
  preview_run run(options, visit, progress);
  run.report.left_out = list.left_out;
  for (auto &failure : list.failures) {
    ++run.report.failed;
    run.report.failures.push_back(std::move(failure));
  }
  run.read(list, input);
  return std::move(run.report);
}

}  // namespace libsearch::ingest
