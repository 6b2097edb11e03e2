// Japanese in Latin letters.
#include <doctest/doctest.h>

#include "variants/romaji.hpp"

using namespace libsearch::variants;

TEST_CASE("romaji: what is typed has the key of the reading, long vowels as far as they are typed") {
  struct row {
    const char *reading, *typed;
    bool same_length;
  };
  const row rows[] = {
      {"トウキョウ", "tōkyō", true},      {"トウキョウ", "tokyo", true},      {"トウキョウ", "toukyou", true},
      {"トキョ", "toukyou", false},       {"シンブン", "shimbun", true},      {"シンブン", "sinbun", true},
      {"マッチャ", "matcha", true},       {"マッチャ", "mattya", true},       {"マッチャ", "maccha", true},
      {"ザッシ", "zasshi", true},         {"ジュンイチ", "jun'ichi", true},   {"ジュンイチ", "zyuniti", true},
      {"ツヅキ", "tsuduki", true},        {"ツヅキ", "tsuzuki", true},        {"フジサン", "fujisan", true},
      {"フジサン", "huzisan", true},      {"ファイル", "fairu", true},        {"サトウ", "satoh", true},
      {"オオノ", "ohno", true},           {"オノ", "ohno", false},            {"キョウト", "kyôto", true},
      {"パーティー", "pātī", true},       {"ニイガタ", "niigata", true},      {"コンニチハ", "konnichiha", true},
      {"ホンマ", "homma", true},          {"ウィキ", "wiki", true},           {"チェック", "chekku", true},
      {"ヴァイオリン", "vaiorin", true},  {"ジャム", "jamu", true},           {"ジャム", "zyamu", true},
      {"ショウエネ", "shouene", true},    {"オホーツク", "ohōtsuku", true},   {"ヲ", "wo", true},
  };
  for (const row &r : rows) {
    const auto typed = typed_romaji_key(r.typed);
    REQUIRE_MESSAGE(typed, r.typed);
    const std::string key = romaji_key(r.reading);
    CHECK_MESSAGE(without_length(*typed) == without_length(key), r.typed, ": ", *typed, " and ", key);
    CHECK_MESSAGE(agrees_in_length(*typed, key) == r.same_length, r.typed, ": ", *typed, " and ", key);
  }
}

TEST_CASE("romaji: a part may end in the middle of a syllable") {
  for (const auto &typed_and_key : {std::pair{"genshir", "gensir"}, {"gensh", "gens"}, {"toky", "toky"}, {"kats", "kat"},
                                    {"ch", "t"}, {"j", "z"}, {"zass", "zass"}}) {
    const auto key = typed_romaji_key(typed_and_key.first);
    REQUIRE_MESSAGE(key, typed_and_key.first);
    CHECK(*key == typed_and_key.second);
  }
}

TEST_CASE("romaji: what is no Japanese has no key") {
  for (const char *word : {"", "energy", "market", "policy", "table", "strength", "lng", "co2", "tokyo-to", "x", "que",
                           "東京", "пока", "kka-", "kwh", "opec", "script"})
    CHECK_MESSAGE(!typed_romaji_key(word), word);
}
