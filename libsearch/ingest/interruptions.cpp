#include "ingest/interruptions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "ingest/author_line.hpp"
#include "ingest/dates.hpp"
#include "ingest/furniture.hpp"
#include "ingest/names.hpp"
#include "ingest/page_feet.hpp"
#include "ingest/page_number.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest = 80;   // columns
constexpr std::size_t head_lines = 3;  // filled lines at the top that may be title and author

/// 第2章, 表3, 問4: what counts its parts, not its pages.
bool counts_parts(const icu::UnicodeString &text) {
  static const pattern it(
      u"第? ?(?:[章節部編回条項話問答注例図表]|[QA]|step|ステップ|ケース|事例|提言|論点|仮説|シナリオ|付録|別紙|資料|参考|case|scenario|question|"
      u"appendix|chapter|section|part|table|figure|box)[ .:]?",
      letter_case::any);
  return it.matches(text);
}

/// A journal's or an institute's line: くらしと熱 2022年6月号, 資源評論 第12巻 第3号, © 2023 ...
bool names_an_issue(const icu::UnicodeString &text) {
  static const pattern issue(u".*(?:第 ?[0-9〇一二三四五六七八九十百]+ ?[巻号集輯]|[0-9] ?月 ?号|通巻 ?[0-9]+ ?号?|\\bvol\\.? ?[0-9]+|\\bno\\. ?[0-9]+)[) ]?[〇一二三四五六七八九十]{0,3}",
                             letter_case::any);
  static const pattern marked(u".*(?:©|Ⓒ|ISSN).*");
  // "Review of Harbour History 12(1), April 2025, 157-159"
  static const pattern with_pages(u".{4,60} [0-9]{1,3} ?\\([0-9]{1,2}\\),? .{0,24}(?:19|20)[0-9]{2}[,:]? ?(?:pp?\\. ?)?[0-9]{1,4} ?[-–] ?[0-9]{1,4}");
  if (holds_any(text, u"号巻集輯vVnN") && holds_any(text, u"0123456789〇一二三四五六七八九十百") && issue.matches(text)) return true;
  if (holds_any(text, u"©ⒸI") && marked.matches(text)) return true;
  if (text.indexOf(u'(') > 0 && holds_any(text, u"-–") && with_pages.matches(text)) return true;
  if (has_hiragana(text) || text.length() > 60) return false;
  if (find_issue(text)) return true;
  const auto date = find_date(text);
  return date && goes_with_date(icu::UnicodeString(text, date->end));
}

/// The same, and behind it the journal's site: 資源金融2020・9 http://www.example.org/
bool names_an_issue_and_site(const icu::UnicodeString &text) {
  static const pattern it(u"(.{4,40}) (?:https?://|www\\.)[A-Za-z0-9./_-]{4,70}");
  const auto match = text.indexOf(u'.') > 0 && (text.indexOf(u"://") > 0 || text.indexOf(u"www.") > 0) ? it.match(text) : std::nullopt;
  return match && names_an_issue(match->groups[1]);
}

/// The name of a journal or an institute: 東北学際大学 経済研究年報.
bool is_publisher(const icu::UnicodeString &text) {
  static const pattern journal(
      u".*(?:年報|論叢|紀要|季報|月報|週報|時報|会報|会誌|学会誌|研究誌|評論|通信|レポート|ニュース|ジャーナル|レビュー|白書|雑誌|論集|研究)");
  if (text.length() < 4 || has_hiragana(text)) return false;
  const words parts = split_words(text);
  return journal.matches(text) || is_organisation(parts.back());
}

/// (二), which is a heading elsewhere.
bool is_kanji_number(const icu::UnicodeString &text) {
  static const pattern it(u"[(<【\\[〔]? ?[一二三四五六七八九十百〇]{1,4} ?[)>】\\]〕]?");
  return text.length() <= 8 && it.matches(text);
}

/// A running head: 洋上風力と漁業者の同意(神保), 仁科・大友:移動販売の採算構造
bool names_authors(const icu::UnicodeString &text) {
  static const pattern it(
      u".{4,44}\\((?:[\\p{Han}\\p{Katakana}ー]{1,10}[・、, ]?){1,5}(?:ほか|他)?\\)|[\\p{Han}\\p{Katakana}ー]{1,10}(?:[・、][\\p{L}ー]{1,12}){0,4}(?:ほか|他)?:.{4,44}");
  return text.length() <= 70 && it.matches(text);
}

