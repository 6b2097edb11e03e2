#include "ingest/names.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <unicode/locid.h>

#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

// Ends of words, parted by blanks.
constexpr std::u16string_view organisations =
    u"研究所 研究院 研究機構 研究会 研究室 研究センター センター 機構 大学 大学院 大学校 学部 "
    u"研究科 学科 学院 高専 協会 協議会 委員会 連合会 連盟 組合 財団 社団 法人 (財) (一財) (公財) "
    u"(社) (一社) (公社) 会社 (株) ㈱ 銀行 証券 新聞 新聞社 通信社 総研 本部 支部 支社 支局 支店 "
    u"事業所 事務所 事務局 グループ ユニット チーム カンパニー ホールディングス アカデミー "
    u"リサーチ インスティテュート シンクタンク ラボ 会議所 学会 図書館 博物館 美術館 資料館 記念館 文書館 編集部 プログラム 担当 分野 部門 フォーラム "
    u"コンソーシアム コンサルティング システムズ パートナーズ ソリューションズ "
    u"保存会 愛好会 同窓会 後援会 自治会 町内会 商工会 商店会 生徒会 医師会 労組 漁協 農協 生協 審議会 実行委員会 友の会 調査会 振興会 懇話会 検討会 懇談会 編集会 の会 研修所 試験場 製作所 学群 学類 学系 調査院 病院 学校 市役所 町役場 村役場 "
    u"工業会 同友会 事業団 連絡会 青年会 基金 大使館 領事館 公社 公団 公庫 信用金庫";

// One character is also the end of names: 阿部, 氷室. A unit's name is longer.
constexpr std::u16string_view units = u"課 室 局 省 庁 部 班 所 係";
constexpr std::u16string_view names_like_units = u"春日部 五十部 四十部 長谷部 日下部 曽我部 長曽我部 長宗我部 久我部 物集部 壬生部 大御所";

constexpr std::u16string_view positions =
    u"研究員 研究員補 補助員 研究主幹 主幹 主席 首席 専務 常務 理事 理事長 監事 参事 参与 顧問 相談役 "
    u"評議員 所長 部長 次長 課長 室長 局長 院長 学長 研究科長 センター長 ユニット長 グループ長 "
    u"チーム長 班長 係長 支店長 支局長 社長 会長 総裁 頭取 取締役 執行役 執行役員 教授 講師 助教 "
    u"助手 フェロー 研究生 課程 院生 アナリスト エコノミスト ストラテジスト コンサルタント "
    u"アドバイザー マネジャー マネージャー ディレクター リーダー スペシャリスト エンジニア 主任 総括 "
    u"主査 主事 主筆 記者 編集長 編集委員 論説委員 解説委員 委員 委員長 議長 代表 事務局長 書記官 "
    u"審議官 調査官 専門官 専門員 調査役 審議役 部長代理 課長補佐 所長補佐 大使 公使 作家 評論家 "
    u"ジャーナリスト ライター 弁護士 会計士 技術士 CEO COO CFO (兼) 兼 兼務 補佐 代理 部員 調査員 会員 職員 専門委員 "
    u"客員 編集員 特派員 駐在 学芸員 通信員 監査役 館長 園長 校長 署長 町長 市長 村長 区長 長官 次官 総長 塾長 団長 隊長 "
    u"研究家 工場長 技師 技師長 医師 技監 船長 機関長 航海士 翻訳家 写真家 小説家 建築家 気象予報士 税理士 管理士 診断士 労務士 書士 鑑定士 計理士 調査士 理学士 弁理士 栄養士 介護士 福祉士 司書 研修生 駐在員 場長 医長 研究官 分析官 企画官 検査官 調整官 参事官 管理官 会頭 幹事 世話人 教諭 教頭 保育士 看護師 保健師 医師 獣医師 栄養士 パートナー 塾長 議員 エッセイスト コラムニスト 随筆家 詩人 歌人 俳人 社会学者 経済学者 政治学者 法学者 歴史学者 研究者 農学者 住職 宮司 棟梁 店主 農家 主婦 大学生 高校生 "
    u"マネージャ オフィサー プロデューサー デザイナー プランナー ファシリテーター コーディネーター オブザーバー "
    u"アソシエイト リサーチャー サイエンティスト プログラマー アーキテクト";

