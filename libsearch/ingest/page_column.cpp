#include "ingest/page_column.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/heading_words.hpp"
#include "ingest/names.hpp"
#include "ingest/page_head_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_blocks = 400;    // that are looked at
constexpr std::size_t most_headings = 40;   // of a page that are compared
constexpr std::size_t longest_title = 400;  // bytes
constexpr std::size_t lines_to_byline = 3;  // a subtitle, a kind, a byline

class column_leaver {
 public:
  column_leaver(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts) {}

  void run() {
    if (page_.title.size() > longest_title) return;
    const bool shown = is_shown();
    const icu::UnicodeString line = fold(page_.title);
    const bool column = names_column(line) || is_word_for_column(line) || (!shown && !page_.exact_title && is_named_above());
    if (!column && (shown || page_.exact_title || page_.title.empty())) return;
    collect();
    for (const std::size_t i : headings_)
      if (is_title_of_text(i, column)) return take(i);
    if (!column || page_.exact_title) return;
    if (const std::size_t i = plain_line_above_byline(); i != npos) take(i);
  }

 private:
  const text_block &at(std::size_t i) const { return page_.blocks[i]; }

  void take(std::size_t i) {
    if (!page_.title.empty()) page_.sites.push_back(page_.title);
    page_.title_block = i;
    page_.title = title_of_heading(at(i));
    page_.exact_title = false;
  }

  std::size_t end() const { return std::min(most_blocks, page_.blocks.size()); }
  bool is_text(std::size_t i) const {
    const furniture_evidence evidence = verdicts_.of(at(i).region);
    return evidence == furniture_evidence::none || (evidence == furniture_evidence::weak && (at(i).main || (at(i).heading > 0 && at(i).named_title)));
  }
  /// <div class=page-head><h2>題名</h2><p>研究員 青海 太郎</p></div>: the head of a text, not of the site.
  bool is_headed_byline(std::size_t i) const {
    return i + 1 < page_.blocks.size() && at(i).heading > 1 && at(i).link_bytes == 0 && verdicts_.of(at(i).region) == furniture_evidence::weak && at(i + 1).region == at(i).region && !first_lines_of(i + 1).empty();
  }

  bool is_heading(std::size_t i) const { return at(i).heading > 0 || at(i).title_like; }

  /// Whether the title stands in the text, not in a menu or in <title> alone.
  bool is_shown() const { return page_.title_block != npos && is_text(page_.title_block) && is_heading(page_.title_block); }

  /// An item of a menu above the text has the same name.
  bool is_named_above() const {
    const icu::UnicodeString letters = comparable(page_.title);
    for (std::size_t i = 0; i < end() && !(is_prose(at(i)) && is_text(i)); ++i)
      if (at(i).text.size() <= page_.title.size() + 8 && (!is_text(i) || is_of_links(at(i))) && comparable(at(i).text) == letters) return true;
    return false;
  }

  /// The headings of the text behind the title's, those of parts by their words left out, and where the prose begins.
  void collect() {
    const icu::UnicodeString letters = comparable(page_.title);
    for (std::size_t i = page_.title_block == npos ? 0 : page_.title_block + 1; i < page_.blocks.size() && headings_.size() < most_headings; ++i) {
      if (!is_text(i) && !is_headed_byline(i)) continue;
      if (is_prose(at(i))) first_prose_ = std::min(first_prose_, i);
      if (!is_heading(i) || is_prose(at(i)) || at(i).text.size() > longest_title || is_of_links(at(i))) continue;
      const icu::UnicodeString line = fold(at(i).text);
      if (line.length() < 4 || is_furniture_heading(line) || is_section_label(line) || is_reference_heading(line) || heads_authors(line) || is_numbered_part(line) || date_line(line)) continue;
      if (comparable(at(i).text) != letters) headings_.push_back(i);
    }
  }

  bool is_title_of_text(std::size_t i, bool column) const {
    if (i > first_prose_ || names_column(fold(at(i).text)) || !head_lines_of(at(i).text).empty()) return false;
    const bool byline = is_above_byline(i);
    // What is declared without being shown may be the heading in other words.
    if (!byline && !(column && (at(i).named_title || is_above_prose(i)))) return false;
    return std::none_of(headings_.begin(), headings_.end(), [&](std::size_t k) { return k != i && is_equal(k, i) && (!byline || is_above_byline(k)); });
  }

  bool is_equal(std::size_t a, std::size_t b) const { return at(a).heading == at(b).heading && at(a).title_like == at(b).title_like; }

  /// In a diary each part begins with its date.
  bool is_above_byline(std::size_t i) const {
    std::size_t lines = 0;
    for (std::size_t k = i + 1; k < page_.blocks.size() && lines < lines_to_byline; ++k) {
      if (verdicts_.is_furniture(at(k).region)) continue;
      if (is_prose(at(k)) || (at(k).heading > 0 && at(k).heading <= at(i).heading)) return false;
      ++lines;
      if (!first_lines_of(k).empty()) return true;
    }
    return false;
  }

  /// <p>コラム</p><p>待つ船の電気</p><p>研究員 青海 太郎</p>: pages that are put together of boxes have no headings.
  std::size_t plain_line_above_byline() const {
    constexpr int32_t least = 6, longest = 60;
    const std::size_t from = page_.title_block == npos ? 0 : page_.title_block + 1;
    for (std::size_t i = from; first_prose_ != npos && i + 2 <= std::min(end(), first_prose_); ++i) {
      const text_block &one = at(i);
      if (!is_text(i) || one.kind != block_kind::paragraph || one.heading > 0 || one.link_bytes > 0 || one.text.find('\n') != npos) continue;
      const icu::UnicodeString line = fold(one.text);
      if (line.length() < least || line.length() > longest || ends_with_any(line, u"。:") || date_line(line)) continue;
      if (names_column(line) || is_section_label(line) || is_furniture_phrase(line) || is_furniture_heading(line) || !head_lines_of(one.text).empty()) continue;
      if (i + 2 == first_prose_ && !authors_in(at(i + 1).text).empty()) return i;
    }
    return npos;
  }

  std::vector<std::string> first_lines_of(std::size_t k) const {
    const std::string &text = at(k).text;
    const std::size_t end = text.find('\n');
    const std::string first = text.substr(0, end);
    if (at(k).kind == block_kind::term && k + 1 < page_.blocks.size()) return head_lines_of(first + ": " + one_line(at(k + 1).text));
    auto found = head_lines_of(first);
    // FOR IMMEDIATE RELEASE<br>June 4, 2019
    if (found.empty() && end != npos && text.find('\n', end + 1) == npos) found = head_lines_of(text.substr(end + 1));
    return found;
  }

  /// The site's name above, and the text right below.
  bool is_above_prose(std::size_t i) const {
    if (!is_organisation(fold(page_.title).trim()) && !is_organisation_first()) return false;
    for (std::size_t k = i + 1; k < page_.blocks.size(); ++k)
      if (is_text(k)) return is_prose(at(k)) || at(k).kind == block_kind::preformatted;
    return false;
  }

  /// 資源省 Ministry of Resources
  bool is_organisation_first() const {
    const words parts = split_words(fold(page_.title));
    return is_office(fold(page_.title)) || (!parts.empty() && is_organisation(parts[0]));
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<std::size_t> headings_;
  std::size_t first_prose_ = npos;
};

}  // namespace

void leave_column(markup &page, const region_verdicts &verdicts) { column_leaver(page, verdicts).run(); }

}  // namespace libsearch::ingest
