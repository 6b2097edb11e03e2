#include "ingest/page_title.hpp"

#include <algorithm>

#include "ingest/dates.hpp"
#include "ingest/declared_people.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/heading_words.hpp"
#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t head_blocks = 60;  // so far down may a heading stand that is the title
constexpr std::size_t longest_title = 600;
constexpr int large_line = 7;                // where headings have 1 to 6
constexpr std::size_t most_pieces = 16;  // of a title that is put together from them

/// The pieces of "Title | Part | Site" and where each begins and ends.
struct piece {
  std::size_t start, end;
};

std::vector<piece> pieces_of(std::string_view title) {
  // What stands between blanks anywhere, and what needs none.
  static constexpr std::string_view spaced[] = {"|", "-", "–", "—", "―", "::", "：", ":", "»", "«", "›", "‹", "/", "／", "・", "·", "•", "<", ">", "＜", "＞", "－", "-", "~", "←", "→"};
  static constexpr std::string_view tight[] = {"｜", "│", "：", "≪", "«", "»", "::", "|", "：", " : ", ": ", "［", "[", "【", "】", "］", "]", "―", "─", "／"};
  std::vector<piece> result{{0, title.size()}};
  for (std::size_t at = 0; at < title.size() && result.size() <= most_pieces;) {
    std::size_t length = 0;
    const std::string_view rest = title.substr(at);
    const bool blank = at > 0 && (title[at - 1] == ' ' || (at >= 3 && title.substr(at - 3, 3) == "　"));
    for (const std::string_view sign : spaced)
      if (blank && rest.substr(0, sign.size()) == sign &&
          (rest.substr(sign.size(), 1) == " " || rest.substr(sign.size(), 3) == "　" || rest.size() == sign.size()))
        length = std::max(length, sign.size());
    for (const std::string_view sign : tight)
      if (rest.substr(0, sign.size()) == sign) length = std::max(length, sign.size());
    if (length > 0) {
      result.back().end = at;
      result.push_back({at + length, title.size()});
      at += length;
      continue;
    }
    next(title, at);
  }
  return result;
}

/// 1. はじめに: Word names a page by its first heading, which may be that of a part. 目次 may be all that a page is.
bool is_heading_of_part(const icu::UnicodeString &line) {
  constexpr int32_t longest = 14;
  return line.length() <= longest && !begins_with_any(line, u"キkKjJ") && is_section_label(line) && !is_contents_heading(line);
}

bool is_generic(const std::string &title) {
  static const pattern it(
      u"(?:untitled(?: ?document| ?page)?(?: ?[0-9]+)?|無題(?:ドキュメント|の?文書)?[0-9]*|new ?page ?[0-9]*|新しいページ ?[0-9]*|no ?title|(?:タイトル(?:なし|未設定)|名称未設定) ?[0-9-]*|title|タイトル|"
      u"バックナンバー|(?:記事|詳細|本文|ニュース|お知らせ|コラム|ブログ)(?:詳細|ページ)?|"
      u"index(?:\\.html?)?|home ?page|home|ホーム(?:ページ)?|トップ(?:ページ)?|top ?page|top|main|default|page ?[0-9]*|document ?[0-9]*|文書 ?[0-9]*|"
      u"microsoft word.*|.{1,60}\\.(?:docx?|html?|pdf|txt|jtd|wpd|rtf)|(?:https?://|www\\.).*|<.*>|[0-9_-]+)",
      letter_case::any);
  const icu::UnicodeString line = fold(title);
  return line.isEmpty() || it.matches(line) || is_heading_of_part(line);
}

class finder {
 public:
  finder(markup &page, const region_verdicts &verdicts) : page_(page), verdicts_(verdicts) {}

  void run() {
    for (const std::string &site : page_.sites) sites_.push_back(comparable(site));
    collect_headings();
    if (!by_declared_names() && !by_page_title()) by_heading();
    if (page_.title_block == npos && !page_.exact_title) page_.title = bare_heading(page_.title);
    note_linked_sites();
    if (joined_ > 0) drop_joined();
  }

 private:
  struct heading {
    std::size_t block;
    icu::UnicodeString letters;
    icu::UnicodeString bare;  ///< letters without a number, a kind or "Q." before them
    int rank;      ///< 1 to 6, or large_line
    bool of_site;  ///< a link to somewhere in a header
    bool weak;     ///< in a header, which may be the site's
  };

  /// A heading as a title.
  std::string shown(const heading &one) const { return title_of_heading(page_.blocks[one.block]); }

