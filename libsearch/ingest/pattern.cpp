#include "ingest/pattern.hpp"

#include <atomic>

#include <unicode/uchar.h>

#include <libsearch/error.hpp>

namespace libsearch::ingest {

namespace {

pattern_match taken(const icu::RegexMatcher &matcher) {
  UErrorCode status = U_ZERO_ERROR;
  pattern_match result;
  result.start = matcher.start(status);
  result.end = matcher.end(status);
  for (int32_t i = 0; i <= matcher.groupCount(); ++i)
    result.groups.push_back(matcher.group(i, status));
  return result;
}

/// Scripts as ranges: ICU takes milliseconds to look one up in all of Unicode.
void name_ranges(icu::UnicodeString &text) {
  text.findAndReplace(u"\\p{Han}", u"[\\u3005\\u3007\\u303B\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAD9\\U00020000-\\U000323AF]");
  text.findAndReplace(u"\\p{Hiragana}", u"[\\u3041-\\u3096\\u309D-\\u309F]");
  text.findAndReplace(u"\\p{Katakana}", u"[\\u30A1-\\u30FA\\u30FD-\\u30FF\\u31F0-\\u31FF\\uFF66-\\uFF6F\\uFF71-\\uFF9D]");
}

/// Whether a set, as it was written, is the same in any case: signs, kana and kanji, or all but some of them.
bool has_no_case(icu::UnicodeString set) {
  for (const char16_t *script : {u"\\p{Han}", u"\\p{Hiragana}", u"\\p{Katakana}"}) set.findAndReplace(script, u"漢");
  for (int32_t i = 0; i < set.length(); i = set.moveIndex32(i, 1)) {
    const UChar32 c = set.char32At(i);
    // \d and \s are digits and blanks; what else is written so may have letters.
    if (c == u'\\' && i + 1 < set.length() && (set[i + 1] == u'd' || set[i + 1] == u's')) set.setCharAt(++i, u'0');
    else if (u_tolower(c) != c || u_toupper(c) != c || (c == u'\\' && i + 1 < set.length() && u_isalnum(set.char32At(i + 1)))) return false;
  }
  return true;
}

/// Where a set that begins at `start` ends, behind its bracket.
int32_t end_of_set(const icu::UnicodeString &expression, int32_t start) {
  int depth = 0;
  for (int32_t i = start; i < expression.length(); ++i) {
    if (expression[i] == u'\\') ++i;
    else if (expression[i] == u'[') ++depth;
    else if (expression[i] == u']' && --depth == 0) return i + 1;
  }
  return expression.length();
}

/// ICU takes milliseconds to find out that a large set is the same in any case; here it is told.
void keep_case_of_signs(icu::UnicodeString &expression) {
  constexpr std::u16string_view open = u"(?-i:", han = u"\\p{Han}";
  constexpr auto length = static_cast<int32_t>(open.size());
  const auto enclose = [&](int32_t start, int32_t end) {
    expression.insert(end, u')');
    expression.insert(start, open.data(), length);
    return end + length + 1;
  };
  for (int32_t at = 0; at < expression.length();) {
    if (expression[at] == u'[') {
      const int32_t end = end_of_set(expression, at);
      const icu::UnicodeString set(expression, at, end - at);
      const bool large = set.startsWith(u"[^") || set.indexOf(u"\\p{Han}") >= 0;
      at = large && has_no_case(set) ? enclose(at, end) : end;
    } else if (expression.compare(at, static_cast<int32_t>(han.size()), han.data(), 0, static_cast<int32_t>(han.size())) == 0) {
      at = enclose(at, at + static_cast<int32_t>(han.size()));
    } else {
      at += expression[at] == u'\\' ? 2 : 1;
    }
  }
}

}  // namespace

pattern::pattern(std::u16string_view expression, letter_case letters) {
  static std::atomic<std::size_t> patterns{0};
  number_ = patterns++;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::uint32_t flags = letters == letter_case::any ? UREGEX_CASE_INSENSITIVE : 0;
  icu::UnicodeString text(expression.data(), static_cast<int32_t>(expression.size()));
  if (letters == letter_case::any) keep_case_of_signs(text);
  name_ranges(text);
  compiled_.reset(icu::RegexPattern::compile(text, flags, where, status));
  if (U_FAILURE(status))
    throw error(errc::internal, "ingest: a pattern does not compile at " +
                                    std::to_string(where.offset) + ": " + u_errorName(status));
}

/// One for each thread and pattern: to make one costs more than most lines take to match.
icu::RegexMatcher &pattern::matcher(const icu::UnicodeString &text) const {
  thread_local std::vector<std::unique_ptr<icu::RegexMatcher>> kept;
  if (number_ >= kept.size()) kept.resize(number_ + 1);
  std::unique_ptr<icu::RegexMatcher> &one = kept[number_];
  if (one) {
    one->reset(text);
    return *one;
  }
  UErrorCode status = U_ZERO_ERROR;
  one.reset(compiled_->matcher(text, status));
  if (U_FAILURE(status) || !one) {
    one.reset();
    throw error(errc::out_of_memory, "ingest: no memory for a pattern");
  }
  one->setTimeLimit(100, status);
  return *one;
}

bool pattern::matches(const icu::UnicodeString &text) const {
  UErrorCode status = U_ZERO_ERROR;
  return matcher(text).matches(status);
}

bool pattern::found_in(const icu::UnicodeString &text) const { return matcher(text).find(); }

std::optional<pattern_match> pattern::match(const icu::UnicodeString &text) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher &running = matcher(text);
  if (!running.matches(status)) return std::nullopt;
  return taken(running);
}

std::optional<pattern_match> pattern::find(const icu::UnicodeString &text) const {
  icu::RegexMatcher &running = matcher(text);
  if (!running.find()) return std::nullopt;
  return taken(running);
}

}  // namespace libsearch::ingest
