#include "ingest/series_line.hpp"

#include <algorithm>
#include <utility>

#include "ingest/dates.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// The number among the groups behind the first one; ③ is 3. In 海洋産業研究 Vol.15 (2020) the year counts nothing.
icu::UnicodeString number_of(const pattern_match &match) {
  static const pattern volume(u".*(?:Vol\\.? ?|No\\.? ?|第 ?)([0-9]{1,4}) ?[巻号]?", letter_case::any), year(u"(?:19|20)[0-9]{2}");
  if (match.groups.size() > 2 && year.matches(match.groups[2]))
    if (const auto said = volume.match(match.groups[1])) return said->groups[1];
  // 県北医師会報 第317号(12): the page behind the issue
  static const pattern issue_and_page(u".* 第 ?([0-9]{1,5}) ?号 ?");
  if (const auto said = match.groups.size() > 2 && match.groups[1].endsWith(u"号") ? issue_and_page.match(match.groups[1]) : std::nullopt) return said->groups[1];
  for (std::size_t i = 2; i < match.groups.size(); ++i) {
    const icu::UnicodeString &digits = match.groups[i];
    if (digits.isEmpty()) continue;
    if (is_han(digits[0])) return icu::UnicodeString::fromUTF8(std::to_string(number(digits)));
    if (digits[0] < u'①' || digits[0] > u'⑳') return digits;
    const int value = digits[0] - u'①' + 1;
    return icu::UnicodeString::fromUTF8(std::to_string(value));
  }
  return {};
}

/// Volumes, issues, editions and numbers of papers.
const pattern &issue() {
  static const pattern it(
      u"第 ?[0-9〇一二三四五六七八九十百]+ ?[巻号輯集]|通巻 ?[0-9]+(?:,[0-9]{3})?|[0-9]{1,2} ?月号|[春夏秋冬]季?号|\\bVol\\.? ?[0-9]+|\\bNo\\.? ?[0-9][0-9-]*|\\bIssue ?[0-9]+|"
      u"[朝夕]刊|\\bpp?\\. ?[0-9]+|^[A-Z]{1,6}[- ]?(?:19|20)?[0-9]{2}[-/][0-9A-Z-]+$|(?:資料|文書|管理|整理)番号|^\\(?転載\\)?|(?<=[a-z]) [0-9]{1,3} ?\\((?:19|20)[0-9]{2}\\)|[0-9]{1,3} ?\\([0-9]{1,3}\\) ?:|(?<=[a-z]) [0-9]{1,3}:[0-9]{1,2} \\(",
      letter_case::any);
  return it;
}

}  // namespace

icu::UnicodeString bare_series(icu::UnicodeString series) {
  // 連載 港の窓 第3回; Letters, Vol. 3, No. 12; 季刊 資源と社会 2023年秋号; コラム】
  static const pattern kind(u"(?:連載|シリーズ|隔月刊|[季月週旬年]刊|series:)[】\\]〕>]? ?[:/]? ?(.+)", letter_case::any);
  static const pattern volume(u"(.+?)(?:,? +|(?<=[」』]))(?:Vol\\.?|第) ?[0-9]{1,4} ?[巻号]?(?:,? ?(?:No\\.?|第) ?[0-9]{1,4} ?号?)?", letter_case::any);
  static const pattern season(u"(.+?) ?(?:19|20)[0-9]{2} ?年? ?(?:[0-9]{1,2}月|[春夏秋冬])?号?");
  static const pattern bracket(u"[<【\\[〔■◆●□◇○★☆]? ?(.+?) ?[>】\\]〕■◆●□◇○★☆]|[『「]([^『』「」]+)[』」]");
  static const pattern only_volume(u"(?:Vol\\.?|第|通巻) ?[0-9]{1,4} ?[巻号]?|issue|number|(?:19|20)[0-9]{2} ?年?", letter_case::any);
  // 民事判例ノート〔第203回〕
  while (ends_with_any(series.trim(), u"〔[【<(")) series.truncate(series.length() - 1);
  if (only_volume.matches(series)) return {};
  // 国際貿易レビュー Spring 2022/, 金融と市場 全5頁, POLICY BRIEF | NO., "Proceedings of the Annual Meeting, 2018,"
  static const pattern rest(u"(.{2,}?)(?:[ ,|/:;・-]+(?:No\\.?|全 ?[0-9]{1,3} ?(?:頁|ページ)|(?:Spring|Summer|Autumn|Fall|Winter)(?:,? (?:19|20)[0-9]{2})?|(?:19|20)[0-9]{2}))?[ ,|/:;]+", letter_case::any);
  if (const auto match = rest.match(series + u" ")) series = match->groups[1];
  for (const pattern *more : {&kind, &season, &volume, &bracket})
    if (const auto found = more->match(series)) series = found->groups[found->groups[1].isEmpty() && found->groups.size() > 2 ? 2 : 1];
  return series.trim();
}

