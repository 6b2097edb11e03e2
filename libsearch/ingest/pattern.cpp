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
icu::UnicodeString with_ranges(std::u16string_view expression) {
  icu::UnicodeString text(expression.data(), static_cast<int32_t>(expression.size()));
  text.findAndReplace(u"\\p{Han}", u"[\\u3005\\u3007\\u303B\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAD9\\U00020000-\\U000323AF]");
  text.findAndReplace(u"\\p{Hiragana}", u"[\\u3041-\\u3096\\u309D-\\u309F]");
  text.findAndReplace(u"\\p{Katakana}", u"[\\u30A1-\\u30FA\\u30FD-\\u30FF\\u31F0-\\u31FF\\uFF66-\\uFF6F\\uFF71-\\uFF9D]");
  return text;
}

/// All but some signs is the same in any case; ICU takes milliseconds to find that out.
void keep_case_of_signs(icu::UnicodeString &expression) {
  constexpr std::u16string_view open = u"(?-i:";
  for (int32_t at = expression.indexOf(u"[^"); at >= 0; at = expression.indexOf(u"[^", at)) {
    int32_t end = at + 2;
    bool signs = true;
    for (; end < expression.length() && expression[end] != u']'; ++end) {
      if (expression[end] == u'\\') ++end;
      signs = signs && !u_isalpha(expression.char32At(end));
    }
    if (signs) {
      expression.insert(end + 1, u')');
      expression.insert(at, open.data(), static_cast<int32_t>(open.size()));
      end += static_cast<int32_t>(open.size()) + 1;
    }
    at = end;
  }
}

}  // namespace

pattern::pattern(std::u16string_view expression, letter_case letters) {
  static std::atomic<std::size_t> patterns{0};
  number_ = patterns++;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::uint32_t flags = letters == letter_case::any ? UREGEX_CASE_INSENSITIVE : 0;
  icu::UnicodeString text = with_ranges(expression);
  if (letters == letter_case::any) keep_case_of_signs(text);
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
