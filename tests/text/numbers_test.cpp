#include "text/numbers.hpp"

#include <doctest/doctest.h>

#include "text/utf8.hpp"

using namespace libsearch;

namespace {

/// The value with its decimals, "-" where there is no number, and what is left behind it.
std::string read(const char *written) {
  const std::u32string all = text::decode(written);
  std::size_t at = 0;
  const auto number = text::read_number(all, at);
  std::string told = number ? std::to_string(number->value) : "-";
  if (number && !number->fraction.empty()) told += "." + number->fraction;
  return told + "|" + text::encode(std::u32string_view(all).substr(at));
}

bool cuts(std::string_view whole, std::string_view piece) {
  const std::size_t at = whole.find(piece);
  REQUIRE(at != std::string_view::npos);
  return text::cuts_number(whole, at, at + piece.size());
}

}  // namespace

TEST_CASE("numbers: digits, kanji and both together have one value") {
  CHECK(read("5500") == "5500|");
  CHECK(read("5,500円") == "5500|円");
  CHECK(read("二〇二五年") == "2025|年");
  CHECK(read("二千二十五") == "2025|");
  CHECK(read("十") == "10|");
  CHECK(read("百二") == "102|");
  for (const char *same : {"550000000000", "5500億", "5,500億", "五千五百億", "5千5百億", "五五〇〇億", "550,000,000,000"})
    CHECK(read(same) == "550000000000|");
  for (const char *same : {"1.5兆", "1兆5000億", "1兆5,000億", "一・五兆", "一兆五千億"}) CHECK(read(same) == "1500000000000|");
  CHECK(read("3.5%") == "3.5|%");
  CHECK(read("三・五%") == "3.5|%");
}

TEST_CASE("numbers: what makes no number is refused, and no input overflows") {
  for (const char *none : {"万", "億円", "五百千", "二五百", "兆億", "1億2兆", "3四", "〇百", "1.00005万",
                           "99999999999999999999", "9999京9999兆", "999999999999999999兆"})
    CHECK_MESSAGE(read(none).rfind("-", 0) == 0, none);
  CHECK(read("円") == "-|円");
  CHECK(read("5,50") == "5|,50");
  CHECK(read("3四半期") == "3|四半期");
  CHECK(read("5.") == "5|.");
}

TEST_CASE("numbers: a piece of a longer number is told from a whole one") {
  CHECK(cuts("155000", "5500"));
  CHECK(cuts("二千五百円", "五百円"));
  CHECK(cuts("5,500億", "500億"));
  CHECK(cuts("12.5%", "5%"));
  CHECK(cuts("5500万", "5500"));
  CHECK(cuts("1990年代", "1990年"));
  CHECK(cuts("数十人", "十人"));
  CHECK(cuts("cr7.10.1", "r7.10.1"));
  CHECK_FALSE(cuts("約5500円", "5500"));
  CHECK_FALSE(cuts("5500", "5500"));
  CHECK_FALSE(cuts("5500.", "5500"));
  CHECK_FALSE(cuts("第5,6回", "5"));
  CHECK_FALSE(cuts("第3四半期", "3"));
  CHECK_FALSE(cuts("東京5社", "京5社"));
  CHECK_FALSE(cuts("", ""));
}
