#include "query/lexer.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace libsearch::query {
namespace {

constexpr unsigned usual_distance = 10;
constexpr unsigned longest_distance = 1'000'000;
constexpr std::size_t longest_name = 64;  // characters; spares folding long parts with a colon

class lexer {
 public:
  lexer(const std::vector<character> &characters, const field_names &names, remarks &told)
      : chars_(characters), end_(characters.size() - 1), names_(names), told_(told) {
    for (std::size_t i = 0; i < end_; ++i)
      if (chars_[i].value == U'”') last_right_quote_ = i;
  }

  std::vector<token> run() {
    while (at_ < end_) {
      const char32_t c = chars_[at_].value;
      if (is_blank(c)) ++at_;
      else if (is_open(c)) push_mark(token_kind::open);
      else if (is_close(c)) push_mark(token_kind::close);
      else if (negates()) push_mark(token_kind::op_not);
      else read_part();
    }
    return std::move(tokens_);
  }

 private:
  /// A part's text while it is read.
  struct reading {
    std::string text;
    std::size_t stars = 0;        // unescaped asterisks at its end so far, not in `text`
    std::size_t inner_star = 0;   // where the first asterisk stands that is not at the end
    bool has_inner_star = false;
    bool escaped = false;         // holds an escape: never an operator
  };

  std::size_t byte(std::size_t at) const { return chars_[at].offset; }
  bool ends_here(std::size_t at) const {
    return at >= end_ || is_blank(chars_[at].value) || is_close(chars_[at].value);
  }
  bool after_gap() const {
    return at_ == 0 || is_blank(chars_[at_ - 1].value) || is_open(chars_[at_ - 1].value);
  }

  void push_mark(token_kind kind) {
    token t;
    t.kind = kind;
    t.begin = byte(at_);
    t.end = byte(at_ + 1);
    append_utf8(t.text, chars_[at_++].value);
    tokens_.push_back(std::move(t));
  }

  /// A minus at the start of a part, directly before its text. A run of them (--help) is text.
  bool negates() const {
    return is_minus(chars_[at_].value) && after_gap() && !ends_here(at_ + 1) &&
           !is_minus(chars_[at_ + 1].value);
  }

  /// The mark that closes the quotation at the current place, which begins a part, or 0.
  /// Japanese keyboards type ” on both sides, but a single ” is the end of something cut off.
  char32_t quotation_here() const {
    const char32_t c = chars_[at_].value;
    if (c == U'”') return last_right_quote_ > at_ ? c : 0;
    return closing_mark(c);
  }

  void read_part() {
    token t;
    t.begin = byte(at_);
    // Behind a minus stands what is to be left out, so -OR is the text OR.
    const bool negated = !tokens_.empty() && tokens_.back().kind == token_kind::op_not &&
                         tokens_.back().end == t.begin;
    const std::size_t start = at_;
    read_fields(t);
    const bool named = at_ > start;
    if (named && is_open(chars_[at_].value)) {
      t.kind = token_kind::open;
      t.end = byte(++at_);
      tokens_.push_back(std::move(t));
    } else if (const char32_t closing = quotation_here()) {
      read_quotation(t, closing);
    } else {
      read_text(t, !named && !negated);
    }
  }

  /// title: and word:, each once, in any order.
  void read_fields(token &t) {
    while (const std::optional<std::size_t> colon = find_colon()) {
      std::string typed;
      for (std::size_t i = at_; i < *colon; ++i) append_utf8(typed, chars_[i].value);
      const std::string *name = names_.find(typed);
      const bool word = field_names::is_word_operator(name);
      if (!name || (word ? t.as_word : !t.field.empty())) return;
      if (ends_here(*colon + 1)) {
        told_.add("nothing stands directly behind the field; searched as text", byte(at_),
                  byte(*colon + 1));
        return;
      }
      if (word) t.as_word = true;
      else t.field = *name;
      at_ = *colon + 1;
    }
  }

  /// The colon behind the name that begins here.
  std::optional<std::size_t> find_colon() const {
    for (std::size_t i = at_; i < end_ && i - at_ <= longest_name; ++i) {
      const char32_t c = chars_[i].value;
      if (is_colon(c)) return i == at_ ? std::nullopt : std::optional(i);
      if (is_blank(c) || is_open(c) || is_close(c) || closing_mark(c) || c == U'\\') break;
    }
    return std::nullopt;
  }

