#include "ingest/furniture_phrases.hpp"

#include <algorithm>
#include <iterator>

#include <unicode/locid.h>

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

bool is_furniture_heading(const icu::UnicodeString &line) {
  static const pattern it(
      u"[■◆●◇□★☆▼▲▽△▶►>・<【\\[〔(「]*(?:"
      u"(?:関連|おすすめ|オススメ|お勧め|人気の?|最新の?|新着|最近の?|注目の?|話題の|過去の|(?:他|ほか)の|その他の|こちらの|このカテゴリの|似ている|似た)"
      u"(?:する)?(?:記事|エントリー?|投稿|相談|質問|ニュース|コラム|(?:調査)?レポート|コンテンツ|ページ|リンク|情報|キーワード|タグ|書籍|商品|論文|トピックス|コメント|トラックバック|動画)(?:一覧|ランキング|も読む|を読む|はこちら)?"
      u"|(?:アクセス|人気(?:記事)?|閲覧数?|週間|月間|総合|注目(?:記事)?|記事)?ランキング|よく読まれている(?:記事|ページ)?|(?:あわせて|合わせて|併せて|次に|こちらも)読みたい(?:記事)?"
      u"|(?:この|今)(?:号|巻|特集|連載|シリーズ)の(?:目次|記事|ほかの記事|他の記事)|subsections|documentoutline"
      u"|(?:この記事|こちら)を読んだ(?:人|方)は.*|この記事を書いた(?:人|ライター|記者)(?:について)?|この(?:記事|ページ)(?:を|の)(?:シェア|共有)(?:する)?|シェア(?:する)?|sns(?:で)?シェア"
      u"|コメント(?:一覧|欄)?(?:\\(?[0-9]+件?\\)?|を(?:残す|書く|投稿する?)|する|の投稿)|トラックバック(?:一覧|url)?(?:\\(?[0-9]+件?\\)?)?|返信を残す"
      u"|カテゴリー?(?:一覧|別)?|(?:月別|年別|過去)?アーカイブ|タグ(?:一覧|クラウド)?|バックナンバー(?:一覧)?|新着(?:情報|一覧)?|お知らせ一覧|ブログロール"
      u"|(?:メールマガジン|メルマガ|ニュースレター)(?:の?(?:登録|配信|購読))?(?:受付中)?|サイト内検索|(?:この)?ブログ(?:内)?(?:を)?検索|カレンダー|スポンサー(?:ド)?リンク|広告|pr|ad"
      u"|(?:サイト)?メニュー|サイトマップ|フォローする|検索|ログイン"
      u"|(?:related|recent|latest|popular|trending|similar|recommended)(?:articles?|posts?|stories|story|content|reading|news|links|comments|entries|topics|commentary|publications|coverage)?"
      u"|(?:top|featured|other|more)(?:articles?|posts?|stories|reading|news|links)(?:fromthis(?:issue|author|series))?"
      u"|(?:you(?:may|might)(?:also)?(?:like|beinterestedin|enjoy)|(?:people|readers)also(?:read|viewed|liked).*|more(?:from|on|by|in|like)(?:this|the|our).{0,40}|readmore|readnext|nextread|upnext|alsoread|seealsoonthissite|whattoreadnext|mostread|mostpopular|mostviewed|editor'?s?picks|don'?tmiss.*)"
      u"|(?:[0-9]+|no|one|leavea|posta|adda)(?:comments?|responses?|replies|reply|thoughts?|trackbacks?|pingbacks?)(?:sofar|on.{2,100}|to.{2,100})?|comments\\([0-9]+\\)"
      u"|(?:blog)?archives?|categories|tags|tagcloud|labels|blogroll|followers|(?:about(?:this)?(?:blog|site))|links|meta|search|follow(?:us|me)|share(?:this)?(?:article|post|story|page|on)?|stayinformed|stayuptodate|stayconnected|subscribe.{0,40}|signup.{0,40}|newsletter|joinourmailinglist|advertisements?|sponsored(?:content)?|navigation|mainmenu"
      u")[】\\]〕)」>▼▲▽:…]*",
      letter_case::any);
  if (line.length() > 120) return false;
  const icu::UnicodeString bare = tight(line);
  static const pattern plain_reference(u"links|meta|comments?|コメント|広告|検索|archives?|responses?", letter_case::any);
  // Essays have parts of these names as well.
  if (plain_reference.matches(bare)) return false;
  return it.matches(bare);
}

