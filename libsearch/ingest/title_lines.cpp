#include "ingest/title_lines.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <unicode/uchar.h>

#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

bool is_genre(const icu::UnicodeString &line) {
  static const pattern it(
      u"[<【\\[〔《〈=]\\p{Han}{2,3}[>】\\]〕》〉=]|=[\\p{Han}\\p{Katakana}ー]{2,6}=|[<【\\[〔(《〈■◆●○]*(?:小論|論説|論考|論文|原著(?:論文)?|査読論文|特集(?:[◎:・].{2,20})?|研究成果|調査|(?:特別|会員|読者|緊急)?寄稿|巻頭(?:言|エッセイ|論文)|視点|論点|論壇|コラム|解説|随筆|随想|巻頭随想|話題提供|[^ 、。]{0,4}(?:史料|資料|事例|論文|文献|図書|書籍|動向|研究)紹介|実践報告|別紙|参考資料|配[布付]資料|(?:委員|会員|事務局|事業者)?(?:提出|説明|報告|配布)資料|技術論文|レポート|"
      u"(?:調査|研究|活動|出張|現地|海外|会議)?(?:報告|レポート)|調査研究|研究(?:ノート|論文|資料)|速報|短報|総説|エッセ[イー]|時評|時論|書評|"
      u"新刊紹介|(?:特別|ロング)?インタビュー|対談|鼎談|座談会|(?:特別|基調|記念|招待)?講演(?:録|要旨|会?記録)|(?:基調|特別|記念|招待)講演|議事(?:要旨|録|概要)|(?:シンポジウム|セミナー|フォーラム|ワークショップ|研究会|座談会)(?:の?記録|録|報告|要旨)|資料|展望|(?:政策|緊急|共同)?提言|"
      u"(?:理事長|会長|所長|総裁|社長|代表|大臣|事務局長?)?(?:声明|談話|挨拶|コメント|見解)|追悼(?:文)?|(?:用語|キーワード|図表|データ)解説|年頭所感|翻訳|連載|(?:プレス|ニュース)リリース|事務連絡|通知|回覧|報道(?:関係)?(?:者)?(?:各位|資料|発表)|関係者?各位|各位|お知らせ|"
      u"(?:an?|the)?(?:special|guest|policy|research|working|discussion|technical|original|client|legal|workshop|seminar|symposium|conference|meeting|event|forum)?(?:summary|contribution|essay|column|commentary|opinion|conversation|report|article|brief|feature|note|paper|"
      u"discussion|workingpaper|interview|bookreview|viewpoint|insight|editorial|lecture|speech|address|keynote(?:address|speech)?|remarks|review|analysis|memo|alert|newsletter|(?:lecture|meeting|conference|discussion)(?:record|notes?|minutes))|(?:press|news|media)release|(?:reviews|articles|essays|letters|originalarticleopenaccess|openaccess)|inmemoriam|obituary|forimmediate(?:release|use)|forreleaseondelivery|(?:press)?statement|(?:ディスカッション|ワーキング)・?ペーパー|調査資料|"
      u"(?:(?:平成|令和)?[0-9元]{1,4}年度)?[^―—–~〜:-]{0,10}(?:報告書|報告)(?:\\(.{1,8}\\))?)[0-9①-⑳]{0,2}(?:[-‐－][0-9]{1,2})?[>】\\]〕)》〉■◆●○]*",
      letter_case::any);
  constexpr std::u16string_view last =
      u"論説考文著集稿言イ点壇ム筆トー告究料報評介談話会録旨要望明悼感訳載ス絡知覧位表せ書拶解想紙供演果査"
      u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳>】]〕)》〉=■◆●○";
  return line.length() <= 30 && ends_with_any(line, last) && it.matches(tight(line));
}

bool is_section_label(const icu::UnicodeString &line) {
  static const pattern it(
      u"[<【\\[〔(■◆●○]*(?:[0-9ⅠIVX]{1,2}[.、]?)?(?:要約|要旨|概要|はじめに|序論?|序章|まえがき|目次|もくじ|(?:本稿の)?ポイント|骨子|背景(?:[と・](?:目的|課題|経緯))?|サマリー|本文|結論|"
      u"おわりに|abstract|(?:executive)?summary|introduction|contents|tableofcontents|highlights|keypoints)[>】\\]〕)■◆●○]*:?"
      u"|[<【\\[〔(]?(?:キーワード|key ?words?|jel(?: ?(?:classification|codes?|分類))?)[>】\\]〕)]?:?.*",
      letter_case::any);
  constexpr std::u16string_view first = u"要概は序ま目も本ポ骨背サ結おキaesicthkjvxAESICTHKJVXⅠ";
  return line.length() <= 120 && begins_with_any(line, first, u"<【[〔(■◆●○0123456789.、 ") && it.matches(tight(line));
}

