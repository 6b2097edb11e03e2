// Headings and lines of web pages whose words alone say that they are no text.
#ifndef LIBSEARCH_INGEST_FURNITURE_PHRASES_HPP
#define LIBSEARCH_INGEST_FURNITURE_PHRASES_HPP

#include <unicode/unistr.h>

namespace libsearch::ingest {

/// 関連記事, アクセスランキング, Recent Posts, 3 Comments: what stands below is no part of the text. Folded.
bool is_furniture_heading(const icu::UnicodeString &line);

/// A short folded line: このページの先頭へ, 印刷する, Share this, Copyright ...
bool is_furniture_phrase(const icu::UnicodeString &line);

/// スポンサーリンク, 広告; before the text also 112 comments, この記事をシェア: the heading of its own box at most. Folded.
bool is_label_of_box(const icu::UnicodeString &line, bool before_text);

/// What only stands behind a text: a telephone number and hours, リンクはご自由に, a menu of some words. Folded.
bool is_end_matter(const icu::UnicodeString &line);

/// Lines of which one says when the page was changed, and the others lead through the site or are an address of its mail.
bool is_foot_of_site(const std::string &text);

/// タグ: 港, 電気; "Filed in: drafts"; #港 #電気: the words under which a site files a text. Folded.
bool is_filing_line(const icu::UnicodeString &line);

/// "This entry was posted on ... and is filed under ...".
bool is_post_information(const icu::UnicodeString &line);

/// コメント, Comments: what readers wrote may stand below, or a part of the text.
bool is_comment_heading(const icu::UnicodeString &line);

/// A line that names who wrote a comment, and when: 凧屋 : 2006年03月02日 08:41, "Nell said...".
bool is_comment_signature(const icu::UnicodeString &line);

/// 参考文献, 脚注, 出典, Notes, References: below it, links are text.
bool is_reference_heading(const icu::UnicodeString &line);

/// 目次, 前へ, ホーム | 一覧 and the like, where each part leads somewhere.
bool is_way_through_site(const icu::UnicodeString &line);

/// ホーム > コラム > 2022年: the way to a page.
bool is_trail_of_site(const icu::UnicodeString &line);

/// (2022年10月5日取得): when a copy was made.
bool is_retrieval(const icu::UnicodeString &line);

/// What an institute says of a paper's purpose and whose opinion it is: 本資料は情報提供のみを目的として...
bool is_disclaimer(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
