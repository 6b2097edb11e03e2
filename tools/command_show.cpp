// jsearch show: one document as it was read.
#include <algorithm>
#include <optional>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "find_document.hpp"
#include "index_location.hpp"
#include "output.hpp"
#include "screen.hpp"

namespace jsearch {

namespace {

using libsearch::document;

option_table table() {
  return {
      {"Output",
       {{.name = "query", .argument = "QUERY", .help = "highlight what QUERY asks for"},
        {.name = "json", .help = "print the document as one line of JSON, as \"index\" reads it"},
        color_option()}},
      common_options(),
  };
}

std::string join(const std::vector<std::string> &parts, const char *between) {
  std::string out;
  for (const std::string &part : parts) {
    const std::string clean = one_line(part);
    if (!clean.empty()) out += (out.empty() ? "" : between) + clean;
  }
  return out;
}

/// The lines of the text, each broken to the width of the screen.
std::string body_text(marked_text body, const screen &to) {
  if (to.width == 0) return to.paint(style::plain, style::mark, body);
  // How far a tab goes depends on where it stands; a blank is as long, so that marks stay right.
  std::replace(body.text.begin(), body.text.end(), '\t', ' ');
  std::string out;
  const std::string_view all = body.text;
  for (std::size_t start = 0; start <= all.size();) {
    const std::size_t end = std::min(all.find('\n', start), all.size());
    for (const auto [from, behind] : wrap(all.substr(start, end - start), to.width))
      out += to.paint(style::plain, style::mark, body, {start + from, start + behind}) + "\n";
    start = end + 1;
  }
  return out;
}

/// An attribute for people: a list as its values.
std::string attribute_text(const document &doc, const std::string &name) {
  const auto list = nlohmann::json::parse(doc.attributes.at(name), nullptr, false);
  if (!list.is_array()) return one_line(doc.attribute(name));
  std::vector<std::string> values;
  for (const auto &value : list)
    values.push_back(value.is_string() ? value.get<std::string>() : value.dump());
  return join(values, ", ");
}

std::string head_text(const document &doc, const marked_text &title, const screen &to) {
  std::string out;
  for (const libsearch::span line : wrap(title.text, to.width))
    out += to.paint(style::title, style::title_mark, title, line) + "\n";
  const auto add = [&](style look, const std::string &text) {
    for (const libsearch::span line : wrap(text, text.empty() ? 0 : to.width))
      if (line.end > line.start)
        out += to.paint(look, text.substr(line.start, line.end - line.start)) + "\n";
  };
  add(style::meta, join({join(doc.authors, ", "), doc.date}, " · "));
  add(style::topic, join(doc.all_topics(), " · "));
  for (const auto &attribute : doc.attributes)
    if (attribute.first != "paths") add(style::meta, one_line(attribute.first) + ": " + attribute_text(doc, attribute.first));
  add(style::meta, one_line(doc.path.empty() ? doc.id : doc.path));
  for (const libsearch::source &copy : doc.origin.copies) add(style::meta, one_line(copy.shown));
  if (!doc.path.empty() && doc.path != doc.id) add(style::meta, "id: " + one_line(doc.id));
  return out;
}

void print_document(libsearch::index &index, const document &doc, const arguments &given) {
  const screen to = standard_screen(given.value("color"));
  std::vector<libsearch::span> title_marks, body_marks;
  if (given.has("query")) {
    title_marks = index.highlight(doc.title, given.value("query"));
    body_marks = index.highlight(doc.body, given.value("query"));
  }
  put(head_text(doc, one_line(doc.title, title_marks), to));
  const std::string body = body_text(harmless(doc.body, body_marks), to);
  put("\n" + body + (body.empty() || body.back() == '\n' ? "" : "\n"));
}

int run(const arguments &given) {
  if (given.words().size() != 1)
    throw libsearch::error(libsearch::errc::invalid_argument, "show takes one ID",
                           "\"jsearch search\" prints the ids of documents");
  libsearch::index index(index_to_read(given));
  const std::string &id = given.words().front();
  const std::optional<document> doc = index.get(document_id(index, id));
  if (!doc) {
    say_error("no document has the id " + id, "\"jsearch search\" prints the ids of documents");
    return status_no_hit;
  }
  if (given.has("json"))
    put(libsearch::to_json(*doc) + "\n");
  else
    print_document(index, *doc, given);
  return status_done;
}

}  // namespace

const command show_command = {
    "show",
    "print one document",
    "[OPTION]... ID",
    "Prints the document with this id, or of this file: title, authors, date, topics, everything\n"
    "else that is known of it, all files that hold it, and its text.\n",
    "  jsearch show essays/2025-10.txt --query 首脳会談\n",
    table,
    run,
};

}  // namespace jsearch
