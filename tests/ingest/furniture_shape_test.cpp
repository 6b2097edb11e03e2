// A quick look at a line never overlooks what the patterns find.
#include "ingest/furniture_shape.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "ingest/page_number.hpp"
#include "ingest/unicode.hpp"
#include "support.hpp"

using namespace libsearch;
using namespace libsearch::ingest;

static bool may_have(const std::string &text) {
  std::size_t pages = 0;
  return may_have_shape(split_lines(text, pages).at(0));
}

TEST_CASE("a line that may have a shape") {
  for (const char *line : {"- 2 -", "～３～", "3/12", "４", "KREI: 2025年6月掲載 禁無断転載", "KREI：2025年6月掲載", "転載禁止",
                           "Ⓒ KREI 2025", "© 2025 KREI", "COPYRIGHT 2025", "All rights reserved."})
    CHECK_MESSAGE(may_have(line), line);
  CHECK_FALSE(may_have("水素を運ぶ船が港に着くまでに、町の人たちは何を備えればよいのだろうか。"));
}

TEST_CASE("page numbers beside a line, and behind a word") {
  for (const char *line : {"1｜", "| 12", "ページ3", "1 ペ ー ジ"}) CHECK_MESSAGE(shape_of(fold(line)) == furniture_shape::page_number, line);
  for (const char *line : {"1｜水素", "ページ", "1 ペ ー ジ 目の水素"}) CHECK_MESSAGE(shape_of(fold(line)) == furniture_shape::none, line);
}

TEST_CASE("notices of copyright that forbid copies") {
  for (const char *line : {"Copyright (C) Kaito Shimpo. No reproduction without written permission.", "© Kaito Institute 2024, no part of which may be copied"}) {
    CHECK_MESSAGE(may_have(line), line);
    CHECK_MESSAGE(shape_of(fold(line)) == furniture_shape::notice, line);
  }
  CHECK(shape_of(fold("Copyright is granted by law; no reproduction is asked of the keeper, who copies his books by hand and keeps them for a hundred years.")) == furniture_shape::none);
}

TEST_CASE("page numbers with that of a chapter or an issue") {
  for (const char *line : {"1-1", "2 ‐ 502", "A-12", "Ⅱ－3", "IV-7"}) CHECK_MESSAGE(is_paired_page_number(fold(line)), line);
  for (const char *line : {"2023-24", "1-1-2", "COVID-19", "3-2で勝った", "1-"}) CHECK_FALSE_MESSAGE(is_paired_page_number(fold(line)), line);
}

TEST_CASE("what a quick look leaves out has no shape") {
  const std::string pieces[] = {"2025年", "10月", "12", "-", "～", " ", "　", "KREI", ":", "：", "掲載", "禁無断転載", "無断転載を禁ず", "©", "Ⓒ",
                                "(c)", "（ｃ）", "copyright", "ＣＯＰＹＲＩＧＨＴ", "all rights reserved", "不許複製", "港の", "ページ", "/", "p. 4",
                                "of", "研究所", "公開", "水素と送電線", "令和6年", "第", "頁", "\xC2\xA0", "·", "𠮷", "。"};
  std::mt19937_64 random(test::seed(20261125));
  std::size_t shapes = 0, left_out = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string line;
    const bool plain = random() % 2 == 0;
    for (int i = static_cast<int>(random() % 7); i >= 0; --i)
      line += plain && random() % 8 != 0 ? "送電線と蓄電池の" : pieces[random() % std::size(pieces)];
    const bool none = shape_of(fold(line)) == furniture_shape::none;
    shapes += none ? 0 : 1;
    if (may_have(line)) continue;
    ++left_out;
    CAPTURE(line);
    REQUIRE(none);
  }
  CHECK(shapes > 500);
  CHECK(left_out > 500);
}
