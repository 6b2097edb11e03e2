#include "ingest/ignore_rules.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t none = std::string_view::npos;

/// One character of a set "[...]" that begins at `at`; `at` moves behind it. False when it does not
/// match, or when the set is not closed.
bool set_matches(std::string_view pattern, std::size_t &at, char c) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
    char low = pattern[i++];
    if (low == '\\' && i < pattern.size()) low = pattern[i++];
    char high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      high = pattern[i + 1];
      i += 2;
    }
    found = found || (low <= c && c <= high);
  }
  if (i >= pattern.size()) return false;
  at = i + 1;
  return found != negated && c != '/';
}

/// One character of the pattern against one of the path; `at` moves behind what matched.
bool one_matches(std::string_view pattern, std::size_t &at, char c) {
  switch (pattern[at]) {
    case '?':
      ++at;
      return c != '/';
    case '[':
      return set_matches(pattern, at, c);
    case '\\':
      if (at + 1 < pattern.size()) ++at;
      [[fallthrough]];
    default:
      return pattern[at++] == c;
  }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  // Each star remembers where to go on from: the last of each kind is all that need be tried again.
  std::size_t p = 0, s = 0;
  std::size_t star = none, star_path = 0, deep = none, deep_path = 0;
  for (;;) {
    if (p < pattern.size() && pattern.substr(p, 2) == "**") {
      p += 2;
      // "a/**/b" also means "a/b".
      if (p < pattern.size() && pattern[p] == '/' && (s == 0 || path[s - 1] == '/')) ++p;
      deep = p;
      deep_path = s;
      star = none;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_path = s;
      continue;
    }
    if (s == path.size() && p == pattern.size()) return true;
    std::size_t behind = p;
    if (s < path.size() && p < pattern.size() && one_matches(pattern, behind, path[s])) {
      p = behind;
      ++s;
    } else if (star != none && star_path < path.size() && path[star_path] != '/') {
      p = star;
      s = ++star_path;
    } else if (deep != none && deep_path < path.size()) {
      p = deep;
      s = ++deep_path;
      star = none;
      // Behind "**/" a name begins: go on only there.
      while (pattern[deep - 1] == '/' && s < path.size() && path[s - 1] != '/') s = ++deep_path;
    } else {
      return false;
    }
  }
}

ignore_rules::ignore_rules(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == none ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    while (!line.empty() && line.back() == ' ' &&
           (line.size() < 2 || line[line.size() - 2] != '\\'))
      line.remove_suffix(1);
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
