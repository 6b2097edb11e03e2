#include "index/fields_json.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "corpus.hpp"
#include "support.hpp"

using namespace libsearch;
using namespace libsearch::indexing;
using nlohmann::json;

namespace {

/// The form that is on disk, written by another: keys in order, no blanks.
std::string by_tree(const document &d, const std::vector<std::string> &rule_topics) {
  json fields = {{"i", d.id}, {"t", d.title}};
  if (!d.authors.empty()) fields["a"] = d.authors;
  if (!d.date.empty()) fields["d"] = d.date;
  if (!d.topics.empty()) fields["k"] = d.topics;
  if (!rule_topics.empty()) fields["r"] = rule_topics;
  if (!d.path.empty()) fields["p"] = d.path;
  if (!d.page_starts.empty()) fields["g"] = d.page_starts;
  for (const auto &[name, value] : d.attributes) fields["x"][name] = json::parse(value);
  return fields.dump();
}

void check_same(const document &again, const document &d, const std::vector<std::string> &rule_topics) {
  CHECK(again.id == d.id);
  CHECK(again.title == d.title);
  CHECK(again.authors == d.authors);
  CHECK(again.date == d.date);
  CHECK(again.topics == d.topics);
  CHECK(again.rule_topics == rule_topics);
  CHECK(again.path == d.path);
  CHECK(again.page_starts == d.page_starts);
  REQUIRE(again.attributes.size() == d.attributes.size());
  for (const auto &[key, value] : d.attributes) {
    const std::string &name = key;  // clang 14 keeps no structured binding in a lambda
    CAPTURE(name);
    REQUIRE(again.attributes.count(name) == 1);
    CHECK(again.attributes.at(name) == json::parse(value).dump());
  }
}

/// Values of attributes as programs write them: blanks, escapes, depth.
constexpr const char *values[] = {
    R"("text")", R"("")", "true", "false", "null", "0", "-0", "7", "-12", "18446744073709551615", "-9223372036854775808",
    "0.5", "-0.25", "1.0", "-0.0", "1.50", "100.0", "1e3", "1E-7", "1.25e+20", "0.1", "123456789.123",
    "18446744073709551616", "3.141592653589793238", "[]", "{}", " [ 1 , -2 , 0.5 ] ", "[[],[[]],{}]",
    R"({"b":1,"a":2})", R"({ "a" : { "b" : [ { "c" : null } , true ] } , "d" : [] })", R"([{"i":"x","x":{"g":[1]}},{"t":[]}])",
    R"({"a":1,"a":[2]})", R"({"g":[1,2],"a":["b"]})", R"("\u3042\ud83d\ude00\u00e9")", R"("\"\\\/\b\f\n\r\t\u0000\u001f\u007f")",
    R"({"\u0001\"k\\":"蓄電池"})", "\"蓄電池 \xF0\xA0\xAE\xB7\"", R"(["", {"": ""}])",
};

}  // namespace

TEST_CASE("fields: each kind of attribute is written as a tree of values would be, and read again") {
  for (const char *value : values) {
    CAPTURE(std::string(value));
    document d;
    d.id = "id";
    d.attributes["n"] = value;
    const std::string text = fields_json(d, {});
    CHECK(text == by_tree(d, {}));
    check_same(fields_from_json(text), d, {});
  }
}

TEST_CASE("fields: all of them at once, with characters that must be escaped") {
  document d;
  for (char c = 1; c < 0x20; ++c) d.title += c;
  d.title += std::string(1, '\0') + "\"\\/\x7F 題";
  d.id = "a\"b\\c\n";
  d.authors = {"青海 透", "\t", ""};
  d.date = "2024-01";
  d.topics = {"電力/蓄電池", "\\"};
  d.path = "a b/\"c\"";
  d.page_starts = {0, 17, 4294967296};
  for (const char *value : values) d.attributes["name " + std::to_string(d.attributes.size()) + "\n\""] = value;
  d.attributes[""] = "1";
  const std::vector<std::string> rule_topics = {"規則/一", "規則/\"二\""};
  const std::string text = fields_json(d, rule_topics);
  CHECK(text == by_tree(d, rule_topics));
  check_same(fields_from_json(text), d, rule_topics);
}

TEST_CASE("fields: of random documents") {
  test::random_source random(test::seed(20261124));
  for (int i = 0; i < 400; ++i) {
    document d = test::random_document(random, "id" + std::to_string(i));
    if (random.chance(50)) d.page_starts = {0, random.below(1000)};
    while (random.chance(70)) d.attributes[test::random_text(random, 1)] = random.one_of(values);
    const std::vector<std::string> rule_topics(random.below(3), "規則");
    const std::string text = fields_json(d, rule_topics);
    CHECK(text == by_tree(d, rule_topics));
    check_same(fields_from_json(text), d, rule_topics);
  }
}

TEST_CASE("fields: members that a later version may add are skipped") {
  const document d = fields_from_json(
      R"({"A":{"a":["no"],"x":{"n":1}},"a":["b"],"b":[1,[2],{"i":"no"}],"c":-1.5,"i":"id","n":null,"t":"","x":{"n":[1]},"z":true})");
  CHECK(d.id == "id");
  CHECK(d.authors == std::vector<std::string>{"b"});
  CHECK(d.attributes.size() == 1);
  CHECK(d.attributes.at("n") == "[1]");
}

TEST_CASE("fields: what is damaged is an error, wherever it is cut") {
  document d;
  d.id = "id";
  d.title = "題";
  d.authors = {"a"};
  d.page_starts = {1, 2};
  d.attributes["n"] = R"([{"k":-1.5},null])";
  const std::string text = fields_json(d, {});
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    CHECK_THROWS_AS(fields_from_json(text.substr(0, length)), std::runtime_error);
  }
  for (const char *damaged : {"null", "1", "\"id\"", "[]", "[\"i\",\"id\"]", "{}", R"({"t":"no id"})", R"({"i":1,"t":""})",
                              R"({"i":"id","t":""}x)", R"({"i":"id","t":"\x"})", "{\"i\":\"id\",\"t\":\"\xFF\"}",
                              R"({"i":"id"})", R"({"i":"id","t":null})", R"({"i":"id","t":"","a":"no list"})",
                              R"({"i":"id","t":"","a":[1]})", R"({"i":"id","t":"","a":[["b"]]})",
                              R"({"i":"id","t":"","g":["1"]})", R"({"i":"id","t":"","g":[-1]})",
                              R"({"i":"id","t":"","d":["2024"]})", R"({"i":"id","t":"","x":[1]})"}) {
    CAPTURE(std::string(damaged));
    CHECK_THROWS_AS(fields_from_json(damaged), std::runtime_error);
  }
}