words made_list(std::u16string_view list) {
  return split_words(icu::UnicodeString(list.data(), static_cast<int32_t>(list.size())));
}

/// Ends of words by their last letters: each word of a head is asked for them.
class word_ends {
 public:
  explicit word_ends(std::u16string_view list) {
    for (icu::UnicodeString &end : made_list(list)) by_letter_[end[end.length() - 1]].push_back(std::move(end));
  }
  bool end(const icu::UnicodeString &word) const {
    if (word.isEmpty()) return false;
    const auto ends = by_letter_.find(word[word.length() - 1]);
    return ends != by_letter_.end() && std::any_of(ends->second.begin(), ends->second.end(),
                                                   [&](const auto &one) { return word.endsWith(one); });
  }

 private:
  std::unordered_map<char16_t, words> by_letter_;
};

/// 研究室(北浜市) without the bracket.
icu::UnicodeString without_bracket(const icu::UnicodeString &word) {
  const int32_t open = word.lastIndexOf(u'(');
  if (open <= 0 || !word.endsWith(u")") || word.length() - open > 22) return word;
  return icu::UnicodeString(word, 0, open);
}

bool ends_in_organisation(const icu::UnicodeString &word) {
  static const word_ends ends(organisations), unit_ends(units);
  static const words exceptions = made_list(names_like_units);
  if (ends.end(word)) return true;
  if (word.endsWith(u"関係")) return false;
  return word.length() >= 3 && unit_ends.end(word) &&
         std::find(exceptions.begin(), exceptions.end(), word) == exceptions.end();
}

bool ends_in_position(const icu::UnicodeString &word) {
  static const word_ends ends(positions);
  return ends.end(word);
}

bool is_name_particle(const icu::UnicodeString &word) {
  static const pattern it(u"de|van|von|der|den|la|le|bin|binti|al|da|di|del|dos|ibn|ter");
  return it.matches(word);
}

}  // namespace

words split_words(const icu::UnicodeString &line) {
  words result;
  for (int32_t start = 0; start < line.length();) {
    int32_t end = line.indexOf(u' ', start);
    if (end < 0) end = line.length();
    if (end > start) result.emplace_back(line, start, end - start);
    start = end + 1;
  }
  return result;
}

words split_at(const icu::UnicodeString &text, const icu::UnicodeString &separators) {
  words result(1);
  int depth = 0;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
    if (depth == 0 && separators.indexOf(c) >= 0)
      result.emplace_back();
    else
      result.back().append(c);
  }
  for (auto &piece : result) piece.trim();
  result.erase(std::remove_if(result.begin(), result.end(),
                              [](const auto &piece) { return piece.isEmpty(); }),
               result.end());
  return result;
}

icu::UnicodeString joined(const words &parts, std::size_t from, std::size_t to) {
  icu::UnicodeString result;
  for (std::size_t i = from; i < std::min(to, parts.size()); ++i) {
    if (!result.isEmpty()) result.append(u' ');
    result.append(parts[i]);
  }
  return result;
}

bool is_organisation(const icu::UnicodeString &word) {
  static const words starts = made_list(
      u"株式会社 有限会社 合同会社 国立大学法人 国立研究開発法人 一般財団法人 公益財団法人 "
      u"一般社団法人 公益社団法人");
  // 「失敗の棚」を置く研究所 is a title.
  if (word.length() > 40 || holds_any(word, u"を「」『』、")) return false;
  return ends_in_organisation(word) || ends_in_organisation(without_bracket(word)) ||
         std::any_of(starts.begin(), starts.end(),
                     [&](const auto &start) { return word.startsWith(start); });
}

