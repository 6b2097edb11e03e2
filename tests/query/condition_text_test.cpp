// Conditions judge a document by its text; here beside the plainest way to say the same.
#include <doctest/doctest.h>

#include "corpus.hpp"
#include "query/condition.hpp"
#include "support.hpp"
#include "text/normalizer.hpp"

using namespace libsearch;
using query::mark;

namespace {

struct read_text {
  std::string title, body, compact;
};

read_text random_read_text(test::random_source &random) {
  read_text made;
  made.title = text::normalize_only(test::random_text(random, random.below(6)));
  made.body = text::normalize_only(test::random_text(random, random.below(60)));
  made.compact = text::compact(made.title) + '\0' + '\0' + text::compact(made.body);
  return made;
}

mark random_mark(test::random_source &random, const read_text &text) {
  mark wanted{random.cut(random.chance(30) ? text.title : text.body, 6)};
  wanted.at_word_start = random.chance(40);
  wanted.at_word_end = random.chance(40);
  wanted.whole_number = random.chance(10);
  if (random.chance(20)) wanted.in = random.chance(50) ? query::field::title : query::field::body;
  return wanted;
}

/// All of each text is written out, and each occurrence looked at.
bool stands_in(const read_text &text, const mark &wanted, analysis::text_analyzer &analyzer) {
  bool found = false;
  if (wanted.in != query::field::body) found |= !query::occurrences(text.title, wanted, analyzer).empty();
  if (wanted.in != query::field::title) found |= !query::occurrences(text.body, wanted, analyzer).empty();
  return found;
}

}  // namespace

TEST_CASE("condition: a string stands in a text where it has the edges that it must have") {
  test::random_source random(test::seed(75));
  analysis::text_analyzer analyzer;
  std::size_t held = 0;
  for (int round = 0; round < 3000; ++round) {
    const read_text text = random_read_text(random);
    const mark wanted = random_mark(random, random.chance(70) ? text : random_read_text(random));
    if (wanted.normalized.empty()) continue;
    query::document_view view;
    view.compact = text.compact;
    view.analyzer = &analyzer;
    const bool expected = stands_in(text, wanted, analyzer);
    held += expected;
    CAPTURE(wanted.normalized);
    CHECK(query::make_substring(wanted)->matches(view) == expected);
  }
  CHECK(held > 500);
}

TEST_CASE("condition: one of many spellings stands in a text where any of them does") {
  test::random_source random(test::seed(76));
  analysis::text_analyzer analyzer;
  std::size_t held = 0;
  for (int round = 0; round < 2000; ++round) {
    const read_text text = random_read_text(random), other = random_read_text(random);
    std::vector<mark> spellings;
    for (std::size_t n = 1 + random.below(4); n > 0; --n) {
      const mark first = random_mark(random, random.chance(30) ? text : other);
      if (first.normalized.empty()) continue;
      spellings.push_back(first);
      // Others that go on from the same beginning, or lead to the same end.
      for (std::size_t more = random.below(5); more > 0; --more) {
        const std::string piece = random.cut(random.chance(50) ? text.body : other.body, 2);
        const auto characters = test::characters(first.normalized);
        mark next = first;
        if (random.chance(50)) next.normalized = characters.front() + piece;
        else next.normalized = piece + characters.back();
        spellings.push_back(next);
      }
    }
    if (spellings.empty()) continue;
    query::document_view view;
    view.compact = text.compact;
    view.analyzer = &analyzer;
    bool expected = false;
    for (const mark &spelling : spellings) expected |= stands_in(text, spelling, analyzer);
    held += expected;
    CHECK(query::make_any_spelling(spellings)->matches(view) == expected);
  }
  CHECK(held > 300);
}
