#include "ingest/sidecar.hpp"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <xxhash.h>

#include <libsearch/error.hpp>

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

namespace fs = std::filesystem;
using json = nlohmann::json;

constexpr char suffix[] = ".meta.json";
constexpr std::uint64_t most_bytes = 64u << 20;
// The formats of an essay often lie in a folder each, and are asked for in turn.
constexpr std::size_t most_tables = 4;

bool stat_of(const std::string &path, file_stamp &stamp) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  stamp.size = static_cast<std::uint64_t>(status.st_size);
  stamp.mtime =
      static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000000000 + status.st_mtim.tv_nsec;
  return true;
}

/// A stamp with that of a sidecar in it. Names count: what is renamed keeps its size and time, and may mean something else.
file_stamp with_sidecar(const file_stamp &so_far, const std::string &path, const file_stamp &one) {
  const std::string name = fs::path(path).filename().string();
  return joined(so_far, {XXH3_64bits_withSeed(name.data(), name.size(), one.size), one.mtime});
}

/// A file's own sidecar, or "": NAME.EXT.meta.json goes before NAME.meta.json.
std::string own_sidecar(const std::string &path, file_stamp &stamp) {
  if (std::string own = path + suffix; stat_of(own, stamp)) return own;
  const fs::path stem = fs::path(path).replace_extension();
  if (std::string own = stem.string() + suffix; stem != path && stat_of(own, stamp)) return own;
  return {};
}

bool is_table(const std::string &name) { return name == "metadata.csv" || name == "metadata.tsv"; }

/// "a.txt" for "a.txt.meta.json"; "" for what is not named so.
std::string owner_of(const std::string &name) {
  const std::size_t length = sizeof suffix - 1;
  if (name.size() <= length || name.compare(name.size() - length, length, suffix) != 0) return {};
  return name.substr(0, name.size() - length);
}

std::string text_of(const std::string &path) {
  read_options options;
  options.format = file_format::text;
  options.max_file_bytes = most_bytes;
  return checked_text(read_file(path, options).bytes).text;
}

json list_of(const std::string &cell) {
  json result = json::array();
  std::string part;
  const auto close = [&] {
    if (const std::string one = squeeze(part); !one.empty()) result.push_back(one);
    part.clear();
  };
  for (const char c : cell) c == ';' || c == '|' ? close() : part.push_back(c);
  close();
  return result;
}