/// A number, and what sets it apart from the words beside it.
bool may_hold_page_number(const line &one) {
  // The number and its words stand at one end of the line; most lines begin and end with other letters.
  const auto goes_with_number = [](char32_t c) {
    constexpr std::u32string_view letters = U"第頁全ページ枚目中の";
    return c < 0x3041 || c >= 0xFF00 || letters.find(c) != npos;
  };
  if (!goes_with_number(first_character(one.text)) && !goes_with_number(last_character(one.text))) return false;
  return (one.blanks || one.text.find('|') != npos || holds_sign(one.text, "｜")) && has_digit(one.text);
}

class finder {
 public:
  finder(std::vector<line> &lines, bool feeds) : lines_(lines), feeds_(feeds), full_(full_width(lines)) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].role == line_role::text) order_.push_back(i);
    known_.resize(order_.size());
  }

  void mark() {
    mark_contents();
    mark_rules();
    mark_notes_of_authors();
    if (feeds_) mark_page_feet(lines_, full_);
    mark_repeated_title();
    mark_counting();
    mark_repeated_issues();
    mark_single();
    mark_addresses();
    mark_like_the_marked();
    mark_numbers_beside_the_marked();
  }

 private:
  line &at(std::size_t k) { return lines_[order_[k]]; }
  const line &at(std::size_t k) const { return lines_[order_[k]]; }

  void make_furniture(std::size_t k) {
    at(k).role = line_role::furniture;
    // At the top of the first page it may be the title, which later pages repeat.
    at(k).running = at(k).page == 0 && k < 6;
  }

  bool may_be(std::size_t k) const {
    if (at(k).role != line_role::text || at(k).note) return false;
    auto &kept = known_[k].may_be;
    const std::string_view text = at(k).text;
    if (!kept)
      kept = (!ends_sentence(text) || is_head_of_authors(text)) && last_character(text) != U'、' && (at(k).width <= longest || squeezed_width(k) <= longest || is_long_foot(k)) && !is_caption(text);
    return *kept;
  }

  /// 212                    Bakare et al.
  static bool is_head_of_authors(std::string_view text) {
    constexpr std::string_view others = "et al.";
    return text.size() > others.size() && text.substr(text.size() - others.size()) == others && has_number_far_apart(text);
  }

  /// Proceedings of a conference with its days, and a page number: longer than other feet.
  bool is_long_foot(std::size_t k) const {
    constexpr std::size_t longest_foot = 110;
    return at(k).blanks && squeezed_width(k) <= longest_foot && has_wide_gap(at(k).text) && numbered(k) && numbered(k)->apart;
  }

  /// Columns without the blanks that set parts of the line apart.
  std::size_t squeezed_width(std::size_t k) const {
    auto &kept = known_[k].width;
    if (!kept) kept = at(k).blanks ? columns(squeeze(at(k).text)) : at(k).width;
    return *kept;
  }

  const icu::UnicodeString &folded(std::size_t k) const {
    auto &kept = known_[k].folded;
    if (!kept) kept = fold(at(k).text);
    return *kept;
  }

  const std::optional<numbered_line> &numbered(std::size_t k) const {
    auto &kept = known_[k].numbered;
    if (!kept) kept = may_hold_page_number(at(k)) ? without_page_number(folded(k)) : std::nullopt;
    return *kept;
  }

  bool is_text(std::size_t k) const { return at(k).role == line_role::text && !at(k).note && !is_bare_number(at(k).text); }

  /// The text line before / behind, over what is furniture already, a footnote or a number alone.
  std::size_t before(std::size_t k) const {
    while (k-- > 0)
      if (is_text(k)) return k;
    return npos;
  }
  std::size_t behind(std::size_t k) const {
    while (++k < order_.size())
      if (is_text(k)) return k;
    return npos;
  }

  static bool is_bare_number(std::string_view text) {
    return text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// The next line that is not blank, in this direction, if it is furniture.
  const line *furniture_beside(std::size_t i, int step) const {
    for (std::size_t at = i + static_cast<std::size_t>(step); at < lines_.size(); at += static_cast<std::size_t>(step))
      if (lines_[at].role != line_role::blank) return lines_[at].role == line_role::furniture ? &lines_[at] : nullptr;
    return nullptr;
  }

  bool is_page_number_beside(std::size_t i, int step) const {
    const line *one = furniture_beside(i, step);
    return one && one->width <= 12 && has_digit(one->text);
  }

  /// Lines drawn with signs, above footnotes.
  void mark_rules() {
    for (std::size_t k = head_lines; k < order_.size(); ++k) {
      const char32_t first = first_character(at(k).text);
      if (at(k).text.size() >= 5 && !is_han(first) && !is_kana(first) && may_be(k) && is_rule(folded(k))) make_furniture(k);
    }
  }

  static bool has_leader(std::string_view text) {
    return holds_sign(text, "…") || holds_sign(text, "‥") || text.find("....") != npos || holds_sign(text, "．") || holds_sign(text, "・") || holds_sign(text, "･");
  }

  /// A table of contents: 三章 …………… 12
  void mark_contents() {
    static const pattern entry(u".+ ?(?:…{2,}|‥{2,}|\\.{4,}|・{4,}) ?[0-9]{1,3}");
    std::vector<std::size_t> found;
    for (std::size_t k = 0; k < order_.size() && k < 40; ++k)
      if (at(k).width <= 120 && has_digit(at(k).text.substr(at(k).text.size() - std::min<std::size_t>(at(k).text.size(), 3))) && has_leader(at(k).text) && entry.matches(folded(k))) found.push_back(k);
    if (found.size() >= 2)
      for (const std::size_t k : found) at(k).role = line_role::furniture;
  }

  /// A page number that was set apart from the rest of its line.
  void mark_numbers_beside_the_marked() {
    for (std::size_t k = head_lines; k < order_.size(); ++k) {
      if (at(k).role != line_role::text || !is_bare_number(at(k).text)) continue;
      if (furniture_beside(order_[k], -1) || furniture_beside(order_[k], 1)) make_furniture(k);
    }
  }

  /// A sentence goes on from the line before to the line behind; the rows of a table come one after another.
  bool interrupts(std::size_t k) const {
    if (at(k).width * 10 >= full_ * 9 && !at(k).blanks) return false;  // a line of text, as most are
    const std::size_t above = before(k), below = behind(k);
    if (above == npos || below == npos || full_ < 40) return false;
    const line &first = at(above), &second = at(below);
    return first.width * 20 >= full_ * 17 && !ends_sentence(first.text) && !second.wide_indent &&
           !is_caption(second.text) && !has_number_far_apart(first.text) && (at(k).width * 10 < full_ * 9 || squeezed_width(k) * 10 < full_ * 9 || is_wide_foot(k, first));
  }

  /// As wide as the text, or wider than its columns.
  bool is_wide_foot(std::size_t k, const line &above) const {
    if (!at_feed(k) || !at(k).blanks || has_wide_gap(above.text)) return false;
    return (numbers_a_page(k) && has_number_far_apart(at(k).text)) || names_an_issue_and_site(folded(k));
  }

  bool at_feed(std::size_t k) const {
    if (!feeds_) return false;
    const std::size_t page = at(k).page;
    return (k > 0 && at(k - 1).page != page) || (k + 1 < order_.size() && at(k + 1).page != page);
  }

  /// "† 北浜大学" at the foot of the first page: where the author works, in the middle of a sentence.
  void mark_notes_of_authors() {
    static const pattern note(u"[*†‡§※¹²³⁴]+[0-9]? ?(.{4,60})");
    constexpr std::size_t first = 8;  // lines above may be those of the head, which reads them itself
    for (std::size_t k = first; k < order_.size(); ++k) {
      constexpr std::u32string_view marks = U"*＊†‡§※¹²³⁴";
      if (at(k).page > 0 || marks.find(first_character(at(k).text)) == npos || !may_be(k)) continue;
      const auto match = note.match(folded(k));
      if (!match) continue;
      const auto place = read_author_line(match->groups[1], {});
      if (place && place->authors.empty()) at(k).role = line_role::head;
    }
  }

  /// Pages that begin with the title, or with its beginning.
  void mark_repeated_title() {
    if (!feeds_ || order_.empty()) return;
    const std::string title = squeeze(at(0).text);
    for (std::size_t k = 1; k < order_.size(); ++k) {
      if (at(k).page == at(k - 1).page || !may_be(k)) continue;
      const std::string text = squeeze(at(k).text);
      if (text.size() >= 12 && title.compare(0, text.size(), text) == 0) make_furniture(k);
    }
  }

  /// 窯業技術ニュース 第61号 平成27年12月, again and again between blank lines.
  void mark_repeated_issues() {
    const auto is_blank_line = [&](std::size_t i) { return i >= lines_.size() || lines_[i].role == line_role::blank; };
    std::map<std::string, std::vector<std::size_t>> all;
    for (std::size_t k = head_lines; k < order_.size(); ++k)
      if (is_blank_line(order_[k] - 1) && is_blank_line(order_[k] + 1) && has_digit(at(k).text) && may_be(k) && names_an_issue(folded(k)))
        all[to_utf8(tight(folded(k)))].push_back(k);
    for (const auto &[key, found] : all)
      if (found.size() > 1)
        for (const std::size_t k : found) make_furniture(k);
  }

  struct occurrence {
    std::size_t k;
    int number;
    bool apart;
  };

  void mark_counting() {
    std::map<std::string, std::vector<occurrence>> all;
    for (std::size_t k = 0; k < order_.size(); ++k) {
      if (!numbers_a_page(k) || !may_be(k)) continue;
      all[key_of(k)].push_back({k, numbered(k)->number, numbered(k)->apart || has_wide_gap(at(k).text)});
    }
    for (const auto &[key, found] : all) {
      if (found.size() < 2 || !counts_pages(found)) continue;
      const bool shows = goes_with_pages(found) || std::any_of(found.begin(), found.end(), [&](const occurrence &one) { return one.apart || interrupts(one.k); });
      if (shows)
        for (const occurrence &one : found) make_furniture(one.k);
    }
  }

  /// The first or the last line of each page that has it, and as many pages on as the number says: 港だより No.37 1, 港だより No.37 2
  bool goes_with_pages(const std::vector<occurrence> &found) const {
    return std::all_of(found.begin(), found.end(), [&](const occurrence &one) {
      return (at_feed(one.k) || (feeds_ && one.k + 1 == order_.size())) && one.number - found[0].number == static_cast<int>(at(one.k).page - at(found[0].k).page);
    });
  }

  /// A number, and words beside it that may be a footer's.
  bool numbers_a_page(std::size_t k) const {
    return numbered(k) && numbered(k)->rest.length() >= 2 && !counts_parts(numbered(k)->rest);
  }

  /// Ascending by a page or a few, with text of a page between.
  bool counts_pages(const std::vector<occurrence> &found) const {
    for (std::size_t i = 1; i < found.size(); ++i) {
      const int step = found[i].number - found[i - 1].number;
      if (step < 1 || step > 4 || found[i].k < found[i - 1].k + 3) return false;
    }
    return true;
  }

  /// A page's foot: 鉱脈 2023.3                    資源の現場を歩く
  static bool is_set_apart(std::string_view text) {
    constexpr std::size_t gap = 8;  // columns; a table's are narrower
    std::size_t blanks = 0, most = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next(text, at);
      blanks = is_blank(c) ? blanks + (c == 0x3000 ? 2 : 1) : 0;
      most = std::max(most, blanks);
    }
    return most >= gap;
  }

  /// 港だより 第88号      (1)      かいとう協会
  bool has_number_between_gaps(std::size_t k) const {
    if (!at(k).blanks || !has_digit(at(k).text)) return false;
    const auto parts = parts_between_gaps(at(k).text, 3);
    return parts.size() == 3 && is_page_number(fold(parts[1]));
  }

  /// 資源と市場 2003夏    13, below the last paragraph of all.
  bool is_last_foot(std::size_t k) const {
    static const pattern sum(u".*(?:計|平均|合算|total|average)", letter_case::any);
    if (k < 8 || k >= order_.size() || order_[k] == 0 || lines_[order_[k] - 1].role != line_role::blank) return false;
    return may_be(k) && numbers_a_page(k) && (numbered(k)->apart || has_wide_gap(at(k).text)) && !sum.matches(numbered(k)->rest);
  }

  void mark_single() {
    std::optional<std::set<icu::UnicodeString>> titles;  // the lines of the head, of which one may be
    const auto is_title = [&](const icu::UnicodeString &text) {
      if (!titles) {
        titles.emplace();
        for (std::size_t k = 0; k < order_.size() && k < 6; ++k)
          if (at(k).width >= 12 && at(k).width <= longest) titles->insert(tight(folded(k)));
      }
      return titles->count(tight(text)) > 0;
    };
    bool in_text = false;  // behind the head, whose lines are no sentences
    if (is_last_foot(order_.size() - 1)) make_furniture(order_.size() - 1);
    for (std::size_t k = 0; k < order_.size(); ++k) {
      in_text = in_text || k >= 8 || ends_sentence(at(k).text);
      if (!in_text || k < head_lines) continue;
      // 1 | 研究員の眼 | 2024-11-15 | Copyright ©2024 ...
      static const pattern rights(u".*(?:©|Ⓒ|copyright).*(?:19|20)[0-9]{2}.*", letter_case::any);
      if ((at_feed(k) || k + 1 == order_.size()) && at(k).width <= 160 && at(k).text.find("20") != npos && rights.matches(folded(k))) make_furniture(k);
      if (!may_be(k)) continue;
      if (numbers_a_page(k) && is_title(numbered(k)->rest)) make_furniture(k);
      // 2023年1月26日      第1218号, at the edge of a page
      const bool by_number = (at_feed(k) || k + 1 == order_.size()) && (is_page_number_beside(order_[k], -1) || is_page_number_beside(order_[k], 1));
      if ((by_number || (at_feed(k) && has_wide_gap(at(k).text))) && !has_hiragana(folded(k)) && (names_an_issue(folded(k)) || (numbered(k) && names_an_issue(numbered(k)->rest)))) make_furniture(k);
      if (!interrupts(k)) continue;
      const bool page = (numbers_a_page(k) && (numbered(k)->apart || has_wide_gap(at(k).text))) || is_kanji_number(folded(k)) ||
                        has_number_between_gaps(k) || (is_set_apart(at(k).text) && at(k).text.find('@') == npos) || names_authors(folded(k));
      // A word beside a page number: HEI コメンタリー
      const bool beside = at(k).width <= 40 && !is_part_of_sentence(k) && (is_page_number_beside(order_[k], -1) || is_page_number_beside(order_[k], 1));
      if (page || beside || names_an_issue(folded(k)) || names_an_issue_and_site(folded(k)) || (at_feed(k) && is_publisher(folded(k)))) make_furniture(k);
    }
  }

  /// "call to the ships every morning, and": small letters begin no running head, but a site: www.example.org
  bool is_part_of_sentence(std::size_t k) const { return at(k).blanks && at(k).text[0] >= 'a' && at(k).text[0] <= 'z'; }

  /// A publisher's address at the foot of a page, and what stands below it there.
  void mark_addresses() {
    constexpr std::size_t lowest = 6;  // lines
    static const pattern address(u".{2,40}〒 ?[0-9]{3}-?[0-9]{4}.{4,80}");
    if (!feeds_) return;
    for (std::size_t k = head_lines; k < order_.size(); ++k) {
      if (at(k).text.find("〒") == npos || ends_sentence(at(k).text) || !address.matches(folded(k))) continue;
      std::size_t end = k + 1;
      while (end < order_.size() && at(end).page == at(k).page) ++end;
      if (end - k > lowest) continue;
      for (; k < end; ++k) make_furniture(k);
    }
  }

  /// The last page's line has no text behind it, and the first page's may stand before a paragraph.
  void mark_like_the_marked() {
    std::set<std::string> keys;
    std::vector<icu::UnicodeString> marked;
    for (const line &one : lines_)
      if (one.role == line_role::furniture) {
        const icu::UnicodeString text = fold(one.text);
        if (!has_leader(one.text)) marked.push_back(text);  // what contents name is a heading
        const std::string key = key_of(text, may_hold_page_number(one) ? without_page_number(text) : std::nullopt);
        if (key.size() >= 6) keys.insert(key);
      }
    for (std::size_t k = head_lines; k < order_.size() && !keys.empty(); ++k)
      if (may_be(k) && (keys.count(key_of(k)) > 0 || begins_one_of(k, marked))) make_furniture(k);
  }

  /// 港だより at a page's edge, where other edges say 港だより 第204号 1.
  bool begins_one_of(std::size_t k, const std::vector<icu::UnicodeString> &marked) const {
    constexpr std::size_t longest_name = 40;  // columns
    constexpr int32_t shortest = 4;
    if (at(k).page == 0 || !at_feed(k) || at(k).width > longest_name || folded(k).length() < shortest || !has_cjk(folded(k)) || is_section_label(folded(k))) return false;
    return std::any_of(marked.begin(), marked.end(), [&](const icu::UnicodeString &one) { return one.startsWith(folded(k) + u" "); });
  }

  /// What a footer says on each page.
  static std::string key_of(const icu::UnicodeString &text, const std::optional<numbered_line> &numbered) {
    static const pattern kanji(u"(.{4,}) [〇一二三四五六七八九十百]{1,4}");
    const auto page = kanji.match(text);
    return to_utf8(tight(numbered ? numbered->rest : page ? page->groups[1] : text));
  }
  std::string key_of(std::size_t k) const { return key_of(folded(k), numbered(k)); }

  /// What is asked about a line more than once.
  struct known_line {
    std::optional<bool> may_be;
    std::optional<std::size_t> width;
    std::optional<icu::UnicodeString> folded;
    std::optional<std::optional<numbered_line>> numbered;
  };

  std::vector<line> &lines_;
  std::vector<std::size_t> order_;  ///< indices of the lines that were text
  mutable std::vector<known_line> known_;
  bool feeds_;
  std::size_t full_;
};

}  // namespace

void mark_interruptions(std::vector<line> &lines, bool feeds) { finder(lines, feeds).mark(); }

}  // namespace libsearch::ingest
