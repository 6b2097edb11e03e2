#include "ingest/head_lines.hpp"

#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_lines = 24;

}  // namespace

head_lines::head_lines(std::vector<line> &lines) : lines_(lines), full_(full_width(lines)) {
  for (std::size_t i = 0; i < lines.size() && order_.size() < most_lines; ++i)
    if (lines[i].role == line_role::text || (lines[i].running && lines[i].page == 0)) order_.push_back(i);
  known_.resize(order_.size());
}

std::string head_lines::text(std::size_t i) const {
  return at(i).width <= 200 ? without_letter_spacing(at(i).text) : squeeze(at(i).text);
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

bool head_lines::is_contact_at(std::size_t i) const {
  auto &kept = known_[i].contact;
  if (!kept) kept = is_contact(at(i).text);
  return *kept;
}

bool head_lines::is_genre_at(std::size_t i) const {
  auto &kept = known_[i].genre;
  if (!kept) kept = is_genre(folded(i));
  return *kept;
}

std::size_t head_lines::skip_running(std::size_t i) const {
  while (exists(i) && at(i).running) ++i;
  return i;
}

}  // namespace libsearch::ingest
