#include "ingest/page_head_line.hpp"

#include "ingest/affiliations.hpp"
#include "ingest/author_line.hpp"
#include "ingest/dates.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/labelled_line.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_line = 200;  // bytes of a line that may be split
constexpr std::size_t longest_rest = 40;   // columns of a part that says nothing

/// 記者・青海太郎, but not 記者・編集者 or 記者・ひとりごと.
bool is_person_behind_dot(const icu::UnicodeString &name) {
  return !ends_with_any(name, u"者家員長会") && is_japanese_name(split_words(name)) && (name.indexOf(u' ') > 0 || !has_hiragana(name)) && !is_position(name) && !is_organisation(name);
}

/// (聞き手・構成：青海 太郎) without the bracket around all of it.
icu::UnicodeString without_outer_bracket(const icu::UnicodeString &line) {
  const int32_t last = line.length() - 1;
  const bool around = last > 2 && line[0] == u'(' && line.indexOf(u'(', 1) < 0 && line.indexOf(u')') == last && line.indexOf(u':') > 0;
  return around ? icu::UnicodeString(line, 1, last - 1).trim() : line;
}

/// A line with its label as the reader of heads knows it.
icu::UnicodeString with_known_label(const icu::UnicodeString &whole) {
  const icu::UnicodeString line = without_outer_bracket(whole);
  static const pattern person(
      u"[【\\[(]?(?:著者(?:名|等|プロフィール)?|執筆(?:者|担当)?(?:名|等)?|筆者(?:名)?|作者|書き手|講 ?師|話し手|語り手|演者|登壇者|会見者|発言者|投稿者(?:名)?|作成者|回答者?|(?:この)?(?:記事を)?書いた人|ライター|記者|文責|担当(?:者|記者)?|報告者|発表者|文(?:章)?|"
      u"(?:聞き手|取材|構成|文|編集|執筆|インタビュー)(?:[・/、＆&と](?:聞き手|取材|構成|文|写真|撮影|編集|執筆|絵))+|聞き手|取材|"
      u"(?:written|posted|published|words|text|story|reported|report|article|interview|contributed|authored)(?: and [a-z]+)? by|authors?|writer|reporter|rapporteur)"
      u"[】\\])]? ?(?:[:/=] ?| +(?=[^ ]))(.+)",
      letter_case::any);
  static const pattern place(u"[【\\[(]?(?:所属(?:先|機関|名)?|勤務先|肩書き?|役職|職名|affiliations?|organi[sz]ation|institution)[】\\])]? ?(?:[:/] ?| +)(.+)", letter_case::any);
  if (const auto match = place.match(line)) return u"所属: " + match->groups[1];
  static const pattern short_label(u"[【\\[(]?(?:文|執筆|記録|まとめ)[】\\])]? ?[:/=] ?(.+)");
  // Remarks by Minister Jane Doe: the office goes, a name is left.
  static const pattern speech(u"(?:speech|remarks|statement|address|lecture|keynote|essay|column|commentary|opinion|photos? and text)s? (?:delivered |given )?by:? "
                              u"(?:(?:the )?(?:rt\\.? hon\\.?|hon\\.?|minister|president|secretary|ambassador|governor|senator|commissioner|chair(?:man|woman)?) )?(.+)",
                              letter_case::any);
  // 文・青海 太郎　絵・白浜 花子, (論説委員・青海 太郎)
  static const pattern dotted(
      u"\\(?(?:文|(?:本紙 ?)?(?:専門|編集|論説)?記者|(?:本紙 ?)?(?:論説|編集|解説)(?:委員(?:長)?|主幹))・([^・()]{2,20}?)(?: (?:絵|写真|撮影|え|イラスト|挿絵|構成)[・:/=][^。]{2,30})?\\)?");
  if (begins_with_any(line, u"文記本専編論解", u"("))
    if (const auto match = dotted.match(line); match && is_person_behind_dot(match->groups[1])) return u"著者: " + match->groups[1];
  // 著者等 青海 太郎、白浜 花子(共著)
  static const pattern together(u"(.+?) ?\\((?:共著者?|共同執筆|編著)\\)");
  if (const auto match = person.match(line)) {
    // 会見者: 港湾大臣 青海 太郎
    static const pattern minister(u"[\\p{Han}・]{0,16}(?:大臣|政務官|長官|報道官) (\\p{Han}{1,4} [\\p{Han}\\p{Hiragana}\\p{Katakana}]{1,5})");
    if (const auto office = minister.match(match->groups[1])) return u"著者: " + office->groups[1];
    const auto bare = match->groups[1].endsWith(u")") ? together.match(match->groups[1]) : std::nullopt;
    return u"著者: " + (bare ? bare->groups[1] : match->groups[1]);
  }
  if (const auto match = short_label.match(line)) return u"著者: " + match->groups[1];
  if (const auto match = speech.match(line); match && is_latin_name(match->groups[1])) return u"著者: " + match->groups[1];
  return line;
}

