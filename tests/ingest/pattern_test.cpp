// Expressions over any case mean what they say, whatever of them is compiled with regard to it.
#include "ingest/pattern.hpp"

#include <doctest/doctest.h>

#include "ingest/unicode.hpp"

using namespace libsearch::ingest;

namespace {

bool any_case(std::u16string_view expression, std::string_view text) { return pattern(expression, letter_case::any).matches(fold(text)); }

}  // namespace

TEST_CASE("a pattern of any case, with sets of kanji and of all but some signs") {
  CHECK(any_case(u"[\\p{Han}a-z]+", "港ABCdef"));
  CHECK(any_case(u"\\p{Han}+no[^、。]{2}", "港町NOAb"));
  CHECK(any_case(u"[\\p{Han}\\p{Katakana}ー]{2,4} (?:vol|no)\\.", "港ノート VOL."));
  CHECK(any_case(u"[^\\]a]\\[[\\[x]", "B[X"));
  CHECK(any_case(u"\\[\\p{Han}\\] [\\d\\s]+k", "[港] 1 2K"));
  CHECK_FALSE(any_case(u"[^a-z]+", "ABC"));
  CHECK_FALSE(any_case(u"[^\\p{L}]+", "港"));
  CHECK_FALSE(any_case(u"\\p{Han}+", "ノート"));
}

TEST_CASE("a pattern of one case") {
  CHECK(pattern(u"\\p{Han}+ [A-Z]").matches(fold("港町 A")));
  CHECK_FALSE(pattern(u"\\p{Han}+ [A-Z]").matches(fold("港町 a")));
}