bool names_institution(const icu::UnicodeString &line) {
  static const pattern latin(
      u"\\b(?:Instituts?|Institutes?|Zentrum|Stiftung|Fondation|Fundaci\\p{L}n|Universi\\p{L}+|Hochschule|College|School|Cent(?:er|re)|Foundation|Association|Agency|Ministry|Bank|Company|Corp(?:oration)?|Inc|Ltd|LLC|Council|"
      u"Commission|Society|Laboratory|Academy|Forum|Press|Organi[sz]ation|Observatory|Museum|Polytechnic|Consortium|Alliance|Federation|Chamber|Authority|Library|Embassy|Establishment|Assembly|LLP|PLC|[Pp]lc|Directorate|Parliament|GmbH)\\b");
  static const pattern it(
      u"大学|研究[所院]|研究機構|機構|法人|会社|\\((?:株|財|社|一財|公財|一社|公社)\\)|㈱|協会|協議会|財団|センター|総研|銀行|証券|新聞|通信社|公社|公団|公庫|学会|委員会|"
      u"連合会|組合|会議所|[^部]省|庁(?!舎)|調査[会所]|工業会|同友会|事業団|基金|学校|病院|図書館|シンクタンク|ホールディングス|コンサルティング|アカデミー|フォーラム|ネットワーク|市役所|[^ ]{2,}[都道府県市町村]");
  return it.found_in(line) || latin.found_in(line);
}

bool is_position(const icu::UnicodeString &word) {
  // 准教授・博士(工学)
  if (const int32_t dot = word.indexOf(u'・'); dot > 0 && word.indexOf(u"士") > dot && without_honorific(icu::UnicodeString(word, dot + 1)).isEmpty()) return is_position(icu::UnicodeString(word, 0, dot));
  static const pattern form(u".*(?:[一二三四五六七八九1-9] ?(?:年(?:生|次)?|組)|[A-Z]組)");  // 二年三組
  return word.length() <= 40 && (ends_in_position(word) || ((word.endsWith(u"組") || word.endsWith(u"年") || word.endsWith(u"生")) && form.matches(word)) || ends_in_position(without_bracket(word)));
}

bool is_ditto(const icu::UnicodeString &word) {
  static const pattern it(
      u"〃|同上?|同(?:研究所|機構|大学|大学院|センター|協会|社|行|省|学部|研究科|委員会|財団)");
  return begins_with_any(word, u"〃同") && it.matches(word);
}

int32_t attached_name(const icu::UnicodeString &word) {
  static const pattern name(u"[\\p{Han}ヶ]{3,5}");
  // 理事会報告
  const auto is_occasion = [&] {
    for (const char16_t *end : {u"報告", u"発表", u"講演", u"資料", u"挨拶", u"要旨", u"要録", u"答弁", u"説明", u"談話"})
      if (word.endsWith(end)) return true;
    return false;
  };
  if (word.length() < 4 || word.length() > 40 || is_organisation(word) || is_occasion()) return -1;
  for (int32_t length = 3; length <= 5 && length < word.length(); ++length) {
    const int32_t at = word.length() - length;
    if (ends_in_position(word.tempSubString(0, at)) && name.matches(word.tempSubString(at)))
      return at;
  }
  return -1;
}

icu::UnicodeString without_honorific(const icu::UnicodeString &word) {
  static const pattern only(
      // Without regard to case a set of all kanji takes ten milliseconds to compile.
      u"(?:氏|先生|様|さん|殿|[\\p{Han}]{0,4}博士(?:\\(.{1,8}\\))?|[\\p{Han}]{0,4}修士|(?i:Ph\\.?D\\.?|"
      u"Dr\\.?|Prof\\.?))");
  static const pattern behind(u"(.{2,})(?:氏|先生|博士|様)");
  if (!ends_with_any(word, u"氏生様ん殿士).dDrRfF")) return word;
  if (only.matches(word)) return {};
  const auto match = behind.match(word);
  return match ? match->groups[1] : word;
}