bool marks_names(const icu::UnicodeString &line) {
  static const pattern it(u"(?:\\p{Lu}[\\p{L}.'’-]* ){1,3}\\p{Lu}\\p{Ll}[\\p{L}'’-]* ?(?:[*†‡§]+ ?[a-z]?\\)?|[0-9][*†‡§]) ?,.*");
  return line.length() <= 200 && line.indexOf(u',') > 0 && holds_any(line, u"*†‡§") && it.matches(line);
}

bool is_identifier(const icu::UnicodeString &line) {
  static const pattern it(u"[0-9]{1,3}-[0-9]{1,3}|(?:e-?ISSN|ISSN|ISBN|DOI|UDC|https?://|www\\.).{0,100}|(?:研究)?課題番号 ?:? ?[0-9A-Z-]{4,14}", letter_case::any);
  return begins_with_any(line, u"eEiIdDuUhHwW0123456789研課") && it.matches(line);
}

bool is_contents_heading(const icu::UnicodeString &line) {
  static const pattern it(u"[<【\\[〔(■◆●○]*(?:目次|もくじ|(?:table ?of ?)?contents)[>】\\]〕)■◆●○]*", letter_case::any);
  return line.length() <= 20 && it.matches(tight(line));
}

bool is_record(const icu::UnicodeString &line) {
  static const pattern it(u"[<【\\[〔(]?(?:議事|講演|会議|討議|質疑|会合|審議|結果|調査結果)(?:の?(?:概要|要旨|要録|記録|録|メモ))[>】\\]〕)]?|(?:中間|最終|結果|調査|調査結果|実態調査|事業|第[一二三0-9]次)?(?:とりまとめ|取りまとめ|取り纏め|報告書?|答申|提言書?|骨子|論点整理|要望書|意見書)(?:\\(?案\\)?)?");
  return line.length() <= 14 && it.matches(tight(line));
}

bool is_addressee(const icu::UnicodeString &line) {
  static const pattern it(u".{1,30}(?:各位|殿|様|御中)|Dear .{1,40}");
  return line.length() <= 32 && (ends_with_any(line, u"位殿様中") || line.startsWith(u"D")) && it.matches(line);
}

bool is_rubric(const icu::UnicodeString &line) {
  constexpr std::u16string_view last = u"dn眼と言ト室ム談話窓目壇評想記信りば場ン描台義感行訪来点道情滴スチプモーズュ話】>》〉]〕nrstghwfakmyledoKNRSTWYEFsy◆●■★☆◇□○▼▲";
  if (line.isEmpty() || line.length() > 60 || (line.length() > 40 && has_cjk(line)) || last.find(line[line.length() - 1]) == npos) return false;
  static const pattern it(
      u".{2,14}(?:ノート|教室|コラム|談話室|対談|の窓|の[目眼]|ひとこと|一言|論壇|時評|随想|歳時記|通信|便り|だより|レポート|リポート|ひろば|広場|サロン|点描|展望台|"
      u"談義|雑記|雑感|日記|紀行|探訪|往来|交差点|の現場|の視点|の論点|の広場|の散歩道|短信|事情|余話|夜話|よもやま話|四方山話|余滴|メモ|レビュー|フラッシュ|シリーズ|トピックス|ニュース|"
      u"ウォッチ|フォーカス|クローズアップ)"
      u"|.{0,24}(?:ワーキング|ディスカッション)・?ペーパー(?:・?シリーズ)?|[【<《〈\\[〔].{2,16}[】>》〉\\]〕]|([◆●■★☆◇□○▼▲]) ?.{2,16} ?\\1"
      u"|[A-Z][A-Za-z .'’&-]{3,40} [|/] (?:[A-Z][a-z]+ )?(?:Comment|Commentary|Opinion|Analysis|Insight|Viewpoint|Blog|Column|Essay|Review|Report|Article|News|Briefing)"
      u"|(?:[A-Z][A-Za-z]+ ){0,3}(?:Bulletin|Newsletter|Column|Notes?|Insights?|Perspectives?|Letters?|Digest|Monitor|Briefing|Dispatch|Viewpoint|Focus|Commentary)"
      u"|(?:[A-Z][A-Z'’&-]+ ){0,3}(?:OUTLOOK|REVIEW|SUMMARY|CONTRIBUTION|COMMENTARY|UPDATE|QUARTERLY|REPORT|SERIES|PAPERS?|BULLETIN|NEWSLETTER|NOTES?|BRIEF)"
      u"|(?:[A-Z][A-Za-z&.]+ ){1,6}(?:Paper|Papers|Report|Brief|Note|Memorandum) Series|(?:[A-Z][A-Za-z&.]+ ){0,4}(?:Discussion|Working|Policy|Research|Occasional|Technical) (?:Papers?|Reports?|Briefs?|Notes?)"
      u"|(?:A )?(?:Message|Letter|Greetings?|Note) from (?:the|our) [A-Z][A-Za-z]{3,20}|(?:[A-Z][A-Za-z]+ ){1,3}(?:Weekly|Monthly|Watch|Review|Perspectives)"
      u"|(?:Books?|News|Notes?) in Brief|(?:[A-Z]{2,8} )?(?:Letters?|Notes?|Dispatch|Postcards?|News|Reports?|Views|Voices) from .{2,30}|.{3,30} [-–—|:] (?:(?:The|A) )?(?:Quarterly|Monthly|Weekly|Newsletter|Bulletin|Journal|Magazine|Review) of (?:the )?[A-Z].{2,40}|Opinion|Editorial|Commentary");
  return it.matches(line);
}

