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

TEST_CASE("read_markdown: what the site wrote around the text goes") {
  const std::string head = "# 題名\n\n船は待つ。\n\n潮は引く。\n\n", left = "題名|船は待つ。|潮は引く。";
  for (const char *end : {"[← 目次に戻る](i) | [次の随筆 →](k)", "[← A Short History](a) · [Lagging →](b)", "*Filed in: [drafts](d), [essays](e)*", "タグ: 水門, 記録", "#潮位 #記録",
                          "**あわせて読みたい**\n\n- [海図](a)\n- [請求書](b)", "## 関連記事\n\n- [海図](a)", "{: .note}", "{% include x.html %}", "{{< figure src=\"a.jpg\" >}}"}) {
    CAPTURE(std::string(end));
    CHECK(blocks(head + end + "\n") == left);
  }
  CHECK(blocks("[海都](a) / [読みもの](b)\n\n# 題名\n\n船は待つ。\n") == "題名|船は待つ。");
}

TEST_CASE("read_markdown: lists of links and lines of code are text") {
  CHECK(blocks("# 題名\n\n船は待つ。\n\n## 参考文献\n\n- [海図](a)\n- [請求書](b)\n") == "題名|船は待つ。|参考文献|海図|請求書");
  CHECK(blocks("# 題名\n\n船は待つ。\n\n**あわせて読みたい**\n\n- 海図は[港の倉](a)に三枚あり、どれも黒く塗られている。\n") ==
        "題名|船は待つ。|あわせて読みたい|海図は港の倉に三枚あり、どれも黒く塗られている。");
  CHECK(blocks("# 題名\n\n船は待つ。\n\n→ [港の記録](a)\n") == "題名|船は待つ。|→ 港の記録");
  CHECK(blocks("# 題名\n\n```\n{% include x.html %}\n```\n") == "題名|{% include x.html %}");
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

TEST_CASE("read_markdown: a key of an author is less than the name in the text") {
  CHECK(test::joined_names(essay_of(read_markdown("---\ntitle: t\nauthor: ida\n---\n\nBy Ida Brook\n\nA lamp.\n")).content.authors) == "Ida Brook");
  CHECK(test::joined_names(essay_of(read_markdown("---\ntitle: t\nauthor: ida\n---\n\nA lamp.\n")).content.authors) == "ida");
}

TEST_CASE("read_markdown: sentences and lists with such words stay") {
  for (const char *line : {"前の記事で書いた節の話も、ここにつながる。", "シェアするとは分けることである。", "- シェアする", "次の記事", "[港の記録](a)", "Contact"}) {
    CAPTURE(std::string(line));
    const std::string expected = line[0] == '-' ? std::string(line).substr(2) : line[0] == '[' ? "港の記録" : line;
    CHECK(blocks("# 題名\n\n" + std::string(line) + "\n\n船は待つ。\n") == "題名|" + expected + "|船は待つ。");
  }
}
