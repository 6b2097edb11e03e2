#include "ingest/markup.hpp"

#include <algorithm>

#include <libsearch/document.hpp>

#include "ingest/dates.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t least_main_bytes = 200;

std::size_t bytes_of(const std::vector<text_block> &blocks, bool only_main) {
  std::size_t sum = 0;
  for (const text_block &one : blocks)
    if (one.main || !only_main) sum += one.text.size();
  return sum;
}

}  // namespace

void keep_main_blocks(markup &page) {
  const std::size_t main = bytes_of(page.blocks, true);
  if (main < least_main_bytes && main * 4 < bytes_of(page.blocks, false)) return;
  if (main == 0) return;
  // The title often stands above the element that holds the text.
  const bool has_title = std::any_of(page.blocks.begin(), page.blocks.end(), [](const auto &one) {
    return one.main && one.heading == 1;
  });
  bool first = !has_title;
  const auto dropped = [&](const text_block &one) {
    if (one.main) return false;
    if (first && one.heading == 1) return first = false;
    return true;
  };
  std::vector<text_block> kept;
  for (text_block &one : page.blocks)
    if (!dropped(one)) kept.push_back(std::move(one));
  page.blocks = std::move(kept);
}

std::string declared_date(std::string_view text) {
  std::string date(trim(text));
  // The time of day goes; what is left is a date as it stands, or as people write one.
  if (date.size() > 10 && (date[10] == 'T' || date[10] == ' ')) date.resize(10);
  if (is_date(date)) return date;
  const icu::UnicodeString line = fold(date);
  if (const auto found = date_line(line)) return *found;
  const auto found = find_date(line);
  return found ? found->date : std::string();
}

std::vector<std::string> declared_list(std::string_view text) {
  std::vector<std::string> result;
  std::string part;
  const auto close = [&] {
    if (const std::string one = squeeze(part); !one.empty()) result.push_back(one);
    part.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c == U',' || c == U';' || c == U'、' || c == U'，' || c == U'；' || c == U'\n')
      close();
    else
      append(part, c);
  }
  close();
  return result;
}

}  // namespace libsearch::ingest