bool is_label_of_box(const icu::UnicodeString &line, bool before_text) {
  static const pattern advertisement(u"[\\[【(<■]*(?:スポンサー(?:ド)? ?リンク|広告|pr|ads?|advertisements?|sponsored(?: content)?)[\\]】)>:]*", letter_case::any);
  static const pattern of_reader(
      u".*(?:シェア|共有)(?:する)?|share(?: this)?(?: article| post| story| page)?|(?:[0-9,]+|no|one|leave a|post a|add) (?:comments?|responses?|replies|reply)(?: so far)?|"
      u"(?:コメント|トラックバック)(?:一覧)? ?\\(?[0-9]+件?\\)?|コメント(?:する|を(?:書く|残す))",
      letter_case::any);
  return line.length() <= 40 && (advertisement.matches(line) || (before_text && of_reader.matches(line)));
}

namespace {

/// Lines with such a word anywhere: All rights reserved, Powered by X. Looking for the words costs less than the pattern.
bool is_notice(const icu::UnicodeString &line) {
  static const icu::UnicodeString words[] = {u"reserved", u"無断", u"powered by", u"ブラウザ", u"internet explorer", u"netscape", u"javascript", u"クッキー", u"cookie", u"残り"};
  static const pattern it(
      u".{0,100}(?:all rights reserved|無断(?:転載|複製|使用|引用|転用)(?:を|は|・)?.{0,14}|禁無断転載)[.。]?|.{0,60}powered by .{1,40}|.{0,40}(?:ブラウザ|internet explorer|netscape).{0,20}(?:推奨|ご覧|対応|最適).{0,30}|.{0,10}javascript.{0,30}(?:有効|enable|disabled|required|使用).{0,60}|(?:.{0,30})(?:クッキー|cookies?).{0,20}(?:使用|利用|同意|use|accept|consent).{0,60}|.{0,20}残り[ 0-9,]+文字.{0,30}",
      letter_case::any);
  icu::UnicodeString lower = line;
  lower.toLower(icu::Locale::getRoot());
  return std::any_of(std::begin(words), std::end(words), [&](const icu::UnicodeString &word) { return lower.indexOf(word) >= 0; }) && it.matches(line);
}

/// False where kana or kanji stand behind the ornaments that are none of `first`, as in nearly all sentences.
bool may_begin(const icu::UnicodeString &line, std::u16string_view first) {
  constexpr std::u16string_view ornaments = u"▲△↑▼▽↓◀▶←→<>«»‹›・|[]()^ ";
  int32_t at = 0;
  while (at < line.length() && ornaments.find(line[at]) != npos) ++at;
  return at < line.length() && (first.find(line[at]) != npos || !(is_kana(line[at]) || is_han(line[at])));
}

/// 付表（Excel：88KB）: a file and how large it is.
bool is_file_with_size(const icu::UnicodeString &line) {
  static const pattern it(u".{0,80}[(\\[【]? ?(?:pdf|word|excel|powerpoint|zip|csv|一太郎)(?:形式|ファイル)?(?: ?/ ?| ?: ?| ?, ?| )?(?:約)?[0-9][0-9.,]* ?(?:[kmg]i?b|[kmg]|バイト|キロバイト|メガバイト|bytes?)[)\\]】]?(?:別ウイ?ンドウで開く|別ウィンドウで開く|新しいウィンドウ(?:で開く)?)?", letter_case::any);
  // A look at the last characters costs less.
  static constexpr std::u16string_view ends = u")]】bBkKmMトsSく";
  if (line.length() < 6 || line.length() > 130 || ends.find(line[line.length() - 1]) == std::u16string_view::npos) return false;
  for (int32_t k = std::max(0, line.length() - 30); k < line.length(); ++k)
    if (line[k] >= u'0' && line[k] <= u'9') return it.matches(line);
  return false;
}

// Each is a function of its own: a pattern is compiled where a line may begin it, and most texts have no such line.

/// ページの先頭へ, Share this article: short ones, by their first word.
bool is_short_phrase(const icu::UnicodeString &line) {
  static const pattern it(
      u"[▲△↑▼▽↓◀▶←→<>«»‹›・|\\[\\]()^ ]*(?:"
      u"(?:この|本)?(?:ページ|頁|記事)?の?(?:先頭|トップ|top|最上部|上部|上|頭|冒頭)(?:へ|に|まで)(?:戻る|もどる|移動)?|(?:この)?(?:ページ|頁)の(?:先頭|トップ|最上部)|(?:ページ)?(?:トップ|top)へ?(?:戻る|もどる)?|"
      u"前(?:の(?:記事|投稿|エントリー?|ページ|号|回|頁))?へ(?:進む|戻る)?|次(?:の(?:記事|投稿|エントリー?|ページ|号|回|頁))?へ(?:進む|戻る)?|[前次]の(?:記事|投稿|エントリー?|ページ|号|頁)|(?:第 ?[0-9]{1,4} ?[回話章号]|(?:no|vol)\\.? ?[0-9]{1,4}) ?へ(?:進む|戻る)?|前号へ?|次号へ?|戻る|もどる|"
      u"(?:本文|コンテンツ|メインコンテンツ|ナビゲーション|メニュー)(?:へ|に|を)(?:スキップ|移動|飛ぶ|ジャンプ)(?:する|します)?|読み上げる?|文字サイズ(?:の?変更)?[ 小中大標準拡縮特:/|]*|"
      u"(?:この(?:記事|ページ)を)?(?:印刷(?:する|用(?:画面|ページ)?(?:を開く)?)?|シェア(?:する)?|ツイート(?:する)?|ポスト(?:する)?|共有(?:する)?|保存(?:する)?|ブックマーク(?:に追加|する)?|お気に入りに?(?:追加|登録)|はてなブックマーク|いいね!?|lineで送る|メールで送る|noteで書く|リンクをコピー(?:する)?|urlをコピー(?:する)?)|"
      u"(?:facebook|twitter|x|line|はてな(?:ブックマーク)?|pocket|mixi|linkedin|mastodon|bluesky|note|instagram|youtube|rss|feedly)(?:で(?:シェア|共有|送る|つぶやく)(?:する)?)?(?:[ |・/,]+(?:facebook|twitter|x|line|はてな(?:ブックマーク)?|pocket|linkedin|email|mail|print|copy ?link|rss)(?:で(?:シェア|共有|送る))?)*|"
      u"(?:続き|もっと|記事の?続き|全文)を?(?:読む|見る)|もっと見る|詳しくはこちら|お問い?合わ?せ(?:先|はこちら)?|プライバシー(?:ポリシー|について)?|個人情報(?:保護方針|の(?:取り?扱い|保護)(?:について)?)|利用規約|サイトマップ|サイトポリシー|免責事項|(?:リンク・?)?著作権(?:等)?について|特定商取引法に基づく表記|(?:english|日本語|中文|한국어|japanese)(?:[ |/・]*(?:english|日本語|中文版?|한국어|japanese))*|"
      u"(?:go |back |return )*(?:to )?(?:the )?(?:page )?(?:top|home|index|contents)(?: of (?:the |this )?page)?|top of page|skip to (?:the )?(?:main |primary )?(?:content|navigation|text)|home|"
      u"print(?: this)?(?: page| article)?|share(?: this)?(?: page| article| post| story| on)?|e-?mail(?: this)?(?: page| article| to a friend)?|tweet(?: this)?|pin it|copy link|save|download(?: the)?(?: full)? ?(?:pdf|article|report)?(?: \\(.{1,20}\\))?|export citation.{0,20}|cite this(?: article)?|"
      u"(?:previous|next|prev|older|newer)(?: (?:post|article|page|entry|story|issue)s?)?|read (?:more|next|the full .{1,20})|view all|see all|load more|more|close|menu|accept(?: all)?|manage (?:choices|preferences)|"
      u"terms(?: (?:of use|and conditions|of service|& conditions))?|privacy(?: policy| notice| statement)?|accessibility(?: statement)?|cookie(?: policy| settings| preferences)?|site ?map|contact(?: us)?|subscribe|sign (?:in|up)|log ?in|"
      u"(?:previous|next) [0-9]{1,2}(?: sites)?|skip (?:next|prev(?:ious)?)|random site|list (?:all )?sites|(?:the )?web ?ring(?: hub| home)?|"
      u"(?:(?:show|view) (?:full|simple|the full|all) item record|(?:show|view) (?:usage )?statistics|files in this item ?:?)(?: (?:show|view) (?:usage )?statistics)?|"
      u"permalink|no comments?|share this (?:article|post|story|page) ?: ?(?:[ /|,]*(?:facebook|twitter|x|email|e-mail|linkedin|mastodon|bluesky|reddit|print))+|[0-9]+ comments?(?: so far)?|add (?:a )?comment|leave a (?:reply|comment)"
      u")[▲△↑▼▽↓◀▶←→<>«»‹›・|\\[\\]()^… ]*",
      letter_case::any);
  return it.matches(line);
}

/// 一覧へ戻る, also behind the name of what is listed.
bool leads_back(const icu::UnicodeString &line) {
  static const pattern it(
      u"[▲△↑▼▽↓◀▶←→<>«»‹›・|\\[\\]()^ ]*.{0,12}(?:一覧|目次|トップ(?:ページ)?|ホーム(?:ページ)?|表紙|index|メニュー|top)(?:へ|に)(?:戻る|もどる)?[▲△↑▼▽↓◀▶←→<>«»‹›・|\\[\\]()^… ]*",
      letter_case::any);
  return it.matches(line);
}

/// Copyright 2024 ..., この記事へのご感想は..., Tagged with ...
bool is_long_phrase(const icu::UnicodeString &line) {
  static const pattern it(
      u"(?:copyright|©|&copy;|\\(c\\)(?=.{0,60}(?:(?:19|20)[0-9]{2}|(?-i:\\p{Han})))).{0,140}|"
      u"(?:this page |ページの?)?(?:last (?:modified|updated|revised)|最終更新日?).{0,60}|best viewed (?:with|at|in|on) .{1,80}|"
      u"pdf(?:形式)?(?:の)?(?:ファイル|書類)?(?:を|の)(?:ご覧|閲覧|開く|表示).{0,80}(?:必要です|ください|下さい)[。.]?|"
      u"[«‹<←◀【\\[]* ?(?:[前次]|つぎ|まえ)の(?:記事|投稿|エントリー?|ページ|号|回)(?:へ)? ?[:/>»»→«←‹›<|】\\]].{1,80}|(?:previous|next|prev|older|newer) (?:post|article|entry|story) ?[:>»«←→‹›<] ?.{1,80}|"
      u"(?:この|本)?(?:ページ|記事|回答|情報|コラム)(?:の(?:情報|内容|回答))?は.{0,6}(?:役に立ち|参考になり|分かりやす|わかりやす|見つけやす).{1,12}か?[?。]?(?:[ 、]?(?:はい|いいえ|役に|どちら).{0,40})?|"
      u"(?:当サイトは)?リンクフリー(?:です)?[。.]?|"
      u"items in .{0,40}repository are protected by copyright.{0,110}|please use this identifier to cite or link to this item.{0,110}|"
      u"いただいた(?:サポート|チップ|ご支援)は.{2,50}(?:使|活用|充て|励み).{0,24}|"
      u"この記事が気に入ったら.{0,40}|(?:よろしければ|良かったら|よければ)(?:サポート|シェア|フォロー).{0,40}|"
      u"あなたは.{0,12}(?:番目|人目).{0,20}|you are (?:here|visitor).{0,80}|since [0-9.年月日/ -]{4,20}|(?:posted|filed|published) (?:in|under):? .{1,80}|tagged(?: with| as)? .{1,100}|(?:tags?|topics?|labels?|categor(?:y|ies)|filed under|タグ|カテゴリー?|キーワードタグ) ?: .{1,100}|"
      u"(?:no |any )?(?:unauthori[sz]ed )?reproduction (?:or [a-z]{4,20} )?without (?:the )?(?:prior |express |written )*(?:permission|consent)(?: .{0,60})?\\.?|please enable javascript.{0,80}|(?:sign up|subscribe) (?:for|to) .{0,30}newsletters?.{0,40}|[0-9]{1,2}[ -]min(?:ute)?s? read|"
      u"(?:(?:この|本|当)?(?:ホームページ|ページ|サイト|ウェブサイト|ブログ|記事|コラム|メールマガジン)(?:へ|に(?:対する|関する|ついて))の?)?(?:ご意見|ご感想|お問い?合わ?せ|ご質問|ご連絡).{0,40}(?:まで|(?:ください|下さい|いたします|待ちしています|待ちしております)(?:ませ)?)[。.]?|(?:tel|fax|電話|ファ(?:ッ)?クス|〒)[ :.]?[0-9(+].{0,100}|この記事は有料会員限定です.{0,60}",
      letter_case::any);
  return it.matches(line);
}

}  // namespace

