#include "ingest/furniture.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "ingest/dates.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/furniture_shape.hpp"
#include "ingest/interruptions.hpp"
#include "ingest/page_number.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_furniture = 480;  // bytes; a longer line is text
constexpr std::size_t edge_lines = 3;   // so far from a page's edge may a running head stand
constexpr std::size_t tail_lines = 15;  // so far from the end may closing and contact stand

bool may_be_furniture(const line &one) {
  return one.role == line_role::text && one.text.size() <= longest_furniture;
}

/// Indices of the text lines of each stretch between page breaks. A break is a form feed; where
/// there is none, each run of lines already known as furniture is one.
std::vector<std::vector<std::size_t>> stretches(const std::vector<line> &lines, bool feeds) {
  std::vector<std::vector<std::size_t>> result(1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool broken =
        feeds ? i > 0 && lines[i].page != lines[i - 1].page : lines[i].role == line_role::furniture;
    if (broken && !result.back().empty()) result.emplace_back();
    if (lines[i].role == line_role::text) result.back().push_back(i);
  }
  if (result.back().empty()) result.pop_back();
  return result;
}

template <typename Visit>
void for_edges(const std::vector<std::size_t> &stretch, const Visit &visit) {
  for (std::size_t i = 0; i < stretch.size(); ++i)
    if (i < edge_lines || i + edge_lines >= stretch.size()) visit(stretch[i]);
}

/// The line without what changes from page to page.
std::string running_key(std::string_view text) {
  icu::UnicodeString kept;
  const icu::UnicodeString line = tight(fold(text));
  for (int32_t i = 0; i < line.length(); ++i)
    if (line[i] < u'0' || line[i] > u'9') kept.append(line[i]);
  // 電気時報 Vol.88 (3), and on the left page (4) 電気時報 Vol.88
  if (kept.length() > 4 && (kept.startsWith(u"()") || kept.endsWith(u"()"))) kept.findAndReplace(u"()", u"");
  return to_utf8(kept);
}

bool may_run(const line &one) {
  constexpr std::size_t longest = 240;  // columns: what small letters say of copyright and responsibility
  return may_be_furniture(one) && one.width <= longest && !is_caption(one.text) &&
         (last_character(one.text) != U'。' || first_character(one.text) == U'※' || one.text.size() >= 30);
}

void mark_running_heads(std::vector<line> &lines, bool feeds) {
  const auto pages = stretches(lines, feeds);
  if (pages.size() < 2) return;
  std::map<std::string, std::set<std::size_t>> same, alike;
  for (std::size_t page = 0; page < pages.size(); ++page)
    for_edges(pages[page], [&](std::size_t i) {
      if (!may_run(lines[i])) return;
      same[squeeze(lines[i].text)].insert(page);
      constexpr std::size_t longest_alike = 120;  // columns
      if (last_character(lines[i].text) != U'。' && lines[i].width <= longest_alike) alike[running_key(lines[i].text)].insert(page);
    });
  // Where only digits differ, twice may be chance: 第1章, 第2章.
  const std::size_t needed = pages.size() <= 4 ? 2 : 3;
  for (const auto &page : pages)
    for_edges(page, [&](std::size_t i) {
      if (!may_run(lines[i])) return;
      const std::string key = running_key(lines[i].text);
      if (same[squeeze(lines[i].text)].size() < needed &&
          (key.empty() || alike[key].size() < std::max<std::size_t>(needed, 3)))
        return;
      lines[i].role = line_role::furniture;
      lines[i].running = true;
    });
}

/// With form feeds a bare number is a page number at a page's edge only.
void mark_bare_numbers(std::vector<line> &lines, const std::vector<std::size_t> &numbers,
                       bool feeds) {
  const auto is_number = [&](std::size_t i) {
    return std::binary_search(numbers.begin(), numbers.end(), i);
  };
  std::set<std::size_t> edges;
  if (feeds)
    for (const auto &page : stretches(lines, true))
      for_edges(page, [&](std::size_t i) { edges.insert(i); });
  for (std::size_t i : numbers) {
    // Numbers below each other are a column of a table.
    const bool column = (i > 0 && is_number(i - 1)) || is_number(i + 1);
    if (!column && (!feeds || edges.count(i) > 0)) lines[i].role = line_role::furniture;
  }
}

