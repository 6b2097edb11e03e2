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

TEST_CASE("keep_text_blocks: the label of an advertisement, and counts and links above the text, head nothing beside their box") {
  const std::string text = "<p>" + sentence + "</p>", end = "<p>" + sentence + "</p><p>" + sentence + "</p><p>" + sentence + "</p>";
  const std::string all = sentence + "|" + sentence + "|" + sentence + "|" + sentence;
  CHECK(page_blocks("<h1>題名</h1>" + text + "<div class=ad-slot><span>スポンサーリンク</span></div>" + end) == "題名|" + all);
  CHECK(page_blocks("<h1>題名</h1><div><span>112 comments</span></div>" + text + end) == "題名|" + all);
  CHECK(page_blocks("<h1>題名</h1><div><p>この記事をシェア</p></div>" + text + end) == "題名|" + all);
  CHECK(page_blocks("<h1>題名</h1>" + text + end + "<div><span>112 comments</span></div><p>早い者勝ち。</p>") == "題名|" + all);
}

TEST_CASE("keep_text_blocks: lists of the site's other texts without links") {
  const std::string text = "<h1>題名</h1><p>" + sentence + "</p>";
  for (const char *heading : {"似ている相談", "ほかの記事も読む", "この号の目次", "Subsections", "ほかの調査レポート"}) {
    CAPTURE(std::string(heading));
    CHECK(page_blocks(text + "<div><h3>" + heading + "</h3><ul><li>冬の灯油<li>島の電線</ul></div>") == "題名|" + sentence);
    CHECK(page_blocks(text + "<strong>" + heading + "</strong><ul><li>冬の灯油<li>島の電線</ul>") == "題名|" + sentence);
  }
  CHECK(page_blocks(text + "<h3>似た港の話</h3><ul><li>冬の灯油</ul>") == "題名|" + sentence + "|似た港の話|冬の灯油");
}

TEST_CASE("keep_text_blocks: what stands behind a text") {
  const std::string text = "<h1>題名</h1><p>" + sentence + "</p>";
  for (const char *end : {"<center><a href=a>その二　円とお守り</a>　<a href=b>その四　貯金箱の割り方</a><br>１９９８年４月開設　無断リンク歓迎</center>",
                          "<p>事務局　月曜から金曜　10時から16時　電話・ファクス 099-111-2222</p>", "<div>会社案内｜利用規約｜登録はこちら</div>", "<p>つぎの記事：ミツバチの宅配便</p>",
                          "<p>このページの情報は役に立ちましたか？</p>", "<div class=cta><p>無料で電話相談（24時間受付）</p></div>", "<p>リンクフリー</p>",
                          "<center>[ <a href='#'>Previous 5 Sites</a> | <a href='#'>Skip Next</a> | <a href='#'>Random Site</a> ]</center>"}) {
    CAPTURE(std::string(end));
    CHECK(page_blocks(text + end) == "題名|" + sentence);
  }
  for (const char *end : {"出典：港湾局「調査」、港の会「記録」", "電話が鳴った", "朝｜昼｜夜", "つぎの朝、船は出た", "表1 港の電気と海の電気", "リンクの話"}) {
    CAPTURE(std::string(end));
    CHECK(page_blocks(text + "<p>" + end + "</p>") == "題名|" + sentence + "|" + end);
  }
  CHECK(page_blocks(text + "<p>出典：<a href=a>港湾局</a>の調査、<a href=b>港の会</a>の記録</p>") == "題名|" + sentence + "|出典：港湾局の調査、港の会の記録");
  CHECK(page_blocks(text + "<h2>参考文献</h2><p><a href=a>港湾局</a>の調査、<a href=b>港の会</a>の記録</p>") == "題名|" + sentence + "|参考文献|港湾局の調査、港の会の記録");
  CHECK(page_blocks(text + "<div>int <a href=o>open</a> (<a href=p>path</a> p, <a href=m>mode</a> m)</div>") == "題名|" + sentence + "|int open (path p, mode m)");
  const std::string desk = "事務局　電話・ファクス 099-111-2222";
  CHECK(page_blocks(text + "<p>" + desk + "</p><p>" + sentence + "</p>") == "題名|" + sentence + "|" + desk + "|" + sentence);
}