bool is_name_gloss(const icu::UnicodeString &text) {
  static const pattern it(
      u"[\\p{Hiragana}\\p{Katakana}ー・ ]+|[A-Za-z .,'\\-]+|.{0,6}(?:博士|修士)(?:\\(.{1,8}\\))?"
      u"|\\p{Han}{1,4}(?<!大)学");  // of a degree: 博士(工学)
  return it.matches(text);
}

bool is_japanese_name(const words &parts) {
  // 白浜エリック, デービッド・K・森
  static const pattern whole(
      u"[\\p{Han}々ヶヵノ]{3,6}|[\\p{Han}々ヶヵ]{1,4}[\\p{Hiragana}]{2,3}|[\\p{Han}々ヶ]{2,3}[\\p{Katakana}ー]{2,6}|[\\p{Katakana}ー]{2,}(?:["
      u"・=＝][\\p{Katakana}ー]{1,}){1,3}|[\\p{Katakana}ー]{2,}・[A-Z]\\.?・(?:[\\p{Katakana}ー]{2,}|\\p{Han}{1,3})");
  // A kana family name must not be what a sentence goes on with: について, における.
  static const pattern family(u"[\\p{Han}々ヶヵケツノ]{1,4}|\\p{Han}{1,2}の\\p{Han}{1,2}|[\\p{Katakana}ー・]{2,12}|[\\p{Hiragana}]{1,3}[\\p{Hiragana}&&[^はがをにへでとものやらるてし]]");
  static const pattern given(
      u"[\\p{Han}々]{1,4}|[\\p{Hiragana}ー]{2,5}|[\\p{Katakana}ー・]{1,12}|[\\p{Han}々]{1,2}[\\p{"
      u"Hiragana}\\p{Katakana}]{1,2}"
      u"|[\\p{Hiragana}\\p{Katakana}]{1,3}[\\p{Han}]{1,2}");
  static const pattern record(u".*(?:要旨|要録|議事録|記録|報告|報告書|概要|資料|名簿|次第|一覧|講演|挨拶|日程|案内|調査|研究|分析|計画|事業|制度|政策|対策|行政|経済|環境|委員会|部会|産業|市場|動向|規約|規程|総会|大会|会議|予定|参照|所収|掲載|会談|会見|交渉|選挙|演説|条約|月報|季報|年報|週報|時報|会報|所報|紀要|論集|論叢|雑誌)");
  static const pattern product(u".*(?:ペーパー|シリーズ|レポート|リポート|ニュース|ノート|レビュー|コラム|ブリーフ|ジャーナル|サービス|システム|エネルギー|フォーラム|セミナー|シンポジウム|ガイド|サマリー|リスト)");
  // 白浜エリック, not 風力プラント
  static const pattern mixed(u"\\p{Han}.*[\\p{Katakana}ー]"), loanword(u".*(?:"
      u"プロジェクト|センター|チーム|グループ|マーケット|モデル|データ|ビジネス|コスト|リスク|インフラ|プラン|ビジョン|プログラム|メモ|トピックス?|ガス|メール|アドレス|ページ|サイト|インタビュー|アンケート|メンバー|スタッフ|"
      u"セクター|ベース|マネー|バンク|プラント|シナリオ|トレンド|メーカー|ユーザー|テーマ|ファンド|カード|バス|センサー|タンク|ユニット|ラボ|ポスト|コーナー|エッセイ|マップ|クラブ|ネット|ギャップ|ショック|ブーム|ルール|コード|ション|プロフィール|コメント|メッセージ|スペース|ライン|ワーク|ポイント|ケース|タイトル|アクセス|カレンダー|ランキング|カテゴリー?|キーワード|アーカイブ|リンク|ホーム|スケジュール|"
      u"ツアー|ショップ|ストア|パネル|フレーム|レベル|ゾーン|エリア|ロード|ケア|テスト|ワクチン|ウイルス|ロボット|ドローン|タクシー|トラック|コンテナ|ターミナル|ボード|ファイル|バッテリー|メーター|ポンプ|ボイラー?|タービン|パイプ|ライフ|"
      u"エンジン|ホテル|ビル|ローン|ボンド|ドル|ユーロ|トン|リットル|キロ|メートル|ワット|パーセント|ジュール|バレル|グラム|カロリー)");
  // S. ラマチャンドラン
  static const pattern initial(u"[A-Z]\\."), foreign(u"[\\p{Katakana}ー・]{3,}");
  if (parts.size() == 2 && initial.matches(parts[0])) return foreign.matches(parts[1]);
  if (parts.size() == 1) return whole.matches(parts[0]) && !record.matches(parts[0]) && !product.matches(parts[0]) && !(mixed.matches(parts[0]) && loanword.matches(parts[0]));
  // 武藤 ジェームズ 健
  static const pattern kanji(u"[\\p{Han}々ヶ]{1,3}"), middle(u"[\\p{Katakana}ー]{2,8}");
  if (parts.size() == 3) return middle.matches(parts[1]) && kanji.matches(parts[0]) && kanji.matches(parts[2]) && !product.matches(parts[1]) && !loanword.matches(parts[1]) && !record.matches(parts[2]);
  return parts.size() == 2 && family.matches(parts[0]) && given.matches(parts[1]);
}

