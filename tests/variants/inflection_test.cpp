#include "variants/inflection.hpp"

#include <doctest/doctest.h>

#include "word_list.hpp"

using namespace libsearch;

namespace {

std::set<std::string> spellings(const char *part) {
  variants::replacements pieces;
  variants::append_inflections(part, test::word_list{}, pieces);
  return test::spellings_of(part, pieces);
}

}  // namespace

TEST_CASE("inflection: forms of each class of verb and of adjectives") {
  const auto has = [](const char *part, std::initializer_list<const char *> others) {
    const auto found = spellings(part);
    CHECK(found.size() <= 12);
    for (const char *other : others) CHECK_MESSAGE(found.count(other) == 1, part, " ", other);
  };
  has("進む", {"進み", "進んだ", "進んで", "進まな", "進めば", "進もう"});
  has("進んだ", {"進む", "進み", "進めば"});
  has("走る", {"走った", "走らな", "走り"});
  has("書く", {"書いた", "書か" "な"});
  has("行く", {"行った"});
  has("行う", {"行った", "行わな"});
  has("見る", {"見た", "見ない"});
  has("受け入れる", {"受け入れ"});
  has("輸出する", {"輸出した", "輸出して", "輸出され"});
  has("示した", {"示す", "示し"});
  has("高い", {"高く", "高かった", "高けれ", "高さ"});
  has("起きた", {"起きる"});
}

TEST_CASE("inflection: nouns, particles and verbs without kanji have no forms") {
  for (const char *word : {"する", "ある", "いる", "なる", "こと", "使い", "違い", "取り組み", "必ず", "先ず", "全く", "三つ", "勢い",
                           "エネルギー", "", "見ている", "水を", "東京の"})
    CHECK_MESSAGE(spellings(word).empty(), word);
  CHECK(spellings("進む").count("進め") == 0);
  CHECK(spellings("行う").count("行か") == 0);
}
