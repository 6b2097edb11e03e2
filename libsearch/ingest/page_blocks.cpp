// One pass over the blocks with a look at their neighbours, in the manner of
//   C. Kohlschütter, P. Fankhauser, W. Nejdl: Boilerplate Detection using Shallow Text Features. WSDM 2010;
//   J. Pomikálek: Removing Boilerplate and Duplicate Content from Web Corpora. Brno 2011 (jusText):
// length and link density of a block, then the kind of what is around it. Theirs decide by these alone; here they decide
// where the elements say nothing, and a block that is neither stays.
#include "ingest/page_blocks.hpp"

#include <algorithm>
#include <array>

#include "ingest/furniture_phrases.hpp"
#include "ingest/line.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t least_prose = 60;         // columns
constexpr std::size_t least_without_sentence = 240;
constexpr std::size_t least_prose_listed = 160;  // below 関連記事: longer than a teaser's first line
constexpr std::size_t least_main = 200;         // bytes

/// Samuel T., Dr.: the full stop at `at` does not end a sentence.
bool is_abbreviated(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t blank = before.find_last_of(" (");
  const std::string_view word = before.substr(blank == npos ? 0 : blank + 1);
  return (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') || word == "Dr" || word == "Mr" || word == "Ms" || word == "Mrs" || word == "Prof";
}

bool has_sentence(std::string_view text) {
  if (ends_sentence(text) || text.find("。") != npos) return true;
  for (std::size_t at = text.find(". "); at != npos; at = text.find(". ", at + 1))
    if (!is_abbreviated(text, at)) return true;
  return false;
}

/// The kind of a block by itself.
enum class looks : std::uint8_t { text, short_text, links, furniture };

class selector {
 public:
  selector(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts), kept_(page.blocks.size(), true) {}

  void run() {
    if (page_.blocks.empty()) return;
    const bool by_main = has_main();
    looks_.reserve(page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      looks_.push_back(look_at(i));
      kept_[i] = looks_[i] != looks::furniture && !(by_main && !page_.blocks[i].main);
    }
    drop_comments();
    find_ends();
    drop_before_text();
    drop_links();
    drop_end_matter();
    drop_between_furniture();
    drop_headings_of_nothing();
    if (page_.title_block != npos) kept_[page_.title_block] = true;
    if (is_almost_nothing()) restore();
    keep_blocks(page_, kept_);
  }

 private:
  const text_block &at(std::size_t i) const { return page_.blocks[i]; }
  bool is_title(std::size_t i) const { return i == page_.title_block; }

  /// Whether what <main>, <article> and the like hold is the text, not a scrap of it.
  bool has_main() const {
    std::size_t main = 0, all = 0, main_bytes = 0, all_bytes = 0;
    for (const text_block &one : page_.blocks) {
      if (verdicts_.is_furniture(one.region)) continue;
      const std::size_t prose = is_prose(one) || one.of_prose ? one.text.size() : 0;
      all += prose;
      all_bytes += one.text.size();
      if (!one.main) continue;
      main += prose;
      main_bytes += one.text.size();
    }
    if (main_bytes == 0 || (main_bytes < least_main && main_bytes * 4 < all_bytes)) return false;
    return main * 2 >= all;
  }

  looks look_at(std::size_t i) const {
    const text_block &one = at(i);
    const furniture_evidence evidence = verdicts_.of(one.region);
    const bool prose = is_prose(one);
    if (evidence >= furniture_evidence::strong) return looks::furniture;
    if (evidence == furniture_evidence::heading) {
      const bool own = (prose || one.of_prose) && one.link_bytes == 0 && (one.of_prose || columns(one.text) >= least_prose_listed) && one.kind == block_kind::paragraph;
      return own ? looks::text : looks::furniture;
    }
    // A header that holds the title is the text's own.
    const bool own_header = page_.title_block != npos && i > page_.title_block && one.region == at(page_.title_block).region;
    if (evidence == furniture_evidence::weak && !own_header && !prose && !one.of_prose && one.kind != block_kind::row && one.kind != block_kind::caption)
      return looks::furniture;
    if (prose) {
      const bool said = one.text.size() < 500 && (is_furniture_phrase(fold(one.text)) || is_post_information(fold(one.text)));
      return said ? looks::furniture : looks::text;
    }
    if (one.heading == 0 && one.text.size() < 500) {
      const icu::UnicodeString line = fold(one.text);
      if (is_furniture_phrase(line) || is_way_through_site(line)) return looks::furniture;
    }
    if (is_list_below_own_heading(one)) return looks::furniture;
    return is_of_links(one) ? looks::links : looks::short_text;
  }

  /// ■注目の記事<br>・<a>港の新しい市場</a>(8/30)<br>...: the heading of links in one block with them.
  static bool is_list_below_own_heading(const text_block &one) {
    constexpr std::size_t longest_heading = 60;
    const std::size_t end = one.links < 2 || one.heading > 0 ? npos : one.text.find('\n');
    if (end == npos || end > longest_heading || one.text.find("。") != npos) return false;
    return one.link_bytes * 10 >= (one.text.size() - end) * 6 && is_furniture_heading(fold(one.text.substr(0, end)));
  }

  /// What stands below コメント, to the next heading that is no smaller, if lines in it name who wrote it.
  void drop_comments() {
    constexpr std::size_t most_headings = 10, most_looked_at = 200;
    bool prose = false;
    std::size_t headings = 0;
    for (std::size_t i = 0; i < looks_.size() && headings < most_headings; ++i) {
      prose = prose || (kept_[i] && looks_[i] == looks::text);
      if (!prose || i == page_.title_block || at(i).text.size() > 120 || !is_comment_heading(fold(at(i).text))) continue;
      ++headings;
      const int rank = at(i).heading > 0 ? at(i).heading : 7;
      std::size_t end = i + 1;
      bool is_signed = false;
      for (; end < looks_.size() && !(at(end).heading > 0 && at(end).heading <= rank); ++end)
        is_signed = is_signed || (end - i < most_looked_at && at(end).text.size() <= 200 && is_comment_signature(fold(at(end).text)));
      if (!is_signed) continue;
      for (; i < end; ++i) {
        looks_[i] = looks::furniture;
        kept_[i] = false;
      }
      --i;
    }
  }

  /// The first and the last block of prose; in a column at the side it counts only where there is no other.
  void find_ends() {
    for (const bool any : {false, true}) {
      if (first_ != npos) return;
      for (std::size_t i = 0; i < looks_.size(); ++i) {
        if (!kept_[i] || looks_[i] != looks::text || (!any && is_beside_text(i))) continue;
        if (first_ == npos) first_ = i;
        last_ = i;
      }
    }
  }

  bool is_beside_text(std::size_t i) const {
    const std::size_t title = page_.title_block;
    return verdicts_.of(at(i).region) == furniture_evidence::weak && !at(i).main && (title == npos || (i < title && at(i).region != at(title).region));
  }

  bool is_site(const std::string &text) const {
    if (text.size() > 200) return false;
    const icu::UnicodeString letters = comparable(text);
    return std::any_of(page_.sites.begin(), page_.sites.end(), [&](const std::string &site) { return comparable(site) == letters; });
  }

  /// Short lines above the title are the site's. Without prose above it: a heading further down is no title of a page.
  void drop_before_text() {
    const std::size_t title = page_.title_block;
    if (title == npos || (first_ != npos && first_ < title)) return;
    for (std::size_t i = 0; i < title; ++i)
      if (at(i).kind != block_kind::row || is_of_links(at(i)) || is_site(at(i).text)) kept_[i] = false;
  }

  /// Links outside of the text lead through the site, except those below a heading such as References. Inside it they
  /// are kept: lists of sources, tables of contents.
  void drop_links() {
    bool references = false;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      const text_block &one = at(i);
      if (one.heading > 0 && kept_[i]) references = is_reference_heading(fold(one.text));
      if (one.heading == 0 && one.text.size() < 100 && is_reference_heading(fold(one.text))) references = true;
      if (looks_[i] != looks::links || is_title(i) || one.heading > 0) continue;
      const bool inside = first_ != npos && i > first_ && i < last_;
      if (!inside && !references) kept_[i] = false;
      if (inside && !references && is_among_links(i)) kept_[i] = false;
    }
  }

  /// Behind the text: その二十六　円とお守り／その二十八　貯金箱, a telephone number.
  void drop_end_matter() {
    constexpr std::size_t longest = 400;
    for (std::size_t i = last_ == npos ? looks_.size() : last_ + 1; i < looks_.size(); ++i) {
      const text_block &one = at(i);
      if (one.heading > 0 && is_reference_heading(fold(one.text))) return;
      if (!kept_[i] || looks_[i] != looks::short_text || is_title(i) || one.heading > 0 || one.text.size() > longest || one.text.find("。") != npos) continue;
      const bool row_of_links = one.links >= 2 && one.link_bytes * 5 >= one.text.size() * 2;
      if (is_foot_of_site(one.text)) kept_[i] = false;
      if (!kept_[i] || (!row_of_links && !may_be_end_matter(one.text))) continue;
      const icu::UnicodeString line = fold(one.text);
      // Latin letters with links between them may be code: int open (path p, mode m)
      if ((row_of_links && has_cjk(line) && !is_source(line)) || is_end_matter(line)) kept_[i] = false;
    }
  }

  static bool may_be_end_matter(std::string_view text) {
    for (const std::string_view sign : {"|", "｜", "リンク", "電話", "ダイヤル", "直通", "開設", "公開", "ファ", "tel", "Tel", "TEL", "fax", "Fax", "FAX", "ｔｅｌ", "ＴＥＬ", "ＦＡＸ"})
      if (text.find(sign) != npos) return true;
    return false;
  }

  /// 出典：総務省「労働力調査」、...
  static bool is_source(const icu::UnicodeString &line) {
    static const pattern it(u"[(（※*【\\[]*(?:出典|出所|資料|参考|引用|注|図|表|写真|協力|sources?|notes?|see|data|fig|table|further).*", letter_case::any);
    return it.matches(line);
  }

  /// Three blocks of links or more in a row that stand in a list of their own.
  bool is_among_links(std::size_t i) const {
    std::size_t run = 1;
    for (std::size_t k = i; k-- > 0 && i - k < 4 && looks_[k] == looks::links;) ++run;
    for (std::size_t k = i + 1; k < looks_.size() && k - i < 4 && looks_[k] == looks::links; ++k) ++run;
    return run >= 5 && at(i).kind != block_kind::row && columns(at(i).text) <= 24;
  }

  /// A short line behind the text with furniture before and behind it is furniture as well.
  void drop_between_furniture() {
    if (last_ == npos) return;
    for (std::size_t i = last_ + 1; i < looks_.size(); ++i) {
      const text_block &one = at(i);
      if (!kept_[i] || looks_[i] != looks::short_text || one.kind != block_kind::paragraph || one.heading > 0) continue;
      if (columns(one.text) > 60 || has_sentence(one.text) || is_title(i)) continue;
      const bool behind = i + 1 == looks_.size() || !kept_[i + 1];
      if (!kept_[i - 1] && behind && i > last_ + 1) kept_[i] = false;
    }
  }

  /// A heading goes with what follows it: where all of it was dropped, so is the heading.
  void drop_headings_of_nothing() {
    std::array<bool, 8> kept{}, dropped{};
    for (std::size_t i = looks_.size(); i-- > 0;) {
      const auto level = static_cast<std::size_t>(at(i).heading);
      if (level == 0) {
        (kept_[i] ? kept : dropped).fill(true);
        continue;
      }
      if (!is_title(i) && dropped[level] && !kept[level]) kept_[i] = false;
      for (std::size_t k = level; k < kept.size(); ++k) kept[k] = dropped[k] = false;
    }
  }

  bool is_almost_nothing() const {
    std::size_t left = 0, all = 0;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      if (verdicts_.of(at(i).region) == furniture_evidence::hidden) continue;
      all += at(i).text.size();
      if (kept_[i] && !is_title(i)) left += at(i).text.size();
    }
    // A page of some lines is a page, but one that is all links is a list of them.
    return left == 0 || (left * 10 < all && left < 600);
  }

  void restore() {
    bool any = false;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      const furniture_evidence evidence = verdicts_.of(at(i).region);
      kept_[i] = kept_[i] || evidence < furniture_evidence::strong;
      any = any || (kept_[i] && !is_title(i));
    }
    for (std::size_t i = 0; !any && i < looks_.size(); ++i)
      kept_[i] = verdicts_.of(at(i).region) != furniture_evidence::hidden;
    if (std::find(kept_.begin(), kept_.end(), true) == kept_.end()) kept_.assign(kept_.size(), true);
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<bool> kept_;
  std::vector<looks> looks_;
  std::size_t first_ = npos, last_ = npos;
};

}  // namespace