  void read_quotation(token &t, char32_t closing) {
    const std::size_t opening = at_++;
    bool blank = true;
    // A full-width quotation mark closes what the ASCII one opens, and the other way round.
    while (at_ < end_ && to_ascii(chars_[at_].value) != closing) {
      if (chars_[at_].value == U'\\' && at_ + 1 < end_) ++at_;
      blank = blank && is_blank(chars_[at_].value);
      append_utf8(t.text, chars_[at_++].value);
    }
    if (at_ < end_) ++at_;
    else told_.add("no closing quotation mark; the phrase runs to the end", byte(opening),
                   byte(opening + 1));
    t.end = byte(at_);
    t.op = query_op::phrase;
    if (!blank) return tokens_.push_back(std::move(t));
    told_.add("an empty quotation is ignored", t.begin, t.end);
    if (!tokens_.empty() && tokens_.back().kind == token_kind::op_not &&
        tokens_.back().end == t.begin)
      tokens_.pop_back();
  }

  void read_text(token &t, bool may_be_operator) {
    const std::size_t first = at_;
    reading part;
    while (at_ < end_) {
      const char32_t c = chars_[at_].value;
      if (is_blank(c) || is_open(c) || is_close(c) || closing_mark(c)) break;
      read_character(part);
    }
    t.end = byte(at_);
    t.text = std::move(part.text);
    if (part.has_inner_star)
      told_.add("* is understood only at the end of a part; searched as text",
                byte(part.inner_star), byte(part.inner_star + 1));
    if (part.stars > 0 && t.text.empty()) return push_star(t);
    if (part.stars > 0) t.op = query_op::prefix;
    else if (may_be_operator && !part.escaped) read_operator(t, first);
    tokens_.push_back(std::move(t));
  }

  void read_character(reading &part) {
    char32_t c = chars_[at_].value;
    if (is_star(c)) {
      if (part.stars++ == 0 && !part.has_inner_star) part.inner_star = at_;
      ++at_;
      return;
    }
    if (part.stars > 0) {  // they were not at the end: they are text
      part.has_inner_star = true;
      for (std::size_t i = at_ - part.stars; i < at_; ++i) append_utf8(part.text, chars_[i].value);
      part.stars = 0;
    }
    if (c == U'\\' && at_ + 1 < end_) {
      part.escaped = true;
      c = chars_[++at_].value;
    }
    append_utf8(part.text, c);
    ++at_;
  }

  /// An asterisk by itself: each document, unless it was meant for what stands before it.
  void push_star(token &t) {
    const token *before = tokens_.empty() ? nullptr : &tokens_.back();
    if (before && before->end == t.begin &&
        (before->kind == token_kind::close || before->kind == token_kind::part)) {
      told_.add("* is understood only behind a part without quotation marks; ignored", t.begin,
                t.end);
      return;
    }
    t.op = query_op::everything;
    tokens_.push_back(std::move(t));
  }

  /// Makes the token an operator if its characters are one.
  void read_operator(token &t, std::size_t first) {
    if (at_ - first > 32) return;
    std::string ascii;
    for (std::size_t i = first; i < at_; ++i) append_utf8(ascii, to_ascii(chars_[i].value));
    if (ascii == "AND") t.kind = token_kind::op_and;
    else if (ascii == "OR") t.kind = token_kind::op_or;
    else if (ascii == "NOT") t.kind = token_kind::op_not;
    else if (ascii.starts_with("NEAR")) read_near(t, std::string_view(ascii).substr(4));
  }

  void read_near(token &t, std::string_view behind) {
    unsigned distance = usual_distance;
    if (!behind.empty()) {
      if (behind.size() < 2 || behind[0] != '/') return;
      distance = 0;
      for (const char digit : behind.substr(1)) {
        if (digit < '0' || digit > '9') return;
        distance = std::min(distance * 10 + static_cast<unsigned>(digit - '0'), longest_distance);
      }
    }
    t.kind = token_kind::op_near;
    t.distance = distance;
  }

  const std::vector<character> &chars_;
  const std::size_t end_;
  const field_names &names_;
  remarks &told_;
  std::size_t at_ = 0;
  std::size_t last_right_quote_ = 0;
  std::vector<token> tokens_;
};

}  // namespace

std::vector<token> read_tokens(const std::vector<character> &characters, const field_names &names,
                               remarks &told) {
  return lexer(characters, names, told).run();
}

}  // namespace libsearch::query