bool is_regular_column(const icu::UnicodeString &line) {
  static const pattern it(u".{0,12}(?:コラム|レポート|リポート|ノート|ニュース|トピックス|フラッシュ|インサイト|(?:ニュー?ズ)?レター|コメンタリー|オピニオン|ブリーフ|レビュー|フォーカス|便り|だより|通信|時評|メモ|ブログ|リリース|ペーパー|資料)");
  return line.length() <= 20 && ends_with_any(line, u"ムトスーンフュり信評モグ料") && it.matches(line);
}

bool is_word_for_section(const icu::UnicodeString &line) {
  static const pattern it(u"[\\p{Han}\\p{Katakana}ー・]{0,4}(?:動向|解説|情勢|事情|展望|分析|報告|調査|紹介|講座|論点|視点|情報|事例|最前線|点描|アウトルック)");
  return line.length() <= 6 && it.matches(line);
}

bool is_number_of_paper(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:Vol(?:ume)?\\.? ?[0-9]{1,4}|(?:19|20)[0-9]{2}),? ?)?(?:(?:No|Nr|Number|Vol|Issue)\\.? ?|# ?|第 ?)[0-9A-Z]{1,6}(?:[-/][0-9A-Z]{1,6}){0,3} ?[号巻]?(?:,? (?:Spring|Summer|Autumn|Fall|Winter),? (?:19|20)[0-9]{2})?|(?:[A-Z]{1,6}-)?[0-9]{2,4}-(?:[A-Z]-?)?[0-9]{1,4}", letter_case::any);
  constexpr std::u16string_view last = u"0123456789号巻ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return line.length() <= 40 && ends_with_any(line, last) && holds_any(line, u"0123456789") && it.matches(line);
}

std::string number_of_paper(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:Vol(?:ume)?\\.? ?[0-9]{1,4}|(?:19|20)[0-9]{2}),? ?)?(?:(?:No|Nr|Number|Vol|Issue)\\.? ?|# ?|第 ?)?([0-9A-Z]+(?:[-/][0-9A-Z]+)*) ?[号巻]?(?:,? [a-z]+,? [0-9]{4})?", letter_case::any);
  const auto match = is_number_of_paper(line) ? it.match(line) : std::nullopt;
  return match ? to_utf8(match->groups[1]) : std::string();
}

bool is_issue_of_month(const icu::UnicodeString &line) {
  static const pattern it(u"(?:19|20)[0-9]{2} ?年 ?(?:[0-9]{1,2} ?月|[春夏秋冬]季?) ?号");
  return line.length() <= 14 && it.matches(line);
}

bool is_permission(const icu::UnicodeString &line) {
  static const pattern it(u"[※*(]? ?.{0,30}(?:許可|許諾|承諾|了解|了承|同意)を得て.{0,20}(?:転載|掲載|収録).{0,20}");
  return line.length() <= 80 && holds_any(line, u"転掲収") && it.matches(line);
}

bool is_rule(const icu::UnicodeString &line) {
  static const pattern it(u"[-=_*~.・…‐-―─━┌┐└┘├┤┏┓┗┛╔╗╚╝═＿ ]{3,}");
  return line == u"×" || (line.length() >= 3 && !u_isalnum(line.char32At(0)) && it.matches(line));
}

