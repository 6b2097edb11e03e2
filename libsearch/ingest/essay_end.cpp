#include "ingest/essay_end.hpp"

#include <algorithm>
#include <optional>

#include "ingest/dates.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_lines = 5;

/// How the names of periodicals end.
constexpr std::u16string_view periodicals = u"月報|会報|年報|季報|週報|通信|だより|便り|新聞|ニュース|ジャーナル|レター|レビュー|レポート";

/// Indices of the short lines at the end, the last first.
std::vector<std::size_t> short_lines_at_end(const std::vector<line> &lines) {
  std::vector<std::size_t> result;
  for (std::size_t i = lines.size(); i-- > 0 && result.size() < most_lines;) {
    if (lines[i].role == line_role::head) break;
    if (lines[i].role != line_role::text) continue;
    if (lines[i].width > 90) break;
    result.push_back(i);
  }
  return result;
}

/// "-- Sam Green": dashes lead to who signs.
bool is_signed(std::string_view text) {
  const char32_t c = first_character(text);
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == U'─';
}

std::string_view without_dashes(std::string_view text) {
  while (is_signed(text)) {
    std::size_t at = 0;
    next(text, at);
    text.remove_prefix(at);
  }
  return trim(text);
}

/// A date alone, or behind a place: "Bellweather, 30 June 2020".
std::optional<std::string> date_in(const icu::UnicodeString &text) {
  if (auto date = date_line(text)) return date;
  const auto found = find_date(text);
  // 2006年5月号, which pdftotext sets apart from the journal's name.
  if (found && is_issue_of_month(text)) return found->date;
  // 2022年6月30日 株式会社 かいとう総研
  if (found && found->start == 0 && text.length() <= 60)
    if (const auto who = read_author_line(icu::UnicodeString(text, found->end).trim(), {}); who && who->authors.empty() && who->strong) return found->date;
  if (!found || found->end != text.length() || found->start > 30) return std::nullopt;
  icu::UnicodeString place(text, 0, found->start);
  place.trim();
  if (!place.endsWith(u",") && !place.endsWith(u"、")) return std::nullopt;
  return found->date;
}

/// What a periodical's last page says: 霧ヶ丘高等学校生徒会 2023年3月発行 p.37
std::optional<std::string> imprint_date(const icu::UnicodeString &text) {
  static const pattern published(u" ?(?:\\(?[0-9]{1,2}日\\)? ?)?(?:発行|刊行|掲載|発刊|配信|号)?\\)?(?:[ ,、/・|-]+.{0,24}| ?(?:pp?\\.?)? ?[0-9]+(?: ?[~〜―–-] ?[0-9]+)? ?(?:頁|ページ)?)?");
  static const pattern periodical(u".*(?:" + std::u16string(periodicals) + u"|[月季旬年週]刊|第 ?[0-9〇一二三四五六七八九十百]+ ?[号巻集輯]|[」』]).*");
  if (text.length() > 60 || holds_any(text, u"。")) return std::nullopt;
  if (const auto issue = find_issue(text)) return issue->date;
  auto found = find_date(text);
  if (!found) found = find_season(text);
  if (!found || found->start < 3) return std::nullopt;
  const icu::UnicodeString before(text, 0, found->start), behind(text, found->end);
  if (!published.matches(behind)) return std::nullopt;
  if (!periodical.matches(before) && !holds_any(behind, u"発刊掲配号")) return std::nullopt;
  return found->date;
}

/// (みなとコラム 2021年12月6日), (「経済と社会」第88巻第2号、2020年2月), (2024年5月21日、ソウル市内にて収録)
std::optional<std::string> bracketed_date(const icu::UnicodeString &text) {
  static const pattern named(u"\\((?:|.*(?:[」』]|[巻号]|コラム|オピニオン|" + std::u16string(periodicals) + u"|刊).{0,20})");
  static const pattern closed(u"(?:[、, ]?.{0,20}(?:収録|講演|開催|取材|執筆|脱稿|掲載|発行|発表|配信|公開|寄稿|付|号|記|稿).{0,24})?[。.]?\\)");
  if (text.length() > 80 || !text.startsWith(u"(") || !text.endsWith(u")")) return std::nullopt;
  auto found = find_date(text);
  if (!found) found = find_season(text);
  if (!found || !named.matches(icu::UnicodeString(text, 0, found->start)) || !closed.matches(icu::UnicodeString(text, found->end))) return std::nullopt;
  return found->date;
}

/// 発行:かいとう財団, 北浜市青葉区広瀬 3-3-3
bool is_publisher(const icu::UnicodeString &text) {
  static const pattern it(u"(?:編集・?)?発行(?:・編集|者|所|元)? ?[:/] ?.{2,40}|〒.{7,60}|[\\p{Han}]{2,8}[都道府県市].{2,24}[0-9]+-[0-9]+(?:-[0-9]+)?");
  return text.length() <= 70 && holds_any(text, u"発〒0123456789") && it.matches(text);
}