/// What a person's line is without a time of day or "at" behind it: "Posted by Jane Doe at 10:41 PM".
icu::UnicodeString without_time(icu::UnicodeString line) {
  static const pattern time(u" (?:at|@|on) [0-9]{1,2}:[0-9]{2}.*$| in [A-Z][\\p{L} ]{2,30}$", letter_case::exact);
  static const pattern by(u"(?:(?:written|posted|words|story) )?by .*", letter_case::any);
  static const pattern hour(u" 時刻 ?:.*$|(?<=[0-9]日|[/.-][0-9]{1,2}) ?(?:\\([月火水木金土日]\\) ?)?(?:午[前後] ?)?[0-9]{1,2}[:時] ?[0-9]{1,2}(?:[:分] ?(?:[0-9]{2}秒?)?)?$");
  if (const auto match = hour.find(line)) line.truncate(match->start);
  // 2018/03/27 06:00 青海 太郎
  static const pattern hour_between(u"(?<=[0-9]日|[/.-][0-9]{1,2}) ?[0-9]{1,2}:[0-9]{2}(?= [^ ])");
  if (line.indexOf(u':') > 0)
    if (const auto match = hour_between.find(line)) line.removeBetween(match->start, match->end);
  if (!by.matches(line)) return line;
  if (const auto match = time.find(line)) line.truncate(match->start);
  return line;
}

}  // namespace

std::optional<std::string> wordy_date(const icu::UnicodeString &part) {
  static const pattern before(
      u"(?:(?:(?:this|first|second|third|final|last|revised|preliminary|original(?:ly)?|current) )*(?:draft|version|revision|edition|revised|updated|published|posted|"
      u"issued|released|dated|written|delivered|presented|uploaded|created|accepted|received|submitted|corrected|reposted|date|printed)(?: (?:version|draft|of|on|in|as of|at|online))*|on|of|as of|"
      u"(?:(?:early|late) )?(?:spring|summer|autumn|fall|winter),? (?:19|20)[0-9]{2})? ?[:,;.]? ?",
      letter_case::any);
  static const pattern behind(
      u"(?: (?:mon|tue|wed|thu|fri|sat|sun)\\.?)? ?[,、]? ?(?:(?:at )?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})? ?(?:[ap]\\.?m\\.?)?|[0-9]{1,2} ?[ap]\\.?m\\.?)?(?: ?\\(?(?:[ECMP][SD]T|[ECMP]T|GMT|UTC|BST|JST|CET)\\)?)?[.]?"
      u"| ?\\(?[朝夕]刊(?: ?[0-9]{1,2} ?面)?\\)?| ?付(?: ?[朝夕]刊)?",
      letter_case::any);
  static const pattern more(u"(.*?)[,;/|(] ?(?=(?:revised|updated|modified|last|corrected|published|posted)\\b)(.+?)\\)?", letter_case::any);
  const auto found = part.length() <= 90 ? find_date(part) : std::nullopt;
  if (!found) return std::nullopt;
  if (const auto match = more.match(part)) {
    // What was published goes before what was changed; a season says less than a day.
    static const pattern first(u"(?:published|posted).*", letter_case::any);
    const auto one = wordy_date(match->groups[1]), other = wordy_date(match->groups[2]);
    if (one && other) return first.matches(match->groups[2]) ? other : one;
    static const pattern season(u"(?:(?:spring|summer|autumn|fall|winter),? )?(?:19|20)[0-9]{2} ?", letter_case::any);
    if (other && season.matches(match->groups[1])) return other;
  }
  icu::UnicodeString left(part, 0, found->start);
  const icu::UnicodeString right(part, found->end);
  static const pattern weekday(u"(.*?)(?:\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b,?) ?(?:the )?", letter_case::any);
  if (const auto match = weekday.match(left)) left = match->groups[1];
  if (!before.matches(left) || !behind.matches(right)) return std::nullopt;
  return found->date;
}

