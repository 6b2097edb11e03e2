#include "variants/numerals.hpp"

#include <doctest/doctest.h>

#include "variants/number_spellings.hpp"
#include "word_list.hpp"

using namespace libsearch;

namespace {

std::set<std::string> spellings(const char *part) {
  variants::replacements pieces;
  variants::append_numerals(part, test::word_list{}, pieces);
  for (const auto &piece : pieces) CHECK(piece.whole_number);
  return test::spellings_of(part, pieces);
}

}  // namespace

TEST_CASE("numerals: the usual spellings of a large number") {
  const auto found = spellings("5500億円");
  for (const char *other : {"550000000000円", "550,000,000,000円", "5,500億円", "五千五百億円", "五五〇〇億円", "5千5百億円"})
    CHECK_MESSAGE(found.count(other) == 1, other);
  CHECK(variants::kanji_number(12345) == "一万二千三百四十五");
  CHECK(variants::kanji_number(1000) == "千");
  CHECK(variants::with_commas(1234567) == "1,234,567");
  CHECK(variants::with_commas(999) == "999");
}

TEST_CASE("numerals: a year has no comma, several numbers go together") {
  const auto found = spellings("二〇二五年十月");
  CHECK(found.count("2025年10月") == 1);
  CHECK(found.count("2,025年十月") == 0);
}

TEST_CASE("numerals: words that only look like numbers stay, and a part without numbers costs nothing") {
  for (const char *word : {"三菱", "千葉", "一般", "十分", "四国", "八王子", "百貨店", "万一", "五輪", "二酸化炭素", "統一回答",
                           "数十人", "co2", "007", "エネルギー", "", "一"})
    CHECK_MESSAGE(spellings(word).empty(), word);
  CHECK_FALSE(variants::may_hold_numerals("エネルギー policy"));
}