bool is_note(const icu::UnicodeString &text) {
  if (!begins_with_any(text, u"(※*注")) return false;
  static const pattern it(u"(?:\\(?注[0-9]{0,2}[):]? ?|[※*] ?).{6,}。");
  return it.matches(text);
}

/// かいとう研究所 研究員 白浜 花子, 文責: 白浜 花子, or the organisation alone.
std::optional<author_line> author_in(const line &one) {
  if (one.width < 5) return std::nullopt;
  // (執筆:公共データ研究センター 長谷部 亮/2025年2月20日公表)
  static const pattern dated(u"(.{4,}?)[/、,; ]+[^ /、,;]{4,20}(?:公表|掲載|公開|発行|執筆|脱稿|記)?(\\)?)");
  icu::UnicodeString text = fold(without_dashes(one.text));
  if (const auto date = find_date(text)) {
    // (2022年11月18日 国際部 三好 恵)
    if (date->start <= 1)
      text.removeBetween(date->start, date->end).trim();
    else if (const auto match = dated.match(text))
      text = match->groups[1] + match->groups[2];
  }
  // "University of Kaito                Sam Green"
  if (one.blanks)
    if (const std::size_t gap = one.text.find("        "); gap != npos && is_latin_name(fold(trim(one.text.substr(gap)))))
      if (auto found = read_author_line(fold(trim(one.text.substr(gap))) + u", " + fold(trim(one.text.substr(0, gap))), {})) return found;
  return read_author_line(text, {});
}

bool is_place(const line &one) {
  const auto found = author_in(one);
  return found && found->authors.empty();
}

/// Whether the line directly above is a name alone, below a blank line.
bool is_signature(const std::vector<std::size_t> &last, std::size_t k, const std::vector<line> &lines) {
  if (k + 1 >= last.size() || last[k] != last[k + 1] + 1 || last[k + 1] == 0) return false;
  const auto name = author_in(lines[last[k + 1]]);
  return name && name->authors.size() == 1 && lines[last[k + 1] - 1].role == line_role::blank;
}

/// The last paragraph, its lines joined, when it is short. What comes out of a PDF has no blank lines: there it begins
/// behind a line that ends with a sentence.
std::string last_paragraph(const std::vector<line> &lines) {
  constexpr std::size_t most = 4;
  std::string text;
  std::size_t count = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].role == line_role::text) {
      if (count > 0 && ends_sentence(lines[i].text)) break;
      if (++count > most) return {};
      text = std::string(lines[i].text) + (text.empty() ? "" : " ") + text;
    } else if (count > 0) {
      break;
    }
  }
  return text;
}

/// "Sam Green is a Senior Researcher at the Kaito Institute.": stays text.
std::optional<author> author_in_last_words(std::string_view text) {
  static const pattern it(
      u"((?:[A-Z][\\p{L}'’.-]* ){1,3}[A-Z][\\p{L}'’-]+) (?:is|was|works as) (?:an? |the )?([^.]{0,60}\\b(?:researcher|fellow|professor|director|economist|analyst|editor|"
      u"lecturer|harbou?r master|physician|doctor|lawyer|historian|teacher|founder|co-founder|officer|member|adviser|author|poet|farmer|student|candidate|minister|ambassador|diplomat|lecturer|consultant|manager|head|president|chair(?:man|woman)?|scholar|scientist|engineer|correspondent|columnist|writer|journalist|associate|adviser|advisor)\\b[^.]*)\\..*",
      letter_case::any);
  static const pattern place(u".*?\\b(?:at|of|with|for) (?:the )?([A-Z][^,;.]{3,80}?)(?: and (?:the |an? ).*|[,;.].*|)");
  if (text.empty() || text.size() > 400 || !(text[0] >= 'A' && text[0] <= 'Z')) return std::nullopt;
  const auto match = it.match(fold(text));
  if (!match || !is_latin_name(match->groups[1])) return std::nullopt;
  const auto at = place.match(match->groups[2]);
  return author{to_utf8(match->groups[1]), at ? to_utf8(at->groups[1]) : std::string()};
}