TEST_CASE("keep_text_blocks: cells that are columns of a page, and a table of data") {
  const std::string column = "<td id=leftcolumn><div>メインメニュー</div><div>7 人のユーザが現在オンラインです。<br>登録ユーザ: 0<br>ゲスト: 7</div>";
  CHECK(page_blocks("<table><tr>" + column + "<td><h1>題名</h1><p>" + sentence + "</p><td id=rightcolumn><div>新着の読み物</div></table>") == "題名|" + sentence);
  const std::string table = "<table><tr><th class=rank>順位<th>港<tr><td class=rank>1<td>海都<tr><td class=side>2<td>北浜</table>";
  CHECK(page_blocks("<h1>題名</h1><p>" + sentence + "</p>" + table + "<p>" + sentence + "</p>") == "題名|" + sentence + "|順位 港|1 海都|2 北浜|" + sentence);
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

TEST_CASE("keep_text_blocks: a heading of links in one block with them") {
  const std::string text = "<h1>潮の値段</h1><p>" + test::sentence + "</p>";
  const std::string links = "<br>・<a href=/1>港の新しい市場の一覧</a>（8/30）<br>・<a href=/2>桟橋の開票速報</a>（8/31）";
  const std::string more = "<p>" + test::sentence + "</p>";  // links inside of the text are sources, where no heading says otherwise
  CHECK(test::page_document(text + "<div><b>■注目の記事</b>" + links + "</div>" + more).body.find("開票") == std::string::npos);
  CHECK(test::page_document("<table><tr><td>" + text + "<hr><a href=/3>この記事を友人に送る</a></td><td>■注目の記事" + links + "</td></tr></table>" + more).body.find("開票") == std::string::npos);
  CHECK(test::page_document(text + "<div><b>■港の資料</b>" + links + "</div><p>" + test::sentence + "</p>").body.find("港の新しい市場の一覧") != std::string::npos);
  CHECK(test::page_document(text + "<div><b>■注目の記事</b><br>桟橋の長さは百間である。<br>潮は<a href=/1>二度</a>満ち<a href=/2>二度</a>引く。</div>").body.find("百間") != std::string::npos);
}

TEST_CASE("is_prose: initials and titles before a name end no sentence") {
  const auto prose = [](const std::string &text) {
    libsearch::ingest::text_block one;
    one.text = text;
    return libsearch::ingest::is_prose(one);
  };
  CHECK_FALSE(prose("By Jane Doe and Dr. Samuel T. Roe of the harbour office / September 6, 2023"));
  CHECK(prose("They asked Samuel T. Roe of the harbour office. Nobody else knew the way"));
}

TEST_CASE("keep_text_blocks: below the text, who answers the telephone and when the page was changed") {
  const std::string text = "<p>" + sentence + "</p>";
  CHECK(page_blocks("<h1>題名</h1>" + text + "<p>港湾局 企画課　ダイヤルイン：03-0000-0000</p>") == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<div>このページの先頭<br>海都協会事務局　Last modified: 2001/07/02<br>kyokai@kaito.example</div>") == "題名|" + sentence);
  CHECK(page_blocks("<h1>題名</h1>" + text + "<p>港の灯を消した日<br>海都協会事務局　Last modified: 2001/07/02</p>") == "題名|" + sentence + "|港の灯を消した日\n海都協会事務局　Last modified: 2001/07/02");
  CHECK(page_blocks("<h1>題名</h1>" + text + "<p>直通の船は朝に出る</p>") == "題名|" + sentence + "|直通の船は朝に出る");
}
