#include "ingest/markup.hpp"

#include <libsearch/document.hpp>

#include "ingest/dates.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

void keep_blocks(markup &page, const std::vector<bool> &kept) {
  std::vector<text_block> left;
  std::size_t title = npos;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (!kept[i]) continue;
    if (i == page.title_block) title = left.size();
    left.push_back(std::move(page.blocks[i]));
  }
  page.blocks = std::move(left);
  page.title_block = title;
}

std::string declared_date(std::string_view text) {
  std::string date(trim(text));
  // The time of day goes; what is left is a date as it stands, or as people write one.
  if (date.size() > 10 && (date[10] == 'T' || date[10] == ' ')) date.resize(10);
  if (date.size() == 8 && date.find_first_not_of("0123456789") == npos)
    date = date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6);
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

icu::UnicodeString comparable(std::string_view text) { return tight(fold(text)).foldCase(); }

std::string one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string part = squeeze(text.substr(0, end));
    if (!out.empty() && !part.empty() &&
        !(is_cjk(last_character(out)) && is_cjk(first_character(part))))
      out += ' ';
    out += part;
    text.remove_prefix(end == npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace libsearch::ingest
