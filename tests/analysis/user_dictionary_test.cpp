#include "analysis/user_dictionary.hpp"

#include <doctest/doctest.h>

#include "analysis/text_analyzer.hpp"
#include "searching.hpp"
#include "text/utf8.hpp"

using namespace libsearch;
using namespace libsearch::analysis;

namespace {

std::string cut(const std::string &text, const std::string &user_words) {
  scheme chosen;
  chosen.user_dictionary = user_words;
  text_analyzer analyzer(chosen);
  std::string all;
  for (const word &w : analyzer.words(text)) (all += all.empty() ? "" : "|") += text.substr(w.start, w.end - w.start);
  return all;
}

std::vector<std::uint32_t> applied(const std::string &words, std::u16string_view text, std::vector<std::uint32_t> boundaries) {
  user_dictionary(words).apply(text, boundaries);
  return boundaries;
}

}  // namespace

TEST_CASE("user dictionary: its words are words, whatever the dictionary says") {
  CHECK(cut("小型モジュール炉の開発", "") != "小型モジュール炉|の|開発");
  CHECK(cut("小型モジュール炉の開発", "小型モジュール炉") == "小型モジュール炉|の|開発");
  CHECK(cut("co2排出量の", "CO2排出量") == "co2|排出量|の");
  CHECK(cut("資源・鉱物", "資源・鉱物") == cut("資源・鉱物", ""));
}

TEST_CASE("user dictionary: from left to right, the longest") {
  using list = std::vector<std::uint32_t>;
  CHECK(applied("甲乙\n甲乙丙\n丙丁", u"甲乙丙丁", {0, 1, 2, 3, 4}) == list{0, 3, 4});
  CHECK(applied("甲乙\n丙丁", u"甲乙丙丁", {0, 4}) == list{0, 2, 4});
  CHECK(applied("乙丙", u"甲乙丙丁", {0, 2, 4}) == list{0, 1, 3, 4});
  CHECK(applied("乙丙", u"甲乙丙丁", {}) == list{1, 3});
  CHECK(applied("", u"甲乙", {0, 1, 2}) == list{0, 1, 2});
  CHECK(applied("𠮷野", u"𠮷野家", {0, 2, 3, 4}) == list{0, 3, 4});
}

TEST_CASE("user dictionary: byte order mark, CRLF, comments, half-width kana and several readings") {
  const user_dictionary words("\xEF\xBB\xBF# 注\r\n\r\nＳＭＲ炉\tｴｽｴﾑｱｰﾙろ\t名詞\r\n日本\tにほん\n日本\tニッポン\n日本\tにほん\n");
  REQUIRE(words.words().size() == 3);
  CHECK(words.words()[0].surface == "smr炉");
  CHECK(words.words()[0].reading == "エスエムアールロ");
  CHECK(words.words()[0].word_class == "名詞");
  const auto found = words.lexemes("日本");
  REQUIRE(found.size() == 2);
  CHECK(found[0].reading == "ニホン");
  CHECK(found[1].reading == "ニッポン");
}

TEST_CASE("user dictionary: what is no line of one is refused by its number") {
  const auto said = [](const char *text) { return test::message_of([&] { user_dictionary words{text}; }); };
  CHECK(said("水\n\tみず\n").find("line 2") != std::string::npos);
  CHECK(said("水\tみず\t名詞\t余り").find("line 1") != std::string::npos);
  CHECK(said("# 注\n水\twater").find("line 2") != std::string::npos);
  CHECK(said("水\n\xFF\n").find("line 2: not UTF-8") != std::string::npos);
  CHECK(said("水\n火\tひ\n") == "");
}

TEST_CASE("user dictionary: what changed between two") {
  const user_dictionary before("水\tみず\n火\n土"), after("水\tスイ\n火\n木");
  CHECK(user_dictionary::changed_surfaces(before, after) == std::vector<std::string>{"土", "木", "水"});
  CHECK(user_dictionary::changed_surfaces(after, after).empty());
}

TEST_CASE("user dictionary: it is in the fingerprint and gives readings") {
  scheme chosen;
  const std::string plain = text_analyzer(chosen).fingerprint();
  chosen.user_dictionary = "小山\tこやま";
  text_analyzer analyzer(chosen);
  CHECK(analyzer.fingerprint() != plain);
  CHECK(analyzer.knows_readings());
  REQUIRE(analyzer.lexemes("小山").size() == 1);
  CHECK(analyzer.lexemes("小山")[0].reading == "コヤマ");
  CHECK(analyzer.lexemes("大山").empty());
}
