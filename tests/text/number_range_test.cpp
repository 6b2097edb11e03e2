#include "text/number_range.hpp"

#include <doctest/doctest.h>

#include <limits>

using libsearch::text::number_range;
using libsearch::text::number_text;
using libsearch::text::parse_number;
using libsearch::text::parse_number_range;

TEST_CASE("number: as people write it, full-width and with commas") {
  CHECK(parse_number("12") == 12.0);
  CHECK(parse_number("-3.5") == -3.5);
  CHECK(parse_number("+7") == 7.0);
  CHECK(parse_number("１，２００") == 1200.0);
  CHECK(parse_number("1,234,567.5") == 1234567.5);
  CHECK(parse_number("−2") == -2.0);
  CHECK(parse_number("1e6") == 1e6);
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number(" 12 ") == 12.0);
}

TEST_CASE("number: what is none is refused") {
  for (const char *text : {"", "-", "abc", "12円", "0x10", "inf", "nan", "-inf", "1e999", "1,2", "12,34",
                           ",123", "1,234,", "1.2.3", "--1", "+-1", "五"})
    CHECK_MESSAGE(!parse_number(text), text);
}

TEST_CASE("number range: both ends belong to it, either may be left out") {
  CHECK(parse_number_range("10..20") == number_range{10, 20});
  CHECK(parse_number_range("-5..-1") == number_range{-5, -1});
  CHECK(parse_number_range("1.5..2.5") == number_range{1.5, 2.5});
  CHECK(parse_number_range("１０〜２０") == number_range{10, 20});
  CHECK(parse_number_range("10~20") == number_range{10, 20});
  CHECK(parse_number_range("7") == number_range{7, 7});
  const auto up = parse_number_range("10..");
  REQUIRE(up);
  CHECK(up->first == 10);
  CHECK(up->contains(std::numeric_limits<double>::max()));
  CHECK_FALSE(up->contains(9.99));
  CHECK(parse_number_range("..10")->contains(-1e300));
  for (const char *text : {"", "..", "a..b", "1..b", "1...2...3", "10-20"})
    CHECK_MESSAGE(!parse_number_range(text), text);
}

TEST_CASE("number: its text reads back as the same number") {
  CHECK(number_text(1000000) == "1000000");
  CHECK(number_text(-12.5) == "-12.5");
  CHECK(number_text(0.0) == "0");
  for (const double number : {0.1, 1e300, -1e-300, 1e15, 1e15 + 2, 123456.789, -7.0})
    CHECK(parse_number(number_text(number)) == number);
}
