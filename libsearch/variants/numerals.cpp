#include "variants/numerals.hpp"

#include <algorithm>

#include "text/numbers.hpp"
#include "text/utf8.hpp"
#include "variants/counters.hpp"
#include "variants/letters.hpp"
#include "variants/number_spellings.hpp"

namespace libsearch::variants {
namespace {

using text::number;

bool is_latin_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_vague(char32_t c) { return c == U'数' || c == U'何' || c == U'幾' || c == U'余'; }

/// A number of a part, with what stands around it.
struct place {
  number read;
  char32_t before;  // 0 at the start
  std::u32string_view rest;
  bool digit_before;  // 3 in 3-15, where - is `before`
};

/// Parts of dates, telephone numbers, names of things: digits that are no amount.
bool is_label(const place &at) {
  if (is_latin_letter(at.before) || at.read.padded) return true;
  const auto joins = [](char32_t c) { return c == U'-' || c == U'/' || c == U':' || c == U'.' || c == U','; };
  if (joins(at.before) && at.digit_before) return true;
  return at.rest.size() > 1 && joins(at.rest[0]) && is_ascii_digit(at.rest[1]);
}

/// Words that end in 一 and are no numbers.
bool ends_word_in_one(const letters &part, std::size_t start) {
  const std::u32string_view before = text::words_in_one;
  return start > 0 && text::digit_of(part[start]) == 1 && before.find(part[start - 1]) != std::u32string_view::npos;
}

/// Whether the number may be written in kanji, and how.
struct kanji_rule {
  bool any = false, digits = false;
};

kanji_rule kanji_allowed(const place &at) {
  const std::size_t counter = counter_length(at.rest);
  const std::u32string spelled = text::decode(kanji_number(at.read.value)) + std::u32string(at.rest.substr(0, 4));
  const std::size_t length = text::length(kanji_number(at.read.value));
  if (is_fixed_word(spelled, length, counter)) return {};
  const bool open = at.rest.empty() || (!is_han(at.rest[0]) && !is_latin_letter(at.rest[0]));
  if (at.read.value < 10 || length == 1) {
    // 一 stands for too much to be a number without a counter.
    const bool ordinal = at.before == U'第' && open;
    return {counter > 0 || ordinal, counter > 0 || ordinal};
  }
  return {counter > 0 || open, counter > 0 || at.read.value >= 1000 || at.read.has_zero};
}

void append_number(const letters &part, std::size_t start, const place &at, replacements &found) {
  if (is_label(at) || (at.read.kanji && is_vague(at.before)) || (!at.rest.empty() && is_vague(at.rest[0])) || ends_word_in_one(part, start))
    return;
  const kanji_rule rule = kanji_allowed(at);
  if (at.read.kanji) {
    if (!rule.any) return;
    // 二三 may be a name, or two or three.
    const bool bare = at.read.positional && at.read.fraction.empty() && !at.read.has_zero && at.read.length < 4;
    const bool counted = counter_length(at.rest) > 0;
    if (bare && !counted && at.before != U'第') return;
    if (at.read.value == 0) return;
  } else if (!at.rest.empty() && is_latin_letter(at.rest[0]) && at.read.value < 1000) {
    return;
  }
  const bool year = !at.rest.empty() && at.rest[0] == U'年' && at.read.value >= 1000 && at.read.value < 3000;
  const auto texts = at.read.fraction.empty()
                         ? spellings_of_whole(at.read.value, {rule.any, rule.digits, !year})
                         : spellings_of_decimal(at.read.value, at.read.fraction, rule.any);
  const std::size_t from = part.offset(start), to = part.offset(start + at.read.length);
  const std::string written = text::encode(part.from(start).substr(0, at.read.length));
  for (const std::string &other : texts)
    if (other != written) found.push_back({from, to, other, group::numeral, false, false, true});
}

}  // namespace

bool may_hold_numerals(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const auto byte = static_cast<unsigned char>(part[at]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++at;
    } else if (text::is_numeral(text::next(part, at))) {
      return true;
    }
  }
  return false;
}

void append_numerals(std::string_view part, const vocabulary &, replacements &found) {
  if (!may_hold_numerals(part)) return;
  const letters points(part);
  for (std::size_t at = 0; at < points.size();) {
    // 四半期 alone is a word.
    if (!text::is_numeral(points[at]) || points.from(at).starts_with(U"四半期")) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    const auto read = text::read_number(points.characters(), at);
    if (!read) continue;
    const char32_t before = start > 0 ? points[start - 1] : U'\0';
    const bool digit_before = start > 1 && is_ascii_digit(points[start - 2]);
    append_number(points, start, {*read, before, points.from(at), digit_before}, found);
  }
}

}  // namespace libsearch::variants