namespace {

/// コメント(3), いいね！12 look like the third of a series.
bool is_series(const icu::UnicodeString &part) {
  static const pattern counter(u"(?:スキ|いいね!?|(?:はてな)?ブックマーク|はてブ|閲覧(?:回?数)?|アクセス(?:数)?|シェア|pv|views?|likes?|shares?|claps?) ?:? ?\\(? ?[0-9,]+ ?\\)?(?: ?[件回人])?", letter_case::any);
  const icu::UnicodeString last = icu::UnicodeString(part, part.lastIndexOf(u'|') + 1).trim();
  return series_line(part) && !is_furniture_heading(last) && !counter.matches(last);
}

/// The line as the head's reader takes it, if it is one that it takes.
std::optional<std::string> known_line(const icu::UnicodeString &part) {
  if (part.isEmpty() || part.length() > 160) return std::nullopt;
  if (date_line(part)) return to_utf8(part);
  static const pattern with_person(u"(?:著者|執筆者?|筆者|書いた人|投稿者|ライター|\\bby) ?[:/]", letter_case::any);
  if (const auto said = labelled_line_of(part); said && (said->label == head_label::date || said->label == head_label::circumstance))
    if (const auto date = find_date(said->value); date && !with_person.found_in(said->value)) return date->date;
  if (const auto date = wordy_date(part)) return *date;
  const icu::UnicodeString line = without_time(with_known_label(part));
  if (line.startsWith(u"所属: ")) return to_utf8(line);
  if (const auto read = read_author_line(line, {}); read && !read->translators) return to_utf8(line);
  if (const auto date = find_date(line)) {
    icu::UnicodeString rest = line;
    rest.removeBetween(date->start, date->end);
    rest.trim();
    // "Known Limitations (December 2020)" is the heading of a part.
    if (rest.endsWith(u"()")) return std::nullopt;
    if (const auto read = read_author_line(rest, {}); read && (!read->authors.empty() || line.length() <= 60)) return to_utf8(line);
  }
  if (line == part && is_series(part)) return to_utf8(part);
  if (part.length() <= 60 && is_publication_line(part) && find_date(part)) return to_utf8(part);
  // 2025年2月8日号　2面
  static const pattern issue(u".+日 ?(?:号|付)(?: ?[(]?[0-9]{1,3} ?[面頁]?[)]?)?");
  if (const auto date = part.length() <= 30 && holds_any(part, u"号付") ? find_date(part) : std::nullopt; date && date->start == 0 && issue.matches(part)) return date->date;
  return std::nullopt;
}

/// 藤代凛・北浜大教授, as two lines.
std::vector<std::string> dotted_name_and_place(const icu::UnicodeString &line) {
  static const pattern dotted(u"([\\p{Han}々ヶ]{3,5}|[\\p{Han}々ヶ]{1,3} [\\p{Han}\\p{Hiragana}々]{1,4})・([^・]{3,40})");
  const auto named = line.indexOf(u'・') > 0 ? dotted.match(line) : std::nullopt;
  if (!named) return {};
  const icu::UnicodeString &name = named->groups[1], &place = named->groups[2];
  if (!is_position(place) || !(is_of_short_university(place) || names_institution(place))) return {};
  if (!is_japanese_name(split_words(name)) || is_position(name) || is_organisation(name)) return {};
  return {"著者: " + to_utf8(name), "所属: " + to_utf8(place)};
}

/// 久遠寺 誠（蒼海大学・国際関係論）, 梶木徹（郷土史家）: a name and what its bearer is; "By Jane Doe, Westmarch Review": a name behind
/// a label and a place. As two lines.
std::vector<std::string> name_and_place(const icu::UnicodeString &line) {
  static const pattern bracketed(u"([^() ]{1,4} ?[^() ]{1,4}) ?\\(([^()]{2,40})\\)");
  // [鹿児島谷 陽菜, 産業と環境ウェブ]
  static const pattern square(u"\\[([^\\[\\],、]{2,14})[,、] ?([^\\[\\]]{2,40})\\]");
  static const pattern by(u"((?:written )?by [^,;:]{4,40}), ([^,;:.]{4,80})", letter_case::any);
  auto match = bracketed.match(line);
  if (!match) match = square.match(line);
  if (match && !is_japanese_name(split_words(match->groups[1]))) match = std::nullopt;
  if (!match) {
    match = by.match(line);
    if (!match || is_latin_name(match->groups[2])) return {};
    const auto read = read_author_line(match->groups[1], {});
    if (!read || read->authors.size() != 1) return {};
  } else if (find_date(match->groups[2]) || is_name_gloss(match->groups[2])) {
    return {};
  }
  const bool labelled = match->groups[1].indexOf(u' ') > 0 && match->groups[1].length() > 9;
  return {(labelled ? "" : "著者: ") + to_utf8(match->groups[1]), "所属: " + to_utf8(match->groups[2])};
}

/// みなと税理士（青海 太郎） 2023年1月17日: how somebody is called on a site, the name and the day, as two lines.
std::vector<std::string> handle_and_date(const icu::UnicodeString &line) {
  static const pattern it(u"[^()]{2,24} ?\\(([^() ]{1,4} [^() ]{1,5})\\) ?((?:19|20)[0-9]{2}[年/.-].{3,24})");
  const auto match = line.length() <= 80 && line.indexOf(u'(') > 0 ? it.match(line) : std::nullopt;
  if (!match || !is_plain_japanese_name(split_words(match->groups[1]))) return {};
  const auto date = find_date(match->groups[2]);
  if (!date || date->start > 0) return {};
  return {"著者: " + to_utf8(match->groups[1]), date->date};
}

/// 記者・青海太郎 2023/1/17 05:00 (2023/1/18 10:12 更新): who, when, and less than that a change, as two lines.
std::vector<std::string> office_and_date(const icu::UnicodeString &line) {
  static const pattern it(u"([^ ()・]{2,10}・[^ ()・]{1,4}(?: [^ ()・0-9]{1,4})?) ((?:19|20)[0-9]{2}[年/.-][^()]{3,24}?)(?: ?\\([^()]{4,30}(?:更新|改訂|修正)\\))?");
  const auto match = line.length() <= 90 && line.indexOf(u'・') > 0 ? it.match(line) : std::nullopt;
  if (!match) return {};
  const icu::UnicodeString who = with_known_label(match->groups[1]);
  const auto date = who.startsWith(u"著者: ") ? wordy_date(match->groups[2]) : std::nullopt;
  if (!date) return {};
  return {to_utf8(who), *date};
}

/// 著者: 青海 太郎主任研究員 of a list whose style sets the position apart, as two lines.
std::vector<std::string> name_before_position(const icu::UnicodeString &line) {
  static const pattern it(
      u"著者: ([\\p{Han}々ヶ]{1,4} [\\p{Han}\\p{Hiragana}\\p{Katakana}々]{1,4}?) ?"
      u"((?:(?:主任|主席|首席|上席|特任|客員|専門)?(?:研究員|調査員|研究主幹)|エコノミスト|アナリスト|コンサルタント)(?: ?\\([^()]{1,30}\\))?)");
  const auto match = line.length() <= 60 && line.startsWith(u"著者: ") ? it.match(line) : std::nullopt;
  if (!match || !is_plain_japanese_name(split_words(match->groups[1]))) return {};
  return {"著者: " + to_utf8(match->groups[1]), "所属: " + to_utf8(match->groups[2])};
}

/// 2024年5月号(Vol.38) 港の便り, 会報「港」第212号(2012年4月)より: the day or month of the issue that a text is from.
std::optional<std::string> date_of_issue(const icu::UnicodeString &line) {
  static const pattern dated(u"((?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?) ?号 ?(?:[(](?:vol|no|第|通巻)[^()]{1,20}[)][^。、]{0,30})?", letter_case::any);
  static const pattern numbered(u"[^。()]{2,40}第 ?[0-9]{1,4} ?号 ?[(]((?:19|20)[0-9]{2}年[^()。]{2,10})[)] ?(?:より|から|(?:より|から)?(?:転載|再録)|掲載|所収|所載)?");
  if (line.length() > 70 || line.indexOf(u'号') < 0) return std::nullopt;
  auto match = dated.match(line);
  if (!match) match = numbered.match(line);
  return match && find_date(match->groups[1]) ? std::optional(to_utf8(match->groups[1])) : std::nullopt;
}

std::vector<icu::UnicodeString> parts_of(const std::string &line) {
  // Signs between the parts, and labels that begin one.
  static const pattern between(u" ?[|｜•│»·] ?| (?=\\[)| [・/—–-] |(?<=[0-9日]) (?=約?[0-9]{1,3} ?分(?:で読|程度|$))|(?<=.) (?=(?:所属|肩書|公開日?|掲載日?|投稿日|更新日|最終更新日?|発行日?|日付|日時|文|著者|執筆者?|筆者|(?:この)?(?:記事を)?書いた人|読了時間|取材|聞き手|写真|撮影|構成|担当)[^ ]{0,6}?[:=/]|(?:posted|published|updated|written)(?: on)?:? )|(?<=(?:19|20)[0-9]{2}) (?=by \\p{Lu}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? [0-9]{1,2}, (?:19|20)[0-9]{2})|(?<=[0-9\\p{L}]),? (?=on \\p{L}+,? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2})| : (?=(?:19|20)[0-9]{2})", letter_case::any);
  std::vector<icu::UnicodeString> result;
  icu::UnicodeString rest = fold(line);
  while (result.size() < 12) {
    const auto match = between.find(rest);
    icu::UnicodeString part = match ? icu::UnicodeString(rest, 0, match->start) : rest;
    if (!part.trim().isEmpty()) result.push_back(part);
    if (!match) break;
    rest.remove(0, match->end);
  }
  return result;
}

}  // namespace