bool is_publication_line(const icu::UnicodeString &line) {
  static const pattern periodical(u"[月季週旬年隔]刊|月報|季報|年報|週報|時報|会報|通信|日報|新聞|便り|だより|ニュース|レポート|論集|論叢|紀要|雑誌|ジャーナル");
  if (line.length() > 90 || line.indexOf(u'。') >= 0) return false;
  return ((holds_any(line, u"巻号輯集刊番転") || has_latin_letter(line)) && issue().found_in(line)) || (periodical.found_in(line) && find_date(line).has_value());
}

series_entry publication_of(const icu::UnicodeString &line) {
  series_entry result;
  const auto found = issue().find(line);
  const auto date = find_date(line);
  int32_t end = found ? found->start : line.length();
  if (date) end = std::min(end, date->start);
  icu::UnicodeString name(line, 0, end);
  while (ends_with_any(name.trim(), u"([<【〔、,・")) name.truncate(name.length() - 1);
  if (name.length() >= 2) result.series = to_utf8(bare_series(name));
  static const pattern digits(u"[0-9]{1,2},[0-9]{3}|[0-9]+(?:-[0-9]+)*|[〇一二三四五六七八九十]+");
  // Pages count no issues.
  if (found && !begins_with_any(found->groups[0], u"pP"))
    if (const auto said = digits.find(found->groups[0])) {
      icu::UnicodeString code = said->groups[0];
      code.findAndReplace(u",", u"");
      result.number = code.indexOf(u'-') > 0 ? to_utf8(code) : std::to_string(number(code));
    }
  return result;
}

std::optional<series_entry> series_line(const icu::UnicodeString &line) {
  constexpr std::u16string_view number =
      u"(?:\\( ?(?:通巻|第|No\\.?|Vol\\.?|#|Lecture|Part|Session|Seminar|Episode)? ?([0-9]{1,5}) ?(?:号|回|信|話|講|便)? ?\\)|第 ?([一二三四五六七八九十]{1,4}) ?[回話講便]|第 ?([0-9]{1,5}) "
      u"?[号回信話講便](?: ?\\(全 ?[0-9]{1,3} ?回\\))?|(?:No\\.|Vol\\.|Issue|#|№) ?([0-9]{1,5})|([①-⑳]))";
  static const pattern quoted(u"[<【\\[〔]?.{0,30}?[「『\"“《](.{1,60}?)[」』\"”》] ?" +
                                  std::u16string(number) + u"[>】\\]〕]?",
                              letter_case::any);
  static const pattern plain(u"[<【\\[〔]?(.{2,60}?),? ?" + std::u16string(number) + u"[>】\\]〕]?",
                             letter_case::any);
  // ディスカッションペーパー 24-E-05, Policy Brief 2024-3
  static const pattern coded(
      u"(.{0,40}?(?:ペーパー|ノート|レポート|シリーズ|ブリーフ|メモ|紀要|(?:討議|討論|調査|研究)資料|報告|論文|papers?|series|reports?|briefs?|memo(?:randum)?|notes?))[,:]? ?"
      u"(?:No\\.? ?|第|[A-Z]{2,4} )?([0-9A-Z]{1,6}(?:[-/][0-9A-Z]{1,6}){1,3}|[A-Z]{0,3}[0-9]{2,6})号?",
      letter_case::any);
  // 調査メモ(R6-08)
  static const pattern coded_in_brackets(u"(.{0,20}(?:ペーパー|ノート|レポート|ニュース|シリーズ|ブリーフ|メモ|紀要|資料|通信|だより|便り)) ?\\(([A-Z]{0,3}[0-9]{1,4}(?:[-/][0-9]{1,4}){1,2})\\)");
  static const pattern feature(u"[<【\\[〔■◆●○]?特 ?集(?: ?[:/―—–] ?| |[>】\\]〕] ?)(.{2,50}?)[>】\\]〕]?");
  if (line.length() > 100) return std::nullopt;
  // 北陸財務局長(金商)第12号: a licence
  static const pattern licence(u".*(?:金商|登録|許可|免許|届出|認可|承認).{0,8}第? ?[0-9]+ ?号.*");
  if (holds_any(line, u"登許免届認商") && licence.matches(line)) return std::nullopt;
  // Few lines hold what a number stands beside, and a look costs less than a pattern.
  const bool numbered = holds_any(line, u"0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第");
  const bool counted = numbered && holds_any(line, u"(号回信話講便#№.Ii①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
  const bool named = numbered && holds_any(line, u"ーモ要資報論信り便PpSsRrBbMmNn");
  const std::pair<const pattern *, bool> forms[] = {{&quoted, counted}, {&plain, counted}, {&coded, named}, {&coded_in_brackets, named && line.endsWith(u")")}, {&feature, line.indexOf(u'特') >= 0}};
  for (const auto &[form, may_be] : forms)
    if (const auto match = may_be ? form->match(line) : std::nullopt)
      return series_entry{to_utf8(bare_series(match->groups[1])), to_utf8(number_of(*match))};
  return std::nullopt;
}

}  // namespace libsearch::ingest
