#include "ingest/markdown_reader.hpp"

#include <new>
#include <string>

#include <md4c-html.h>

#include "ingest/front_matter.hpp"
#include "ingest/html_reader.hpp"
#include "ingest/page_head.hpp"
#include "ingest/page_head_line.hpp"
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

/// *By Jane Doe*, _October 2012_ without the signs; for reading only.
std::string without_emphasis(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (c != '*' && c != '_' && c != '`') out += c;
  return out;
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
  return split_front_matter(text).kind != front_matter_kind::none;
}

bool looks_like_markdown(std::string_view text) {
  constexpr int most_lines = 400;
  bool seen[7] = {};
  for (int lines = 0; !text.empty() && lines < most_lines; ++lines) {
    const std::string_view whole = take_line(text);
    // Nearly all lines begin with a kana, a kanji or a letter: the marks that a line begins with are not theirs.
    const auto first = static_cast<unsigned char>(whole.empty() ? ' ' : whole[0]);
    const bool letter = first >= 0xE4 || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || (first == 0xE3 && whole.substr(0, 3) != "\u3000");
    const std::string_view line = letter ? whole : trim(whole);
    if (line.empty() || line.size() > 2000) continue;
    const auto begins = [&](std::string_view with) { return line.substr(0, with.size()) == with; };
    seen[3] = seen[3] || has_link(line);
    seen[4] = seen[4] || has_emphasis(line);
    if (letter) continue;
    if (const std::size_t marks = line.find_first_not_of('#'); marks != npos)
      seen[0] = seen[0] || (marks > 0 && marks <= 6 && line[marks] == ' ');
    seen[1] = seen[1] || begins("```") || begins("~~~");
    seen[2] = seen[2] || (begins("===") && line.find_first_not_of('=') == npos);
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

namespace {

/// {: .byline}, {% include x %}, {{< figure >}}, :::message alone on a line: for the generator of a site.
bool is_directive(std::string_view line) {
  line = trim(line);
  const auto between = [&](std::string_view begin, std::string_view end) {
    return line.size() >= begin.size() + end.size() && line.substr(0, begin.size()) == begin && line.substr(line.size() - end.size()) == end;
  };
  return between("{:", "}") || between("{% ", "%}") || between("{%- ", "%}") || between("{{< ", ">}}") || between("{{% ", "%}}") || (line.substr(0, 3) == ":::" && line.size() <= 60);
}

/// Text that md4c understands: notes, which it takes for definitions of links, as text; lines of an author or a date
/// below the title as lines.
std::string prepared(std::string_view text) {
  constexpr int head_lines = 30;
  static const pattern note(u"\\[\\^[^\\]]{1,40}\\]:.*");
  std::string out;
  out.reserve(text.size() + 64);
  bool fenced = false;
  for (int lines = 0; !text.empty(); ++lines) {
    const bool last = text.find('\n') == npos;
    std::string_view line = take_line(text);
    if (line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~") fenced = !fenced;
    if (!fenced && is_directive(line)) line = {};
    if (line.substr(0, 2) == "[^" && note.matches(fold(line.substr(0, 120)))) out += '\\';
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    out += line;
    if (lines < head_lines && line.size() > 4 && line.size() < 200 && line[0] != ' ' && line[0] != '|' &&
        !head_lines_of(without_emphasis(line)).empty())
      out += "  ";
    if (!last) out += '\n';
  }
  return out;
}

}  // namespace

markup read_markdown(std::string_view text) {
  markup declared;
  const front_matter front = split_front_matter(text);
  if (front.kind != front_matter_kind::none) {
    read_front_matter(front, declared);
    text = front.rest;
  }
  const std::string source = prepared(text);
  std::string html;
  if (md_html(source.data(), static_cast<MD_SIZE>(source.size()), append_html, &html,
              MD_DIALECT_GITHUB, MD_HTML_FLAG_SKIP_UTF8_BOM) != 0)
    throw std::bad_alloc();
  markup page = read_html_fragment(html, declared);
  page.exact_title = declared.exact_title;
  page.authors = std::move(declared.authors);
  page.date = declared.date;
  page.change_date = declared.change_date;
  page.affiliation = declared.affiliation;
  page.keywords = std::move(declared.keywords);
  page.topics = std::move(declared.topics);
  return page;
}

}  // namespace libsearch::ingest