bool is_furniture_phrase(const icu::UnicodeString &line) {
  if (line.length() < 2 || line.length() > 160) return false;
  const bool is_short = line.length() <= 60;
  if (is_short && may_begin(line, u"この本ペ頁記先ト最上頭冒前次第戻も文コメナ読印シツポ共保ブおはいリ続全詳プ個利サ免著特日中") && is_short_phrase(line)) return true;
  if (is_short && holds_any(line, u"覧次プジムー紙xXpP") && holds_any(line, u"へに") && leads_back(line)) return true;
  return (may_begin(line, u"ペ最前次つまこよ良あいタカキ本当ホサウブ記コメごお電フリ") && is_long_phrase(line)) || is_notice(line) || is_file_with_size(line);
}

/// 会社案内｜利用規約｜登録はこちら: at the end of a page fewer words make a menu.
static bool is_short_menu(const icu::UnicodeString &line) {
  constexpr std::size_t fewest = 3;
  if (line.indexOf(u'|') < 0) return false;
  const words parts = split_at(line, u"|");
  return parts.size() >= fewest && std::all_of(parts.begin(), parts.end(), [](const auto &part) { return part.length() <= 16 && !part.endsWith(u"。"); }) &&
         std::any_of(parts.begin(), parts.end(), is_furniture_phrase);
}

