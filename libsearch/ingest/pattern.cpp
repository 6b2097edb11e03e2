#include "ingest/pattern.hpp"

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

}  // namespace

pattern::pattern(std::u16string_view expression, letter_case letters) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::uint32_t flags = letters == letter_case::any ? UREGEX_CASE_INSENSITIVE : 0;
  const icu::UnicodeString text(expression.data(), static_cast<int32_t>(expression.size()));
  compiled_.reset(icu::RegexPattern::compile(text, flags, where, status));
  if (U_FAILURE(status))
    throw error(errc::internal, "ingest: a pattern does not compile at " +
                                    std::to_string(where.offset) + ": " + u_errorName(status));
}

std::unique_ptr<icu::RegexMatcher> pattern::matcher(const icu::UnicodeString &text) const {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexMatcher> result(compiled_->matcher(text, status));
  if (U_FAILURE(status)) throw error(errc::out_of_memory, "ingest: no memory for a pattern");
  result->setTimeLimit(100, status);
  return result;
}

bool pattern::matches(const icu::UnicodeString &text) const {
  UErrorCode status = U_ZERO_ERROR;
  return matcher(text)->matches(status);
}

bool pattern::found_in(const icu::UnicodeString &text) const {
  return matcher(text)->find();
}

std::optional<pattern_match> pattern::match(const icu::UnicodeString &text) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto running = matcher(text);
  if (!running->matches(status)) return std::nullopt;
  return taken(*running);
}

std::optional<pattern_match> pattern::find(const icu::UnicodeString &text) const {
  const auto running = matcher(text);
  if (!running->find()) return std::nullopt;
  return taken(*running);
}

}  // namespace libsearch::ingest