bool is_label_of_date(const icu::UnicodeString &line) {
  static const pattern it(u"(?:(?:最終)?更新|公開|掲載|投稿|発行|発表|公表|配信|作成|登録|制作|開催|収録|記事|初出)(?:日時?|年月日?|時期)[:/]?");
  return line.length() <= 8 && it.matches(line);
}

bool is_other_label(const icu::UnicodeString &line) {
  static const pattern it(u"(?:分類|種別|種類|区分|(?:業務|取扱|専門)?分野|テーマ|ジャンル|カテゴリー?|対象|地域|言語|形式|媒体|体裁|判型|価格|頁数|ページ(?:数|番号)|関連|備考|会場|場所|開催地|主催|共催|協賛|(?:event )?(?:venue|location|organi[sz]ers?|host|sponsors?))[ :/].{1,60}", letter_case::any);
  return line.length() <= 80 && begins_with_any(line, u"分種区業取専テジカ対地言形媒体判価頁ペ関備会場開主共協evlohsEVLOHS") && it.matches(line);
}

std::vector<std::string> head_lines_of(std::string_view text) {
  const std::string line = squeeze(text);
  if (line.empty() || line.size() > 600 || line.find("。") != npos) return {};
  const icu::UnicodeString folded = fold(line);
  if (is_other_label(folded) || is_label_of_date(folded)) return {};
  if (auto both = handle_and_date(folded); !both.empty()) return both;
  if (auto both = dotted_name_and_place(folded); !both.empty()) return both;
  if (auto both = office_and_date(folded); !both.empty()) return both;
  if (auto both = name_before_position(with_known_label(folded)); !both.empty()) return both;
  if (auto date = date_of_issue(folded)) return {*date};
  if (auto known = known_line(folded)) return {*known};
  if (auto both = name_and_place(with_known_label(folded)); !both.empty()) return both;
  if (line.size() > longest_line) return {};
  const std::vector<icu::UnicodeString> parts = parts_of(line);
  if (parts.size() < 2) return {};
  std::vector<std::string> result;
  for (const icu::UnicodeString &part : parts) {
    auto both = dotted_name_and_place(part);
    if (both.empty()) both = name_and_place(part);
    if (!both.empty())
      result.insert(result.end(), both.begin(), both.end());
    else if (auto known = known_line(part))
      result.push_back(*known);
    else if (columns(to_utf8(part)) > longest_rest)
      return {};
  }
  return result;
}

