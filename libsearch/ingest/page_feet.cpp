#include "ingest/page_feet.hpp"

#include <string>

#include "ingest/furniture.hpp"
#include "ingest/furniture_phrases.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_lines = 18;  // that notes take of a page

/// Text lines with nothing between them.
struct block {
  std::size_t first;
  std::size_t last;
};

enum class block_kind { text, note, notice };

/// The blocks of a page, the last first.
std::vector<block> blocks_from_below(const std::vector<line> &lines, std::size_t begin, std::size_t end) {
  std::vector<block> result;
  bool open = false;
  std::size_t count = 0;
  for (std::size_t i = end; i-- > begin;) {
    if (lines[i].role != line_role::text) {
      open = false;
      continue;
    }
    if (!open && count > most_lines) break;
    ++count;
    if (open)
      result.back().first = i;
    else
      result.push_back({i, i});
    open = true;
  }
  return result;
}

/// [1] ..., 注3) ..., * ..., ¹ ...; and 12 資源協会『...』 where the note ends as one does, since any line may begin with a number.
bool is_note(std::string_view first, std::string_view last) {
  static const pattern marked(u"(?:[*†‡§]{1,3}[0-9]{0,2}\\)?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\\[[0-9]{1,3}\\]|\\(?[注註] ?[0-9]{1,3}\\)?|\\([0-9]{1,3}\\)|[0-9]{1,3}\\)|※[0-9]{0,2}) ?[^ 0-9].*");
  static const pattern numbered(u"[0-9]{1,3} [\\p{L}「『“\"].*");
  // A raised number, not 3月には or 2人の
  static const pattern raised(u"[0-9]{1,2}(?![年月日時分秒回社人名件個割倍円度点章節項巻号頁つ本歳代位か箇ヶヵカ次種者世週台万千百億兆段階戸基隻両機部区町村市県国大])[\\p{L}「『“\"].*");
  constexpr std::u32string_view marks = U"*＊†‡§¹²³⁴⁵⁶⁷⁸⁹⁰[［(（注註※0123456789０１２３４５６７８９";
  if (marks.find(first_character(first)) == npos) return false;
  constexpr std::size_t longest_mark = 48;  // bytes; a character cut in two behind them matters to no mark
  const icu::UnicodeString beginning = fold(first.substr(0, longest_mark));
  if (marked.matches(beginning)) return true;
  return (ends_sentence(last) || last.find("://") != npos) && (numbered.matches(beginning) || raised.matches(beginning));
}

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// How a line may begin that goes on with a sentence: は役に立たない, 2021 年には, （図1）を, been discussed; not 2. 灯台の費用 or The lamp.
bool may_be_within_sentence(std::string_view text) {
  std::size_t at = 0;
  char32_t c = next(text, at);
  const bool bracket = c == U'(' || c == U'（' || c == U'「' || c == U'『';
  if (bracket) return at < text.size() && !is_digit(next(text, at));
  if (!is_digit(c)) return is_kana(c) || is_han(c) || (c >= U'a' && c <= U'z');
  char32_t last = c;
  while (at < text.size() && (is_digit(c) || c == U',' || c == U'.' || c == U'，' || c == U'．')) {
    last = c;
    c = next(text, at);
  }
  if (is_blank(c) && at < text.size()) c = next(text, at);
  return is_digit(last) && (is_kana(c) || is_han(c) || c == U'%' || c == U'％');
}

/// A look at its first character costs less than folding a line.
bool may_begin_notice(std::string_view text) {
  constexpr std::u32string_view first = U"※＊*・本当ご巻末最TtFfAa";
  return first.find(first_character(text)) != npos;
}

class page_foot {
 public:
  page_foot(std::vector<line> &lines, std::size_t full) : lines_(lines), full_(full) {}

  /// The page from `begin` to `end`, which the next one follows.
  void mark(std::size_t begin, std::size_t end) {
    std::vector<block> blocks = blocks_from_below(lines_, begin, end);
    part_note(blocks);
    std::vector<block_kind> kinds;
    for (std::size_t k = 0; k + 1 < blocks.size(); ++k) {
      kinds.push_back(kind_of(blocks[k]));
      if (kinds[k] == block_kind::text) {
        if (k > 0 || !may_be_foot(blocks[k])) return;
      } else if (is_cut(lines_[blocks[k + 1].last])) {
        if (goes_on(end))
          for (std::size_t i = 0; i <= k; ++i) set(blocks[i], kinds[i]);
        return;
      }
    }
  }

