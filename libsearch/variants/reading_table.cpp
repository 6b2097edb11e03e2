#include "variants/reading_table.hpp"

#include <algorithm>
#include <charconv>

#include "variants/romaji.hpp"

namespace libsearch::variants {
namespace {

/// Where the first line begins that is not below `key`.
std::size_t first_line(std::string_view lines, std::string_view key) {
  std::size_t low = 0, high = lines.size();  // both begin lines
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : lines.rfind('\n', middle - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    if (lines.substr(start, key.size()) < key) low = lines.find('\n', middle) + 1;
    else high = start;
  }
  return low;
}

reading_table::entry read(std::string_view line) {
  const auto cell = [&] {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view text = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
    return text;
  };
  reading_table::entry made;
  made.key = cell();
  made.word = cell();
  const std::string_view number = cell();
  std::from_chars(number.data(), number.data() + number.size(), made.frequency);
  made.reading = cell();
  return made;
}

}  // namespace

std::string reading_table::lines_of(const std::vector<word_reading> &readings) {
  std::vector<std::string> lines;
  lines.reserve(readings.size() * 2);
  for (const word_reading &r : readings) {
    const std::string rest = '\t' + r.word + '\t' + std::to_string(r.frequency) + '\t' + r.reading + '\n';
    lines.push_back(r.reading + rest);
    if (std::string key = without_length(romaji_key(r.reading)); !key.empty()) lines.push_back(std::move(key) + rest);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string &line : lines) all += line;
  return all;
}

void reading_table::add(std::string lines) {
  if (!lines.empty()) blocks_.push_back(std::move(lines));
}

bool reading_table::empty() const { return blocks_.empty(); }

std::size_t reading_table::bytes() const {
  std::size_t bytes = 0;
  for (const std::string &block : blocks_) bytes += block.capacity();
  return bytes;
}

void reading_table::for_each_prefix(std::string_view beginning, const visitor &visit) const {
  for (const std::string_view lines : blocks_)
    for (std::size_t at = first_line(lines, beginning); at < lines.size();) {
      if (lines.substr(at, beginning.size()) != beginning) break;
      const std::size_t end = lines.find('\n', at);
      visit(read(lines.substr(at, end - at)));
      at = end + 1;
    }
}

void reading_table::for_each(std::string_view key, const visitor &visit) const {
  for_each_prefix(std::string(key) + '\t', visit);
}

bool reading_table::has_prefix(std::string_view beginning) const {
  return std::any_of(blocks_.begin(), blocks_.end(), [&](std::string_view lines) {
    return lines.substr(first_line(lines, beginning), beginning.size()) == beginning;
  });
}

}  // namespace libsearch::variants