bool is_prose(const text_block &block) {
  if (block.heading > 0 || block.link_bytes * 2 > block.text.size()) return false;
  if (block.text.size() < least_prose) return false;
  const std::size_t width = columns(block.text);
  return width >= least_without_sentence || (width >= least_prose && has_sentence(block.text));
}

bool is_of_links(const text_block &block) {
  if (block.link_bytes * 10 < block.text.size() * 6) return false;
  // An address that is written out is a source.
  return block.text.compare(0, 4, "http") != 0 && block.text.compare(0, 4, "doi:") != 0 && block.text.find("://") == npos;
}

region_verdicts::region_verdicts(const markup &page) : verdicts_(page.regions.size()) {
  std::vector<std::size_t> prose(page.regions.size());
  for (const text_block &one : page.blocks)
    if (is_prose(one) || one.of_prose) prose[one.region] += one.text.size();
  for (std::size_t i = prose.size(); i-- > 1;) prose[page.regions[i].parent] += prose[i];
  for (std::size_t i = 1; i < verdicts_.size(); ++i) {
    const page_region &region = page.regions[i];
    const bool reader = region.evidence >= furniture_evidence::comments;
    const bool most = prose[i] > 0 && prose[i] * 10 >= prose[0] * (reader ? 8 : 5);
    verdicts_[i] = std::max(verdicts_[region.parent], most ? furniture_evidence::none : region.evidence);
  }
}