bool is_circumstance(const icu::UnicodeString &line) {
  static const pattern it(
      u"(?:[0-9]{1,2}[.、)] ?|[・○●■◆-] ?|\\([0-9]{1,2}\\) ?)?[【\\[]?(?:日 ?時|日 ?程|開催日時?|期 ?日|会 ?場|場 ?所|主 ?催|共 ?催|後 ?援|協 ?賛|"
      u"出 ?席 ?者?|参 ?加 ?者|期 ?間|訪問先|出張先|調査先|訪問日|司 ?会|議 ?題|議 ?事|配付資料|定員|参加費|パネリスト|パネラー|モデレーター|コメンテーター|コーディネーター|ファシリテーター|(?:date|time|venue|place|organi[sz]er|host|participants)(?= ?:))"
      u"(?:[】\\]]| ?[:/]| ).{0,120}"
      u"|於[ :・].{1,40}|(?:出席(?:者|委員)|参加者|登壇者|パネリスト)(?: ?\\(.{1,12}\\))?",
      letter_case::any);
  constexpr std::u16string_view first = u"於日開期会場主共後協出参訪調司議配定登パモコフdtvpohDTVPOH", marks = u"0123456789.、) ・○●■◆-(【[";
  return (begins_with_any(line, first, marks) && it.matches(line)) || says_where(line);
}

bool says_where(const icu::UnicodeString &line) {
  static const pattern it(u".{4,40}[ 、)]於 ?[:・ ].{1,40}");
  return line.indexOf(u'於') > 0 && it.matches(line);
}

bool is_imprint(const icu::UnicodeString &line) {
  static const pattern it(u"(?:[^()]{2,30})?(?:書房|書店|出版(?:社|会)?|新社|新書|文庫|選書|書林|書院|Press|Books)[ 、,].{0,24}(?:19|20)[0-9]{2}.{0,40}(?:刊|頁|判|円|pp\\.?)(?:[^。]{0,30})|(?:.{2,40} ?(?:著|編|編著|訳|監修) ?)?\\(.*(?:[0-9]+ ?頁|[0-9]+ ?ページ|[0-9,]+ ?円|[0-9] ?pp\\.|書房|書店|出版|新社|新書|文庫|税[込抜別]).*\\)");
  return line.length() <= 120 && (line.endsWith(u")") || (holds_any(line, u"刊頁判円p") && holds_any(line, u"0123456789"))) && it.matches(line);
}

bool is_court_case(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:原|一|第一|控訴|上告)審 ?[:/] ?)?[^ 、。]{0,6}(?:最高|高|地|家|簡|最|大)裁?[大一二三]?小?(?:判|決|判決|決定) ?(?:明治|大正|昭和|平成|令和|(?:19|20)[0-9]{2}).{4,50}");
  return line.length() <= 80 && holds_any(line, u"判決") && it.matches(line);
}

bool is_contribution(const icu::UnicodeString &line) {
  static const pattern it(
      u"[【\\[(]?(?:聞き手|インタビュア?ー|構成・文|取材・構成|まとめ|監修|監訳|校閲|編集協力|編集|協力|取材協力|写真|撮影|イラスト|挿絵|図版|デザイン|司会|構成|訳者?|翻訳)(?:[】\\])]| ?[:/]| ).{2,60}");
  return line.length() <= 60 && holds_any(line, u"聞イ構取ま監校編協写撮挿図デ司訳翻") && it.matches(line);
}

bool is_reading(const icu::UnicodeString &line) {
  static const pattern it(u"\\([\\p{Hiragana}\\p{Katakana}ー・ ]{3,20}\\)");
  return line.length() <= 22 && it.matches(line);
}

bool is_romanized_name(const icu::UnicodeString &line) {
  constexpr std::u16string_view syllables =
      u"(?:(?:[bcdfghjkmnprstwyz]|sh|ch|ts|[kgnhmrbp]y|kk|tt|ss|pp|tch|kky|ssh)?[aeiouāēīōūâêîôû]h?|n|m(?=[bmp]))+";
  static const std::u16string name = std::u16string(syllables) + u",? " + std::u16string(syllables);
  static const pattern it(name + u"(?:(?:,|、|・| and| &|, and|;) ?" + name + u")*", letter_case::any);
  return line.length() >= 6 && line.length() <= 100 && !is_cjk(line[0]) && it.matches(line);
}

