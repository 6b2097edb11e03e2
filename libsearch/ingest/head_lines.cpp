#include "ingest/head_lines.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_lines = 24;

/// "By", "Remarks by", alone between a title and the names.
bool is_byline_word(const line &one) {
  static const pattern it(u"(?:(?:edited|written|prepared|presented|remarks|speech|address|lecture|keynote|statement|summary|report|text)(?: (?:given|delivered))? )?by:?|[【\\[<〔]?(?:執筆者?|著者|報告者|文責)[】\\]>〕]?:?", letter_case::any);
  if (one.width > 20 || one.text.size() < 2) return false;
  // Most short lines begin with another character.
  const icu::UnicodeString text = fold(one.text);
  return begins_with_any(text, u"bBeEwWpPrRsSaAlLkKtT執著報文【[<〔") && it.matches(text);
}

}  // namespace

head_lines::head_lines(std::vector<line> &lines) : lines_(lines), full_(full_width(lines)) {
  for (std::size_t i = 0; i < lines.size() && order_.size() < most_lines; ++i) {
    if (lines[i].role != line_role::text && (!lines[i].running || lines[i].page > 0)) continue;
    // It says what the lines around it are, as the blank space says that it leaves.
    if (!order_.empty() && is_byline_word(lines[i])) lines[i].role = line_role::head;
    else order_.push_back(i);
  }
  known_.resize(order_.size());
}

std::vector<std::string_view> head_lines::cells(std::size_t i, std::size_t gap) const {
  static const pattern address(u"[(<]?(?:https?://|www\\.)[^ ]+|[(<]?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[)>]?");
  const std::string_view whole = at(i).text;
  std::vector<std::string_view> result = parts_between_gaps(whole, gap);
  const auto is_address = [](std::string_view cell) {
    return (cell.find("://") != npos || cell.find("www.") != npos || cell.find('@') != npos) && address.matches(fold(cell));
  };
  result.erase(std::remove_if(result.begin(), result.end(), is_address), result.end());
  if (result.empty()) result.push_back(whole);
  return result;
}

std::string head_lines::text(std::size_t i) const {
  if (at(i).width > 200) return squeeze(at(i).text);
  // Research Focus            https://www.example.org
  if (at(i).blanks && at(i).text.find("        ") != npos)
    if (const auto parts = cells(i); parts.size() == 1) return without_letter_spacing(parts[0]);
  return without_letter_spacing(at(i).text);
}

const icu::UnicodeString &head_lines::folded(std::size_t i) const {
  auto &kept = known_[i].folded;
  if (!kept) kept = fold(text(i));
  return *kept;
}

const std::optional<std::string> &head_lines::date_at(std::size_t i) const {
  auto &kept = known_[i].date;
  if (!kept) kept = date_line(folded(i));
  return *kept;
}

bool head_lines::is_below_byline(std::size_t i) const {
  return order_[i] > 0 && lines_[order_[i] - 1].role == line_role::head && is_byline_word(lines_[order_[i] - 1]);
}

bool head_lines::is_contact_at(std::size_t i) const {
  auto &kept = known_[i].contact;
  if (!kept) kept = is_contact(at(i).text);
  return *kept;
}

bool head_lines::is_genre_at(std::size_t i) const {
  auto &kept = known_[i].genre;
  if (!kept) kept = is_genre(folded(i));
  // 技術論文                Technical Paper
  if (!*kept && at(i).blanks)
    if (const auto parts = cells(i); parts.size() == 2) kept = is_genre(fold(parts[0])) && is_genre(fold(parts[1]));
  return *kept;
}

std::size_t head_lines::skip_running(std::size_t i) const {
  while (exists(i) && at(i).running) ++i;
  return i;
}

}  // namespace libsearch::ingest