  void collect_headings() {
    std::size_t prose = 0;
    for (std::size_t i = 0; i < page_.blocks.size() && headings_.size() < head_blocks && prose < 12; ++i) {
      const text_block &one = page_.blocks[i];
      if (is_prose(one)) ++prose;
      const furniture_evidence evidence = verdicts_.of(one.region);
      if (evidence >= furniture_evidence::heading || one.text.size() > longest_title) continue;
      if (one.heading == 0 && (!one.title_like || is_prose(one))) continue;
      const std::string line = one_line(one.text);
      if (is_furniture_heading(fold(line)) || is_section_label(fold(line)) || date_line(fold(line))) continue;
      const bool linked = one.link_bytes * 10 >= one.text.size() * 9;
      headings_.push_back({i, comparable(without_mark(line)), comparable(title_of_heading(one)), one.heading > 0 ? one.heading : large_line, evidence == furniture_evidence::weak && linked,
                           evidence == furniture_evidence::weak});
    }
  }

  bool is_site(const icu::UnicodeString &letters) const { return std::find(sites_.begin(), sites_.end(), letters) != sites_.end(); }

  /// Takes a block as the title; a heading may be longer than what was declared, and holds line breaks.
  void take(std::size_t block, std::string title) {
    page_.title_block = block;
    page_.title = std::move(title);
  }

  bool by_declared_names() {
    for (const std::string &name : page_.names) {
      if (is_generic(name)) continue;
      const icu::UnicodeString whole = comparable(name);
      if (is_site(whole)) continue;
      // A long headline is cut short by some sites.
      icu::UnicodeString start = whole;
      static const pattern cut(u"(.*?)(?:\\.\\.\\.|…)");
      if (const auto match = cut.match(whole)) start = match->groups[1];
      for (const heading &one : headings_)
        if (one.letters == whole || one.bare == whole || (start.length() >= 10 && start.length() < whole.length() && one.letters.startsWith(start)))
          return take(one.block, shown(one)), true;
      if (page_.exact_title) return take_exact(name), true;
      if (from_pieces(name)) return true;
      for (const heading &one : headings_)
        if (whole.length() >= 4 && one.rank <= 2 && !one.of_site && one.letters.startsWith(whole))
          return take(one.block, shown(one)), true;
    }
    for (const std::string &name : page_.names)
      if (!is_generic(name) && !is_site(comparable(name))) {
        page_.title = without_site(name);
        take_plain_block(page_.title);
        return true;
      }
    return false;
  }

  void take_exact(const std::string &name) {
    page_.title = name;
    const icu::UnicodeString letters = comparable(name);
    for (const heading &one : headings_)
      if (one.letters.length() >= 4 && (letters.startsWith(one.letters) || one.letters.startsWith(letters))) {
        page_.title_block = one.block;
        return;
      }
    take_plain_block(name);
  }

  /// A line of the page that shows the title without being a heading.
  void take_plain_block(const std::string &title) {
    const icu::UnicodeString letters = comparable(title);
    for (std::size_t i = 0; i < std::min(head_blocks, page_.blocks.size()); ++i)
      if (page_.blocks[i].text.size() <= longest_title && !verdicts_.is_furniture(page_.blocks[i].region) &&
          comparable(page_.blocks[i].text) == letters) {
        page_.title_block = i;
        return;
      }
  }

  /// A heading, or a line, that some pieces of "Title | Site" make; the rest of them name the site.
  bool from_pieces(const std::string &title) {
    const std::vector<piece> pieces = pieces_of(title);
    if (pieces.size() > most_pieces) return false;
    // The letters of all runs of pieces, once.
    struct run {
      piece place;
      icu::UnicodeString letters;
    };
    std::vector<run> runs;
    for (std::size_t from = 0; from < pieces.size(); ++from)
      for (std::size_t to = from; to < pieces.size(); ++to)
        runs.push_back({{pieces[from].start, pieces[to].end}, comparable(std::string_view(title).substr(pieces[from].start, pieces[to].end - pieces[from].start))});
    const heading *best = nullptr;
    piece found{};
    const auto better = [&](const heading &one) {
      if (!best) return true;
      if (one.of_site != best->of_site) return best->of_site;
      if (is_site(one.letters) != is_site(best->letters)) return is_site(best->letters);
      return best->weak && !one.weak;
    };
    for (const heading &one : headings_) {
      for (const run &part : runs)
        if (one.letters.length() >= 2 && (part.letters == one.letters || part.letters == one.bare)) {
          if (best && is_part_above(*best, one)) best = nullptr;
          const bool whole_site = is_site(one.letters) || one.of_site;
          if (!whole_site && best && !best->of_site && !is_site(best->letters) && is_above_site(*best, one)) best = nullptr;
          if (better(one)) {
            best = &one;
            found = part.place;
          }
        }
    }
    // A heading that only names the site is no title while there is anything else.
    if (best && (is_site(best->letters) || best->of_site) && (headings_.size() > 1 || runs.size() > 1)) best = nullptr;
    if (!best) {
      for (std::size_t i = 0; i < std::min(head_blocks, page_.blocks.size()); ++i) {
        const text_block &one = page_.blocks[i];
        if (one.text.size() > longest_title || verdicts_.of(one.region) != furniture_evidence::none || is_of_links(one)) continue;
        const icu::UnicodeString letters = comparable(one.text);
        if (!headings_.empty() || letters.length() < 4 || is_site(letters) || is_organisation(fold(one.text))) continue;
        for (const run &part : runs)
          if (part.letters == letters && is_one_piece(part.place, pieces) && part.place.end - part.place.start >= 6)
            return note_site(title, part.place), take(i, one_line(one.text)), true;
      }
      return false;
    }
    note_site(title, found);
    take(best->block, shown(*best));
    return true;
  }

