#include "index/lexicon_image.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "corpus.hpp"
#include "support.hpp"

using namespace libsearch::indexing;

namespace {

/// Bytes where the numbers in them may be read in place.
struct image {
  explicit image(std::vector<lexicon_entry> entries, std::string_view base = "base",
                 std::uint64_t revision = 7)
      : bytes(lexicon_image::build(std::move(entries), base, revision)), words(bytes) {}
  std::string bytes;
  lexicon_image words;
};

std::u16string random_word(test::random_source &random) {
  static const char16_t letters[] = u"人水京都アガabx";
  std::u16string word;
  for (std::size_t n = 1 + random.below(7); n > 0; --n)
    if (random.chance(8))
      word += u"𠮷";
    else
      word += letters[random.below(std::size(letters) - 1)];
  return word;
}

}  // namespace

TEST_CASE("lexicon image: an empty one finds nothing") {
  const image empty({});
  CHECK(empty.words.size() == 0);
  CHECK(empty.words.find(u"水") == no_word);
  CHECK(empty.words.with_infix(u"水").size() == 0);
  CHECK(empty.words.with_suffix(u"水").size() == 0);
  CHECK(empty.words.with_prefix(u"水").first == empty.words.with_prefix(u"水").second);
  const lexicon_image none;
  CHECK(none.size() == 0);
  CHECK(none.find(u"水") == no_word);
  CHECK(none.with_infix(u"水").size() == 0);
}

TEST_CASE("lexicon image: it keeps its name, its revision and the frequencies") {
  const image made({{u"水素", 5}, {u"水", 9}, {u"海水", 2}}, "0123456789abcdef0123456789abcdef",
                   42);
  CHECK(made.words.base() == "0123456789abcdef0123456789abcdef");
  CHECK(made.words.revision() == 42);
  CHECK(made.words.frequency(made.words.find(u"水")) == 9);
  CHECK(made.words.frequency(made.words.find(u"水素")) == 5);
  CHECK(made.words.word(made.words.find(u"海水")) == u"海水");
  CHECK(made.words.find(u"海") == no_word);
  CHECK(made.words.find(u"水素水") == no_word);
}

TEST_CASE("lexicon image: beginnings, middles and ends of random words are those of a scan") {
  test::random_source random(test::seed(20251160));
  for (int round = 0; round < 30; ++round) {
    std::set<std::u16string> words;
    for (std::size_t n = random.below(120); n > 0; --n) words.insert(random_word(random));
    std::vector<lexicon_entry> entries;
    for (const auto &word : words)
      entries.push_back({word, static_cast<std::uint32_t>(entries.size() + 1)});
    for (std::size_t i = entries.size(); i > 1; --i)
      std::swap(entries[i - 1], entries[random.below(i)]);
    const image made(entries);
    REQUIRE(made.words.size() == words.size());
    for (int i = 0; i < 60; ++i) {
      const std::u16string wanted = random_word(random).substr(0, 1 + random.below(4));
      CHECK((made.words.find(wanted) != no_word) == (words.count(wanted) > 0));
      std::set<std::u16string> prefixed;
      std::multiset<std::pair<std::u16string, std::size_t>> infixed, suffixed;
      for (const auto &word : words) {
        if (word.rfind(wanted, 0) == 0) prefixed.insert(word);
        for (std::size_t at = word.find(wanted); at != std::u16string::npos;
             at = word.find(wanted, at + 1)) {
          infixed.insert({word, at});
          if (at + wanted.size() == word.size()) suffixed.insert({word, at});
        }
      }
      const auto [begin, end] = made.words.with_prefix(wanted);
      std::set<std::u16string> found;
      for (word_id id = begin; id < end; ++id) found.insert(std::u16string(made.words.word(id)));
      CHECK(found == prefixed);
      for (const bool at_end : {false, true}) {
        const suffix_range range =
            at_end ? made.words.with_suffix(wanted) : made.words.with_infix(wanted);
        std::multiset<std::pair<std::u16string, std::size_t>> places;
        for (std::uint32_t s = range.begin; s < range.end; ++s) {
          const occurrence o = made.words.at(s);
          places.insert({std::u16string(made.words.word(o.word)), o.offset});
        }
        CHECK(places == (at_end ? suffixed : infixed));
      }
    }
  }
}

TEST_CASE("lexicon image: words are in order, one behind the other") {
  const image made({{u"水素", 1}, {u"a", 1}, {u"水", 1}, {u"海水", 1}, {u"ab", 1}});
  for (word_id id = 1; id < made.words.size(); ++id)
    CHECK(made.words.word(id - 1) < made.words.word(id));
}

TEST_CASE("lexicon image: bytes that are not whole, or changed, are refused") {
  const image made({{u"水素", 5}, {u"水", 9}, {u"海水", 2}});
  for (std::size_t size = 0; size < made.bytes.size(); ++size)
    CHECK_THROWS_AS(lexicon_image(std::string_view(made.bytes).substr(0, size)),
                    std::runtime_error);
  CHECK_THROWS_AS(lexicon_image(made.bytes + "x"), std::runtime_error);
  for (std::size_t at = 0; at < made.bytes.size(); ++at)
    for (const int bit : {0, 3, 7}) {
      std::string changed = made.bytes;
      changed[at] = static_cast<char>(changed[at] ^ 1 << bit);
      CAPTURE(at);
      CHECK_THROWS_AS(lexicon_image{changed}, std::runtime_error);
    }
}
