#include "ingest/markup_essay.hpp"

#include <algorithm>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>

#include "ingest/affiliations.hpp"
#include "ingest/declared_people.hpp"
#include "ingest/mail_frame.hpp"
#include "ingest/names.hpp"
#include "ingest/page_subtitle.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

bool same_name(const std::string &a, const std::string &b) { return comparable(a) == comparable(b); }

bool has_name(const std::vector<std::string> &names, const std::string &name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string &one) { return same_name(one, name); });
}

void set_affiliation(const markup &page, essay &made) {
  if (set_affiliations(made.content, page.authors, page.affiliation)) made.confidence["affiliation"] = 0.9;
}

/// A position alone is one in the organisation whose site it is.
void complete_affiliation(const markup &page, essay &made) {
  const std::string place = made.content.attribute("affiliation");
  const icu::UnicodeString folded = fold(place);
  if (place.empty() || place[0] == '[' || is_organisation(folded) || !is_position(folded) || is_of_short_university(folded)) return;
  const words parts = split_words(folded);
  if (std::any_of(parts.begin(), parts.end(), is_organisation)) return;
  for (const std::string &site : page.sites)
    if (is_organisation(fold(site))) return made.content.set_attribute("affiliation", site + " " + place);
}

/// "ida": a generator's key of an author, less than a name in the text.
bool is_account(const std::string &name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; });
}

void set_authors(const markup &page, essay &made) {
  auto &found = made.content.authors;
  // "Jane Doe, John Smith, Lake Observatory": what is no person is where they work.
  const auto junk = std::stable_partition(found.begin(), found.end(), [&](const std::string &one) { return !is_junk_author(one, page.sites); });
  if (junk != found.begin()) {
    if (junk != found.end() && made.content.attribute("affiliation").empty()) made.content.set_attribute("affiliation", *junk);
    found.erase(junk, found.end());
  }
  std::vector<std::string> people;
  // By now the title has told what the site is called.
  for (const author &one : page.authors)
    if (!is_junk_author(one.name, page.sites)) people.push_back(one.name);
  if (people.empty() || (!found.empty() && std::all_of(people.begin(), people.end(), is_account))) return;
  // The text may name more of them than a page has room to declare.
  const bool text_says_more = found.size() > people.size() && std::all_of(people.begin(), people.end(), [&](const auto &one) { return has_name(found, one); });
  if (!text_says_more) {
    const bool same_people = std::any_of(people.begin(), people.end(), [&](const auto &one) { return has_name(found, one); });
    if (!std::equal(people.begin(), people.end(), found.begin(), found.end(), same_name)) found = people;
    const bool declared_place = std::any_of(page.authors.begin(), page.authors.end(), [](const author &one) { return !one.affiliation.empty(); });
    if (declared_place || !page.affiliation.empty() || !same_people) {
      if (made.content.attribute("affiliation").empty() || declared_place || !page.affiliation.empty()) set_affiliation(page, made);
    }
  }
  made.confidence["authors"] = 0.97;
}

/// Whether one date is the day before or behind the other, as it is where a time is in UTC.
bool are_neighbours(const std::string &a, const std::string &b) {
  if (a.size() != 10 || b.size() != 10 || a.compare(0, 4, b, 0, 4) != 0) return false;
  const int months = std::atoi(a.c_str() + 5) - std::atoi(b.c_str() + 5), days = std::atoi(a.c_str() + 8) - std::atoi(b.c_str() + 8);
  return (months == 0 && (days == 1 || days == -1)) || (months == 1 && days <= -27) || (months == -1 && days >= 27);
}

void set_date(const markup &page, essay &made) {
  std::string &date = made.content.date;
  const bool by_change = page.date.empty();
  if (by_change && (page.change_date.empty() || !date.empty())) return;
  const std::string &declared = by_change ? page.change_date : page.date;
  const bool text_says_more = date.size() > declared.size() && date.rfind(declared, 0) == 0;
  if (!text_says_more && !(page.universal_time && are_neighbours(date, declared))) date = declared;
  made.confidence["date"] = by_change ? 0.6 : 0.97;
}

/// The day in the page's address, where nothing else says one.
void set_date_of_address(const markup &page, essay &made) {
  if (page.address_date.empty() || !page.date.empty() || !made.content.date.empty()) return;
  made.content.date = page.address_date;
  made.confidence["date"] = 0.8;
}

}  // namespace

essay essay_of(const markup &page) {
  if (page.blocks.empty() && page.head.empty())
    throw error(errc::malformed, "holds no text: it is markup or scripts only",
                "save the page as the browser shows it, or index its text");
  const std::string title = whole_title(page);
  const icu::UnicodeString letters = comparable(page.title), whole_letters = comparable(title);
  std::string text;
  for (const std::string &line : page.head) text += line + "\n";
  if (!text.empty()) text += "\n";
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string &block = page.blocks[i].text;
    // The title is no part of the body.
    if (i == page.title_block) continue;
    if (const auto said = block.size() < 1000 ? comparable(block) : icu::UnicodeString(); !said.isEmpty() && (said == letters || said == whole_letters)) continue;
    text += (page.blocks[i].kind == block_kind::preformatted ? without_mail_frame(block) : block) + "\n\n";
  }
  essay made = read_essay_fields(text, {title, {}});
  if (!title.empty()) made.confidence["title"] = page.exact_title ? 0.98 : page.title_block != npos ? 0.95 : 0.8;
  set_authors(page, made);
  if (made.content.attribute("affiliation").empty()) set_affiliation(page, made);
  complete_affiliation(page, made);
  if (made.content.attribute("series").empty() && !page.series.empty()) {
    made.content.set_attribute("series", page.series);
    made.content.set_attribute("number", page.number);
    made.confidence["series"] = 0.9;
    if (!page.number.empty()) made.confidence["number"] = 0.9;
  }
  set_date_of_address(page, made);
  set_date(page, made);
  made.content.topics = page.topics;
  if (!page.topics.empty()) made.confidence["topics"] = 1;
  if (!page.keywords.empty()) made.content.attributes["keywords"] = nlohmann::json(page.keywords).dump();
  return made;
}

}  // namespace libsearch::ingest