std::vector<author> authors_in(std::string_view line) {
  std::vector<author> people;
  for (const std::string &one : head_lines_of(line)) {
    const icu::UnicodeString text = fold(one);
    if (date_line(text)) continue;
    if (const auto read = read_author_line(text, {}); read && !read->translators)
      for (const author &who : read->authors) people.push_back(who);
  }
  return people;
}

std::vector<std::string> lines_of_dated_signature(const icu::UnicodeString &line) {
  static const pattern date_first(u"[(\\[]((?:19|20)[0-9]{2}[年/.-][^、,()\\[\\]]{1,14}?)(?:[、,:/] ?| )([^、,()\\[\\]]{3,10})[)\\]]");
  static const pattern name_first(u"[(\\[]([^、,()\\[\\]]{3,10}?)(?:[、,:/] ?| )((?:19|20)[0-9]{2}[年/.-][^、,()\\[\\]]{1,14})[)\\]]");
  if (line.length() > 36 || !begins_with_any(line, u"([")) return {};
  auto match = date_first.match(line);
  const bool swapped = !match;
  if (!match) match = name_first.match(line);
  if (!match) return {};
  const icu::UnicodeString &name = match->groups[swapped ? 1 : 2], &day = match->groups[swapped ? 2 : 1];
  const auto date = find_date(day);
  if (!date || date->start > 0 || date->end < day.length() || name.indexOf(u' ') < 0 || !is_plain_japanese_name(split_words(name))) return {};
  return {"著者: " + to_utf8(name), to_utf8(day)};
}

