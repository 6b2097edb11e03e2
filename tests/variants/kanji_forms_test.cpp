#include "variants/kanji_forms.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;
using set = std::set<std::string>;

namespace {

std::set<std::string> given(const char *part, const test::word_list &words) {
  variants::replacements pieces;
  variants::append_kanji_forms(variants::letters(part), words, variants::glyph_selectors(words), pieces);
  return test::spellings_of(part, pieces);
}

}  // namespace

TEST_CASE("kanji forms: old and new forms stand for each other") {
  CHECK(given("国会", {"國"}) == set{"國会"});
  CHECK(given("國會", {"国", "会"}) == set{"国會", "國会", "国会"});
}

TEST_CASE("kanji forms: forms that no word holds are not proposed") {
  CHECK(given("国会", {"国会"}).empty());
  CHECK(given("山川", {"國"}).empty());
}

TEST_CASE("kanji forms: a character in several classes has the forms of each, which are not each other's") {
  CHECK(variants::kanji_forms(U'弁').find(U'辨') != std::u32string_view::npos);
  CHECK(variants::kanji_forms(U'弁').find(U'瓣') != std::u32string_view::npos);
  CHECK(variants::kanji_forms(U'辨').find(U'瓣') == std::u32string_view::npos);
}

TEST_CASE("kanji forms: kana have no forms") {
  CHECK(variants::kanji_forms(U'か').empty());
  CHECK(given("カタカナ", {"國"}).empty());
}

TEST_CASE("kanji forms: a selector typed is left out, and one that the index knows is put in") {
  CHECK(given("葛\U000E0100城", {"葛"}) == set{"葛城"});
  CHECK(given("葛城", {"葛\U000E0100"}) == set{"葛\U000E0100城"});
}
