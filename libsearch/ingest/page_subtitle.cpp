#include "ingest/page_subtitle.hpp"

#include <optional>

#include <unicode/uchar.h>

#include "ingest/dates.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/names.hpp"
#include "ingest/page_head_line.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_subtitle = 300;  // bytes

/// What ends like a sentence sums the text up; a question may be a subtitle.
bool is_summary(std::string_view text) {
  const std::string_view line = trim(text);
  return line.size() > longest_subtitle || line.find("。") != npos || (!line.empty() && line.back() == '.');
}

/// ―三つの町の比較から―
bool is_between_dashes(const icu::UnicodeString &line) {
  static const pattern it(u"[―—–─−-]{1,3} ?[^―—–─−].{1,80}[^―—–─−] ?[―—–─−-]{1,3}|[~〜] ?[^~〜].{1,80}[^~〜] ?[~〜]");
  return it.matches(line);
}

/// Letters and digits alone, for names that are written with signs of their own between title and subtitle.
icu::UnicodeString bare_letters(std::string_view text) {
  icu::UnicodeString result;
  const icu::UnicodeString folded = comparable(text);
  for (int32_t i = 0; i < folded.length(); ++i)
    if (u_isalnum(folded[i]) || folded[i] >= 0x3041) result.append(folded[i]);
  return result;
}

/// One in Japanese below one in English is a translation.
bool is_in_script_of(const std::string &title, const std::string &line) { return has_cjk(fold(title)) == has_cjk(fold(line)); }

class subtitle_finder {
 public:
  subtitle_finder(const markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts) {}

  std::optional<std::size_t> find() const {
    if (page_.title_block == npos) return std::nullopt;
    const auto below = text_behind(page_.title_block);
    if (!below || is_summary(at(*below).text) || at(*below).text.find('\n') != npos) return std::nullopt;
    const icu::UnicodeString line = fold(at(*below).text);
    if (is_section_label(line) || is_genre(line)) return std::nullopt;
    if (is_named(*below, line) || is_between_dashes(line) || is_heading_above_byline(*below, line) || is_line_above_byline(*below, line)) return below;
    return std::nullopt;
  }

  /// Whether what was found is one by itself, not by what stands below it.
  bool is_sure(std::size_t i) const { return is_named(i, fold(at(i).text)) || is_between_dashes(fold(at(i).text)); }

  /// 入札の呪い<br>応札データによる検証, where the title is declared without its second line.
  std::string below_first_line() const {
    if (page_.title_block == npos || !page_.exact_title) return {};
    const std::string &text = at(page_.title_block).text;
    const icu::UnicodeString letters = comparable(page_.title);
    for (std::size_t end = text.find('\n'); end != npos; end = text.find('\n', end + 1)) {
      if (comparable(text.substr(0, end)) != letters) continue;
      const std::string rest = one_line(std::string_view(text).substr(end + 1));
      const icu::UnicodeString line = fold(rest);
      return is_summary(rest) || is_genre(line) || !is_in_script_of(page_.title, rest) || !head_lines_of(rest).empty() ? std::string() : rest;
    }
    return {};
  }

 private:
  const text_block &at(std::size_t i) const { return page_.blocks[i]; }

  std::optional<std::size_t> text_behind(std::size_t i) const {
    while (++i < page_.blocks.size())
      if (!verdicts_.is_furniture(at(i).region)) return i;
    return std::nullopt;
  }

  /// Named so by its element, or by the page's own title: 題名 ― 副題 | 海都研究所.
  bool is_named(std::size_t i, const icu::UnicodeString &line) const {
    if (!at(i).subtitle && !is_said_behind_title(i)) return false;
    const auto date = find_date(line);
    const bool names_day = date_line(line) || (date && date->date.size() == 10);
    // 海都大学・青海太郎教授に聞く reads as a place to work.
    const bool is_clause = ends_with_any(line, u"うくぐすつぬぶむる");
    return at(i).link_bytes == 0 && !names_day && !is_organisation(line) && (is_clause || head_lines_of(at(i).text).empty());
  }