std::string lower(std::string text) {
  for (char &c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A row as a JSON object; an empty cell says nothing.
json record_of_row(const std::vector<std::string> &keys, const std::vector<std::string> &cells) {
  json record = json::object();
  for (std::size_t i = 0; i < std::min(keys.size(), cells.size()); ++i) {
    const std::string value = squeeze(cells[i]);
    if (value.empty() || keys[i] == "path" || keys[i].empty()) continue;
    const bool many = keys[i] == "authors" || keys[i] == "author" || keys[i] == "topics" ||
                      keys[i] == "topic" || keys[i] == "keywords";
    const std::string key = keys[i] == "author" ? "authors" : keys[i] == "topic" ? "topics" : keys[i];
    record[key] = many ? list_of(value) : json(value);
  }
  return record;
}

/// A record of sidecars as a document; the core checks forms of dates, lists of names, attributes.
document document_of(json given) {
  given["id"] = "sidecar";
  if (!given.contains("title")) given["title"] = "";
  given["body"] = "";
  return document_from_json(given.dump());
}

/// A file's own sidecar.
json own_record_of(const std::string &path) {
  const std::string name = printable(fs::path(path).filename().string());
  std::string text;
  try {
    text = text_of(path);
  } catch (const error &problem) {
    throw error(problem.code(), "its sidecar " + name + " cannot be read: " + problem.what(), "repair it, or take it away");
  }
  json given = json::parse(text, nullptr, false);
  if (given.is_object()) return given;
  throw error(errc::malformed, "its sidecar " + name + " is not a JSON object",
              "write {\"title\": \"...\", \"authors\": [\"...\"], \"date\": \"2024-11\"}");
}

/// Refuses what a sidecar says when it cannot be used, in the sidecar's name.
void check(const json &given, const std::string &place) {
  const auto refuse = [&](errc code, const std::string &message, const std::string &hint) {
    throw error(code, "its sidecar " + printable(place) + " cannot be used: " + message,
                hint.empty() ? "a title and a date are texts, authors and topics are texts or lists of texts" : hint);
  };
  // Of a record without a title the core would say that it needs one; a sidecar does not.
  if (const auto title = given.find("title"); title != given.end() && title->is_null())
    refuse(errc::invalid_argument, "the value of \"title\" is null, not a string",
           "write a title, or leave the key out to keep the file's own");
  try {
    document_of(given);
  } catch (const error &problem) {
    refuse(problem.code(), problem.what(), problem.hint());
  }
}

}  // namespace

std::vector<table_row> table_rows(std::string_view text, char separator) {
  std::vector<table_row> rows;
  table_row row{1, {{}}};
  bool quoted = false;
  std::size_t line = 1, opened = 0;
  const auto close = [&] {
    if (row.cells.size() > 1 || !row.cells[0].empty()) rows.push_back(std::move(row));
    row = {line, {{}}};
  };
  const auto refuse = [&] {
    throw table_error(opened, "the quotation mark is not closed",
                      "close it behind the last letter of the cell; a quotation mark inside a cell is written twice");
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string &cell = row.cells.back();
    line += c == '\n';
    if (quoted) {
      const char next = i + 1 < text.size() ? text[i + 1] : '\n';
      if (c != '"') {
        cell += c;
      } else if (next == '"') {
        cell += text[i++];
      } else {
        // One that went on over lines and ends right before a letter was closed by the mark that opens another cell.
        if (line != opened && next != separator && next != '\n' && next != '\r' && next != ' ') refuse();
        quoted = false;
      }
    } else if (c == '"' && separator == ',' && cell.empty()) {
      quoted = true;
      opened = line;
    } else if (c == separator) {
      row.cells.emplace_back();
    } else if (c == '\n') {
      close();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (quoted) refuse();
  close();
  return rows;
}

sidecars::table &sidecars::table_of(const std::string &folder) {
  for (auto at = tables_.begin(); at != tables_.end(); ++at) {
    if (at->folder != folder) continue;
    tables_.splice(tables_.begin(), tables_, at);
    return tables_.front();
  }
  if (tables_.size() == most_tables) tables_.pop_back();
  table &made = tables_.emplace_front();
  made.folder = folder;
  for (const char *name : {"metadata.csv", "metadata.tsv"})
    if (const std::string path = folder + "/" + name; stat_of(path, made.stamp)) {
      made.path = path;
      break;
    }
  return made;
}

file_stamp sidecars::stamp_of(const std::string &path, const file_stamp &own) {
  const table &shared = table_of(fs::path(path).parent_path().string());
  const file_stamp result = shared.path.empty() ? own : with_sidecar(own, shared.path, shared.stamp);
  file_stamp one;
  const std::string sidecar = own_sidecar(path, one);
  return sidecar.empty() ? result : with_sidecar(result, sidecar, one);
}

void sidecars::read(table &of) {
  of.read = true;
  if (of.path.empty()) return;
  const std::string name = fs::path(of.path).filename().string();
  try {
    auto rows = table_rows(text_of(of.path), name == "metadata.tsv" ? '\t' : ',');
    if (rows.empty()) return;
    std::vector<std::string> keys;
    for (const std::string &key : rows[0].cells) keys.push_back(lower(squeeze(key)));
    const auto at = std::find(keys.begin(), keys.end(), "path");
    if (at == keys.end())
      throw table_error(rows[0].line, "the first line has no column \"path\"",
                        "the first line names the columns: path, title, authors, date, topics");
    const auto column = static_cast<std::size_t>(at - keys.begin());
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (const auto &cells = rows[i].cells; column < cells.size())
        of.rows[squeeze(cells[column])] = {rows[i].line, record_of_row(keys, cells).dump()};
  } catch (const table_error &problem) {
    of.problem = name + ":" + std::to_string(problem.line) + ": " + problem.what();
    of.hint = problem.hint();
  } catch (const error &problem) {
    of.problem = name + ": " + problem.what();
    of.hint = "repair the table, or take it away";
  }
}

std::string sidecars::record_of(const std::string &path, file_stamp *stamp) {
  table &shared = table_of(fs::path(path).parent_path().string());
  if (stamp && !shared.path.empty()) *stamp = with_sidecar(*stamp, shared.path, shared.stamp);
  if (!shared.read) read(shared);
  if (!shared.problem.empty())
    throw error(errc::malformed, "its sidecar cannot be read: " + shared.problem, shared.hint);
  json record = json::object(), own_record = json::object();
  file_stamp one;
  if (const std::string own = own_sidecar(path, one); !own.empty()) {
    if (stamp) *stamp = with_sidecar(*stamp, own, one);
    own_record = own_record_of(own);
    check(own_record, fs::path(own).filename().string());
  }
  if (const auto row = shared.rows.find(fs::path(path).filename().string()); row != shared.rows.end()) {
    record = json::parse(row->second.record);
    // What is overridden need not be right.
    for (const auto &[key, value] : own_record.items()) record.erase(key);
    check(record, fs::path(shared.path).filename().string() + ":" + std::to_string(row->second.line));
  }
  record.update(own_record);
  return record.empty() ? std::string() : record.dump();
}

bool sidecars::is_sidecar(const std::string &name) { return is_table(name) || !owner_of(name).empty(); }

bool sidecars::describes_files(const std::string &path) {
  const fs::path place(path);
  const std::string name = place.filename().string(), owner = owner_of(name);
  if (owner.empty()) return is_table(name);
  if (const std::string folder = place.parent_path().string(); folder != listed_folder_) {
    listed_folder_ = folder;
    names_.clear();
    std::error_code problem, ignored;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end; entry.increment(problem)) {
      if (!entry->is_regular_file(ignored)) continue;
      names_.insert(entry->path().filename().string());
      names_.insert(entry->path().stem().string());
    }
  }
  return names_.count(owner) > 0;
}

void apply_sidecar(const std::string &record, essay &to) {
  const json given = json::parse(record);
  const auto has = [&](const char *key) { return given.contains(key); };
  const bool title = has("title"), date = has("date");
  const bool authors = has("authors") || has("author"), topics = has("topics") || has("topic");
  document said = document_of(given);
  document &content = to.content;
  const auto sure = [&](const char *field) { to.confidence[field] = 1; };
  if (title) content.title = said.title, sure("title");
  if (authors) content.authors = said.authors, sure("authors");
  if (date) content.date = said.date, sure("date");
  if (topics) content.topics = said.topics, sure("topics");
  for (const auto &[name, value] : said.attributes) {
    content.attributes[name] = value;
    to.confidence[name] = 1;
  }
}

}  // namespace libsearch::ingest