  /// The head of the page at `begin`, alone between a sentence's end on the page before and its rest.
  void mark_head(std::size_t begin) {
    std::size_t last = begin, head = begin;
    while (last > 0 && (lines_[last - 1].role != line_role::text || lines_[last - 1].note)) --last;
    while (head + 1 < lines_.size() && lines_[head].role != line_role::text) ++head;
    if (last == 0 || head + 2 >= lines_.size() || lines_[head].page != lines_[begin].page || lines_[head + 1].role != line_role::blank) return;
    const line &above = lines_[last - 1], &one = lines_[head];
    if (!is_cut(above) || one.width * 10 >= above.width * 7 || ends_sentence(one.text) || is_caption(one.text) || one.wide_indent) return;
    std::size_t rest = head + 1;
    while (rest + 1 < lines_.size() && lines_[rest].role != line_role::text) ++rest;
    // A heading may stand above a word in kanji.
    const char32_t c = first_character(lines_[rest].text);
    const bool goes_on = (c >= 0x3041 && c <= 0x3096) || (c >= U'a' && c <= U'z');
    if (goes_on && !lines_[rest].wide_indent && lines_[rest].page == one.page) lines_[head].role = line_role::furniture;
  }

 private:
  /// A note right below the line that a page cuts: ... that bought the power could / 1 The reports are held by the archives.
  void part_note(std::vector<block> &blocks) const {
    constexpr std::size_t longest = 4;  // lines
    if (blocks.empty()) return;
    const block last = blocks.front();
    for (std::size_t i = last.last; i > last.first && last.last - i < longest; --i) {
      if (!is_cut(lines_[i - 1]) || !is_numbered_note(i, last.last)) continue;
      blocks.front().first = i;
      blocks.insert(blocks.begin() + 1, {last.first, i - 1});
      return;
    }
  }

  /// Lists have numbers as well: a note here is a sentence behind a number alone, in a line that may be a whole one.
  bool is_numbered_note(std::size_t first, std::size_t last) const {
    const std::string_view text = lines_[first].text;
    const bool number = !text.empty() && is_digit(first_character(text)) && text.find(' ') <= 2;
    return number && ends_sentence(lines_[last].text) && is_note(text, lines_[last].text);
  }

  block_kind kind_of(const block &one) const {
    if (one.last - one.first >= most_lines) return block_kind::text;
    const line &first = lines_[one.first];
    constexpr std::size_t most_of_notice = 4;  // lines
    if (one.last - one.first < most_of_notice && may_begin_notice(first.text)) {
      const std::string beginning = std::string(first.text) + (one.last > one.first ? std::string(lines_[one.first + 1].text) : "");
      if (is_disclaimer(fold(beginning))) return block_kind::notice;
    }
    return is_note(first.text, lines_[one.last].text) ? block_kind::note : block_kind::text;
  }

  /// A page's foot below its notes: 調査と論点 No.12            1
  bool may_be_foot(const block &one) const {
    const line &last = lines_[one.last];
    return one.last - one.first < 2 && !ends_sentence(last.text) && (last.width * 10 < full_ * 6 || has_wide_gap(last.text));
  }

  /// A full line that ends no sentence.
  bool is_cut(const line &one) const {
    return one.width * 20 >= full_ * 17 && !ends_sentence(one.text) && !is_caption(one.text) && !has_number_far_apart(one.text);
  }

  /// Whether the next page begins in the middle of a sentence, below its head perhaps.
  bool goes_on(std::size_t begin) const {
    constexpr int furthest = 3;
    constexpr std::size_t part_of_head = 10;  // columns: 第 21 巻, which is set apart from 第2号
    int seen = 0;
    for (std::size_t i = begin; i < lines_.size() && lines_[i].page == lines_[begin].page && seen < furthest; ++i) {
      const line &one = lines_[i];
      if (one.role != line_role::text) continue;
      if (one.width > part_of_head) ++seen;
      if (one.wide_indent || is_caption(one.text)) return false;
      // はじめに is as short as a head.
      const bool of_sentence = one.width * 10 >= full_ * 6 || one.text.find("。") != npos || ends_sentence(one.text);
      if (of_sentence && may_be_within_sentence(one.text)) return true;
    }
    return false;
  }

  void set(const block &one, block_kind kind) {
    for (std::size_t i = one.first; i <= one.last; ++i) {
      // The foot may stand right below the last note.
      if (kind == block_kind::notice)
        lines_[i].role = line_role::furniture;
      else if (kind == block_kind::note && (i == one.first || i < one.last || ends_sentence(lines_[i].text) || !has_number_far_apart(lines_[i].text)))
        lines_[i].note = true;
    }
  }

  std::vector<line> &lines_;
  std::size_t full_;
};

}  // namespace

void mark_page_feet(std::vector<line> &lines, std::size_t full) {
  constexpr std::size_t narrowest = 40;  // columns
  if (full < narrowest) return;
  page_foot foot(lines, full);
  for (std::size_t begin = 0, end = 1; end < lines.size(); ++end) {
    if (lines[end].page == lines[end - 1].page) continue;
    foot.mark(begin, end);
    foot.mark_head(end);
    begin = end;
  }
}

}  // namespace libsearch::ingest
