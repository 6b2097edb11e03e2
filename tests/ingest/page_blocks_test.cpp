#include "ingest/page_blocks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "page_support.hpp"

using test::page_blocks;
using test::sentence;

TEST_CASE("keep_text_blocks: what stands below 関連記事 goes, the text behind the next heading stays") {
  const std::string text = "<p>" + sentence + "</p>";
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>関連記事</h2><ul><li><a href=a>冬の灯油</a><li><a href=b>島の電線</a></ul><h2>付記</h2>" + text) ==
        "題名|" + sentence + "|付記|" + sentence);
}

TEST_CASE("keep_text_blocks: named parts of a page") {
  const std::string text = "<p>" + sentence + "</p>";
  for (const char *name : {"sidebar", "global-nav", "RelatedArticles", "sns_share", "post__share-list", "breadcrumbs", "comments", "pagetop"}) {
    CAPTURE(std::string(name));
    CHECK(page_blocks("<h1>題名</h1>" + text + "<div class='" + name + "'>別の話</div>") == "題名|" + sentence);
  }
  for (const char *name : {"footnotes", "related-work", "entry-content", "abstract", "lead"}) {
    CAPTURE(std::string(name));
    CHECK(page_blocks("<h1>題名</h1>" + text + "<div class='" + name + "'>別の話</div>") == "題名|" + sentence + "|別の話");
  }
}

TEST_CASE("keep_text_blocks: a name on most of the page's prose is void") {
  CHECK(page_blocks("<h1>題名</h1><div class=sidebar><p>" + sentence + "</p></div>") == "題名|" + sentence);
}

TEST_CASE("keep_text_blocks: links inside the text and below References stay, lists of links outside go") {
  const std::string text = "<p>" + sentence + "</p>", links = "<ul><li><a href=a>冬の灯油</a></li></ul>";
  CHECK(page_blocks("<h1>題名</h1>" + text + links + text) == "題名|" + sentence + "|冬の灯油|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + links) == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>参考文献</h2>" + links) == "題名|" + sentence + "|参考文献|冬の灯油");
}

TEST_CASE("keep_text_blocks: a page of some short lines is a page") {
  CHECK(page_blocks("<h1>題名</h1><p>短い。</p>") == "題名|短い。");
  CHECK(page_blocks("<nav><p>これしかない</p></nav>") == "これしかない");
}

TEST_CASE("keep_text_blocks: readers' comments are no text, the author's are") {
  const std::string text = "<p>" + sentence + "</p>";
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>コメント</h2><p>" + sentence + "</p><p>凧屋 : 2006年03月02日 08:41</p>") == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h3>Comments</h3><p>Nell said...</p>" + text + "<h3>付記</h3>" + text) == "題名|" + sentence + "|付記|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>コメント</h2>" + text) == "題名|" + sentence + "|コメント|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<div class=comments-body>" + text + "</div>") == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<div class=author-comment>" + text + "</div>") == "題名|" + sentence + "|" + sentence);
}

TEST_CASE("keep_text_blocks: a list of files below the text is none of it, a source is") {
  const std::string text = "<p>" + sentence + "</p>";
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>添付資料</h2><ul><li><a href=a.pdf>手引き</a>（PDF形式：1.2MB）<li><img>付表（Excel：88KB）</ul>") == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<h2>参考文献</h2><ul><li><a href=a.pdf>砂川実「潮の値段」</a></ul>") == "題名|" + sentence + "|参考文献|砂川実「潮の値段」");
}

TEST_CASE("keep_text_blocks: lines without end that may head comments or name who posted cost no time") {
  const auto start = std::chrono::steady_clock::now();
  for (const char *line : {"<p>コメント</p>", "<p>投稿者 である</p>", "<h2>コメント</h2><p>凧屋</p>", "コメント<br><br>"}) {
    CAPTURE(std::string(line));
    CHECK(page_blocks("<h1>題名</h1><p>" + sentence + "</p>" + test::repeated(line, 20000)).find(sentence) != std::string::npos);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
