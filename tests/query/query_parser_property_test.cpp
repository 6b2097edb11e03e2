// The parser on random input, and on input at and beyond its limits.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/query.hpp>

#include "query_parser_checks.hpp"
#include "slowness.hpp"
#include "support.hpp"

using namespace libsearch;

namespace {

const std::vector<std::string> alphabet = {
    " ", " ", " ", "　", "\n", "a", "b", "日米", "首脳会談", "AND", "OR", "NOT", "NEAR", "NEAR/5",
    "ＡＮＤ", "ＯＲ", "ＮＯＴ", "ＮＥＡＲ／５", " OR ", " NOT ", " NEAR/3 ", "-", "－", "−", " -", "(", ")", "（",
    "）", "\"", "＂", "“", "”", "「", "」", "『", "』", "*", "＊", "title:", "date:", "word:", "著者：",
    "x:", ":", "：", "\\", "2024..2025", "。", "/", std::string("\0", 1), "\xFF", "\xE6\x97",
    "\xF0\x9F\x98\x80",
};

std::string repeat(const std::string &text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

bool is_reported(const parsed_query &parsed, const std::string &part) {
  return std::any_of(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                     [&part](const diagnostic &d) { return d.message.starts_with(part); });
}

/// The best of three runs, tree destroyed, in milliseconds of the processor, which may be busy with others.
double milliseconds(const std::string &text) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    parse_query(text);
    best = std::min(best, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

}  // namespace

TEST_CASE("query parser: random bytes") {
  std::mt19937_64 random(test::seed(20240501));
  for (int i = 0; i < 20'000; ++i) {
    std::string text(random() % 40, '\0');
    for (char &c : text) c = static_cast<char>(random());
    CAPTURE(text);
    REQUIRE(test::check_parse(text) == "");
  }
}

TEST_CASE("query parser: random strings of operators, quotation marks and text") {
  std::mt19937_64 random(test::seed(20240502));
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    REQUIRE(test::check_parse(text) == "");
  }
}

TEST_CASE("query parser: long random strings") {
  std::mt19937_64 random(test::seed(20240503));
  for (int i = 0; i < 30; ++i) {
    std::string text;
    while (text.size() < 80'000) text += alphabet[random() % alphabet.size()];
    REQUIRE(test::check_parse(text) == "");
  }
}

TEST_CASE("query parser: length") {
  const std::string fits = repeat("日", limits::query_bytes / 3) + "a";
  REQUIRE(fits.size() == limits::query_bytes);
  CHECK(parse_query(fits).diagnostics.empty());
  // The limit lies inside a character, which is ignored as a whole.
  const parsed_query cut = parse_query(repeat("日", limits::query_bytes / 3 + 1));
  CHECK(cut.root.text.size() == limits::query_bytes - 1);
  REQUIRE(cut.diagnostics.size() == 1);
  CHECK(cut.diagnostics[0].offset == limits::query_bytes - 1);
  CHECK(cut.diagnostics[0].length == 3);
}

TEST_CASE("query parser: nesting") {
  const auto nested = [](std::size_t depth) {
    return repeat("(a OR (b ", depth / 2) + "x" + repeat("))", depth / 2);
  };
  CHECK(parse_query(nested(limits::query_depth)).diagnostics.empty());
  const parsed_query deep = parse_query(nested(limits::query_depth + 2));
  CHECK(deep.diagnostics.size() == 1);
  CHECK(is_reported(deep, "more than 100 parentheses"));
  CHECK(to_string(parse_query(repeat("(", 500) + "a" + repeat(")", 500)).root) == "\"a\"");
}

TEST_CASE("query parser: number of parts") {
  CHECK(parse_query(repeat("a ", limits::query_leaves)).diagnostics.empty());
  const std::string many = repeat("a ", limits::query_leaves) + "(OR b) -c";
  const parsed_query cut = parse_query(many);
  CHECK(cut.root.children.size() == limits::query_leaves);
  REQUIRE(cut.diagnostics.size() == 1);
  CHECK(cut.diagnostics[0].offset == 2 * limits::query_leaves + 1);
  CHECK(cut.diagnostics[0].offset + cut.diagnostics[0].length == many.size());
  const parsed_query grouped = parse_query("(b -(" + repeat("a ", 2000) + "))");
  CHECK(grouped.diagnostics.size() == 1);
  CHECK(grouped.root.children.size() == 2);
}

TEST_CASE("query parser: limits are reported among any number of mistakes") {
  const parsed_query parsed = parse_query(repeat(") a*b ", 20'000));
  CHECK(is_reported(parsed, "more than 1,024 parts"));
  CHECK(parsed.diagnostics.size() <= 110);
}

TEST_CASE("query parser: hostile input is parsed at once") {
  const std::vector<std::string> hostile = {
      repeat("(", 10'000),
      repeat("(", 10'000) + "a" + repeat(")", 10'000),
      repeat("a OR (b ", 8'000),
      repeat("()", 30'000),
      repeat(")", 60'000),
      repeat("NOT ", 10'000) + "x",
      repeat("NOT ", 10'000),
      repeat("-(", 10'000) + "x",
      repeat("-", 60'000) + "x",
      repeat("OR ", 20'000),
      repeat("a OR ", 10'000),
      repeat("a NEAR ", 9'000),
      repeat("a ", 30'000),
      repeat("\"", 60'000),
      repeat("「」", 10'000),
      repeat("”", 20'000),
      repeat("a” ", 12'000),
      repeat("title:", 10'000),
      repeat("title:(", 9'000),
      repeat("x:a ", 16'000),
      repeat("*", 60'000),
      repeat("a*", 30'000),
      repeat("\\", 60'000),
      repeat("\xFF", 60'000),
      repeat("\xFF ", 30'000),
      std::string(60'000, 'a'),
      std::string(10'000'000, 'a'),
  };
  for (const std::string &text : hostile) {
    CAPTURE(text.substr(0, 40));
    CHECK(test::check_parse(text.substr(0, 70'000)) == "");
    CHECK(milliseconds(text) < 50 * test::slowness);
  }
}
