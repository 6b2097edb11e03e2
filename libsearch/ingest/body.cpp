#include "ingest/body.hpp"

#include <algorithm>
#include <optional>

#include <unicode/uchar.h>

#include "ingest/furniture.hpp"
#include "ingest/hyphens.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// What stands between two lines of the body.
enum class joint { none, wrap, line_break, paragraph };

struct gap {
  bool blank = false;  ///< a blank line
  bool page = false;   ///< a page ends, or furniture stands between
};

bool is_heading(std::string_view text) {
  static const pattern it(
      u"(?:第 ?[0-9一二三四五六七八九十]+ ?[章節部編]|[0-9]{1,2}(?:\\.[0-9]{1,2})*[.．、)] "
      u"?\\D|[IVX]{1,4}[.．] |\\([0-9一二三四五六七八九十]{1,2}\\)|[①-⑳]|[■◆●○□◇▼▲★☆・•*#【]|- "
      u").*");
  constexpr std::u32string_view first = U"第0123456789０１２３４５６７８９IVXＩＶＸ(（■◆●○□◇▼▲★☆・･•*＊#＃【-－";
  const char32_t c = first_character(text);
  if (is_kana(c) || (is_han(c) && c != U'第')) return false;
  if (text.size() > 480 || (first.find(c) == npos && (c < U'①' || c > U'⑳'))) return false;
  constexpr std::size_t longest_number = 48;  // bytes; a character cut in two behind them matters to no number
  return it.matches(fold(text.substr(0, longest_number)));
}

/// Whether a word goes on in the next line: "opin-".
bool is_hyphenated(std::string_view text) {
  if (text.size() < 2 || text.back() != '-') return false;
  const char before = text[text.size() - 2];
  return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
}

/// How the source wraps its lines.
struct wrapping {
  std::size_t width = 0;  ///< columns of a full line, 0 when no line is followed by another
  bool none = false;      ///< each line is a paragraph
  bool indents = false;   ///< paragraphs begin with U+3000, all but a few

  bool clearly_short(const line &one) const { return width > 0 && one.width * 20 < width * 17; }
};

wrapping wrapping_of(const std::vector<line> &lines) {
  std::size_t followed = 0, ended = 0, indented = 0, flush = 0;
  wrapping result;
  result.width = full_width(lines);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const line &one = lines[i], &below = lines[i + 1];
    // What begins a paragraph: long lines behind a short one or a blank one, on the same page.
    if (below.role == line_role::text && below.page == one.page && below.width * 10 >= result.width * 8 && (one.role == line_role::blank || result.clearly_short(one)))
      ++(below.wide_indent ? indented : flush);
    if (one.role != line_role::text || below.role != line_role::text) continue;
    ++followed;
    ended += ends_sentence(one.text) || one.width < 40 ? 1 : 0;
  }
  result.indents = indented >= 2 && flush * 4 <= indented;
  result.none = result.width > 100 && ended * 10 >= followed * 9;
  return result;
}

class body_builder {
 public:
  body_builder(const std::vector<line> &lines, std::size_t pages)
      : lines_(lines), pages_(pages), wrapping_(wrapping_of(lines)) {
    put_in_order();
  }

  essay_body build() {
    joints_.resize(order_.size() + 1, joint::none);
    for (std::size_t k = 1; k < order_.size(); ++k) joints_[k] = joint_before(k);
    for (std::size_t k = 0; k < order_.size(); ++k) add(k);
    while (body_.page_starts.size() < pages_) body_.page_starts.push_back(body_.text.size());
    return std::move(body_);
  }

 private:
  const line &at(std::size_t k) const { return lines_[order_[k]]; }

