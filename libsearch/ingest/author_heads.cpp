#include "ingest/author_heads.hpp"

#include <string>

#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// Whether each word of the line is part of a name, or joins names.
bool says_names_alone(std::string_view text, const std::string &names) {
  static const pattern word(u"\\p{L}{2,}");
  static const pattern joins(u"and|et|al|ほか|他");
  icu::UnicodeString rest = fold(text);
  bool named = false;
  for (auto found = word.find(rest); found; found = word.find(rest)) {
    const icu::UnicodeString &part = found->groups[0];
    if (names.find(to_utf8(part)) != npos)
      named = true;
    else if (!joins.matches(part))
      return false;
    rest.remove(0, found->end);
  }
  return named;
}

}  // namespace

void mark_author_heads(std::vector<line> &lines, const std::vector<author> &authors) {
  std::string names;
  for (const author &one : authors) names += " " + one.name;
  if (names.empty()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line &one = lines[i];
    if (one.role != line_role::text || one.page == 0 || one.width > 60) continue;
    const bool edge = lines[i - 1].page != one.page || i + 1 == lines.size() || lines[i + 1].page != one.page;
    if (edge && says_names_alone(one.text, names)) one.role = line_role::furniture;
  }
}

}  // namespace libsearch::ingest
