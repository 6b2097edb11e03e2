#include <algorithm>
#include <string>
#include <vector>

#include <libsearch/ingest.hpp>

#include "ingest/affiliations.hpp"
#include "ingest/body.hpp"
#include "ingest/dates.hpp"
#include "ingest/essay.hpp"
#include "ingest/essay_end.hpp"
#include "ingest/furniture.hpp"
#include "ingest/head.hpp"
#include "ingest/known_heads.hpp"
#include "ingest/language.hpp"
#include "ingest/line.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// A day in the head says more than the footer's month; a month says no more than the footer.
std::string chosen_date(const essay_head &read, const std::string &footer, const essay_end &below) {
  const std::string &head = read.date;
  const std::string &best = head.size() > footer.size() ? head : footer;
  const std::string &end = below.date;
  if (below.date_of_receipt && !best.empty()) return best;
  if (read.date_of_event && footer.empty() && end > head) return end;  // when the talk was printed
  // A day below the text of the month that the footer names.
  return best.empty() || (end.size() > best.size() && end.compare(0, best.size(), best) == 0) ? end : best;
}

}  // namespace

essay read_essay_fields(std::string_view text, const title_hint &known) {
  const std::string source = clean(text);
  std::size_t pages = 0;
  std::vector<line> lines = split_lines(source, pages);
  std::string footer_date = mark_furniture(lines, pages);
  essay_head head = read_head(lines, known);
  // What the head says of the same month is surer than a foot that may carry a number.
  if (footer_date.empty())
    if (std::string found = date_of_furniture(lines, head.title); found.compare(0, head.date.size(), head.date) == 0) footer_date = std::move(found);
  mark_author_heads(lines, head.authors);
  mark_title_heads(lines, head.title, head.authors);
  mark_repeated_heads(lines, head.series);
  const essay_end end = read_end(lines, head.authors);
  for (std::size_t i = 0; i < end.affiliations.size(); ++i) head.authors[i].affiliation = end.affiliations[i];
  if (head.authors.empty() && !end.authors.empty()) {
    head.authors = end.authors;
    head.author_confidence = 0.8;
  }
  essay_body body = build_body(lines, pages);

  essay result;
  document &made = result.content;
  made.title = head.title;
  for (const author &one : head.authors) made.authors.push_back(one.name);
  made.date = chosen_date(head, footer_date, end);
  // The year of an issue comes before the day on which a manuscript came in.
  const bool receipt = !made.date.empty() && ((head.date_of_receipt && made.date == head.date) || (end.date_of_receipt && made.date == end.date));
  if (made.date.empty() || receipt)
    if (std::string year = year_of_frame(lines, made.title); !year.empty()) made.date = std::move(year);
  made.body = std::move(body.text);
  made.page_starts = std::move(body.page_starts);
  set_affiliations(made, head.authors, head.affiliation);
  made.set_attribute("series", head.series);
  made.set_attribute("number", head.number);
  made.set_attribute("lang", language_of(made.body.empty() ? made.title : made.body));

  const auto note = [&](const char *field, const std::string &value, double confidence) {
    if (!value.empty()) result.confidence[field] = confidence;
  };
  note("title", made.title, head.title_confidence);
  if (!made.authors.empty()) result.confidence["authors"] = head.author_confidence;
  note("date", made.date,
       made.date == head.date ? 0.95 : made.date == footer_date ? 0.9 : 0.6);
  note("affiliation", made.attribute("affiliation"), head.author_confidence * 0.95);
  note("series", head.series, 0.85);
  note("number", head.number, 0.85);
  return result;
}

document read_essay(std::string_view text) {
  return read_essay_fields(text).content;
}

document read_essay_file(const std::string &path) {
  read_options options;
  options.format = file_format::text;
  return read_document(path, options).content;
}

}  // namespace libsearch::ingest