/// A chapter's or an issue's number and its page's, in the first or last line of a page: 1-1, 2 ‐ 502
void mark_paired_numbers(std::vector<line> &lines) {
  const auto is_pair = [&](std::size_t i) { return lines[i].width <= 12 && is_paired_page_number(fold(lines[i].text)); };
  std::vector<std::size_t> texts, found;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].role == line_role::text) texts.push_back(i);
  const auto on_one_page = [&](std::size_t k, std::size_t beside) { return beside < texts.size() && lines[texts[k]].page == lines[texts[beside]].page; };
  for (std::size_t k = 0; k < texts.size(); ++k) {
    const bool first = !on_one_page(k, k - 1), last = !on_one_page(k, k + 1);
    if (first == last || !is_pair(texts[k])) continue;
    // Below each other they are results, or a column of a table.
    if (!is_pair(texts[first ? k + 1 : k - 1])) found.push_back(texts[k]);
  }
  // One alone on the last page may be how a game ended.
  if (found.size() == 1 && lines[found[0]].page == lines.back().page) return;
  for (const std::size_t i : found) lines[i].role = line_role::furniture;
}

/// Marks what its shape gives away and returns the first date of a footer.
std::string mark_shapes(std::vector<line> &lines, bool feeds) {
  std::string date;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_be_furniture(lines[i]) || !may_have_shape(lines[i])) continue;
    const icu::UnicodeString folded = fold(lines[i].text);
    const furniture_shape shape = shape_of(folded);
    if (shape == furniture_shape::none) continue;
    if (shape == furniture_shape::bare_number) {
      numbers.push_back(i);
      continue;
    }
    lines[i].role = line_role::furniture;
    if (!date.empty() || shape == furniture_shape::page_number) continue;
    if (const auto found = find_date(folded)) date = found->date;
  }
  mark_bare_numbers(lines, numbers, feeds);
  return date;
}

/// Indices of the last text lines, the last first.
std::vector<std::size_t> tail_of(const std::vector<line> &lines) {
  std::vector<std::size_t> result;
  for (std::size_t i = lines.size(); i-- > 0 && result.size() < tail_lines;)
    if (lines[i].role == line_role::text) result.push_back(i);
  return result;
}

/// The closing word of a text, alone on its line.
bool is_closing_line(std::string_view text) {
  constexpr std::u32string_view first = U"以(（【";
  return first.find(first_character(text)) != npos && is_closing(fold(text));
}

/// Whether the first character behind ornaments is one of those that words of contact begin with.
bool may_begin_contact(std::string_view text) {
  constexpr std::u32string_view ornaments = U" \t　*＊※■◆●○・･<＜【[［(（", first = U"本お問ご連メ電フeEmMtTfFcCiIｅＥｍＭｔＴｆＦｃＣｉＩ";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (ornaments.find(c) == npos) return first.find(c) != npos;
  }
  return false;
}

/// At the end: 〒000-0000 ..., www.example.org, "本資料は情報提供のみを目的として...".
bool is_notice_at_end(std::string_view text) {
  static const pattern address(u"(?:.{0,30} )?〒 ?[0-9]{3}-?[0-9]{4}.{0,80}"), site(u"[(<]?(?:https?://|www\\.)[A-Za-z0-9.-]+/?[)>]?");
  static const pattern imprint(u".{3,60} ?\\| ?.{3,80} ?\\| ?(?:www\\.|https?:|tel|fax|〒|[^ |]+@).{3,80}", letter_case::any);
  if (text.size() > longest_furniture) return false;
  const icu::UnicodeString line = fold(text);
  return (line.indexOf(u'〒') >= 0 && address.matches(line)) || (line.indexOf(u'.') >= 0 && site.matches(line)) || (line.indexOf(u'|') > 0 && imprint.matches(line)) ||
         is_disclaimer(line);
}

/// Below a text that came from a page or a mail: 前のコラムへ|一覧へ戻る, Unsubscribe: ..., ファイル名 ...
bool leads_elsewhere(const icu::UnicodeString &line) {
  static const pattern it(
      u"[〔\\[(]? ?(?:ファイル名|file ?name|回覧|次号予告|次回予告|関連(?:する)?(?:レポート|記事|論文|資料|コラム)|関連リンク|unsubscribe|letters to the editor|filed in)(?:[ :\\])〕].*|)"
      u"|[◇◆□■] ?投稿規[定程].*",
      letter_case::any);
  return it.matches(line) || is_way_through_site(line) || is_furniture_phrase(line);
}

/// シェア, ツイート, Share: what most of a site's rows of buttons have.
bool may_be_button(const line &one) {
  constexpr std::size_t longest = 30;  // columns
  if (one.role != line_role::text || one.width > longest) return false;
  for (const std::string_view word : {"シェア", "ツイート", "ブックマーク", "LINE", "hare", "weet", "acebook"})
    if (one.text.find(word) != npos) return true;
  return false;
}