bool is_end_matter(const icu::UnicodeString &line) {
  static const pattern phone(u"[^。]{0,60}(?:電話|tel|fax|ファッ?クス|ダイヤルイン|直通)[^。0-9]{0,12}\\(?0[0-9]{1,4} ?[-()] ?[0-9]{1,4} ?[-)] ?[0-9]{3,4}[^。]{0,40}", letter_case::any);
  static const pattern links(u".{0,40}(?:無断リンク|リンク(?:は|の)?(?:ご)?自由).{0,20}|(?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:開設|公開開始)", letter_case::any);
  if (line.length() < 4 || line.length() > 120) return false;
  return (holds_any(line, u"0123456789") && phone.matches(line)) || (holds_any(line, u"リ設始") && links.matches(line)) || is_short_menu(line);
}

bool is_foot_of_site(const std::string &text) {
  static const pattern changed(u"[^。]{0,40}(?:last (?:modified|updated)|最終更新日?) ?:? ?.{4,30}", letter_case::any);
  static const pattern mail(u"[^ ]+(?:@|\\(at\\))[^ ]+\\.[a-z]{2,}", letter_case::any);
  constexpr std::size_t longest = 400, most = 5;
  if (text.size() > longest) return false;
  const std::vector<std::string_view> lines = split(text, '\n');
  bool dated = false;
  return lines.size() <= most && std::all_of(lines.begin(), lines.end(), [&](std::string_view one) {
    const icu::UnicodeString line = fold(one);
    const bool change = changed.matches(line);
    dated = dated || change;
    return change || line.isEmpty() || is_furniture_phrase(line) || is_way_through_site(line) || mail.matches(line);
  }) && dated;
}

