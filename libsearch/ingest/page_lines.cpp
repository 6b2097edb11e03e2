#include "ingest/page_lines.hpp"

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::size_t take_line(std::vector<std::string> &lines, const std::string &wanted) {
  constexpr std::size_t most_parts = 8;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string joined;
    std::vector<std::size_t> parts;
    for (std::size_t k = i; k < lines.size() && parts.size() < most_parts; ++k) {
      const std::string part = without_blanks(lines[k]);
      if (part.empty()) {
        if (parts.empty()) break;
        continue;
      }
      joined += part;
      parts.push_back(k);
      if (joined.size() >= wanted.size() || wanted.compare(0, joined.size(), joined) != 0) break;
    }
    if (joined != wanted) continue;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*part));
    return i;
  }
  return npos;
}

}  // namespace libsearch::ingest
