#include "ingest/known_heads.hpp"

#include <algorithm>
#include <string>

#include "ingest/names.hpp"
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

const pattern &issue() {
  // The longer word before the shorter: nothing is tried a second time.
  static const pattern it(u"(?:[0-9〇一二三四五六七八九十年月日号巻第回春夏秋冬季通 ・,.、()|/:\\-–—―~\"'「」『』<>【】©]|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|vol|no|page|p|copyright)*+", letter_case::any);
  return it;
}

/// Whether a line says nothing but which issue or page it is. A look at the kanji costs less than the pattern.
bool says_issue_only(const icu::UnicodeString &key) {
  constexpr std::u16string_view allowed = u"〇一二三四五六七八九十年月日号巻第回春夏秋冬季通";
  for (int32_t i = 0; i < key.length(); ++i)
    if ((is_han(key[i]) || is_kana(key[i])) && allowed.find(key[i]) == npos) return false;
  return issue().matches(key);
}

std::string names_of(const std::vector<author> &authors) {
  std::string names;
  for (const author &one : authors) names += " " + one.name;
  return names;
}

/// Whether a line of a later page is its first or its last.
bool is_at_edge(const std::vector<line> &lines, std::size_t i) {
  return lines[i - 1].page != lines[i].page || i + 1 == lines.size() || lines[i + 1].page != lines[i].page;
}

/// For comparing: no blanks, no case.
icu::UnicodeString key_of(std::string_view text) { return tight(fold(text)).foldCase(); }

/// What the lines of the head say that are no longer than the name of a series: 調査, Kaito Focus.
std::vector<icu::UnicodeString> short_lines_of_head(const std::vector<line> &lines) {
  constexpr std::size_t longest = 30;  // columns
  std::vector<icu::UnicodeString> result;
  for (const line &one : lines) {
    if (one.role == line_role::text) break;
    if (one.role == line_role::head && one.width <= longest) result.push_back(key_of(one.text));
  }
  return result;
}

/// Whether `said` is the beginning of a title behind one of `rubrics`: 調査 空き家はなぜ
bool begins_behind_one(const icu::UnicodeString &title, const icu::UnicodeString &said, const std::vector<icu::UnicodeString> &rubrics, int32_t shortest) {
  for (const icu::UnicodeString &rubric : rubrics)
    if (!rubric.isEmpty() && said.startsWith(rubric) && said.length() - rubric.length() >= shortest && title.startsWith(icu::UnicodeString(said, rubric.length()))) return true;
  return false;
}

/// Whether a line says nothing but one of `names` and which issue or page it is, or whose: 資源と市場 2003夏 13
bool says_issue_alone(std::string_view text, const std::vector<icu::UnicodeString> &names) {
  const icu::UnicodeString line = key_of(text);
  for (const icu::UnicodeString &name : names) {
    const int32_t at = line.indexOf(name);
    if (at < 0) continue;
    icu::UnicodeString rest = line;
    rest.removeBetween(at, at + name.length());
    if (says_issue_only(rest) || is_organisation(rest)) return true;
  }
  return false;
}

/// Where a page may end: at a form feed, beside furniture, or among the last two lines of all.
std::vector<std::size_t> edges_of(const std::vector<line> &lines) {
  std::vector<std::size_t> filled, result;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].role != line_role::blank) filled.push_back(i);
  for (std::size_t k = 1; k < filled.size(); ++k) {
    const line &one = lines[filled[k]], &above = lines[filled[k - 1]];
    const line *below = k + 1 < filled.size() ? &lines[filled[k + 1]] : nullptr;
    if (one.role != line_role::text) continue;
    if (k + 2 >= filled.size() || above.page != one.page || below->page != one.page || above.role == line_role::furniture || below->role == line_role::furniture)
      result.push_back(filled[k]);
  }
  return result;
}

}  // namespace

void mark_repeated_heads(std::vector<line> &lines, const std::string &series) {
  constexpr int32_t shortest = 4;
  constexpr std::size_t longest = 70;  // columns
  std::vector<std::size_t> asked = edges_of(lines);
  asked.erase(std::remove_if(asked.begin(), asked.end(), [&](std::size_t i) { return lines[i].width > longest || ends_sentence(lines[i].text); }), asked.end());
  if (asked.empty()) return;
  std::vector<icu::UnicodeString> known;
  const auto note = [&](std::string_view name) {
    if (icu::UnicodeString key = key_of(name); key.length() >= shortest && !says_issue_only(key)) known.push_back(std::move(key));
  };
  note(series);
  for (const line &one : lines) {
    if (one.role == line_role::text) break;
    if (one.role == line_role::head && one.width <= longest) note(one.text);
    // THE HARBOUR REVIEW              Thursday 21 August 2025
    if (one.role == line_role::head)
      if (const std::size_t gap = one.text.find("    "); gap != npos) note(one.text.substr(0, gap));
  }
  for (const std::size_t i : asked)
    if (says_issue_alone(lines[i].text, known)) lines[i].role = line_role::furniture;
}

void mark_title_heads(std::vector<line> &lines, const std::string &title, const std::vector<author> &authors) {
  constexpr int32_t shortest = 6;
  constexpr std::size_t longest = 120;  // columns
  static const pattern form(u"[0-9]* ?(.{6,}?)(?: ?\\(([^()]+)\\))? ?[0-9]*");
  const icu::UnicodeString whole = key_of(title);
  if (whole.length() < shortest) return;
  const std::string names = to_utf8(fold(names_of(authors)).foldCase());
  const std::vector<icu::UnicodeString> rubrics = short_lines_of_head(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line &one = lines[i];
    if (one.role != line_role::text || one.page == 0 || one.width > longest || ends_sentence(one.text)) continue;
    if (!is_at_edge(lines, i) && (lines[i - 1].role == line_role::text || lines[i + 1].role == line_role::text)) continue;
    const auto match = form.match(fold(one.text).foldCase());
    const icu::UnicodeString said = match ? tight(match->groups[1]) : icu::UnicodeString();
    if (said.length() < shortest || (!whole.startsWith(said) && !begins_behind_one(whole, said, rubrics, shortest))) continue;
    if (match->groups[2].isEmpty() || says_names_alone(to_utf8(match->groups[2]), names)) one.role = line_role::furniture;
  }
}

void mark_author_heads(std::vector<line> &lines, const std::vector<author> &authors) {
  const std::string names = names_of(authors);
  if (names.empty()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line &one = lines[i];
    if (one.role != line_role::text || one.page == 0 || one.width > 60) continue;
    if (is_at_edge(lines, i) && says_names_alone(one.text, names)) one.role = line_role::furniture;
  }
}

}  // namespace libsearch::ingest
