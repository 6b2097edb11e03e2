#include <limits>

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "support.hpp"
#include "text/json_value.hpp"
#include "text/json_writer.hpp"
#include "text/utf8.hpp"

using namespace libsearch::text;

namespace {

/// What nlohmann's tree makes of it: members in order, of equal keys the last.
std::string by_tree(const std::string &text) { return nlohmann::json::parse(text).dump(); }

std::string in_quotes(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}

std::string written(double number) {
  std::string out;
  append_json(out, number);
  return out;
}

std::string nested(std::size_t levels, const std::string &inside) {
  std::string text;
  for (std::size_t level = 0; level < levels; ++level) text += level % 2 ? "[" : "{\"k\":";
  text += inside;
  for (std::size_t level = levels; level-- > 0;) text += level % 2 ? "]" : "}";
  return text;
}

std::string random_json(test::random_source &random, int levels) {
  const std::size_t kind = random.below(levels ? 8 : 6);
  if (kind >= 6) {
    std::string text;
    for (std::size_t n = random.below(5); n > 0; --n) {
      if (!text.empty()) text += " ,\n";
      if (kind == 6) text += nlohmann::json("k" + std::to_string(random.below(4))).dump() + " : ";
      text += random_json(random, levels - 1);
    }
    return kind == 6 ? "{ " + text + "}" : "[" + text + " ]";
  }
  switch (kind) {
    case 0: return "null";
    case 1: return random.chance(50) ? "true" : "false";
    case 2: return std::to_string(static_cast<std::int64_t>(random.below(1000)) - 500);
    case 3: return std::to_string(random.below(1000000)) + "." + std::to_string(random.below(1000)) + "e-3";
    default: return nlohmann::json(test::random_text(random, 2)).dump();
  }
}

}  // namespace

TEST_CASE("json: a value is read and written as a tree of nlohmann's would be") {
  for (const std::string text :
       {"null", "true", "false", "0", "-0", "-1", "18446744073709551615", "-9223372036854775808", "18446744073709551616",
        "1.0", "-0.0", "1e300", "0.1", "1E-7", "\"\"", "\"a\\u0000\\u00e9\\ud83d\\ude00\\n\"", "[]", "{}", "[[],{}]",
        " { \"b\" : 1 , \"a\" : [ 1 , \"x\" , null ] } ", R"({"a":1,"b":2,"a":{"c":3}})", R"({"a":{"b":1},"a":2})"}) {
    CAPTURE(text);
    const json_reading read = read_json(text);
    REQUIRE(read.flaw == json_flaw::none);
    CHECK(to_json(read.value) == by_tree(text));
  }
  test::random_source random(test::seed(20261128));
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_json(random, 5);
    CAPTURE(text);
    const json_reading read = read_json(text);
    REQUIRE(read.flaw == json_flaw::none);
    CHECK(to_json(read.value) == by_tree(text));
  }
}

TEST_CASE("json: a flaw is named with its place and leaves no value") {
  const auto check = [](const std::string &text, json_flaw flaw, std::size_t byte) {
    CAPTURE(text);
    const json_reading read = read_json(text);
    CHECK(read.flaw == flaw);
    CHECK(read.byte == byte);
    CHECK(read.value.is_null());
  };
  check("", json_flaw::syntax, 1);
  check("[1,", json_flaw::syntax, 4);
  check("{\"a\":[1,2]", json_flaw::syntax, 11);
  check("[1]x", json_flaw::syntax, 4);
  check("\"\xFF\"", json_flaw::syntax, 2);
  check("[1e999]", json_flaw::number, 6);
  const auto says = [](const std::string &text, const std::string &part) {
    const std::string why = read_json(text).why;
    CAPTURE(why);
    CHECK(find_ill_formed(why) == npos);
    CHECK(why.find(part) != std::string::npos);
  };
  says("これは", "invalid literal; last read: 'こ'");
  says("{\"a\":𠮷}", "'\"a\":𠮷'");
  says("[1]港", "'1]港'");
  says("\"\\港\"", "'\"\\港'");
  says("港", "'港'");
  says("\xE6\xB8", "invalid literal");
  says("\"\xE6\xB8\"", "ill-formed UTF-8 byte");
  says("[\"" + std::string(100000, 'x') + "港", "missing closing quote; last read: '…xxxx");
  CHECK(read_json("[\"" + std::string(100000, 'x')).why.size() < 200);
  CHECK(read_json("[1 2]").why.find("unexpected number literal") != std::string::npos);
}

TEST_CASE("json: a value of 64 levels is read, one of 65 is not") {
  for (const char *inside : {"1", "[]", "{}"}) {
    const std::size_t own = inside[0] == '1' ? 0 : 1;
    CHECK(read_json(nested(deepest_json - own, inside)).flaw == json_flaw::none);
    CHECK(read_json(nested(deepest_json - own + 1, inside)).flaw == json_flaw::depth);
  }
  CHECK(read_json(std::string(1000000, '[')).flaw == json_flaw::depth);
}

TEST_CASE("json: texts are escaped, what is not UTF-8 is replaced") {
  std::string control = "\x7F\"\\/題\U0001F600";
  for (char c = 0; c < 0x20; ++c) control += c;
  for (const std::string &text :
       {std::string(), control, std::string("\xFF\xFE" "a"), std::string("\xE4\xBA"), std::string("\xE4\xBA" "a\n\xE4"),
        std::string("\xED\xA0\x80"), std::string("\xF4\x90\x80\x80"), std::string("\xC0\xAF\"")})
    CHECK(in_quotes(text) == nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  test::random_source random(test::seed(20261129));
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t n = random.below(12); n > 0; --n) text += static_cast<char>(random.below(256));
    CHECK(in_quotes(text) == nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
}

TEST_CASE("json: numbers are written in their shortest form") {
  CHECK(written(3) == "3.0");
  CHECK(written(-0.25) == "-0.25");
  CHECK(written(1e22) == "1e+22");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("json: what is written piece by piece has its commas") {
  json_writer json;
  json.open('{').key("a").open('[').close(']').key("b").texts({"x", "y\""}).key("c").open('{').close('}');
  json.key("d").open('[').number(1).real(0.5).value_true().value(read_json("{\"k\":[null,-2]}").value).text("").close(']');
  CHECK(json.close('}').take() == R"({"a":[],"b":["x","y\""],"c":{},"d":[1,0.5,true,{"k":[null,-2]},""]})");
}