/// Buttons of a page below each other: シェア / ツイート / 印刷
void mark_buttons(std::vector<line> &lines) {
  constexpr std::size_t fewest = 3, longest = 40;
  const auto is_button = [&](std::size_t i) { return lines[i].role == line_role::text && lines[i].width <= longest && is_furniture_phrase(fold(lines[i].text)); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_be_button(lines[i]) || !is_button(i)) continue;
    std::size_t first = i, end = i + 1;
    while (first > 0 && is_button(first - 1)) --first;
    while (end < lines.size() && is_button(end)) ++end;
    if (end - first >= fewest)
      for (std::size_t k = first; k < end; ++k) lines[k].role = line_role::furniture;
    i = end - 1;
  }
}

/// A contact line near the end takes with it what follows: names, addresses, numbers.
void mark_contacts(std::vector<line> &lines) {
  const std::vector<std::size_t> tail = tail_of(lines);
  const auto says_contact = [&](std::size_t i) { return i < tail.size() && (is_contact(lines[tail[i]].text) || is_notice_at_end(lines[tail[i]].text)); };
  std::size_t taken = 0;
  for (std::size_t i = 0; i < tail.size(); ++i) {
    const line &one = lines[tail[i]];
    const bool of_sentence = one.width >= 60 && (one.text.find("、") != npos || one.text.find("。") != npos);
    const bool of_text = one.width > 80 || of_sentence || (ends_sentence(one.text) && one.width > 40);
    if (says_contact(i) || (i <= taken + 1 && !of_text && leads_elsewhere(fold(one.text))))
      taken = i + 1;
    else if (of_text && (i > 0 || one.width > 80 || !says_contact(1)))
      break;  // one sentence may stand below the contact
  }
  for (std::size_t i = 0; i < taken; ++i)
    if (!is_closing_line(lines[tail[i]].text)) lines[tail[i]].role = line_role::contact;
}

/// 「……したい。 以上」: the closing word behind the last sentence.
void cut_attached_closing(line &last) {
  static const pattern attached(u".*[。.」)] ?以 ?上[。.]?");
  if (last.text.size() < 9) return;
  const std::string_view end = trim(last.text);
  const std::size_t word = end.rfind("以");
  if (word == std::string_view::npos || word < 3 || end.size() - word > 16) return;
  std::size_t from = word > 60 ? word - 60 : 0;
  while (from < word && (static_cast<unsigned char>(end[from]) & 0xC0) == 0x80) ++from;
  if (!attached.matches(fold(end.substr(from)))) return;
  last.text = trim(end.substr(0, word));
  last.width = columns(last.text);
}

void mark_closing(std::vector<line> &lines) {
  const std::vector<std::size_t> tail = tail_of(lines);
  for (std::size_t k = 0; k < tail.size(); ++k) {
    const std::size_t i = tail[k];
    if (!is_closing_line(lines[i].text)) continue;
    const bool alone = i + 1 >= lines.size() || lines[i + 1].role != line_role::text;
    const bool after_sentence = k + 1 >= tail.size() || ends_sentence(lines[tail[k + 1]].text);
    if (alone || after_sentence) lines[i].role = line_role::closing;
  }
  for (std::size_t i : tail)
    if (lines[i].role == line_role::text) return cut_attached_closing(lines[i]);
}

}  // namespace

std::string mark_furniture(std::vector<line> &lines, std::size_t pages) {
  const std::string date = mark_shapes(lines, pages > 0);
  mark_running_heads(lines, pages > 0);
  if (pages > 0) mark_paired_numbers(lines);
  mark_interruptions(lines, pages > 0);
  mark_buttons(lines);
  mark_contacts(lines);
  mark_closing(lines);
  return date;
}

std::string date_of_furniture(const std::vector<line> &lines, std::string_view title) {
  static const pattern of_a_copy(u"downloaded|retrieved|accessed|printed|ダウンロード|閲覧|取得|印刷", letter_case::any);
  const icu::UnicodeString whole_title = tight(fold(title));
  for (const line &one : lines) {
    if (one.role != line_role::furniture || one.text.size() > longest_furniture) continue;
    const icu::UnicodeString text = fold(one.text);
    auto found = find_date(text);
    if (!found) found = find_issue(text);
    if (!found) found = find_season(text);
    // 2025/10/20 14:33: a browser's, who prints a page
    static const pattern hour(u" ?[0-9]{1,2}:[0-9]{2}.*");
    if (found && hour.matches(icu::UnicodeString(text, found->end))) continue;
    if (found && !of_a_copy.found_in(text) && whole_title.indexOf(tight(icu::UnicodeString(text, found->start, found->end - found->start))) < 0) return found->date;
  }
  return {};
}