/// A title and the mark behind it that points at a note.
static std::optional<pattern_match> match_marked_title(const icu::UnicodeString &title) {
  static const pattern it(u"(.*[^＊*∗†‡※ ]) ?(?:[＊*∗†‡※]{1,3}|(?<![A-Za-z])[¹²³])");
  return ends_with_any(title, u"＊*∗†‡※¹²³") ? it.match(title) : std::nullopt;
}

std::string bare_title(const std::string &title) {
  static const pattern label(u"(?:題 ?名|標 ?題|表 ?題|論 ?題|題 ?目|タイトル|title) ?[:：] ?(.+)", letter_case::any);
  static const pattern genre(
      u"[【\\[〔［](?:小論|論説|論考|論文|特集|寄稿|巻頭言|コラム|解説|随筆|レポート|調査報告|速報|エッセイ|時評|時論|書評|研究ノート|政策提言|提言|視点|論点)[】\\]〕］] ?(.+)");
  static const pattern markdown(u"#{1,6} (.+)");
  static const pattern ornaments(u"[■◆●◇□★☆◎▼▲△▽＊*]+ ?([^■◆●◇□★☆◎▼▲△▽＊*].*?) ?[■◆●◇□★☆◎▼▲△▽＊*]*");
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(title);
  for (const pattern *around : {&markdown, &ornaments, &label, &genre})
    if (const auto match = begins_with_any(text, u"#■◆●◇□★☆◎▼▲△▽＊*題標表論タtT【[〔［") ? around->match(text) : std::nullopt) text = match->groups[1];
  if (const auto match = match_marked_title(text)) text = match->groups[1];
  return to_utf8(text);
}

std::string without_note_mark(const std::string &title) {
  // "... への影響 1": the number of the first note
  static const pattern first(u"(.*[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]) 1");
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(title);
  auto match = match_marked_title(whole);
  if (!match && whole.endsWith(u" 1")) match = first.match(whole);
  return match ? to_utf8(match->groups[1]) : title;
}

std::string bare_rubric(const icu::UnicodeString &line) {
  static const pattern bracket(u"[【<《〈\\[〔◆●■★☆◇□○▼▲] ?(.+?) ?[】>》〉\\]〕◆●■★☆◇□○▼▲]");
  const auto match = bracket.match(line);
  return to_utf8(match ? match->groups[1] : line);
}

std::string without_letter_spacing(std::string_view text) {
  // Words, and the columns of white space before each.
  struct word {
    std::string_view text;
    std::size_t gap;
  };
  std::vector<word> parts;
  std::size_t gap = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(find_blank(text, at), text.size());
    if (end > at) {
      parts.push_back({text.substr(at, end - at), gap});
      gap = 0;
      at = end;
      continue;
    }
    gap += next(text, at) == 0x3000 ? 2 : 1;
  }
  const auto is_letter = [](const word &one) {
    std::size_t at = 0;
    const char32_t c = next(one.text, at);
    // 葵*: the mark points at a note.
    constexpr std::u32string_view marks = U"*＊†‡※";
    const std::size_t end = at;
    // 真 理 子（北浜大学）
    if (is_cjk(c) && at < one.text.size() && (one.text[at] == '(' || one.text.substr(at, 3) == "（")) return true;
    if (at < one.text.size() && marks.find(next(one.text, at)) == npos) at = end;
    return (is_cjk(c) || (c >= U'0' && c <= U'9')) && at == one.text.size();
  };
  // 飯　塚　　　葵: where all letters are set wide, the words are those set wider.
  std::size_t widest = 1;
  if (parts.size() >= 3 && std::all_of(parts.begin(), parts.end(), is_letter))
    widest = std::min_element(parts.begin() + 1, parts.end(), [](const word &a, const word &b) { return a.gap < b.gap; })->gap;
  const bool gaps = std::any_of(parts.begin(), parts.end(), [](const word &one) { return one.gap > 1; });
  std::string out;
  for (std::size_t i = 0; i < parts.size();) {
    // A stretch between wide gaps; one that is letters alone is one word.
    std::size_t end = i + 1;
    while (end < parts.size() && parts[end].gap <= widest) ++end;
    const auto first = parts.begin() + static_cast<std::ptrdiff_t>(i), last = parts.begin() + static_cast<std::ptrdiff_t>(end);
    const bool letters = std::all_of(first, last, is_letter) && (end - i >= 3 || (gaps && end - i == 2));
    for (std::size_t k = i; k < end; ++k) {
      if (!out.empty() && (!letters || k == i)) out += ' ';
      out += parts[k].text;
    }
    i = end;
  }
  return out;
}

}  // namespace libsearch::ingest
