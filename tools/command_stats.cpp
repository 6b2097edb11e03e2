// jsearch stats, check, compact: the index itself.
#include <cstdio>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "command.hpp"
#include "display_text.hpp"
#include "figures.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "schema_options.hpp"

namespace jsearch {

namespace {

using libsearch::index_statistics;

void refuse_words(const arguments &given, const char *name) {
  if (!given.words().empty())
    throw libsearch::error(libsearch::errc::invalid_argument,
                           std::string(name) + " takes no argument: " + given.words().front(),
                           "name the index with -i DIR");
}

option_table stats_table() {
  return {{"Output", {{.name = "json", .help = "print one line of JSON"}}}, common_options()};
}

option_table common_table() { return {common_options()}; }

std::string stats_json(const std::string &path, const index_statistics &s, const libsearch::schema &schema) {
  nlohmann::ordered_json out;
  out["format"] = 1;
  out["path"] = path;
  out["documents"] = s.documents;
  out["first_date"] = s.first_date;
  out["last_date"] = s.last_date;
  out["words"] = s.words;
  out["bigrams"] = s.bigrams;
  out["text_bytes"] = s.text_bytes;
  out["index_bytes"] = s.index_bytes;
  out["revision"] = s.revision;
  out["index_format"] = s.format;
  out["analyzer"] = s.analyzer;
  out["fields"] = nlohmann::ordered_json::parse(schema.to_json())["fields"];
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string stats_text(const std::string &path, const index_statistics &s, const libsearch::schema &schema) {
  std::string out;
  const auto row = [&](const char *name, const std::string &value) {
    out += pad(name, 12) + one_line(value) + "\n";
  };
  row("index", path);
  row("documents", count_text(s.documents));
  if (!s.first_date.empty()) row("dates", s.first_date + " to " + s.last_date);
  row("words", count_text(s.words));
  row("bigrams", count_text(s.bigrams));
  row("text", bytes_text(s.text_bytes));
  char share[32] = "";
  if (s.text_bytes > 0)
    std::snprintf(share, sizeof share, " (%.2f of the text)",
                  static_cast<double>(s.index_bytes) / static_cast<double>(s.text_bytes));
  row("on disk", bytes_text(s.index_bytes) + share);
  row("revision", std::to_string(s.revision));
  row("format", std::to_string(s.format));
  row("analyzer", s.analyzer);
  for (const auto &field : schema.declared())
    row(field == schema.declared().front() ? "fields" : "", field_text(field));
  return out;
}

int run_stats(const arguments &given) {
  refuse_words(given, "stats");
  libsearch::index index(index_to_read(given));
  const index_statistics figures = index.statistics();
  const libsearch::schema schema = index.schema();
  put(given.has("json") ? stats_json(index.path(), figures, schema)
                        : stats_text(index.path(), figures, schema));
  return status_done;
}

int run_check(const arguments &given) {
  refuse_words(given, "check");
  const std::string path = index_to_read(given);
  const auto findings = libsearch::check_index(path);
  for (const auto &finding : findings)
    say_error(finding.file.empty() ? finding.message : finding.file + ": " + finding.message,
              &finding == &findings.back()
                  ? "build it again from the files: jsearch index --rebuild -i " + path + " PATH..."
                  : "");
  if (!findings.empty()) return status_error;
  put("no problems found\n");
  return status_done;
}

int run_compact(const arguments &given) {
  refuse_words(given, "compact");
  const std::string path = index_to_read(given);
  const auto size = [&] { return libsearch::index(path).statistics().index_bytes; };
  const std::uint64_t before = size();
  libsearch::compact_index(path);
  put(bytes_text(before) + " before, " + bytes_text(size()) + " now\n");
  return status_done;
}

}  // namespace

const command stats_command = {
    "stats", "show figures of the index", "[OPTION]...",
    "Prints how many documents, words and bytes the index has, and how it was made.\n",
    "",      stats_table,                 run_stats,
};

const command check_command = {
    "check", "look for damage", "[OPTION]...",
    "Reads the whole index and compares it with itself. Prints \"no problems found\", or each\n"
    "problem on standard error with exit status 2.\n",
    "",      common_table,      run_check,
};

const command compact_command = {
    "compact", "make the index as small as it can be", "[OPTION]...",
    "Rewrites the index in its smallest form. Searches go on undisturbed.\n",
    "",        common_table,                          run_compact,
};

}  // namespace jsearch