bool is_filing_line(const icu::UnicodeString &line) {
  static const pattern it(
      u"(?:filed (?:in|under)|tagged(?: with| as)?):? .{1,100}|(?:tags?|topics?|labels?|categor(?:y|ies)|(?:ハッシュ|キーワード)?タグ|カテゴリー?) ?: .{1,100}|#(?-i:[\\p{L}_])[^ #]*(?:[ ,]*#(?-i:[\\p{L}_])[^ #]*)*",
      letter_case::any);
  return line.length() <= 120 && begins_with_any(line, u"fFtTlLcCタハカキ#") && !ends_with_any(line, u"。.!?") && it.matches(line);
}

bool is_post_information(const icu::UnicodeString &line) {
  static const pattern it(u"this (?:entry|post|article) was (?:posted|written|filed|published) .{0,300}(?:filed under|rss|comments?|trackback|bookmark|permalink).{0,200}", letter_case::any);
  return line.length() <= 500 && it.matches(line);
}

bool is_comment_heading(const icu::UnicodeString &line) {
  static const pattern it(u"[■◆●▼【\\[<]*(?:(?:みなさん|皆さん|読者)(?:から)?の)?(?:コメント|ご意見・ご感想|感想|comments?|responses?|reader comments|discussion)[】\\]>:]*", letter_case::any);
  return line.length() <= 30 && it.matches(line);
}

