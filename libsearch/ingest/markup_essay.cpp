#include "ingest/markup_essay.hpp"

#include <algorithm>

#include <libsearch/error.hpp>

#include "ingest/names.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t head_blocks = 8;  // so far down may the heading stand that is the title

icu::UnicodeString comparable(const std::string &text) { return tight(fold(text)).foldCase(); }

/// The heading that is the title: the first of level 1, else one that the page's title begins with.
std::size_t title_block(const markup &page) {
  const icu::UnicodeString declared = comparable(page.title);
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    if (page.blocks[i].heading == 1) return i;
  for (std::size_t i = 0; i < std::min(head_blocks, page.blocks.size()); ++i)
    if (const icu::UnicodeString text = comparable(page.blocks[i].text);
        text.length() >= 2 && declared.startsWith(text))
      return i;
  return npos;
}

/// "Title | Site" without the site.
std::string without_site(const std::string &title) {
  for (const char *between : {" | ", "｜", " - ", " – ", " — ", " :: "})
    if (const std::size_t at = title.rfind(between); at != npos && at >= 4)
      return std::string(trim(std::string_view(title).substr(0, at)));
  return title;
}

std::string json_list(const std::vector<std::string> &values) {
  document carrier;
  std::string out = "[";
  for (const std::string &value : values) {
    carrier.set_attribute("value", value);
    out += (out.size() > 1 ? "," : "") + carrier.attributes["value"];
  }
  return out + "]";
}

void set_authors(const markup &page, essay &made) {
  std::vector<std::string> people;
  for (const std::string &one : page.authors) {
    // A site that names itself as the author says nothing of who wrote.
    const icu::UnicodeString name = fold(one);
    if (!is_organisation(name) && !is_latin_affiliation(name)) people.push_back(one);
  }
  if (people.empty()) return;
  const auto alike = [](const std::string &a, const std::string &b) {
    return comparable(a) == comparable(b);
  };
  const auto &found = made.content.authors;
  if (!std::equal(people.begin(), people.end(), found.begin(), found.end(), alike))
    made.content.authors = people;
  made.confidence["authors"] = 0.97;
}

void set_date(const markup &page, essay &made) {
  std::string &date = made.content.date;
  if (page.date.empty()) return;
  const bool text_says_more = date.size() > page.date.size() && date.rfind(page.date, 0) == 0;
  if (!text_says_more) date = page.date;
  made.confidence["date"] = 0.97;
}

}  // namespace

essay essay_of(const markup &page) {
  if (page.blocks.empty())
    throw error(errc::malformed, "holds no text: it is markup or scripts only",
                "save the page as the browser shows it, or index its text");
  const std::size_t heading = title_block(page);
  std::string title, text;
  if (page.exact_title)
    title = page.title;
  else if (heading != npos)
    title = squeeze(page.blocks[heading].text);
  else
    title = without_site(page.title);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string &block = page.blocks[i].text;
    // The title is no part of the body.
    if (i == heading || comparable(block) == comparable(title)) continue;
    text += block + "\n\n";
  }
  essay made = read_essay_fields(text, {title, {}});
  if (!title.empty())
    made.confidence["title"] = page.exact_title ? 0.98 : heading != npos ? 0.95 : 0.8;
  set_authors(page, made);
  set_date(page, made);
  made.content.topics = page.topics;
  if (!page.topics.empty()) made.confidence["topics"] = 1;
  if (!page.keywords.empty()) made.content.attributes["keywords"] = json_list(page.keywords);
  return made;
}

}  // namespace libsearch::ingest