bool is_plain_japanese_name(const words &parts) {
  static const pattern family(u"[\\p{Han}々ヶヵケツノ]{1,4}");
  static const pattern given(
      u"[\\p{Han}々]{1,3}|[\\p{Hiragana}]{2,4}|[\\p{Katakana}]{2,4}|[\\p{Han}]{1,2}[\\p{Hiragana}]{"
      u"1,2}"
      u"|[\\p{Hiragana}]{1,2}子");
  // Headings that are set wide, and words that end one.
  static const pattern heading(
      u"執 筆|著 者|編 集|発 行|文 責|監 修|作 成|担 当|発 表|記 録|聞 手|構 成|編 者|筆 者|訳 者|所 属|氏 名|題 名|件 名|日 時|場 所|会 場|主 催|共 催|後 援|期 間|期 日|対 象|出 席|司 会|座 長|答 申|素 案|原 案|草 案|白 書|要 望|意 見|通 知|回 答|声 明|談 話|書 評|論 文|講 演|対 談|政 策|経 済|産 業|金 融|調 査|研 究|解 説|論 説|随 想|巻 頭|特 集|分 析|情 報|国 際|社 会|環 境|資 源|寄 稿|連 載|報 告|市 場|技 術|要 旨|概 要|目 次|背 景|結 論|序 論|序 文|本 論|総 括|注 記|付 録|目 的|要 約|前 提|課 "
      u"題|論 点|提 言|展 望|"
      u".*(?:分析|課題|展望|動向|概要|要旨|影響|政策|経済|市場|情勢|問題|見通し|資源|技術|戦略|"
      u"結果|考察|提言|比較|需給|価格|図表|一覧)");
  static const pattern foreign(u"[\\p{Katakana}ー]{2,}(?:[・=][\\p{Katakana}ー]+)+"), kana(u"[\\p{Hiragana}]{2,4}");
  if (parts.size() == 1) return parts[0].length() <= 20 && foreign.matches(parts[0]);
  if (parts.size() == 2 && kana.matches(parts[0]) && kana.matches(parts[1])) return true;
  return parts.size() == 2 && family.matches(parts[0]) && given.matches(parts[1]) &&
         parts[0].length() + parts[1].length() <= 7 && !heading.matches(joined(parts));
}

