#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/content_format.hpp"
#include "ingest/html_reader.hpp"
#include "ingest/ignore_rules.hpp"
#include "ingest/sidecar.hpp"
#include "support.hpp"

namespace {

using namespace libsearch;
using namespace libsearch::ingest;

void write(const std::string &path, const std::string &bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string blocks(const std::string &html) {
  std::string out;
  for (const text_block &one : read_html(html).blocks) out += (out.empty() ? "" : "|") + one.text;
  return out;
}

/// What comes of a file with this name and content.
read_result read(const std::string &name, const std::string &bytes) {
  const test::temporary_folder folder;
  write(folder / name, bytes);
  return read_document(folder / name);
}

}  // namespace

TEST_CASE("read_html: blocks are paragraphs, what is inside a line stays in it") {
  CHECK(blocks("<p>港の<b>朝</b>は<br>早い。<p>船は\n  待つ。") == "港の朝は\n早い。|船は 待つ。");
  CHECK(blocks("<div>a<div>b</div>c</div>") == "a|b|c");
  CHECK(blocks("<table><tr><td>年</td><td>2024</td></tr><tr><td>量</td></tr></table>") ==
        "年 2024|量");
  CHECK(blocks("<ul><li>一つ<li>二つ</ul>") == "一つ|二つ");
  CHECK(blocks("a&amp;b &lt;港&gt; &#28207;&nbsp;x&eacute;") == "a&b <港> 港 xé");
  CHECK(blocks("<pre>一行\n二行</pre>") == "一行\n二行");
}

TEST_CASE("read_html: navigation, scripts, hidden parts and the readings of ruby are left out") {
  CHECK(blocks("<header>看板</header><nav>目次</nav><p>本文</p><aside>広告</aside>"
               "<script>var x = '港';</script><style>p{}</style><footer>住所</footer>") == "本文");
  CHECK(blocks("<div id=gnav>目次</div><div class='x breadcrumb'>上へ</div><p>本文") == "本文");
  CHECK(blocks("<p hidden>隠</p><p style='display: none'>隠</p><p aria-hidden=true>隠</p><p>本文") ==
        "本文");
  CHECK(blocks("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>の本</p>") == "漢字の本");
  CHECK(blocks("<body class=menu><p>本文</body>") == "本文");
}

TEST_CASE("read_html: a marked main text goes before the rest, a scrap does not") {
  const std::string essay(300, 'x');
  CHECK(blocks("<p>お知らせ</p><article><header><h1>題</h1></header><p>" + essay +
               "</p></article><p>関連</p>") == "題|" + essay);
  CHECK(blocks("<h1>題</h1><p>前</p><main><p>" + essay + "</p></main>") == "題|" + essay);
  CHECK(blocks("<article>x</article><p>" + essay + "</p>") == "x|" + essay);
}

TEST_CASE("read_html: broken markup and 100,000 nested tags do no harm") {
  const auto nested = [](const std::string &tag, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += tag;
    return out;
  };
  CHECK(blocks("<p>a<div>b</p></span>c</div></div><b>d") == "a|bc|d");
  CHECK(blocks("<p>a<!-- never closed") == "a");
  CHECK(blocks("").empty());
  CHECK(blocks(nested("<div>", 9000) + "港") == "港");
  CHECK(blocks("<p>" + nested("<b><i>", 4000) + "港</p><p>町") == "港|町");
  for (const std::string &bomb :
       {nested("<div>", 100000) + nested("</span>", 100000), "<p>" + nested("<b><i>", 100000)}) {
    try {
      read_html(bomb);
      FAIL("was read");
    } catch (const error &problem) {
      CHECK(std::string(problem.what()).find("nested more than 10000 deep") != std::string::npos);
    }
  }
}

TEST_CASE("read_document: a page gives title, authors, date, keywords and an essay's body") {
  const read_result page = read("x.txt", R"(<!DOCTYPE html><html><head>
<meta charset="utf-8"><title>港の電気 | 海都研究所</title>
<meta name="author" content="青海 太郎, 白浜 花子"><meta name="keywords" content="港, 電気">
<meta property="article:published_time" content="2024-11-04T09:00:00+09:00">
<script>ignored()</script></head><body><nav>目次</nav>
<h1>港の電気</h1><p>船は待つ。</p><p>町は暗い。</p><p>以上</p></body></html>)");
  CHECK(page.format == file_format::html);
  CHECK(page.content.title == "港の電気");
  CHECK(page.content.authors == std::vector<std::string>{"青海 太郎", "白浜 花子"});
  CHECK(page.content.date == "2024-11-04");
  CHECK(page.content.attributes.at("keywords") == R"(["港","電気"])");
  CHECK(page.content.body == "船は待つ。\n\n町は暗い。");
  CHECK(page.confidence.at("title") > 0.9);
}

TEST_CASE("read_document: a page without declarations is read as the essay that it shows") {
  const read_result page = read("x", "<html><title>海都研究所</title><body><h2>小論</h2>"
                                     "<h1>待つ船</h1><p>かいとう資源研究所 研究員 白浜 花子</p>"
                                     "<p>2024年11月</p><p>船は沖で待っている。</p>");
  CHECK(page.content.title == "待つ船");
  CHECK(page.content.authors == std::vector<std::string>{"白浜 花子"});
  CHECK(page.content.date == "2024-11");
  CHECK(page.content.body.find("船は沖で待っている。") != std::string::npos);
}

TEST_CASE("read_document: a page in CP932 declares itself") {
  const read_result page =
      read("x", "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; "
                "charset=Shift_JIS\"><title>t</title></head><body><h1>\x93\xfa\x96{</h1>"
                "<p>\x93\xfa\x96{</p><p>x</p></body></html>");
  CHECK(page.content.title == "日本");
  CHECK(page.charset == "CP932");
  CHECK(page.charset_evidence == "declared");
}

TEST_CASE("read_document: Markdown with front matter") {
  const read_result text = read("x.txt", "---\ntitle: \"港の電気: 続き\"\nauthors:\n  - 青海 太郎\n"
                                         "  - 白浜 花子\ndate: 2024-11-04\ntags: [港, 電気]\n"
                                         "topics: 資源/電力\n---\n\n# 一\n\n船は**待つ**。"
                                         "[港](http://x.example/)へ。\n\n- 甲\n- 乙\n");
  CHECK(text.format == file_format::markdown);
  CHECK(text.content.title == "港の電気: 続き");
  CHECK(text.content.authors == std::vector<std::string>{"青海 太郎", "白浜 花子"});
  CHECK(text.content.date == "2024-11-04");
  CHECK(text.content.topics == std::vector<std::string>{"資源/電力"});
  CHECK(text.content.body.find("船は待つ。港へ。") != std::string::npos);
  CHECK(text.content.body.find("http") == std::string::npos);
}

TEST_CASE("read_document: Markdown without front matter has its first heading as its title") {
  const read_result text = read("x.md", "# The Quiet Substation\n\nBy Mio Hara\n\n## Noise\n\n"
                                        "The neighbours *hum* back.\n");
  CHECK(text.content.title == "The Quiet Substation");
  CHECK(text.content.authors == std::vector<std::string>{"Mio Hara"});
  CHECK(text.content.body.find("The neighbours hum back.") != std::string::npos);
}

TEST_CASE("format_of_text: content goes before the name") {
  CHECK(format_of_text("  <!-- x -->\n<!DOCTYPE HTML><p>", "a.md") == file_format::html);
  CHECK(format_of_text("<?xml version='1.0'?>\n<html>", "a.txt") == file_format::html);
  CHECK(format_of_text("<考える>ということ", "a.html") == file_format::text);
  CHECK(format_of_text("港の電気\n\n船は待つ。\n", "a.html") == file_format::text);
  CHECK(format_of_text("港の電気\n\n- 甲\n- 乙\n", "a.txt") == file_format::text);
  CHECK(format_of_text("# 題\n\n```\ncode\n```\n", "a.txt") == file_format::markdown);
  CHECK(format_of_text("---\n港の電気\n---\n", "a.txt") == file_format::text);
}

TEST_CASE("read_document: a page without text is a failure that says so") {
  const test::temporary_folder folder;
  write(folder / "app.html", "<html><body><div id=app></div><script>render()</script></body>");
  try {
    read_document(folder / "app.html");
    FAIL("was read");
  } catch (const error &problem) {
    CHECK(std::string(problem.what()).find("holds no text") != std::string::npos);
  }
}

TEST_CASE("read_document: a table that a spreadsheet saved as CP932 is a sidecar too") {
  const test::temporary_folder folder;
  write(folder / "a.txt", "題\n\n本文である。\n");
  // path,title / a.txt,日本の港について考える
  write(folder / "metadata.csv",
        "path,title\r\na.txt,\x93\xfa\x96{\x82\xcc\x8d`\x82\xc9\x82\xc2\x82\xa2\x82\xc4\x8dl\x82"
        "\xa6\x82\xe9\r\n");
  CHECK(read_document(folder / "a.txt").content.title == "日本の港について考える");
}

TEST_CASE("glob_matches: as gitignore has it") {
  struct row {
    const char *pattern, *path;
    bool matches;
  };
  for (const row &one : std::vector<row>{{"*.txt", "a.txt", true},
                                         {"*.txt", "a/b.txt", false},
                                         {"a/**", "a/b/c", true},
                                         {"a/**/d", "a/d", true},
                                         {"a/**/d", "a/b/c/d", true},
                                         {"a/**/d", "a/xd", false},
                                         {"**/d", "d", true},
                                         {"**/d", "x/y/d", true},
                                         {"**/d", "xd", false},
                                         {"a?c", "abc", true},
                                         {"a?c", "a/c", false},
                                         {"[a-c]x", "bx", true},
                                         {"[!a-c]x", "bx", false},
                                         {"[!a-c]x", "dx", true},
                                         {"\\*x", "*x", true},
                                         {"\\*x", "ax", false},
                                         {"*a*b*c", "xaybzc", true},
                                         {"*a*b*c", "xaybz", false},
                                         {"[ab", "[ab", false},
                                         {"", "", true}}) {
    CAPTURE(one.pattern);
    CAPTURE(one.path);
    CHECK(glob_matches(one.pattern, one.path) == one.matches);
  }
}