std::string year_of_frame(const std::vector<line> &lines, std::string_view title) {
  static const pattern copyright(u".*(?:©|Ⓒ|\\(c\\)|copyright)[^0-9]{0,40}((?:19|20)[0-9]{2})(?![0-9]| ?[-–—~〜]).*", letter_case::any);
  static const pattern numbered(u"(?:.*[ (])?(?:[0-9]{1,3}/((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})/[0-9]{1,3})(?:[ )].*)?");
  // 資源と政策 Vol.11 2019, 法曹と実務 91巻6号(2020年) 115, 2017 No.3
  static const pattern volume(u"(?:.*[^0-9])?(?:第 ?[0-9]+ ?[巻号輯集]|[0-9]{1,3} ?巻 ?[0-9]{1,2} ?号|(?:Vol|No)\\.? ?[0-9]+)[^0-9]{0,4}((?:19|20)[0-9]{2})(?: ?年?[) ].*| ?年)?|(?:.* )?((?:19|20)[0-9]{2}) ?(?:Vol|No)\\. ?[0-9]{1,3}(?: .*)?", letter_case::any);
  const icu::UnicodeString whole_title = tight(fold(title));
  for (const pattern *form : {&numbered, &volume, &copyright})
    for (const line &one : lines) {
      if ((one.role != line_role::furniture && one.role != line_role::head) || one.text.size() > longest_furniture) continue;
      const icu::UnicodeString text = fold(one.text);
      const auto said = holds_any(text, u"/©ⒸcC巻号輯集oO") && whole_title.indexOf(tight(text)) < 0 ? form->match(text) : std::nullopt;
      if (said) return to_utf8(said->groups[said->groups[1].isEmpty() ? 2 : 1]);
    }
  return {};
}

bool is_contact(std::string_view text) {
  static const pattern keyword(
      u"[\\s*※■◆●○・<【\\[(]*(?:(?:本件に関する|本稿に関する)?(?:お?問い?合わ?せ|ご意見)(?:先|窓口)"
      u"?|連絡先|e-?mail|mail|メール(?:アドレス)?|"
      u"tel|電話(?:番号)?|fax|ファックス|contact(?: us)?|for (?:further |more "
      u")?(?:information|inquiries).{0,40}|inquiries|correspondence)"
      u"(?:[】\\])> ]* ?[:：/】\\])>].*|[】\\])> ]*| to .*)"
      u"|[*※■◆●○・ ]*(?:お?問い?合わ?せ先?|連絡先) [^。]{2,60}|(?:tel|fax|電話|ファックス)[.:]? ?\\(?0[0-9]{1,4}[-() ]+[0-9]{1,4}[-) ]+[0-9]{3,4}(?: .{0,60})?",
      letter_case::any);
  static const pattern address(
      u"[(<]?[A-Za-z0-9._%+\\-]+ ?(?:@|\\(at\\)) ?[A-Za-z0-9.\\-]+\\.[A-Za-z]{2,10}[)>]?");
  if (text.size() > 300) return false;
  // Before the line is folded: nearly none has either.
  const auto holds = [&](std::string_view sign) { return text.find(sign) != npos; };
  const bool begins = may_begin_contact(text), at = holds("@") || holds("＠") || holds("(at)") || holds("（at）");
  if (!begins && !at) return false;
  const icu::UnicodeString line = fold(text);
  return (begins && keyword.matches(line)) || (at && address.matches(line));
}

bool is_caption(std::string_view text) {
  static const pattern it(
      u"[\\[<【(]?(?:図表?|表|写真|Fig(?:ure)?\\.?|Table|Chart|Exhibit|Box) "
      u"?[0-9一二三四五六七八九十A-Z]+(?:[ :.、)\\]>】\\-–]|$).*"
      u"|[\\[(]?(?:出所|出典|資料|データ出所|備考|注[0-9]*|(?:Data )?[Ss]ources?|Notes?)[)\\]]? ?:.*"
      u"|\\((?:出所|出典|資料|注[0-9]*|備考)\\).*");
  switch (first_character(text)) {
    case U'[': case U'［': case U'<': case U'＜': case U'【': case U'(': case U'（':
    case U'図': case U'表': case U'写': case U'出': case U'資': case U'デ': case U'備': case U'注':
    case U'F': case U'T': case U'C': case U'D': case U'E': case U'B': case U'S': case U'N':
    case U'Ｆ': case U'Ｔ': case U'Ｃ': case U'Ｅ': case U'Ｂ': case U'Ｓ': case U'Ｎ': return text.size() <= longest_furniture && it.matches(fold(text));
    default: return false;
  }
}

}  // namespace libsearch::ingest