namespace {

/// ← 目次に戻る | 次の随筆 →: links, of which the first leads back or the last leads on.
bool is_pager(const text_block &block, const icu::UnicodeString &line) {
  constexpr std::u16string_view back = u"←«‹<◀≪", on = u"→»›>▶≫";
  if (!is_of_links(block) || line.isEmpty()) return false;
  return back.find(line[0]) != npos || on.find(line[line.length() - 1]) != npos;
}

/// 海都研究所 / 読みもの: links from the site's top down to the text.
bool is_trail_of_links(const text_block &block, const icu::UnicodeString &line) {
  static const pattern it(u"[^/>›»]{2,40}(?: ?[/>›»] ?[^/>›»]{2,60}){1,6}[/>›»]?");
  return is_of_links(block) && it.matches(line);
}

/// What a Markdown text holds that is of its site.
class site_dropper {
 public:
  site_dropper(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts), kept_(page.blocks.size(), true) {}

  void run() {
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = !is_of_site(i);
    for (std::size_t i = 0; i + 1 < kept_.size(); ++i) drop_heading_of_nothing(i);
    keep_blocks(page_, kept_);
  }

 private:
  static constexpr std::size_t near_ends = 6, last_blocks = 3;

  const text_block &at(std::size_t i) const { return page_.blocks[i]; }
  bool is_listed(std::size_t i) const { return verdicts_.of(at(i).region) == furniture_evidence::heading; }

