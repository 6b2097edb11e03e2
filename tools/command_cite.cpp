// jsearch cite: a line to cite a document by.
#include <string>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "display_text.hpp"
#include "find_document.hpp"
#include "index_location.hpp"
#include "output.hpp"

namespace jsearch {

namespace {

using libsearch::document;

option_table table() { return {common_options()}; }

std::string join(const std::vector<std::string> &parts, const char *between) {
  std::string out;
  for (const std::string &part : parts) out += (out.empty() ? "" : between) + one_line(part);
  return out;
}

/// The values of an attribute that may be a list. What has parts of its own is nothing to cite.
std::vector<std::string> values_of(const document &doc, const std::string &name) {
  const std::string text = doc.attribute(name);
  const auto whole = nlohmann::json::parse(text, nullptr, false);
  if (whole.is_object()) return {};
  std::vector<std::string> values;
  const auto add = [&](std::string value) {
    if (value = one_line(value); !value.empty()) values.push_back(std::move(value));
  };
  if (!whole.is_array()) add(text);
  else
    for (const auto &value : whole)
      if (value.is_string() || value.is_number()) add(value.is_string() ? value.get<std::string>() : value.dump());
  return values;
}

/// Each value between two marks.
std::string enclosed(const std::vector<std::string> &values, const char *open, const char *between, const char *close) {
  return values.empty() ? "" : open + join(values, between) + close;
}

/// "2024-11-04" as 2024年11月4日.
std::string japanese_date(const std::string &date) {
  std::string out;
  if (date.size() >= 4) out = date.substr(0, 4) + "年";
  if (date.size() >= 7) out += std::to_string(std::stoi(date.substr(5, 2))) + "月";
  if (date.size() >= 10) out += std::to_string(std::stoi(date.substr(8, 2))) + "日";
  return out;
}

/// `text` with each `mark` as `inner`: quotes inside of quotes.
std::string requoted(std::string text, const std::string &mark, const std::string &inner) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + inner.size()))
    text.replace(at, mark.size(), inner);
  return text;
}

std::string japanese_citation(const document &doc) {
  const std::string title = requoted(requoted(one_line(doc.title), "「", "『"), "」", "』");
  std::string out = join(doc.authors, "・") + "「" + title + "」";
  out += enclosed(values_of(doc, "series"), "『", "』『", "』");
  out += enclosed(values_of(doc, "number"), "第", "号・第", "号");
  const std::string place = join(values_of(doc, "affiliation"), "; ");
  if (!place.empty()) out += (out.empty() ? "" : "、") + place;
  if (!doc.date.empty()) out += "、" + japanese_date(doc.date);
  return out + "。";
}

std::string english_citation(const document &doc) {
  std::string out = join(doc.authors, ", ");
  if (!out.empty()) out += ". ";
  const std::string title = requoted(requoted(one_line(doc.title), "“", "‘"), "”", "’");
  out += "\"" + requoted(title, "\"", "'") + ".\"";
  const std::string series = join(values_of(doc, "series"), ", "), number = join(values_of(doc, "number"), ", ");
  if (!series.empty()) out += " " + series;
  if (!number.empty()) out += (series.empty() ? " No. " : " ") + number;
  if (!doc.date.empty()) out += " (" + doc.date + ")";
  return out + ".";
}

int run(const arguments &given) {
  if (given.words().empty())
    throw libsearch::error(libsearch::errc::invalid_argument, "cite takes an ID",
                           "\"jsearch search\" prints the ids of documents");
  libsearch::index index(index_to_read(given));
  int result = status_done;
  for (const std::string &id : given.words()) {
    const auto doc = index.get(document_id(index, id));
    if (!doc) {
      say_error("no document has the id " + id, "\"jsearch search\" prints the ids of documents");
      result = status_no_hit;
      continue;
    }
    const std::string url = join(values_of(*doc, "url"), " ");
    put((doc->attribute("lang") == "en" ? english_citation(*doc) : japanese_citation(*doc)) +
        (url.empty() ? "" : " " + url) + "\n");
  }
  return result;
}

}  // namespace

const command cite_command = {
    "cite",
    "print a line to cite a document by",
    "[OPTION]... ID...",
    "Prints authors, title, series, number, affiliation and date of each document in one line, in\n"
    "the form that its language has for it.\n",
    "  jsearch cite essays/2025-10.txt\n",
    table,
    run,
};

}  // namespace jsearch
