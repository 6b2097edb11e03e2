#include <algorithm>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/body.hpp"
#include "ingest/dates.hpp"
#include "ingest/file_text.hpp"
#include "ingest/furniture.hpp"
#include "ingest/head.hpp"
#include "ingest/language.hpp"
#include "ingest/line.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// A day in the head says more than the footer's month; a month says no more than the footer.
std::string chosen_date(const std::string &head, const std::string &footer,
                        const std::string &end) {
  const std::string &best = head.size() > footer.size() ? head : footer;
  return best.empty() ? end : best;
}

/// A date alone below the text, as in newspapers. It is the writing's date when nothing else is.
std::string take_end_date(std::vector<line> &lines) {
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].role == line_role::head) break;
    if (lines[i].role != line_role::text) continue;
    const auto date = date_line(fold(lines[i].text));
    if (!date || date->size() == 4) break;
    lines[i].role = line_role::closing;
    return *date;
  }
  return {};
}

/// The affiliations of all authors, each once.
std::string affiliations(const std::vector<author> &authors) {
  std::vector<std::string> seen;
  std::string result;
  for (const author &one : authors) {
    if (one.affiliation.empty() ||
        std::find(seen.begin(), seen.end(), one.affiliation) != seen.end())
      continue;
    seen.push_back(one.affiliation);
    result += (result.empty() ? "" : "; ") + one.affiliation;
  }
  return result;
}

}  // namespace

document read_essay(std::string_view text) {
  const std::string source = clean(text);
  std::size_t pages = 0;
  std::vector<line> lines = split_lines(source, pages);
  const std::string footer_date = mark_furniture(lines, pages);
  const essay_head head = read_head(lines);
  const std::string end_date = take_end_date(lines);
  essay_body body = build_body(lines, pages);

  document result;
  result.title = head.title;
  for (const author &one : head.authors) result.authors.push_back(one.name);
  result.date = chosen_date(head.date, footer_date, end_date);
  result.body = std::move(body.text);
  result.page_starts = std::move(body.page_starts);
  result.set_attribute("affiliation", affiliations(head.authors));
  result.set_attribute("series", head.series);
  result.set_attribute("number", head.number);
  result.set_attribute("lang", language_of(result.body.empty() ? result.title : result.body));
  return result;
}

document read_essay_file(const std::string &path) {
  try {
    return read_essay(checked_text(read_file(path, limits::document_bytes).bytes));
  } catch (const error &problem) {
    throw error(problem.code(), printable(path) + ": " + problem.what(), problem.hint());
  }
}

}  // namespace libsearch::ingest