  /// Footnotes that cut a sentence come behind the paragraph that goes on on the next page.
  void put_in_order() {
    std::vector<std::size_t> notes;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role != line_role::text) continue;
      (lines_[i].note ? notes : order_).push_back(i);
      if (!notes.empty() && !lines_[i].note && lines_[i].page > lines_[notes.back()].page && ends_paragraph(i)) {
        order_.insert(order_.end(), notes.begin(), notes.end());
        notes.clear();
      }
    }
    order_.insert(order_.end(), notes.begin(), notes.end());
  }

  bool ends_paragraph(std::size_t i) const {
    if (!ends_sentence(lines_[i].text)) return false;
    if (i + 1 >= lines_.size() || wrapping_.clearly_short(lines_[i])) return true;
    const line &below = lines_[i + 1];
    return below.role != line_role::text || below.wide_indent || below.page != lines_[i].page || is_heading(below.text);
  }

  gap gap_before(std::size_t k) const {
    gap result;
    result.page = at(k).page != at(k - 1).page;
    for (std::size_t i = order_[k - 1] + 1; i < order_[k]; ++i) {
      if (lines_[i].role == line_role::blank)
        result.blank = true;
      else
        result.page = true;
    }
    return result;
  }

  /// A heading or caption that ends where its line ends.
  bool stands_alone(std::size_t k) const {
    const line &one = at(k);
    if (ends_sentence(one.text) || is_hyphenated(one.text)) return false;
    if (is_caption(one.text) || is_heading(one.text))
      return wrapping_.clearly_short(one) || one.width < 40;
    const bool opens = k == 0 || joints_[k] != joint::wrap;
    const char32_t last = last_character(one.text);
    return opens && last != U'、' && last != U',' && wrapping_.width > 40 &&
           one.width * 10 < wrapping_.width * 6;
  }

  /// A full line that ends no sentence, and below a blank one kana that go on with it: pdftotext tears paragraphs so.
  bool goes_on_below_blank(std::size_t k) const {
    const line &above = at(k - 1), &below = at(k);
    const char32_t first = first_character(below.text);
    if (first < 0x3041 || first > 0x3096 || wrapping_.none || wrapping_.width < 40 || above.width * 20 < wrapping_.width * 19) return false;
    if (!is_cjk(last_character(above.text)) || ends_sentence(above.text) || below.wide_indent) return false;
    if (is_caption(above.text) || is_heading(above.text) || is_heading(below.text)) return false;
    return ends_sentence(below.text) || below.width * 10 >= wrapping_.width * 6;
  }

  /// A full line that ends a sentence, where the next page would indent a paragraph.
  bool goes_on_behind_page(const line &above, const line &below) const {
    return wrapping_.indents && !wrapping_.none && above.width * 20 >= wrapping_.width * 18 && below.width * 10 >= wrapping_.width * 8 && is_cjk(last_character(above.text)) && !is_heading(below.text);
  }

  joint joint_before(std::size_t k) const {
    const line &above = at(k - 1), &below = at(k);
    if (above.note != below.note) return joint::paragraph;
    const gap between = gap_before(k);
    const joint apart = between.blank || between.page ? joint::paragraph : joint::line_break;
    if (between.blank && !between.page) return goes_on_below_blank(k) ? joint::wrap : joint::paragraph;
    if (is_caption(below.text) ||
        (is_heading(below.text) && (ends_sentence(above.text) || stands_alone(k - 1))))
      return apart;
    if (stands_alone(k - 1)) return apart;
    if (between.page) return below.wide_indent || (ends_sentence(above.text) && !goes_on_behind_page(above, below)) ? apart : joint::wrap;
    if (wrapping_.none) return joint::line_break;
    if (below.wide_indent && !above.wide_indent) return joint::line_break;
    if (ends_sentence(above.text) && (wrapping_.clearly_short(above) || below.wide_indent))
      return joint::line_break;
    return joint::wrap;
  }

  void add(std::size_t k) {
    const line &one = at(k);
    std::string &out = body_.text;
    bool blank = false;
    switch (joints_[k]) {
      case joint::none:
        break;
      case joint::line_break:
        out += '\n';
        break;
      case joint::paragraph:
        out += "\n\n";
        break;
      case joint::wrap:
        blank = wrap(one.text);
        break;
    }
    if (blank) out += ' ';
    if (pages_ > 0)
      while (body_.page_starts.size() <= one.page) body_.page_starts.push_back(out.size());
    // In a heading or table row the blanks of the source are its layout.
    const bool row = joints_[k] != joint::wrap && joints_[k + 1] != joint::wrap && one.width < 60 &&
                     !ends_sentence(one.text);
    append_text(one, row);
  }

  /// Prepares the end of the body for the line that goes on; true when a blank must stand between.
  bool wrap(std::string_view below) {
    std::string &out = body_.text;
    const char32_t last = last_character(out), first = first_character(below);
    if (last == 0xAD) {  // soft hyphen
      out.resize(out.size() - 2);
      return false;
    }
    if (last == U'-' || last == 0x2010) return hyphen(last == U'-' ? 1 : 3, below);
    const bool wide_last = is_cjk(last), wide_first = is_cjk(first);
    if (wide_last && (wide_first || is_wide_punctuation(first))) return false;
    if (is_wide_punctuation(last) && (wide_first || is_wide_punctuation(first))) return false;
    return true;
  }

  bool hyphen(std::size_t bytes, std::string_view below) {
    std::string &out = body_.text;
    const char32_t before = last_character(std::string_view(out).substr(0, out.size() - bytes));
    const char32_t first = first_character(below);
    if (!u_isalnum(static_cast<UChar32>(before)) || !u_isalnum(static_cast<UChar32>(first))) return true;
    const bool small = u_islower(static_cast<UChar32>(before)) && u_islower(static_cast<UChar32>(first));
    if (!small || is_cjk(before) || is_cjk(first)) return false;
    if (!hyphens_) hyphens_.emplace(lines_);
    // U+2010 looks the same, and is one byte for the words that were collected.
    const std::size_t word = out.size() - bytes > 80 ? out.size() - bytes - 80 : 0;
    if (!hyphens_->stays(out.substr(word, out.size() - bytes - word) + "-", below)) out.resize(out.size() - bytes);
    return false;
  }

  /// Appends a line; blanks between two CJK characters go, other runs of them become one.
  void append_text(const line &one, bool keep_blanks) {
    const std::string_view text = one.text;
    std::string &out = body_.text;
    if (!one.blanks) {
      out.append(text);
      return;
    }
    char32_t before = 0;
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(find_blank(text, at), text.size());
      const std::string_view part = text.substr(at, end - at);
      if (!part.empty()) {
        if (pending && (keep_blanks || !is_cjk(before) || !is_cjk(first_character(part)))) out += ' ';
        out.append(part);
        before = last_character(part);
      }
      pending = true;
      at = end;
      if (at < text.size()) next(text, at);
    }
  }

  const std::vector<line> &lines_;
  std::size_t pages_;
  wrapping wrapping_;
  std::vector<std::size_t> order_;  ///< indices of the body's lines
  std::vector<joint> joints_;       ///< joints_[k] stands before line k
  essay_body body_;
  std::optional<hyphens> hyphens_;  ///< made for the first word that a line end cuts
};

}  // namespace

essay_body build_body(const std::vector<line> &lines, std::size_t pages) {
  return body_builder(lines, pages).build();
}

}  // namespace libsearch::ingest
