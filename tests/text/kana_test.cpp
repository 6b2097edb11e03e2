#include "text/kana.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "text/edit_distance.hpp"
#include "text/sentences.hpp"

using namespace libsearch::text;

TEST_CASE("kana: one key for katakana, hiragana and long vowels") {
  CHECK(kana_key("エネルギー") == "えねるぎい");
  CHECK(kana_key("水素ステーション") == "水素すてえしょん");
  CHECK(kana_key("ー") == "ー");
  CHECK(to_katakana("えねるぎー水") == "エネルギー水");
  CHECK(is_kana("えねー"));
  CHECK_FALSE(is_kana("え水"));
  CHECK_FALSE(is_kana(""));
}

TEST_CASE("kana: romaji in Hepburn, Kunrei and as typed; an unfinished syllable is all it may become") {
  const auto reads = [](const char *romaji, const char *kana) {
    const auto all = kana_of_romaji(romaji);
    return std::find(all.begin(), all.end(), kana) != all.end();
  };
  CHECK(reads("shinbun", "しんぶん"));
  CHECK(reads("shimbun", "しんぶん"));
  CHECK(reads("sinbunn", "しんぶん"));
  CHECK(reads("kon'ya", "こんや"));
  CHECK(reads("konnichi", "こんにち"));
  CHECK(reads("gakkou", "がっこう"));
  CHECK(reads("matcha", "まっちゃ"));
  CHECK(reads("enerugi-", "えねるぎい"));
  CHECK(reads("ryouji", "りょうじ"));
  CHECK(reads("enerug", "えねるぎ"));
  CHECK(reads("enerug", "えねるご"));
  CHECK(reads("pa-texi", "ぱあて") == false);
  CHECK(kana_of_romaji("xq").empty());
  CHECK(kana_of_romaji("").empty());
}

TEST_CASE("edit distance: one edit costs one, neighbours exchanged a little less") {
  CHECK(edit_distance(u"lgn", u"lng", 20) == transposition_cost);
  CHECK(edit_distance(u"energie", u"energy", 30) == 2 * edit_cost);
  CHECK(edit_distance(u"蓄電池", u"畜電池", 10) == edit_cost);
  CHECK(edit_distance(u"", u"ab", 30) == 2 * edit_cost);
  CHECK(edit_distance(u"same", u"same", 0) == 0);
  CHECK(edit_distance(u"abcdef", u"uvwxyz", 20) > 20);
}

TEST_CASE("sentences: a start by ICU's rules; a broken line is none") {
  const std::string_view text = "一文目です。二文目は「はい。」と言う。\n三文目は長いので\n折れる。";
  const auto start_of = [&](std::string_view part, std::size_t earliest = 0) {
    return text.substr(sentence_start(text, text.find(part), earliest));
  };
  CHECK(start_of("は「").starts_with("二文目"));
  CHECK(start_of("長い").starts_with("三文目"));
  CHECK(start_of("折れる").starts_with("三文目"));
  CHECK(start_of("一文目").starts_with("一文目"));
  const std::size_t late = text.find("文目は長い");
  CHECK(sentence_start(text, text.find("折れる"), late) == late);
}