  bool is_of_site(std::size_t i) const {
    const text_block &one = at(i);
    if (i == page_.title_block || one.heading > 0 || one.kind == block_kind::preformatted || one.text.size() > 200) return false;
    const bool links = is_of_links(one), near_end = i + near_ends >= kept_.size();
    if (links && is_listed(i)) return true;  // below 関連記事
    if (i >= near_ends && !near_end && !links) return false;
    const icu::UnicodeString line = fold(one.text);
    if (is_way_through_site(line)) return true;
    if (is_furniture_phrase(line) && (links || (near_end && one.link_bytes > 0))) return true;
    if (i + last_blocks >= kept_.size() && one.kind == block_kind::paragraph && is_filing_line(line)) return true;
    if (near_end && is_pager(one, line)) return true;
    return page_.title_block != npos && i < page_.title_block && is_trail_of_links(one, line);
  }

  /// 関連記事, where all of what stood below it is gone.
  void drop_heading_of_nothing(std::size_t i) {
    if (i == page_.title_block || !is_listed(i) || kept_[i + 1] || at(i + 1).region != at(i).region || !is_furniture_heading(fold(at(i).text))) return;
    for (std::size_t k = i + 1; k < kept_.size() && at(k).region == at(i).region; ++k)
      if (kept_[k]) return;
    kept_[i] = false;
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<bool> kept_;
};

}  // namespace

void drop_ways_through_site(markup &page, const region_verdicts &verdicts) { site_dropper(page, verdicts).run(); }

void keep_text_blocks(markup &page, const region_verdicts &verdicts) { selector(page, verdicts).run(); }

}  // namespace libsearch::ingest