  /// A link above the title with the name of an organisation leads to its site.
  void note_linked_sites() {
    const std::size_t end = std::min({page_.title_block, page_.blocks.size(), std::size_t{12}});
    for (std::size_t i = 0; i < end; ++i) {
      const text_block &one = page_.blocks[i];
      if (is_prose(one)) return;
      if (one.text.size() < 120 && one.heading <= 1 && one.link_bytes == one.text.size() && is_organisation(fold(one.text))) return page_.sites.push_back(one.text);
    }
  }

  static bool is_one_piece(piece place, const std::vector<piece> &pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&](piece one) { return one.start == place.start && one.end == place.end; });
  }

  /// Whether `first` names the site and `second` the text: no more than a link at the top, and a title behind it.
  bool is_above_site(const heading &first, const heading &second) const {
    const text_block &block = page_.blocks[first.block];
    return second.block > first.block && block.link_bytes * 10 >= block.text.size() * 9 && page_.blocks[second.block].link_bytes == 0 && first.rank <= second.rank;
  }

  /// Whether `first` names the site or a part of it, and `second` the text: pieces of one title both, and nothing but lines between them.
  bool is_part_above(const heading &first, const heading &second) const {
    if (second.block <= first.block || first.letters == second.letters || first.letters.indexOf(second.letters) >= 0) return false;
    if (second.of_site || is_site(second.letters) || (second.weak && !first.weak)) return false;
    for (std::size_t i = first.block + 1; i < second.block; ++i)
      if (is_prose(page_.blocks[i])) return false;
    // The name of a part below the title is short, and smaller.
    return second.rank <= first.rank || second.letters.length() * 2 >= first.letters.length();
  }

  void note_site(const std::string &title, piece found) {
    for (const piece &one : pieces_of(title))
      if (one.end <= found.start || one.start >= found.end)
        if (const std::string name = squeeze(std::string_view(title).substr(one.start, one.end - one.start)); name.size() >= 2 && !is_declared_author(name)) page_.sites.push_back(name);
  }

  /// 題名（市長の手帖）／海都市: the site's name is the last of more pieces, behind what the heading says.
  void note_last_piece(int32_t heading_letters) {
    const std::vector<piece> pieces = pieces_of(page_.page_title);
    const std::string_view title = page_.page_title;
    if (pieces.size() >= 2 && pieces.size() <= most_pieces && comparable(title.substr(0, pieces.back().start)).length() > heading_letters)
      note_site(page_.page_title, {0, pieces.back().start});
  }

  bool is_declared_author(const std::string &name) const {
    return is_person_and_site(fold(name)) && std::any_of(page_.authors.begin(), page_.authors.end(), [&](const author &one) { return comparable(one.name) == comparable(name); });
  }

  bool by_page_title() {
    if (is_generic(page_.page_title)) return false;
    if (from_pieces(page_.page_title)) return true;
    const icu::UnicodeString whole = comparable(page_.page_title);
    // "Site Part Title" with nothing but blanks between.
    const heading *last_part = nullptr;
    for (const heading &one : headings_)
      if (!one.of_site && !one.weak && one.letters.length() >= 4 && one.letters.length() < whole.length() && whole.endsWith(one.letters) &&
          !is_organisation(fold(shown(one))) && (!last_part || last_part->letters.length() < one.letters.length()))
        last_part = &one;
    if (last_part && std::any_of(headings_.begin(), headings_.end(), [&](const heading &one) { return one.block < last_part->block && whole.startsWith(one.letters); }))
      return take(last_part->block, shown(*last_part)), true;
    // The page's title may be short for a heading's.
    for (const heading &one : headings_)
      if (one.rank <= 3 && !one.of_site && !is_site(one.letters) && one.letters.length() >= 4 &&
          (whole.startsWith(one.letters) || (whole.length() >= 4 && one.letters.startsWith(whole)))) {
        if (whole.startsWith(one.letters)) note_last_piece(one.letters.length());
        return take(one.block, shown(one)), true;
      }
    const bool shown = std::any_of(headings_.begin(), headings_.end(), [&](const heading &one) { return one.rank == 1 && !one.of_site && !is_site(one.letters); });
    if (shown || is_site(whole)) return false;
    page_.title = without_site(page_.page_title);
    if (is_generic(page_.title)) return page_.title.clear(), false;
    take_plain_block(page_.title);
    if (page_.title_block != npos || headings_.empty()) return true;
    // Nothing on the page says so: a heading of the text's beginning does.
    page_.title.clear();
    return false;
  }

  /// "Title | Site" without the site: what is known as its name, else the last piece.
  std::string without_site(const std::string &title) const {
    const std::vector<piece> pieces = pieces_of(title);
    const auto text = [&](std::size_t from, std::size_t to) {
      return std::string(trim(std::string_view(title).substr(pieces[from].start, pieces[to].end - pieces[from].start)));
    };
    const auto names_site = [&](std::size_t i) {
      const icu::UnicodeString letters = comparable(text(i, i));
      return is_site(letters) || (pieces.size() > 1 && is_linked(letters));
    };
    std::size_t first = 0, last = pieces.size() - 1;
    if (pieces.size() > most_pieces) return title;
    while (first < last && names_site(last)) --last;
    while (first < last && names_site(first)) ++first;
    if (first == 0 && last == pieces.size() - 1)
      for (const char *between : {" | ", "｜", " - ", " – ", " — ", " :: ", " » ", " « ", "|"})
        if (const std::size_t at = title.rfind(between); at != npos && at >= 4) return std::string(trim(std::string_view(title).substr(0, at)));
    return text(first, last);
  }

  /// Whether a link of the page's beginning leads to what has this name: the site, or a part of it.
  bool is_linked(const icu::UnicodeString &letters) const {
    for (std::size_t i = 0; i < std::min(head_blocks, page_.blocks.size()); ++i) {
      const text_block &one = page_.blocks[i];
      if (one.text.size() < 200 && one.link_bytes * 10 >= one.text.size() * 9 && comparable(one.text) == letters) return true;
    }
    return false;
  }

  /// The first heading of the highest level that is not the site's.
  void by_heading() {
    const bool site_known = !sites_.empty() || !page_.page_title.empty();
    const icu::UnicodeString named = comparable(page_.page_title);
    const heading *best = nullptr;
    for (const heading &one : headings_) {
      const bool site = one.of_site || is_site(one.letters) || (site_known && one.letters == named && is_organisation(fold(page_.page_title)));
      if (site || one.letters.isEmpty()) continue;
      if (!best || one.rank < best->rank) best = &one;
    }
    // Headings of parts only, behind the beginning of the text: none of them is the title.
    if (best && best->rank > 1 && prose_before(best->block)) best = nullptr;
    if (best) {
      take(best->block, shown(*best));
      if (best->rank == large_line) join_large_lines(*best);
      return;
    }
    if (!is_generic(page_.page_title) && !is_generic(without_site(page_.page_title))) {
      page_.title = without_site(page_.page_title);
      take_plain_block(page_.title);
    }
  }

  /// <big>待つ船と</big>, <big>港の電気</big>: one title on two lines where the first breaks off.
  void join_large_lines(const heading &first) {
    constexpr std::size_t most = 3;
    std::string &text = page_.blocks[first.block].text;
    for (const heading &one : headings_) {
      if (one.block != first.block + joined_ + 1) continue;
      if (one.rank != large_line || joined_ == most || !ends_with_any(fold(text), u"とのをにがはへ・、")) break;
      text += "\n" + page_.blocks[one.block].text;
      ++joined_;
    }
    if (joined_ > 0) page_.title = title_of_heading(page_.blocks[first.block]);
  }

  void drop_joined() {
    std::vector<bool> kept(page_.blocks.size(), true);
    std::fill_n(kept.begin() + static_cast<std::ptrdiff_t>(page_.title_block) + 1, joined_, false);
    keep_blocks(page_, kept);
  }

  bool prose_before(std::size_t block) const {
    return std::any_of(page_.blocks.begin(), page_.blocks.begin() + static_cast<std::ptrdiff_t>(block),
                       [&](const text_block &one) { return is_prose(one) && !verdicts_.is_furniture(one.region); });
  }

  markup &page_;
  const region_verdicts &verdicts_;
  std::vector<icu::UnicodeString> sites_;
  std::vector<heading> headings_;
  std::size_t joined_ = 0;  ///< blocks behind the title's that are lines of it
};

}  // namespace

void find_title(markup &page, const region_verdicts &verdicts) { finder(page, verdicts).run(); }

}  // namespace libsearch::ingest
