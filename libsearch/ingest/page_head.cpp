#include "ingest/page_head.hpp"

#include <algorithm>
#include <optional>

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

constexpr std::size_t lines_above = 12, lines_below = 20;  // blocks that are looked at
constexpr std::size_t longest_line = 200;                  // bytes of a line that may be split
constexpr std::size_t longest_rest = 40;                   // columns of a part that says nothing

/// A line with its label as the reader of heads knows it.
icu::UnicodeString with_known_label(const icu::UnicodeString &line) {
  static const pattern person(
      u"[【\\[(]?(?:著者(?:名|プロフィール)?|執筆(?:者|担当)?(?:名)?|筆者(?:名)?|作者|書き手|講 ?師|話し手|語り手|演者|登壇者|投稿者(?:名)?|(?:この)?(?:記事を)?書いた人|ライター|記者|文責|担当(?:者|記者)?|報告者|発表者|文(?:章)?|"
      u"(?:聞き手|取材|構成|文|編集|執筆|インタビュー)(?:[・/、＆&と](?:聞き手|取材|構成|文|写真|撮影|編集|執筆|絵))+|聞き手|取材|"
      u"(?:written|posted|published|words|text|story|reported|report|article|interview|contributed|authored)(?: and [a-z]+)? by|authors?|writer|reporter)"
      u"[】\\])]? ?(?:[:/=] ?| +(?=[^ ]))(.+)",
      letter_case::any);
  static const pattern place(u"[【\\[(]?(?:所属(?:先|機関|名)?|勤務先|肩書き?|役職|職名|affiliations?|organi[sz]ation|institution)[】\\])]? ?(?:[:/] ?| +)(.+)", letter_case::any);
  if (const auto match = place.match(line)) return u"所属: " + match->groups[1];
  static const pattern short_label(u"[【\\[(]?文[】\\])]? ?[:/=] ?(.+)");
  // Remarks by Minister Jane Doe: the office goes, a name is left.
  static const pattern speech(u"(?:speech|remarks|statement|address|lecture|keynote|essay|column|commentary|opinion|photos? and text)s? (?:delivered |given )?by:? "
                              u"(?:(?:the )?(?:rt\\.? hon\\.?|hon\\.?|minister|president|secretary|ambassador|governor|senator|commissioner|chair(?:man|woman)?) )?(.+)",
                              letter_case::any);
  if (const auto match = person.match(line)) return u"著者: " + match->groups[1];
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

/// A date among the words that pages set around one: "Draft of 12 March 1997", "Spring 2016, revised 3 October 2016",
/// "March 3, 2020 6:10 p.m.", 2021/08/27 朝刊.
std::optional<std::string> wordy_date(const icu::UnicodeString &part) {
  static const pattern before(
      u"(?:(?:(?:this|first|second|third|final|last|revised|preliminary|original(?:ly)?|current) )*(?:draft|version|revision|edition|revised|updated|published|posted|"
      u"issued|released|dated|written|delivered|presented|uploaded|created|accepted|received|submitted|corrected|reposted|date|printed)(?: (?:version|draft|of|on|in|as of|at|online))*|on|of|as of|"
      u"(?:(?:early|late) )?(?:spring|summer|autumn|fall|winter),? (?:19|20)[0-9]{2})? ?[:,;.]? ?",
      letter_case::any);
  static const pattern behind(
      u" ?[,、]? ?(?:(?:at )?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})? ?(?:[ap]\\.?m\\.?)?|[0-9]{1,2} ?[ap]\\.?m\\.?)?(?: ?\\(?(?:[ECMP][SD]T|[ECMP]T|GMT|UTC|BST|JST|CET)\\)?)?[.]?"
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

std::vector<icu::UnicodeString> parts_of(const std::string &line) {
  // Signs between the parts, and labels that begin one.
  static const pattern between(u" ?[|｜•│»·] ?| (?=\\[)| [・/—–-] |(?<=.) (?=(?:所属|肩書|公開日?|掲載日?|投稿日|更新日|最終更新日?|発行日?|日付|日時|文|著者|執筆者?|筆者|(?:この)?(?:記事を)?書いた人|読了時間|取材|聞き手|写真|撮影|構成|担当)[^ ]{0,6}?[:=/]|(?:posted|published|updated|written)(?: on)?:? )|(?<=(?:19|20)[0-9]{2}) (?=by \\p{Lu})|(?<=[0-9\\p{L}]),? (?=on \\p{L}+,? [0-9]{1,2}(?:st|nd|rd|th)?,? (?:19|20)[0-9]{2})| : (?=(?:19|20)[0-9]{2})", letter_case::any);
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

std::vector<std::string> head_lines_of(std::string_view text) {
  const std::string line = squeeze(text);
  if (line.empty() || line.size() > 600 || line.find("。") != npos) return {};
  if (auto both = dotted_name_and_place(fold(line)); !both.empty()) return both;
  if (auto known = known_line(fold(line))) return {*known};
  if (auto both = name_and_place(with_known_label(fold(line))); !both.empty()) return both;
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

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (std::string line = squeeze(text.substr(0, end)); !line.empty()) result.push_back(std::move(line));
    text.remove_prefix(end == npos ? text.size() : end + 1);
  }
  return result;
}

/// 港湾局総務課: who is responsible, beside the title; an organisation there may be the site.
bool is_unit(const icu::UnicodeString &line) {
  static const pattern it(u"[\\p{Han}\\p{Katakana}ー・ ]{1,20}(?:課|係|室|班)");
  return it.matches(line) && is_organisation(line);
}

class head_taker {
 public:
  head_taker(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts), kept_(page.blocks.size(), true) {}

  void run() {
    const std::size_t title = page_.title_block;
    std::size_t below = title == npos ? 0 : title + 1, prose = 0;
    for (const std::size_t end = std::min(page_.blocks.size(), below + lines_below); below < end && prose < 2; ++below) {
      if (is_prose(at(below))) {
        // "6:10 p.m." ends like a sentence.
        const bool lines = at(below).text.size() <= 400 && at(below).text.find('\n') != npos && !verdicts_.is_furniture(at(below).region);
        if (!lines || !take(below, true)) ++prose;
        continue;
      }
      if (verdicts_.is_furniture(at(below).region)) continue;
      if (take(below, prose > 0)) continue;
      if (at(below).heading > 0) break;
    }
    // A date or a series above the title; of the rest what is sure to be an author.
    if (title != npos)
      for (std::size_t i = title; i-- > 0 && title - i <= lines_above;) {
        if (is_prose(at(i))) break;
        if (!verdicts_.is_furniture(at(i).region)) take(i, true);
      }
    if (page_.authors.empty() && !names_authors()) take_below_text();
    keep_blocks(page_, kept_);
  }

 private:
  const text_block &at(std::size_t i) const { return page_.blocks[i]; }

  bool names_authors() const {
    return std::any_of(page_.head.begin(), page_.head.end(), [](const std::string &line) { return !authors_in(line).empty(); });
  }

  /// "投稿者 帆村 渡 : 2006年03月01日" behind the last paragraph of those before the readers' comments.
  void take_below_text() {
    static const pattern posted(u"(?:投稿者|書いた人|posted by|written by|文責) ?:? ?.{2,120}", letter_case::any);
    constexpr int most = 3;  // lines that begin so without being a byline
    std::size_t prose = npos;
    int tried = 0;
    for (std::size_t i = 0; i < page_.blocks.size() && tried < most; ++i) {
      const text_block &one = at(i);
      if (is_prose(one) && prose == npos) prose = i;
      if (prose == npos || one.text.size() > longest_line || verdicts_.is_furniture(one.region) || !posted.matches(fold(one.text))) continue;
      ++tried;
      for (std::size_t k = prose; k < i; ++k)
        if (at(k).text.size() <= longest_line && (is_comment_heading(fold(at(k).text)) || is_furniture_heading(fold(at(k).text)))) return;
      if (take(i, true)) return;
    }
  }

  /// `only_sure`: two words that may be a name are none here.
  bool take(std::size_t i, bool only_sure) {
    const text_block &one = at(i);
    if (!kept_[i] || one.text.size() > 600 || one.kind == block_kind::preformatted || one.kind == block_kind::caption) return false;
    std::vector<std::string> lines = lines_of(one.text);
    if (lines.empty() || lines.size() > 6) return false;
    // <dt>著者<dd>青海 太郎
    if (one.kind == block_kind::term && lines.size() == 1 && i + 1 < page_.blocks.size() && at(i + 1).kind == block_kind::definition) {
      if (const auto found = head_lines_of(lines[0] + ": " + one_line(at(i + 1).text)); !found.empty()) {
        add(found);
        kept_[i] = kept_[i + 1] = false;
        return true;
      }
      return false;
    }
    // Headings of parts are words that may be names, but a byline is one of its kind; so are lines with a line drawn below.
    only_sure = only_sure || (one.heading > 0 && has_equal(i)) || (lines.size() > 1 && is_rule(fold(lines[1])));
    std::vector<std::string> found, rest;
    for (std::string &line : lines) {
      const auto known = head_lines_of(line);
      const bool doubtful = only_sure || (is_of_links(one) && !is_beside_date(i));
      if (known.empty() || (doubtful && !is_sure(known))) {
        rest.push_back(std::move(line));
      } else {
        found.insert(found.end(), known.begin(), known.end());
      }
    }
    if (found.empty()) return false;
    // Most of the block is such lines, or it is text that begins so.
    if (rest.size() > found.size()) return false;
    add(found);
    if (rest.empty()) {
      kept_[i] = false;
      return true;
    }
    std::string left;
    for (const std::string &line : rest) left += (left.empty() ? "" : "\n") + line;
    page_.blocks[i].text = left;
    return true;
  }

  /// A link to a person's page stands beside the date.
  bool is_beside_date(std::size_t i) const {
    const auto is_date = [&](std::size_t k) { return k < page_.blocks.size() && at(k).text.size() <= 60 && wordy_date(fold(at(k).text)).has_value(); };
    return is_date(i + 1) || (i > 0 && i - 1 != page_.title_block && is_date(i - 1));
  }

  bool has_equal(std::size_t i) const {
    for (std::size_t k = 0; k < page_.blocks.size(); ++k)
      if (k != i && k != page_.title_block && at(k).heading == at(i).heading) return true;
    return false;
  }

  static bool is_sure(const std::vector<std::string> &lines) {
    return std::all_of(lines.begin(), lines.end(), [](const std::string &line) {
      const icu::UnicodeString text = fold(line);
      if (date_line(text) || series_line(text) || is_unit(text)) return true;
      const auto read = read_author_line(text, {});
      return read && !read->authors.empty() && read->strong;
    });
  }

  void add(const std::vector<std::string> &lines) {
    static constexpr std::string_view place = "所属: ";
    for (const std::string &line : lines) {
      // The head's reader stops at a place that it does not know as one.
      const std::string_view name = std::string_view(line).substr(std::min(line.size(), place.size()));
      if (line.rfind(place, 0) != 0 || read_author_line(fold(name), {}))
        page_.head.push_back(line);
      else if (page_.affiliation.empty())
        page_.affiliation = name;
    }
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<bool> kept_;
};

}  // namespace

/// "第5回　網を干す場所" without the number, as it is written.
static std::string without_number(const std::string &title) {
  static const pattern before(u"[(（<＜【\\[［〔]?(?:連載)?第[ 　]?[0-9０-９]{1,4}[ 　]?回[)）>＞】\\]］〕]?[ 　:：/／]*(.{2,})");
  static const pattern behind(u"(.{2,}?)[ 　]*[(（<＜【\\[［〔]?第[ 　]?[0-9０-９]{1,4}[ 　]?回[)）>＞】\\]］〕]?");
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(title);
  for (const pattern *one : {&before, &behind})
    if (const auto match = one->match(whole)) return to_utf8(match->groups[1]);
  return title;
}

void take_series_of_title(markup &page) {
  static const pattern named(u"[<【\\[〔]?(?:連載|シリーズ|コラム|リレー(?:連載|エッセ[イー]))(?:[】\\]〕>]|コラム|エッセ[イー])? ?[:/]? ?[「『\"“](.{1,40})[」』\"”][>】\\]〕]?");
  static const pattern plain(u"[<【\\[〔]?(?:連載|シリーズ)[】\\]〕>]?(?: ?[:/] ?| |(?<=[】\\]〕>]))([^「『\"“。]{2,30})");
  static const pattern numbered(u"[(<【\\[〔]?(?:連載)?第 ?([0-9]{1,4}) ?回(?:[)>】\\]〕].*|[ :/].*)?|.* [(<【\\[〔]?第 ?([0-9]{1,4}) ?回[)>】\\]〕]?");
  if (page.title_block == npos || !page.series.empty() || page.title.size() > 600) return;
  const auto number = numbered.match(fold(page.title));
  if (!number) return;
  std::vector<bool> kept(page.blocks.size(), true);
  const std::size_t from = page.title_block > 6 ? page.title_block - 6 : 0, to = std::min(page.blocks.size(), page.title_block + 6);
  for (std::size_t i = from; i < to; ++i) {
    const text_block &one = page.blocks[i];
    if (i == page.title_block || one.text.size() > 200) continue;
    const icu::UnicodeString line = fold(one.text);
    auto match = named.match(line);
    if (!match && !is_furniture_phrase(line) && !is_way_through_site(line) && i < page.title_block) match = plain.match(line);
    if (!match) continue;
    page.series = to_utf8(match->groups[1]);
    page.number = to_utf8(number->groups[number->groups[1].isEmpty() ? 2 : 1]);
    page.title = without_number(page.title);
    kept[i] = false;
    return keep_blocks(page, kept);
  }
}

void take_change_date(markup &page) {
  static const pattern changed(u"\\b(?:updated|modified|revised|changed)\\b|最終更新|更新日|最終改訂", letter_case::any);
  if (!page.date.empty() || !page.change_date.empty()) return;
  constexpr std::size_t longest = 300, most = 40;
  for (std::size_t k = 0; k < std::min(most, page.blocks.size()); ++k) {
    const text_block &one = page.blocks[page.blocks.size() - 1 - k];
    if (one.text.size() > longest) continue;
    const icu::UnicodeString line = fold(one.text);
    if (const auto date = find_date(line); date && changed.found_in(line)) {
      page.change_date = date->date;
      return;
    }
  }
}

void take_head_lines(markup &page, const region_verdicts &verdicts) { head_taker(page, verdicts).run(); }

}  // namespace libsearch::ingest