/// 執筆者紹介, and below it perhaps the institute, and the name: these stay text.
std::optional<author> author_introduced(const std::vector<line> &lines) {
  constexpr std::size_t furthest = 14, most = 3;  // lines from the end; lines below the heading
  static const pattern heading(u"[■◆●【\\[<〔]*(?:(?:執筆者|著者|筆者|講師)(?:紹介|略歴|プロフィール)?|プロフィール|略歴|about the author)[】\\]>〕:]*", letter_case::any);
  static const pattern name(u"([\\p{Han}々ヶ]{1,4} [\\p{Han}\\p{Hiragana}\\p{Katakana}々]{1,4})(?: ?[(/].*)?");
  std::size_t i = lines.size();
  for (std::size_t seen = 0; i-- > 0 && seen < furthest;) {
    if (lines[i].role != line_role::text) continue;
    ++seen;
    if (lines[i].width > 30 || !heading.matches(fold(lines[i].text))) continue;
    std::string place;
    for (std::size_t k = i + 1, read = 0; k < lines.size() && read < most; ++k) {
      if (lines[k].role != line_role::text) continue;
      ++read;
      const icu::UnicodeString text = fold(lines[k].text);
      if (const auto found = read_author_line(text, {}); found && !found->authors.empty()) return author{found->authors[0].name, found->authors[0].affiliation.empty() ? place : found->authors[0].affiliation};
      else if (found) place = found->affiliation;
      if (const auto match = name.match(text)) return author{to_utf8(match->groups[1]), place};
      if (place.empty() && lines[k].width <= 60) place = std::string(lines[k].text);
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// "This article was first published on 7 March 2024.", 本稿は2024年3月7日に脱稿した。: these stay text.
std::string date_in_last_words(std::string_view text) {
  static const pattern before(
      u"(?:.*[ .])?(?:published|posted|appeared|delivered|presented|written|completed|prepared|given|recorded)(?: [^.]{2,60})? (?:on|in|as of),? ?|.*(?:本[稿記文講論]|この).{0,30}", letter_case::any);
  static const pattern behind(u"(?:[.)]| ?(?:に|付け?[でに]?|時点|現在|の?.{0,20}で).{0,20}(?:脱稿|執筆|掲載|発表|講演|収録|公開|寄稿|行われ|書かれ).{0,20}).*");
  if (text.empty() || text.size() > 480) return {};
  const icu::UnicodeString words = fold(text);
  const auto found = find_date(words);
  if (!found || !before.matches(icu::UnicodeString(words, 0, found->start)) || !behind.matches(icu::UnicodeString(words, found->end))) return {};
  return found->date;
}

/// A day of receipt says less than any other.
void note_date(essay_end &end, const std::string &date, bool receipt) {
  const bool better = end.date.empty() || (end.date_of_receipt && !receipt) || (end.date_of_receipt == receipt && date.size() > end.date.size());
  if (!better) return;
  end.date = date;
  end.date_of_receipt = receipt;
}

/// Where somebody works, when `text` says that alone.
std::optional<std::string> place_in(const icu::UnicodeString &text) {
  const auto found = read_author_line(text, {});
  return found && found->authors.empty() ? std::optional(found->affiliation) : std::nullopt;
}

/// (さぎぬま・まもる 若潮大学 名誉教授), the last line: where an author works who stands in the head.
std::string take_place_in_brackets(std::vector<line> &lines, std::size_t i) {
  static const pattern it(u"\\((?:[\\p{Hiragana}\\p{Katakana}ー]{2,8}[・ ][\\p{Hiragana}\\p{Katakana}ー]{2,8}[・ /])?(.{3,60})\\)");
  const auto match = lines[i].text.size() <= 240 ? it.match(fold(lines[i].text)) : std::nullopt;
  auto place = match ? place_in(match->groups[1]) : std::nullopt;
  if (!place) return {};
  lines[i].role = line_role::closing;
  return *std::move(place);
}

/// ＊かいとう研究所 研究員; ** Kaito Institute, green@kaito.example: where the marks behind the authors' names point, in
/// their order, when there is one for each of the `authors`.
std::vector<std::string> take_places_in_notes(std::vector<line> &lines, std::size_t authors) {
  static const pattern note(u"[*†‡※]+ ?(.{4,100}?)(?:[,、。; ]+(?:e-?mail ?:? ?)?[^ @]+@[^ @]+)?[.。]?", letter_case::any);
  constexpr std::u32string_view marks = U"*＊†‡※";
  std::vector<std::string> places;
  std::vector<line *> found;
  for (line &one : lines) {
    if ((one.role != line_role::text && one.role != line_role::head && one.role != line_role::contact) || one.text.size() > 300 ||
        marks.find(first_character(one.text)) == npos)
      continue;
    const auto match = note.match(fold(one.text));
    auto place = match ? place_in(match->groups[1]) : std::nullopt;
    if (!place) continue;
    places.push_back(*std::move(place));
    found.push_back(&one);
  }
  if (places.size() != authors) return {};
  for (line *one : found) one->role = line_role::head;
  return places;
}

/// 2022年4月発行, below an address to write to.
std::string date_below_contact(const std::vector<line> &lines) {
  std::size_t seen = 0;
  for (std::size_t i = lines.size(); i-- > 0 && seen < most_lines;) {
    if (lines[i].role == line_role::blank || lines[i].role == line_role::furniture) continue;
    if (lines[i].role != line_role::contact) break;
    ++seen;
    if (const auto date = lines[i].width <= 40 ? date_line(fold(lines[i].text)) : std::nullopt) return *date;
  }
  return {};
}

}  // namespace

essay_end read_end(std::vector<line> &lines, const std::vector<author> &known) {
  const bool authors = known.empty();
  essay_end result;
  std::vector<std::size_t> used;
  std::string place;  ///< below a name that is still to come
  const std::vector<std::size_t> last = short_lines_at_end(lines);
  for (std::size_t k = 0; k < last.size(); ++k) {
    const std::size_t i = last[k];
    const icu::UnicodeString text = fold(lines[i].text);
    if (const auto date = date_in(text); date && (date->size() > 4 || (text.startsWith(u"(") && text.length() > 7))) {
      note_date(result, *date, is_receipt(text));
      lines[i].role = line_role::closing;
      continue;
    }
    // 機関誌『ちくねつ』 第205号, below the date of the text
    if (k == 0 && last.size() > 1 && lines[i].width <= 60 && is_publication_line(text) && !find_date(text) && date_in(fold(lines[last[1]].text))) {
      lines[i].role = line_role::furniture;
      continue;
    }
    if (const auto date = imprint_date(text); date && k < 2) {
      note_date(result, *date, is_receipt(text));
      lines[i].role = line_role::furniture;
      continue;
    }
    if (const auto date = bracketed_date(text); date && k < 3) {
      note_date(result, *date, is_receipt(text));
      lines[i].role = line_role::closing;
      continue;
    }
    if (goes_with_date(text)) {
      lines[i].role = line_role::closing;
      continue;
    }
    // (注) 本稿の意見は筆者個人のものです。: below the date of the text
    if (k < 3 && (is_note(text) || is_publisher(text))) continue;
    if (known.size() == 1 && known[0].affiliation.empty() && result.affiliations.empty())
      if (std::string own = take_place_in_brackets(lines, i); !own.empty()) result.affiliations = {std::move(own)};
    if (!authors) break;
    const auto found = author_in(lines[i]);
    if (!found) break;
    if (found->authors.empty() && result.authors.empty()) {
      // "Sam Green / Director, Kaito Society"
      if (!place.empty() || !is_signature(last, k, lines)) break;
      place = found->affiliation;
    } else if (found->authors.empty()) {
      // The organisation stands above the position and the name.
      for (author &who : result.authors)
        who.affiliation = found->affiliation + (who.affiliation.empty() ? "" : " " + who.affiliation);
    } else {
      // 研究担当者 白浜 花子(配電研究部門), and below it the next one.
      const bool set_right = !result.authors.empty() && lines[i].indent >= 20 && lines[i].indent == lines[used.back()].indent;
      if (!result.authors.empty() && (found->strong || set_right) && used.back() == i + 1) {
        result.authors.insert(result.authors.begin(), found->authors.begin(), found->authors.end());
        used.push_back(i);
        if (found->labelled) break;
        continue;
      }
      // A bare name is one where the organisation stands above it.
      if (!result.authors.empty() || (!found->strong && place.empty() && lines[i].indent < 20 && !is_signed(lines[i].text) && (k + 1 >= last.size() || !is_place(lines[last[k + 1]])))) break;
      result.authors = found->authors;
      for (author &who : result.authors)
        if (who.affiliation.empty()) who.affiliation = place;
    }
    if (const auto date = find_date(text); date && date->date.size() > result.date.size()) result.date = date->date;
    used.push_back(i);
  }
  if (result.date.empty()) result.date = date_below_contact(lines);
  const std::string words = last_paragraph(lines);
  if (result.date.empty()) result.date = date_in_last_words(words);
  const bool without_place = std::all_of(known.begin(), known.end(), [](const author &one) { return one.affiliation.empty(); });
  if (!authors && without_place && result.affiliations.empty()) {
    if (const auto who = author_in_last_words(words); who && known.size() == 1 && who->name == known[0].name && !who->affiliation.empty())
      result.affiliations = {who->affiliation};
    else
      result.affiliations = take_places_in_notes(lines, known.size());
  }
  if (authors && result.authors.empty())
    if (auto who = author_in_last_words(words)) result.authors.push_back(*std::move(who));
  if (authors && result.authors.empty())
    if (auto who = author_introduced(lines)) result.authors.push_back(*std::move(who));
  if (!result.authors.empty())
    for (const std::size_t i : used) lines[i].role = line_role::closing;
  return result;
}

}  // namespace libsearch::ingest