  bool is_said_behind_title(std::size_t i) const {
    constexpr std::size_t longest_name = 600;
    constexpr int32_t least = 4;
    if (at(i).kind != block_kind::paragraph || page_.page_title.size() > longest_name || is_japanese_name(split_words(fold(at(i).text)))) return false;
    const icu::UnicodeString line = bare_letters(at(i).text);
    return line.length() >= least && bare_letters(page_.page_title).indexOf(bare_letters(page_.title) + line) >= 0;
  }

  bool is_byline(std::size_t i) const { return at(i).heading == 0 && !head_lines_of(at(i).text).empty(); }

  /// In a diary each part begins with its date.
  bool is_heading_above_byline(std::size_t i, const icu::UnicodeString &line) const {
    if (!is_smaller_heading(i) || is_furniture_heading(line) || is_reference_heading(line) || is_rubric(line) || is_organisation(line) || heads_authors(line)) return false;
    static const pattern numbered(u"(?:[0-9〇一二三四五六七八九十IVX]{1,4}[.、 )]|第|[■◆●◇□▼]|(?:part|chapter) ).*", letter_case::any);
    if (numbered.matches(line) || !head_lines_of(at(i).text).empty()) return false;
    const auto below = text_behind(i);
    if (!below || !is_byline(*below)) return false;
    for (std::size_t k = *below; k + 1 < page_.blocks.size(); ++k)
      if (at(k).heading == at(i).heading && is_byline(k + 1)) return false;
    return true;
  }

  /// <h1>基金はためすぎなのか</h1><p>残高と災害の頻度</p><dl><dt>著者...: words with a particle, and nothing between the title and the byline.
  bool is_line_above_byline(std::size_t i, const icu::UnicodeString &line) const {
    constexpr int32_t least = 8, longest = 36;
    const text_block &one = at(i);
    if (one.kind != block_kind::paragraph || one.heading > 0 || one.link_bytes > 0 || at(page_.title_block).heading != 1) return false;
    if (line.length() < least || line.length() > longest || !holds_any(line, u"のをとがへ")) return false;
    static const pattern other(u".*(?:にて|より|から|(?:大会|例会|講演|会合|研究会|シンポジウム|セミナー)(?:の.{1,6})?|[。.、:/|]|[0-9]+ ?[回号面]).*");
    if (other.matches(line) || is_rubric(line) || is_organisation(line) || is_furniture_phrase(line) || !head_lines_of(one.text).empty()) return false;
    const auto below = text_behind(i);
    if (!below || *below + 1 >= page_.blocks.size()) return false;
    const bool listed = at(*below).kind == block_kind::term;
    return !authors_in(listed ? at(*below).text + ": " + one_line(at(*below + 1).text) : at(*below).text).empty();
  }

  bool is_smaller_heading(std::size_t i) const {
    const int title = at(page_.title_block).heading;
    return title > 0 && at(i).heading > title && at(i).link_bytes == 0;
  }

  const markup &page_;
  const region_verdicts &verdicts_;
};

}  // namespace

void take_subtitle(markup &page, const region_verdicts &verdicts) {
  const subtitle_finder finder(page, verdicts);
  if (page.subtitle.empty()) page.subtitle = finder.below_first_line();
  const auto found = finder.find();
  if (!found) return;
  // A title that is declared as the document's own is whole, unless the page says that there is more.
  const bool more = !page.exact_title || (finder.is_sure(*found) && is_in_script_of(page.title, page.blocks[*found].text));
  if (page.subtitle.empty() && more) page.subtitle = squeeze(page.blocks[*found].text);
  std::vector<bool> kept(page.blocks.size(), true);
  kept[*found] = comparable(whole_title(page)).indexOf(comparable(page.blocks[*found].text)) < 0;
  keep_blocks(page, kept);
}

std::string whole_title(const markup &page) {
  if (page.title.empty() || page.subtitle.empty() || is_summary(page.subtitle)) return page.title;
  if (comparable(page.title).indexOf(comparable(page.subtitle)) >= 0) return page.title;
  return page.title + " " + page.subtitle;
}

}  // namespace libsearch::ingest
