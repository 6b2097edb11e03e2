#include "ingest/author_line_latin.hpp"

#include <unicode/uchar.h>

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// The pieces of a line: commas, semicolons, slashes, brackets and lone dashes part them.
words pieces_of(icu::UnicodeString line) {
  // "Tidewater Instruments, Inc." is one name.
  static const pattern company(u", (?=(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co)\\b)");
  while (const auto found = company.find(line)) line.replaceBetween(found->start, found->end, u" ");
  // "Sam Green, Fellow, KIE & Ann Reed, Fellow, KIE"
  static const pattern acronym(u"(?<=[, ][A-Z]{2,8}) (?=(?:&|and) \\p{Lu}\\p{Ll}+ \\p{Lu})");
  while (const auto found = acronym.find(line)) line.replaceBetween(found->start, found->end, u",");
  for (const char16_t *dash : {u" - ", u" – ", u" — ", u" | ", u" / ", u"(", u")", u";"})
    line.findAndReplace(dash, u",");
  words result;
  for (int32_t start = 0; start <= line.length();) {
    int32_t end = line.indexOf(u',', start);
    if (end < 0) end = line.length();
    icu::UnicodeString piece(line, start, end - start);
    if (!piece.trim().isEmpty()) result.push_back(piece);
    start = end + 1;
  }
  return result;
}

/// "X and Y", "X & Y" as [X, Y].
words split_and(const icu::UnicodeString &piece) {
  static const pattern both(u"(.+?) (?:and|AND|&) (.+)");
  static const pattern leading(u"(?:and|&) (.+)");
  if (const auto match = leading.match(piece)) return {match->groups[1]};
  words result{piece};
  while (const auto match = both.match(result.back())) {
    result.back() = match->groups[1];
    result.push_back(match->groups[2]);
  }
  return result;
}

class reader {
 public:
  explicit reader(bool labelled) : labelled_(labelled) {}

  bool take(const icu::UnicodeString &raw) {
    const icu::UnicodeString piece = without_latin_honorific(raw);
    if (piece.isEmpty()) return true;
    if (take_names(piece)) return true;
    // Behind an affiliation anything capitalised goes on with it: "..., Tokyo".
    static const pattern place(u"\\p{Lu}[\\p{L}. &'’\\-]{1,40}");
    static const pattern sentence(u".* (?:today|announced|that|will|has|have|is|are|was|were|said|says|it|this|which|we)\\b.*");
    if (sentence.matches(piece)) return false;
    if (!is_latin_affiliation(piece) && (affiliation_.isEmpty() || !place.matches(piece)))
      return false;
    if (!affiliation_.isEmpty()) affiliation_.append(u", ");
    affiliation_.append(piece);
    return true;
  }

  std::optional<author_line> finish() {
    close_group();
    author_line &result = result_;
    if (result.authors.empty()) {
      if (affiliation_.isEmpty()) return std::nullopt;
      result.affiliation = to_utf8(affiliation_);
    }
    result.organisation = to_utf8(affiliation_);
    result.labelled = labelled_;
    result.strong = labelled_ || !affiliation_.isEmpty();
    if (!result.strong && !all_plain_) return std::nullopt;
    return result;
  }

 private:
  bool take_names(const icu::UnicodeString &piece) {
    words names = split_and(piece);
    for (auto &name : names) {
      name = without_latin_honorific(name);
      if (!is_latin_name(name)) return false;
    }
    // "Toru Aomi, Kaito Institute, Sam Green": a name behind an affiliation begins the next author.
    // "Toru Aomi, Kaito Institute, New York": a place does not.
    if (!affiliation_.isEmpty() && !result_.authors.empty()) {
      if (!is_plain_latin_name(names[0])) return false;
      close_group();
      affiliation_.remove();
    }
    for (const auto &name : names) {
      all_plain_ = all_plain_ && is_plain_latin_name(name);
      result_.authors.push_back({to_utf8(name), {}});
    }
    return true;
  }

  /// Gives the affiliation to the authors that have none yet.
  void close_group() {
    for (; grouped_ < result_.authors.size(); ++grouped_)
      result_.authors[grouped_].affiliation = to_utf8(affiliation_);
  }

  author_line result_;
  icu::UnicodeString affiliation_;
  std::size_t grouped_ = 0;
  bool labelled_ = false;
  bool all_plain_ = true;
};

}  // namespace

namespace {

/// Without degrees, which commas and "and" would tear from their names: "X, Ph.D. and Y"; and without the
/// numbers that point at notes: "X (1, 2), Y (3)".
icu::UnicodeString without_degrees(icu::UnicodeString line) {
  static const pattern degree(
      u",? (?:Ph\\.? ?D|M\\.? ?D|D\\.? ?Phil|[DMB]\\.? ?Eng|M\\.? ?Sc|B\\.? ?Sc|M\\.?B\\.?A|M\\.?A|LL\\.?[MD]|J\\.?D|CFA|P\\.?E|RN|MPH|MPP|MPA|DrPH|DVM|MBBS|FRC[SP])\\.?(?=,|;| and | & |$|[0-9])");
  // "Sam Green, MD,1 Ann Reed, RN2"
  static const pattern raised(u"(?<=\\p{L}),?[0-9](?:,[0-9])*(?=[ ,;]|$)");
  static const pattern note(u" ?\\([0-9a-e](?:, ?[0-9a-e])*\\)(?=,|;| and | & |$)|(?<=[a-z]) [a-e](?=,|;| and | & |$)");
  for (const pattern *one : {&degree, &note})
    while (const auto found = one->find(line)) line.removeBetween(found->start, found->end);
  static const pattern behind_comma(u",[0-9]");
  for (auto found = holds_any(line, u"0123456789") && behind_comma.found_in(line) ? raised.find(line) : std::nullopt; found; found = raised.find(line)) {
    const bool parts = found->end + 1 < line.length() && u_isupper(line[found->end + 1]);
    line.replaceBetween(found->start, found->end, parts ? u"," : u"");
  }
  static const pattern listed(u", and ");
  while (const auto found = listed.find(line)) line.replaceBetween(found->start, found->end, u", ");
  return line;
}

}  // namespace

std::optional<author_line> read_latin_author_line(const icu::UnicodeString &whole, bool labelled) {
  // MINAGAWA, Haruka
  static const pattern family_first(u"(\\p{Lu}[\\p{Lu}'’-]+), (\\p{Lu}[\\p{Ll}'’-]+(?: \\p{Lu}\\.)?)");
  const auto turned = whole.length() <= 40 ? family_first.match(whole) : std::nullopt;
  const icu::UnicodeString line = turned ? turned->groups[2] + u" " + turned->groups[1] : without_degrees(whole);
  // "New Duties for Custodians: Five Points for Fund Managers" is a title.
  constexpr std::size_t most_words = 6;
  if (!labelled && line.indexOf(u": ") > 0 && split_words(line).size() > most_words) return std::nullopt;
  static const pattern sentence(u".*[a-z]{3,}[.!?]");
  if (sentence.matches(line)) return std::nullopt;
  reader people(labelled);
  for (const auto &piece : pieces_of(line))
    if (!people.take(piece)) return std::nullopt;
  return people.finish();
}

}  // namespace libsearch::ingest