bool is_latin_affiliation(const icu::UnicodeString &piece) {
  static const pattern it(
      u"\\b(?:Instituts?|Institutes?|Zentrum|Stiftung|Fondation|Fundaci\\p{L}n|Instituto|Istituto|Univ(?:ersity)?|Universit\\p{L}+|Universidad\\p{L}*|Hochschule|[EÉ]cole|Academia|Ministerium|College|School|Cent(?:er|re)|Foundation|Association|"
      u"Agency|Ministry|Departments?|Dept\\.?|"
      u"Divisions?|Group|Unit|Office|Bureau|Bank|Company|Corp(?:oration)?|Co\\.|Inc\\.?|Ltd\\.?|"
      u"LLC|LLP|PLC|[Pp]lc|Council|Commission|Society|Laboratory|Lab|"
      u"Academy|Faculty|Forum|Press|Committee|Organi[sz]ation|Research|Economists?|Directors?|"
      u"Fellows?|Researchers?|Analysts?|Professors?|Managers?|"
      u"Presidents?|Chair(?:man|woman|person)?|Chief|Head|Heads|Advis[oe]rs?|Executive|Secretary|"
      u"Scientist|Engineer|Lecturer|Consultant|Officer|"
      u"Editor|Reporter|Correspondent|Leader|Coordinator|Trustee|Governor|Minister|Ambassador|"
      u"Senior|Visiting|Emeritus|Emerita|CEO|CFO|COO|Observatory|Bureau|Museum|Polytechnic|Network|Initiative|Programme|Program|"
      u"Consortium|Alliance|Partnership|Federation|Chamber|Authority|Board|Associates|Partners|Consulting|Advisory|"
      u"Think Tank|Commissioner|Deputy|Monitoring|Engineering|Planning|Operations|Affairs|Estates|Communications|Relations|Sixth|Form|Chairperson|Treasurer|Headmaster|Headmistress|Principal|Teacher|Pupil|Student|Librarian|Curator|Review|Quarterly|Gazette|Tribune|Retired|Former|Writer|Columnist|Contributor|CONTRIBUTING WRITER|STAFF WRITER)\\b");
  static const pattern section(u"executive (?:summary|overview|brief)", letter_case::any);
  // Report on the 6th Forum of Ports
  static const pattern writing(u"(?:The )?(?:Reports?|Notes?|Remarks|Reflections|Thoughts|Impressions|Summary|Proceedings|Lessons|Highlights|News|Views) (?:on|of|from|about) .*");
  if (piece.length() > 120 || piece.startsWith(u"A ") || (begins_with_any(piece, u"eE") && section.matches(piece)) || (begins_with_any(piece, u"TRNISPLHV") && writing.matches(piece))) return false;
  if (it.found_in(piece)) return true;
  // HALDEN CENTRE FOR ENERGY
  icu::UnicodeString capitals = piece, titled = piece;
  return piece.indexOf(u' ') > 0 && capitals.toUpper(icu::Locale::getRoot()) == piece && it.found_in(titled.toTitle(nullptr, icu::Locale::getRoot()));
}

bool is_acronym(const icu::UnicodeString &word) {
  static const pattern it(u"[A-Z]{2,8}");
  return it.matches(word);
}

bool is_latin_name(const icu::UnicodeString &piece) {
  static const pattern word(u"\\p{Lu}[\\p{L}'’\\-]+|(?:\\p{Lu}\\.){1,3}|\\p{Lu}");
  words parts = split_words(piece);
  static const pattern junior(u"(?:Jr|Sr)\\.?|I{2,3}");
  if (parts.size() > 2 && junior.matches(parts.back())) parts.pop_back();
  static const pattern article(u"The|An|Our|This|These|That");
  if (parts.size() < 2 || parts.size() > 5 || article.matches(parts[0])) return false;
  if (is_name_particle(parts.back()) || parts.back().length() < 2) return false;
  std::size_t full = 0;
  for (const auto &part : parts) {
    if (is_name_particle(part)) continue;
    if (!word.matches(part)) return false;
    full += part.length() > 2 ? 1 : 0;
  }
  return full >= 1 && !is_latin_affiliation(piece);
}

