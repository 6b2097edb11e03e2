// Regular expressions over folded lines, compiled once.
#ifndef LIBSEARCH_INGEST_PATTERN_HPP
#define LIBSEARCH_INGEST_PATTERN_HPP

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <unicode/regex.h>
#include <unicode/unistr.h>

namespace libsearch::ingest {

struct pattern_match {
  int32_t start = 0;
  int32_t end = 0;
  std::vector<icu::UnicodeString> groups;  ///< groups[0] is the whole match; unset groups are empty
};

enum class letter_case { exact, any };

/// A compiled expression; safe to use from several threads. The lines it meets are short, and a
/// time limit inside keeps an odd one from costing more than that.
class pattern {
 public:
  explicit pattern(std::u16string_view expression, letter_case letters = letter_case::exact);

  /// Whether the whole of `text` matches.
  bool matches(const icu::UnicodeString &text) const;
  /// Whether `text` holds a match.
  bool found_in(const icu::UnicodeString &text) const;
  std::optional<pattern_match> match(const icu::UnicodeString &text) const;
  std::optional<pattern_match> find(const icu::UnicodeString &text) const;

 private:
  icu::RegexMatcher &matcher(const icu::UnicodeString &text) const;

  std::size_t number_ = 0;  // each pattern has its own
  std::unique_ptr<icu::RegexPattern> compiled_;
};

}  // namespace libsearch::ingest

#endif
