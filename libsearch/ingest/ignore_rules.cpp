#include "ingest/ignore_rules.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace libsearch::ingest {

namespace {

constexpr std::size_t none = std::string_view::npos;

/// The character that begins at `at`, which moves behind it. A byte that belongs to none is one, unlike all others.
char32_t character(std::string_view text, std::size_t &at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t first = at++;
  const char32_t lead = byte(first);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (length == 1) return lead < 0x80 ? lead : 0x110000 + lead;
  char32_t result = lead & (0x7Fu >> length);
  for (std::size_t i = first + 1; i < first + length; ++i) {
    if (i >= text.size() || (byte(i) & 0xC0u) != 0x80) return 0x110000 + lead;
    result = (result << 6) | (byte(i) & 0x3Fu);
  }
  at = first + length;
  return result;
}

bool is_of_class(std::string_view name, char32_t c, bool &known) {
  constexpr std::pair<std::string_view, int (*)(int)> classes[] = {
      {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
      {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
      {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit}};
  for (const auto &[known_name, holds] : classes)
    if (known_name == name) return c < 0x80 && holds(static_cast<int>(c)) != 0;
  known = false;
  return false;
}

/// A set "[...]" that begins at `at`; `at` moves behind it. False when it does not hold the character, or is no set.
bool set_matches(std::string_view pattern, std::size_t &at, char32_t c) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false, known = true;
  char32_t low = 0;  // what a "-" would go on from; 0: nothing
  for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
    if (low != 0 && pattern[i] == '-' && i + 1 < pattern.size() && pattern[i + 1] != ']') {
      if (pattern[++i] == '\\' && ++i == pattern.size()) return false;
      found = (character(pattern, i) >= c && low <= c) || found;
      low = 0;
      continue;
    }
    if (pattern.substr(i, 2) == "[:") {
      const std::size_t end = pattern.find(']', i + 2);
      if (end == none) return false;
      if (end > i + 2 && pattern[end - 1] == ':') {
        found = is_of_class(pattern.substr(i + 2, end - i - 3), c, known) || found;
        low = 0;
        i = end + 1;
        continue;
      }
    }
    if (pattern[i] == '\\' && ++i == pattern.size()) return false;
    low = character(pattern, i);
    found = found || low == c;
  }
  if (i >= pattern.size() || !known) return false;
  at = i + 1;
  return found != negated && c != '/';
}

/// One character of the pattern against one of the path; both move behind what matched.
bool one_matches(std::string_view pattern, std::size_t &p, std::string_view path, std::size_t &s) {
  switch (pattern[p]) {
    case '?':
      ++p;
      return character(path, s) != '/';
    case '[':
      return set_matches(pattern, p, character(path, s));
    case '\\':
      if (++p == pattern.size()) return false;
      [[fallthrough]];
    default:
      return pattern[p++] == path[s++];
  }
}

/// Blanks at the end that no backslash quotes.
std::string_view without_last_blanks(std::string_view line) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') ++i;
    else if (line[i] == ' ') continue;
    kept = i + 1;
  }
  return line.substr(0, kept);
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  // Each star remembers where to go on from: the last of each kind is all that need be tried again.
  std::size_t p = 0, s = 0;
  std::size_t star = none, star_path = 0, deep = none, deep_path = 0;
  for (;;) {
    if (p < pattern.size() && pattern[p] == '*') {
      const std::size_t first = p;
      p = std::min(pattern.find_first_not_of('*', p), pattern.size());
      const bool alone = (first == 0 || pattern[first - 1] == '/') && (p == pattern.size() || pattern[p] == '/');
      if (p - first > 1 && alone) {
        // "a/**/b" also means "a/b".
        if (p < pattern.size()) ++p;
        deep = p;
        deep_path = s;
        star = none;
      } else {
        // Two stars beside something else are as one.
        star = p;
        star_path = s;
      }
      continue;
    }
    if (s == path.size() && p == pattern.size()) return true;
    std::size_t p_behind = p, s_behind = s;
    if (s < path.size() && p < pattern.size() && one_matches(pattern, p_behind, path, s_behind)) {
      p = p_behind;
      s = s_behind;
    } else if (star != none && star_path < path.size() && path[star_path] != '/') {
      p = star;
      character(path, star_path);
      s = star_path;
    } else if (deep != none && deep_path < path.size()) {
      p = deep;
      s = ++deep_path;
      star = none;
      // Behind "**/" a name begins: go on only there.
      while (pattern[deep - 1] == '/' && s < path.size() && path[s - 1] != '/') s = ++deep_path;
      if (pattern[deep - 1] == '/' && path[s - 1] != '/') return false;
    } else {
      return false;
    }
  }
}

ignore_rules::ignore_rules(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == none ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    line = without_last_blanks(line);
    if (line.empty() || line[0] == '#') continue;
    rule one;
    if (line[0] == '!') {
      one.wanted = true;
      line.remove_prefix(1);
    }
    if (!line.empty() && line.back() == '/') {
      one.folders_only = true;
      line.remove_suffix(1);
    }
    one.anchored = line.find('/') != none;
    if (!line.empty() && line[0] == '/') line.remove_prefix(1);
    if (line.empty()) continue;
    one.pattern = std::string(line);
    rules_.push_back(std::move(one));
  }
}

ignore_rules::verdict ignore_rules::judge(std::string_view path, bool folder) const {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == none ? path : path.substr(slash + 1);
  for (auto one = rules_.rbegin(); one != rules_.rend(); ++one) {
    if (one->folders_only && !folder) continue;
    if (glob_matches(one->pattern, one->anchored ? path : name))
      return one->wanted ? verdict::wanted : verdict::ignored;
  }
  return verdict::none;
}

}  // namespace libsearch::ingest
