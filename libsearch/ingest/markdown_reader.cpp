#include "ingest/markdown_reader.hpp"

#include <new>
#include <string>

#include <md4c-html.h>

#include "ingest/html_reader.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// Takes the next line off `text`, without its line end.
std::string_view take_line(std::string_view &text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == npos ? text.size() : end + 1);
  return line;
}

/// The text of the front matter, or a null view; `text` is left behind it.
std::string_view take_front_matter(std::string_view &text) {
  std::string_view rest = text;
  if (trim(take_line(rest)) != "---") return {};
  const std::string_view inside = rest;
  bool keyed = false;
  while (!rest.empty()) {
    const char *at = rest.data();
    const std::string_view line = trim(take_line(rest));
    if (line == "---" || line == "...") {
      if (!keyed) return {};
      text = rest;
      return inside.substr(0, static_cast<std::size_t>(at - inside.data()));
    }
    const std::size_t colon = line.find(':');
    keyed = keyed || (colon != npos && colon > 0 && colon < 40);
  }
  return {};
}

std::string unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return squeeze(value);
}

/// "[a, b]", "a, b" or one value.
std::vector<std::string> list_of(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && value.front() == '[' && value.back() == ']')
    value = value.substr(1, value.size() - 2);
  std::vector<std::string> result;
  for (const std::string &one : declared_list(value)) result.push_back(unquoted(one));
  return result;
}

void take_value(markup &page, const std::string &key, std::string_view value) {
  if (trim(value).empty()) return;
  const auto extend = [&](std::vector<std::string> &list) {
    for (std::string &one : list_of(value)) list.push_back(std::move(one));
  };
  if (key == "title") {
    page.title = unquoted(value);
    page.exact_title = true;
  } else if (key == "author" || key == "authors") {
    extend(page.authors);
  } else if (key == "date" || key == "published") {
    page.date = declared_date(unquoted(value));
  } else if (key == "topic" || key == "topics") {
    extend(page.topics);
  } else if (key == "tags" || key == "keywords" || key == "categories") {
    extend(page.keywords);
  }
}

/// The few forms of YAML that front matter is written in: scalars, [lists], and lists of "- item".
void read_front_matter(std::string_view text, markup &page) {
  std::string key;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const std::string_view content = trim(line);
    if (content.empty() || content[0] == '#') continue;
    if (content.substr(0, 2) == "- ") {
      std::string_view item = content.substr(2);
      if (item.substr(0, 5) == "name:") item.remove_prefix(5);
      take_value(page, key, item);
      continue;
    }
    const std::size_t colon = content.find(':');
    if (colon == npos || line[0] == ' ') continue;
    key = std::string(content.substr(0, colon));
    for (char &c : key)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    take_value(page, key, content.substr(colon + 1));
  }
}

void append_html(const MD_CHAR *bytes, MD_SIZE size, void *out) {
  static_cast<std::string *>(out)->append(bytes, size);
}

// The patterns cost a lot more than looking for what they begin with.
bool has_link(std::string_view line) {
  if (line.find("](") == npos) return false;
  static const pattern it(u"!?\\[[^\\]]+\\]\\([^)]+\\)");
  return it.found_in(fold(line));
}

bool has_emphasis(std::string_view line) {
  if (line.find("**") == npos && line.find('`') == npos) return false;
  static const pattern it(u"\\*\\*[^*\\s][^*]*\\*\\*|`[^`]+`");
  return it.found_in(fold(line));
}

}  // namespace

bool has_front_matter(std::string_view text) {
  return take_front_matter(text).data() != nullptr;
}

bool looks_like_markdown(std::string_view text) {
  constexpr int most_lines = 400;
  bool seen[7] = {};
  for (int lines = 0; !text.empty() && lines < most_lines; ++lines) {
    const std::string_view line = trim(take_line(text));
    if (line.empty() || line.size() > 2000) continue;
    const auto begins = [&](std::string_view with) { return line.substr(0, with.size()) == with; };
    if (const std::size_t marks = line.find_first_not_of('#'); marks != npos)
      seen[0] = seen[0] || (marks > 0 && marks <= 6 && line[marks] == ' ');
    seen[1] = seen[1] || begins("```") || begins("~~~");
    seen[2] = seen[2] || (begins("===") && line.find_first_not_of('=') == npos);
    seen[3] = seen[3] || has_link(line);
    seen[4] = seen[4] || has_emphasis(line);
    seen[5] = seen[5] || ((begins("|") || begins("---") || begins(":--")) &&
                          line.find("---") != npos && line.find('|') != npos &&
                          line.find_first_not_of("|-: ") == npos);
    seen[6] = seen[6] || begins("- ") || begins("* ") || begins("+ ");
  }
  int kinds = 0;
  for (const bool one : seen) kinds += one ? 1 : 0;
  // Bullets alone are plain text, and a text may begin with a hash for other reasons.
  return kinds >= 2 && (seen[0] || seen[1] || seen[2] || seen[3]);
}

markup read_markdown(std::string_view text) {
  markup page;
  const std::string_view front = take_front_matter(text);
  std::string html;
  if (md_html(text.data(), static_cast<MD_SIZE>(text.size()), append_html, &html,
              MD_DIALECT_GITHUB, MD_HTML_FLAG_SKIP_UTF8_BOM) != 0)
    throw std::bad_alloc();
  page.blocks = read_html(html).blocks;
  if (front.data()) read_front_matter(front, page);
  return page;
}

}  // namespace libsearch::ingest