bool is_plain_latin_name(const icu::UnicodeString &piece) {
  static const pattern heading(
      u"\\b(?:Energy|Markets?|Policy|Policies|Outlook|Global|World|International|National|Japan(?:"
      u"ese)?|China|Asian?|Europe(?:an)?|America|Introduction|"
      u"Summary|Conclusions?|Abstract|Background|Overview|Oil|Gas|Power|Electricity|Coal|Nuclear|"
      u"Hydrogen|Solar|Wind|Climate|Carbon|Economy|Economics?|"
      u"Trade|Supply|Demand|Prices?|Lessons|Learned|Security|Future|Challenges?|Opportunities|"
      u"Analysis|Report|Review|Part|Chapter|Key|New|"
      u"Points?|Findings|Implications?|Context|Contents|References|Notes?|Questions?|Answers?|The|"
      u"An?|Grid|Storage|Fuels?|Transition|Perspectives?|"
      u"Hong|San|Los|Washington|Kingdom|States|Tokyo|Osaka|Kyoto|Korea|Arabia|Singapore|Commentary|"
      u"Contributing|Writers?|Staff|Guest|Columnists?|Essay|Briefs?|Briefing|Issues?|Bulletin|Newsletter|Quarterly|Column|Monthly|Weekly|Digest|Opinion|Paper|Series|Discussion|Working|Forum|Viewpoint|Strategic|Technology|Investment|Finance|Update|Risks?|Client|Alerts?|Original|Articles?|Access|Press|Release|Media|Memoriam|Immediate|Statistical|Technical|Executive|Legal|Notice|Annual|Meeting|Special|Features?|Letters?|News|Information|Appendix|Table|Figure|Content|Menu|Subscribe|Skip|Business|Financial|Services?|Regional|Development|Management|Research|Public|Health|Education|Insights?|Focus|Monitor|Watch|When|Why|How|What|Where|Who|Which|With|Without|From|After|Before|Between|Beyond|Under|Toward|Towards)\\b",
      letter_case::any);
  // MAKING REGIONAL GRIDS WORK
  const std::size_t count = split_words(piece).size();
  if (count >= 4 && icu::UnicodeString(piece).toUpper(icu::Locale::getRoot()) == piece) return false;
  return is_latin_name(piece) && count <= 4 && !heading.found_in(piece);
}

icu::UnicodeString without_latin_honorific(const icu::UnicodeString &piece) {
  static const pattern before(
      u"(?:Dr|(?:(?:Adjunct|Assistant|Associate|Emeritus|Emerita|Full|Visiting) )*Prof(?:essor)?(?: Emeritus| Emerita)?|Mr|Mrs|Ms|Mx|Sir|Dame|Hon|H\\.E|Ambassador)\\.? (.*)");
  static const pattern only(
      u"(?:Ph\\.? ?D|D\\.?Phil|M\\.?A|B\\.?A|M\\.?Sc|B\\.?Sc|M\\.?S|MBA|MPP|MPA|D\\.?Eng|LL\\.?[MD]|J\\.?D|CFA|P\\.?E|Jr|Sr|Dr)\\.?");
  static const pattern behind(u"(.*) (?:Ph\\.? ?D|MBA|M\\.?Sc|D\\.?Eng|D\\.?Phil|LL\\.?[MD]|CFA)\\.?");
  icu::UnicodeString rest = piece;
  rest.trim();
  while (const auto match = before.match(rest)) rest = match->groups[1];
  if (const auto match = behind.match(rest)) rest = match->groups[1];
  if (only.matches(rest)) return {};
  return rest;
}

}  // namespace libsearch::ingest
