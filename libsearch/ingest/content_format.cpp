#include "ingest/content_format.hpp"

#include <fstream>

#include <sys/stat.h>

#include <libsearch/error.hpp>

#include "ingest/file_list.hpp"
#include "ingest/json_lines.hpp"
#include "ingest/markdown_reader.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

std::string lower_head(std::string_view text) {
  std::string result(text.substr(0, 2048));
  for (char &c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// Leaves out comments and processing instructions before the first element.
std::string_view first_element(std::string_view text) {
  for (;;) {
    text = trim(text);
    const std::string_view end = begins(text, "<!--") ? "-->" : begins(text, "<?") ? "?>" : "";
    if (end.empty()) return text;
    const std::size_t at = text.find(end);
    if (at == npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool is_html(std::string_view text) {
  if (trim(text.substr(0, 2048)).substr(0, 1) != "<") return false;
  const std::string head = lower_head(text);
  const std::string_view rest = first_element(head);
  if (begins(rest, "<!doctype html")) return true;
  if (rest.empty() || rest[0] != '<') return false;
  const std::string_view name =
      rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) == npos
                         ? npos
                         : rest.find_first_of(" \t\r\n/>", 1) - 1);
  for (const char *known : {"html", "head", "body", "title", "meta", "article", "main", "section",
                            "div", "p", "h1", "h2", "table", "center", "font"})
    if (name == known) return true;
  return false;
}

/// Whether the first line of a file is a record.
bool begins_with_record(const std::string &path, std::uint64_t most) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  std::ifstream in(path, std::ios::binary);
  if (in.peek() != '{') return false;
  try {
    json_lines lines(in, most);
    json_record record;
    if (!lines.next(record)) return false;
    document_of(record);
    return true;
  } catch (const error &) {
    return false;
  }
}

bool is_markdown_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == npos) return false;
  const std::string extension = lower_head(name.substr(dot));
  return extension == ".md" || extension == ".markdown" || extension == ".mkd";
}

}  // namespace

file_format format_of_text(std::string_view text, std::string_view name) {
  if (is_html(text)) return file_format::html;
  if (has_front_matter(text) || is_markdown_name(name) || looks_like_markdown(text))
    return file_format::markdown;
  return file_format::text;
}

bool is_json_lines_file(const std::string &path, const read_options &options) {
  if (options.format != file_format::automatic) return options.format == file_format::jsonl;
  if (is_json_lines_name(path)) return true;
  return !is_text_name(path) && begins_with_record(path, options.max_file_bytes);
}

const char *name(file_format format) noexcept {
  switch (format) {
    case file_format::automatic:
      return "auto";
    case file_format::text:
      return "text";
    case file_format::markdown:
      return "markdown";
    case file_format::html:
      return "html";
    case file_format::pdf:
      return "pdf";
    case file_format::jsonl:
      break;
  }
  return "jsonl";
}

}  // namespace libsearch::ingest