bool is_comment_signature(const icu::UnicodeString &line) {
  static const pattern it(
      u"(?:投稿者|posted by|by|from|commented by|comment by)? ?:? ?.{1,30}?(?: ?(?:[:|@,/]|さん|より|on|at|\\() ?|  ?)(?:(?:19|20)[0-9]{2}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}日?(?: ?\\([月火水木金土日]\\))?|.{0,12}(?:19|20)[0-9]{2},?(?: at)?) ?[0-9]{1,2}[:時][0-9]{2}.{0,12}"
      u"|.{1,30} (?:says|said|writes|wrote)(?: ?: ?|\\.\\.\\.|…)|.{1,20}(?:さん)?より ?:|[0-9]{1,3} ?[.:] ?(?:名前|投稿者) ?:.{0,40}",
      letter_case::any);
  return line.length() <= 90 && it.matches(line);
}

bool is_reference_heading(const icu::UnicodeString &line) {
  static const pattern it(
      u"[■◆●【\\[<(]*(?:[0-9]+[. ]*)?(?:.{0,6}(?:参考|参照|引用).{0,10}|文献(?:一覧|リスト)?|出典|出所|典拠|(?:脚|後|原)?[注註]釈?(?:記|解)?|資料(?:一覧|集)?|付録|附録|リンク集|(?:業績|著作|論文|目)(?:一覧|録)?|"
      u"notes?(?: and references)?|foot ?notes|end ?notes|references(?: cited)?|bibliography|(?:data )?sources?|works cited|literature(?: cited)?|citations|further reading|external links|see also|appendix.{0,40}|resources|.{0,20}links|publications)[】\\]>):]*",
      letter_case::any);
  return line.length() <= 60 && it.matches(line);
}

namespace {

bool has_japanese(const icu::UnicodeString &word) {
  for (int32_t i = 0; i < word.length(); ++i)
    if (is_cjk(word[i])) return true;
  return false;
}

/// What is no furniture alone, but is between such.
bool is_place_of_site(const icu::UnicodeString &word) {
  static const pattern it(u"[小中大]|標準|拡大|縮小|ホーム(?:ページ)?|トップ(?:ページ)?|目次|一覧|前|次|索引|top|index|contents|up|←|→|リンク集?|掲示板|rss", letter_case::any);
  return it.matches(word);
}

/// "前へ 目次へ 次へ", "シェアする ツイート": nothing but such words, one blank between them.
bool is_all_such_words(const icu::UnicodeString &line) {
  const words parts = split_words(line);
  if (parts.size() < 2 || parts.size() > 12) return false;
  std::size_t phrases = 0;
  for (const icu::UnicodeString &word : parts) {
    if (is_furniture_phrase(word) && has_japanese(word))
      ++phrases;
    else if (!is_place_of_site(word))
      return false;
  }
  return phrases > 0;
}

}  // namespace

