#include "ingest/page_number.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/dates.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

// Dashes of all kinds, tildes, brackets and dots.
constexpr std::u16string_view ornament = u"[-\u2010-\u2015\u2212\u2500\u30FC~〜<>〈〉《》\\[\\](){}【】〔〕「」|*+=:◆◇■□●○▲△・.·•]";

constexpr std::u16string_view dash = u"[-\u2010-\u2015\u2212\u2500~〜]";

std::u16string one_page() {
  return u"(?:(?:p{1,2}|pages?|seite|第|頁|ページ)\\.? ?)?([0-9]{1,4})(?: ?(?:/|of|von) ?[0-9]{1,4})?(?: ?(?:頁|ページ|枚目|枚))?"
         u"(?: ?(?:/|中の?) ?(?:[第全] ?)?[0-9]{1,4} ?(?:頁|ページ|枚目?)(?:目)?)?";
}

/// What may stand between a page number and the edge of its line, the words beside it among it.
bool goes_with_number(char16_t c) {
  constexpr std::u16string_view others = u" ~〜<>〈〉《》[](){}【】〔〕「」|*+=:◆◇■□●○▲△・.·•/\u2212\u2500\u30FC-頁全第ペジ枚目中のofvnpageitOFVNPAGEITsS";
  return (c >= u'\u2010' && c <= u'\u2015') || others.find(c) != std::u16string_view::npos;
}

/// Whether a number stands at this end of a line, behind nothing but its own words: few lines have one, and a look
/// costs less than a pattern.
template <typename Iterator>
bool begins_with_number(Iterator at, Iterator end) {
  return (at = std::find_if_not(at, end, goes_with_number)) != end && *at >= u'0' && *at <= u'9';
}

}  // namespace

bool is_paired_page_number(const icu::UnicodeString &line) {
  static const pattern it(u"(?:[0-9]{1,3}|[A-Z]|[IVXⅠ-Ⅻ]{1,4}) ?[-\u2010-\u2015\u2212] ?[0-9]{1,4}");
  return line.length() <= 12 && ends_with_any(line, u"0123456789") && it.matches(line);
}

bool is_page_number(const icu::UnicodeString &line) {
  static const pattern decorated(std::u16string(ornament) + u"+ ?" + one_page() + u" ?" + std::u16string(ornament) + u"+",
                                 letter_case::any);
  static const pattern worded(
      u"(?:p{1,2}|pages?|seite|第|頁|ページ)\\.? ?[0-9]{1,4}(?: ?(?:/|of|von) ?[0-9]{1,4})? ?(?:頁|ページ|枚目)?"
      // pdftotext takes the second dash of "- 2 -" for a hyphen.
      u"|[-\u2010-\u2015\u2212] [0-9]{1,3}"
      u"|[0-9]{1,3} ?\\||(?:[0-9]{1,3} ?)?\\| ?[0-9]{1,3}"  // 1 | 12, of twelve
      u"|[0-9]{1,3} ?(?:/|of|von) ?[0-9]{1,3}(?: ?(?:頁|ページ|枚))?"
      // In a heading's letters: 1 ペ ー ジ
      u"|[0-9]{1,4} ?(?:頁|ペ ?ー ?ジ|枚目)(?: ?(?:/|中の?) ?(?:[第全] ?)?[0-9]{1,4} ?(?:頁|ページ|枚目?)(?:目)?)?",
      letter_case::any);
  static const pattern roman(std::u16string(dash) + u" ?[ivxlc]{1,6} ?" + std::u16string(dash), letter_case::any);
  static const pattern kanji(std::u16string(dash) + u"+ ?[〇一二三四五六七八九十百]{1,4} ?" + std::u16string(dash) + u"+");
  const auto may_be_of_number = [](char16_t c) {
    return goes_with_number(c) || (c >= u'0' && c <= u'9') || std::u16string_view(u"〇一二三四五六七八九十百ivxlcIVXLCdD").find(c) != std::u16string_view::npos;
  };
  if (!std::all_of(line.getBuffer(), line.getBuffer() + line.length(), may_be_of_number)) return false;
  // A Roman or a kanji number stands between dashes.
  if (!holds_any(line, u"0123456789"))
    return holds_any(line, u"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500~〜") && (kanji.matches(line) || roman.matches(line));
  return decorated.matches(line) || kanji.matches(line) || worded.matches(line) || roman.matches(line);
}

std::optional<numbered_line> without_page_number(const icu::UnicodeString &line) {
  static const std::u16string some(std::u16string(ornament) + u"*");
  static const pattern behind(u"(.*?[^ |])(?: |(?=\\|))(" + some + u") ?(" + one_page() + u") ?(" + some + u")", letter_case::any);
  static const pattern before(u"(" + some + u") ?(" + one_page() + u") ?(" + some + u")(?: |(?<=\\|))([^ |].*)", letter_case::any);
  if (line.length() > 160 || !holds_any(line, u" |")) return std::nullopt;
  const std::u16string_view text(line.getBuffer(), static_cast<std::size_t>(line.length()));
  const auto made = [](const icu::UnicodeString &rest, const icu::UnicodeString &whole, const icu::UnicodeString &digits,
                       const icu::UnicodeString &left, const icu::UnicodeString &right) {
    numbered_line result{rest, number(digits), whole != digits || !left.isEmpty() || !right.isEmpty()};
    result.rest.trim();
    return result;
  };
  if (const auto match = begins_with_number(text.rbegin(), text.rend()) ? behind.match(line) : std::nullopt) {
    const auto &group = match->groups;
    return made(group[1], group[3], group[4], group[2], group[5]);
  }
  if (const auto match = begins_with_number(text.begin(), text.end()) ? before.match(line) : std::nullopt) {
    const auto &group = match->groups;
    return made(group[5], group[2], group[3], group[1], group[4]);
  }
  return std::nullopt;
}

}  // namespace libsearch::ingest
