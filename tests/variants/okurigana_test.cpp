#include "variants/okurigana.hpp"

#include <doctest/doctest.h>

#include "variants/okurigana_words.hpp"
#include "word_list.hpp"

using namespace libsearch;

namespace {

std::set<std::string> spellings(const char *part) {
  variants::replacements pieces;
  variants::append_okurigana(part, test::word_list{}, pieces);
  return test::spellings_of(part, pieces);
}

}  // namespace

TEST_CASE("okurigana: an entry of the list has its forms, the end left out last") {
  using forms = std::vector<std::u32string>;
  CHECK(variants::compound_forms(U"取(り)組(み)") == forms{U"取り組み", U"取組み", U"取組"});
  CHECK(variants::compound_forms(U"打(ち)合(わ)せ") == forms{U"打ち合わせ", U"打合わせ", U"打ち合せ", U"打合せ"});
  CHECK(variants::compound_forms(U"手続(き)") == forms{U"手続き", U"手続"});
}

TEST_CASE("okurigana: the tables are whole, and no bare form stands for two words") {
  std::size_t verbs = 0;
  for (const auto &[kanji, kana] : variants::okurigana_verbs()) verbs += kana.size();
  CHECK(verbs >= 250);
  CHECK(variants::okurigana_stems().size() >= 60);
  for (const char32_t *bare : {U"取組", U"申込", U"受付", U"割引", U"見積", U"手続"}) {
    std::size_t length = 0;
    CHECK(variants::okurigana_compounds().find(bare, length) != nullptr);
  }
  for (const char32_t *other : {U"持続", U"開始", U"生物", U"移住", U"組合", U"貸借"}) {
    std::size_t length = 0;
    CHECK(variants::okurigana_compounds().find(other, length) == nullptr);
  }
}

TEST_CASE("okurigana: verbs of a compound lose and regain the first's okurigana") {
  CHECK(spellings("受け付ける").count("受付ける") == 1);
  CHECK(spellings("受付ける").count("受け付ける") == 1);
  CHECK(spellings("取り組んだ").count("取組んだ") == 1);
  CHECK(spellings("呼掛け").count("呼びかけ") == 1);
  CHECK(spellings("呼びかけ").count("呼掛け") == 1);
  for (const char *word : {"持続", "開始", "生き物", "エネルギー", "", "食べ物"}) CHECK_MESSAGE(spellings(word).empty(), word);
}

TEST_CASE("okurigana: a bare form counts from the start of a word on") {
  variants::replacements pieces;
  variants::append_okurigana("引き上げ", test::word_list{}, pieces);
  bool bare = false;
  for (const auto &piece : pieces)
    if (piece.text == "引上") {
      bare = true;
      CHECK(piece.at_word_start);
    }
  CHECK(bare);
}