std::optional<std::string> date_of_first_printing(const icu::UnicodeString &line) {
  static const pattern it(u"[(\\[]?(?:this (?:article|essay|paper|piece|text) )?(?:was )?(?:first|originally) (?:printed|published|appeared) (?:in|by) ([^.]{4,120}(?:[A-Z]\\.[^.]{0,60}|no\\.[^.]{0,60}|vol\\.[^.]{0,60})*)\\.?[)\\]]?", letter_case::any);
  if (line.length() > 160 || !begins_with_any(line, u"fFoOtT", u"([")) return std::nullopt;
  const auto match = it.match(line);
  const auto date = match ? find_date(match->groups[1]) : std::nullopt;
  return date && date->end == match->groups[1].length() ? std::optional(date->date) : std::nullopt;
}

bool labels_receipt(const icu::UnicodeString &label) {
  static const pattern it(u"(?:原稿)?(?:受理|受付|受領|採択|採録決定)(?:日|年月日)?|(?:received|accepted)(?: on| date)?", letter_case::any);
  return label.length() <= 16 && it.matches(label);
}

bool heads_authors(const icu::UnicodeString &line) {
  static const pattern it(u"(?:the )?(?:authors?|written by|contributors?|著者|執筆者|筆者)(?: ?一覧)? ?:?", letter_case::any);
  return line.length() <= 16 && it.matches(line);
}

}  // namespace libsearch::ingest