bool is_way_through_site(const icu::UnicodeString &line) {
  if (is_all_such_words(line)) return true;
  // What sets parts apart is rare in sentences.
  if (!holds_any(line, u"|/*・>»→◆■▲:•·‹›[]<\t　") && line.indexOf(u"  ") < 0) return false;
  static const pattern between(u"(.{0,40}?)(?: ?[|/*・>»→◆■▲・:•·‹›\\[\\]<] ?| {2,}|\\t|　)+(.*)");
  // A menu may hold words of the site's own between those that all sites have.
  constexpr int32_t longest_word = 14;
  constexpr int fewest_of_menu = 5;
  icu::UnicodeString rest = line;
  int parts = 0, own = 0;
  for (int guard = 0; guard < 12 && !rest.isEmpty(); ++guard) {
    const auto match = between.match(rest);
    const icu::UnicodeString part = match ? match->groups[1] : rest;
    if (!part.isEmpty()) {
      if (!is_furniture_phrase(part) && !is_place_of_site(part)) {
        if (part.length() > longest_word || line.indexOf(u'|') < 0) return false;
        ++own;
      }
      ++parts;
    }
    if (!match) break;
    rest = match->groups[2];
  }
  return own == 0 ? parts >= 2 : parts >= fewest_of_menu && parts - own >= 2;
}

bool is_trail_of_site(const icu::UnicodeString &line) {
  static const pattern it(u"(?:ホーム|トップ(?:ページ)?|home|top)(?: ?[>»›|] ?[^>»›|]{1,40}){1,6}", letter_case::any);
  return line.length() <= 120 && holds_any(line, u">»›|") && it.matches(line);
}

bool is_retrieval(const icu::UnicodeString &line) {
  static const pattern it(u"\\(?(?:.{4,20}(?:取得|閲覧|アクセス|保存)|(?:retrieved|accessed|downloaded|printed|saved)\\b.{4,40})\\)?", letter_case::any);
  return line.length() <= 60 && holds_any(line, u"0123456789") && holds_any(line, u"取閲ア保dD") && it.matches(line);
}

bool is_disclaimer(const icu::UnicodeString &line) {
  static const pattern it(
      u"[※*・]? ?(?:本|当)(?:資料|レポート|稿|誌|書|メモ|ニュース|欄|要旨|コラム|記事|論文|報告書?|文書|シリーズ|コメンタリー)(?:は|の|に).{0,80}(?:情報(?:の)?提供(?:(?:のみ|だけ)?[をが]?(?:唯一の|主たる|主な)?目的|の(?:ため|み))|個人の見解|筆者個人|公式見解|見解を(?:示|代表)|保証する|"
      u"投資勧誘|勧誘を目的).{0,80}"
      u"|[※*]? ?(?:ご利用に際しての留意事項|(?:巻末|末尾|最終頁|最終ページ)の?.{0,20}(?:免責|留意|注意)事項).{0,60}"
      u"|(?:attorney advertising|this (?:client |legal )?(?:alert|memorandum|bulletin|newsletter|publication|briefing|material) .{0,80}(?:information(?:al)?\\b|constitute|advice).{0,80}|this (?:report|paper|document|article|note)(?! (?:first |was |is |has |been |originally )*(?:appeared|published|delivered|presented|written|based|adapted)).{0,140}"
      u"(?:for (?:general |your )?information|information(?:al)? (?:purposes|only)|advice|solicit|an offer|liabilit|liable|warrant|responsib|believed to be|(?:without|no|not) (?:any )?guarantee|(?:views|opinions?) (?:of|expressed)|reproduced?\\b|copyright|confidential|prepared (?:by|for|under|as)|intended|constru|"
      u"constitut|endorse|not (?:necessarily )?(?:represent|reflect|imply)|distributed|permission|disclaim)"
      u"|the (?:views|opinions)(?: and opinions)? expressed|for (?:subscribers|members|internal use) only).{0,160}",
      letter_case::any);
  return begins_with_any(line, u"本当ご巻末最aAfFtT", u"※*・ ") && it.matches(line);
}

}  // namespace libsearch::ingest
