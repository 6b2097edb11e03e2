#include "ingest/markdown_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ingest/markup_essay.hpp"
#include "page_support.hpp"

using namespace libsearch::ingest;

namespace {

std::string blocks(const std::string &text) {
  std::string out;
  for (const text_block &one : read_markdown(text).blocks) out += (out.empty() ? "" : "|") + one.text;
  return out;
}

}  // namespace

TEST_CASE("read_markdown: blocks, notes and the lines of a head") {
  CHECK(blocks("# 題名\n\n船は**待つ**。\n\n- 甲\n- 乙\n") == "題名|船は待つ。|甲|乙");
  CHECK(blocks("# 題名\n\n船は待つ[^1]。\n\n[^1]: 港の記録。\n").find("港の記録。") != std::string::npos);
  const libsearch::document found = essay_of(read_markdown("# 題名\n\n*By Ida Brook*\n_9 June 2009_\n\nA lamp.\n")).content;
  CHECK(test::joined_names(found.authors) == "Ida Brook");
  CHECK(found.date == "2009-06-09");
}

TEST_CASE("read_markdown: lines to share the text and to its neighbours are none of it") {
  CHECK(blocks("# 題名\n\n[シェアする](s) [ツイート](t)\n\n船は待つ。\n\n[前の記事](a) | [次の記事](b)\n") == "題名|船は待つ。");
  CHECK(blocks("# 題名\n\n船は待つ。\n\n[← 前の号へ](a)　[次の号へ →](b)\n") == "題名|船は待つ。");
}

TEST_CASE("read_markdown: sentences and lists with such words stay") {
  for (const char *line : {"前の記事で書いた節の話も、ここにつながる。", "シェアするとは分けることである。", "- シェアする", "次の記事", "[港の記録](a)", "Contact"}) {
    CAPTURE(std::string(line));
    const std::string expected = line[0] == '-' ? std::string(line).substr(2) : line[0] == '[' ? "港の記録" : line;
    CHECK(blocks("# 題名\n\n" + std::string(line) + "\n\n船は待つ。\n") == "題名|" + expected + "|船は待つ。");
  }
}

TEST_CASE("read_markdown: a heading right below the title, above its author, is the subtitle") {
  const libsearch::document found = essay_of(read_markdown("# What Rope Knows\n## Tension as a borrowed word\n\n**Ida Brook**, Lake University\n\nA lamp.\n\n## Lines\n\nA tide.\n")).content;
  CHECK(found.title == "What Rope Knows Tension as a borrowed word");
  CHECK(test::joined_names(found.authors) == "Ida Brook");
  CHECK(essay_of(read_markdown("# What Rope Knows\n\n## Tension\n\nA lamp.\n")).content.title == "What Rope Knows");
  const libsearch::document declared = essay_of(read_markdown("---\ntitle: 潮の値段\nsubtitle: 三つの港から\n---\n# 潮の値段\n\n船は待つ。\n")).content;
  CHECK(declared.title == "潮の値段 三つの港から");
  CHECK(declared.body == "船は待つ。");
}
