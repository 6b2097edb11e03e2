#include "text/numbers.hpp"

#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

constexpr std::uint64_t largest = 100'000'000'000'000'000;

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_kanji_digit(char32_t c) { return !is_ascii_digit(c) && digit_of(c) >= 0; }

bool ascii_digit_at(std::u32string_view text, std::size_t at) { return at < text.size() && is_ascii_digit(text[at]); }

/// Whether three digits and no more stand from `at` on: what follows a comma in 5,500.
bool is_digit_group(std::u32string_view text, std::size_t at) {
  return ascii_digit_at(text, at) && ascii_digit_at(text, at + 1) && ascii_digit_at(text, at + 2) &&
         !ascii_digit_at(text, at + 3);
}

/// Where the numerals from `at` on end, with the commas and points between them.
std::size_t run_end(std::u32string_view text, std::size_t at) {
  const std::size_t start = at;
  for (; at < text.size(); ++at) {
    const char32_t c = text[at], before = at > start ? text[at - 1] : U' ';
    // 四半期 is a quarter, of which there are four.
    if (c == U'四' && text.substr(at, 3) == U"四半期") break;
    if (is_numeral(c)) continue;
    if (c == U',' && is_ascii_digit(before) && is_digit_group(text, at + 1)) continue;
    if (c == U'.' && is_ascii_digit(before) && ascii_digit_at(text, at + 1)) continue;
    if (c == U'・' && is_kanji_digit(before) && at + 1 < text.size() && is_kanji_digit(text[at + 1])) continue;
    break;
  }
  return at;
}

/// What stands before one of 万 億 兆 京, or at the end of a number.
struct coefficient {
  std::uint64_t value = 0;
  std::string fraction;
  bool units = false;  // has 十 百 千
};

class number_reader {
 public:
  explicit number_reader(std::u32string_view run) : run_(run) {}

  std::optional<number> read() {
    number made;
    made.length = run_.size();
    made.kanji = made.positional = true;
    for (const char32_t c : run_) {
      made.kanji &= !is_ascii_digit(c);
      made.has_zero |= digit_of(c) == 0;
    }
    made.padded = run_.size() > 1 && digit_of(run_[0]) == 0 && digit_of(run_[1]) >= 0;
    std::uint64_t unit_before = largest;
    while (at_ < run_.size()) {
      const auto part = read_coefficient();
      if (!part) return std::nullopt;
      made.positional &= !part->units;
      const std::uint64_t unit = at_ < run_.size() ? large_unit(run_[at_]) : 1;
      if (unit == 0 || unit >= unit_before) return std::nullopt;
      if (unit > 1) {
        ++at_;
        made.positional = false;
      }
      unit_before = unit;
      if (part->value > largest / unit) return std::nullopt;
      made.value += part->value * unit;
      if (part->fraction.empty()) continue;
      if (at_ < run_.size()) return std::nullopt;
      if (unit == 1 && made.positional) made.fraction = part->fraction;
      else if (!add_fraction(part->fraction, unit, made.value)) return std::nullopt;
    }
    if (made.value >= largest) return std::nullopt;
    return made;
  }

 private:
  static bool add_fraction(std::string_view digits, std::uint64_t unit, std::uint64_t &value) {
    for (const char digit : digits) {
      if (unit % 10 != 0) return false;
      unit /= 10;
      value += static_cast<std::uint64_t>(digit - '0') * unit;
    }
    return true;
  }

  std::optional<coefficient> read_coefficient() {
    coefficient made;
    const std::size_t start = at_;
    std::uint64_t digits = 0, unit_before = 10000;
    std::size_t count = 0;
    bool ascii = false;
    for (; at_ < run_.size() && large_unit(run_[at_]) == 0; ++at_) {
      const char32_t c = run_[at_];
      if (c == U',') continue;
      if (c == U'.' || c == U'・') {
        if (made.units || !read_fraction(made.fraction)) return std::nullopt;
        break;
      }
      if (const int digit = digit_of(c); digit >= 0) {
        // 3二 and 二3 are two numbers that touch.
        if (count > 0 && ascii != is_ascii_digit(c)) return std::nullopt;
        ascii = is_ascii_digit(c);
        if (++count > 16 || (made.units && count > 1)) return std::nullopt;
        digits = digits * 10 + static_cast<std::uint64_t>(digit);
        continue;
      }
      const std::uint64_t unit = small_unit(c);
      if (unit >= unit_before || count > 1 || (count == 1 && digits == 0)) return std::nullopt;
      made.value += (count ? digits : 1) * unit;
      made.units = true;
      unit_before = unit;
      digits = count = 0;
    }
    if (at_ == start) return std::nullopt;
    made.value += digits;
    return made;
  }

  bool read_fraction(std::string &fraction) {
    for (++at_; at_ < run_.size() && digit_of(run_[at_]) >= 0; ++at_)
      fraction += static_cast<char>('0' + digit_of(run_[at_]));
    return !fraction.empty() && fraction.size() <= 8 && (at_ == run_.size() || large_unit(run_[at_]) > 0);
  }

  std::u32string_view run_;
  std::size_t at_ = 0;
};

}  // namespace

int digit_of(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - U'0');
  static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  const auto at = digits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::uint64_t small_unit(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }

std::uint64_t large_unit(char32_t c) {
  switch (c) {
    case U'万': return 10'000;
    case U'億': return 100'000'000;
    case U'兆': return 1'000'000'000'000;
    case U'京': return 10'000'000'000'000'000;
    default: return 0;
  }
}

bool is_numeral(char32_t c) { return digit_of(c) >= 0 || small_unit(c) > 0 || large_unit(c) > 0; }

std::optional<number> read_number(std::u32string_view text, std::size_t &at) {
  const std::size_t start = at, end = run_end(text, at);
  if (end == start) return std::nullopt;
  // 東京 is no number; a large unit needs something before it.
  at = end;
  return number_reader(text.substr(start, end - start)).read();
}

bool cuts_number(std::string_view text, std::size_t start, std::size_t end) {
  if (start >= end) return false;
  // Enough of the surroundings to see a separator and what it separates.
  std::size_t from = start, to = end;
  for (int i = 0; i < 2 && from > 0; ++i) previous(text, from);
  for (int i = 0; i < 5 && to < text.size(); ++i) next(text, to);
  const std::u32string around = decode(text.substr(from, to - from));
  const std::size_t first = length(text.substr(from, start - from)), last = first + length(text.substr(start, end - start));
  const std::u32string_view s = around;
  const char32_t opens = s[first], closes = s[last - 1];
  const bool pointed = s.substr(first, last - first).find(U'.') != std::u32string_view::npos;
  if (first > 0) {
    const char32_t before = s[first - 1];
    if (is_numeral(opens)) {
      if (is_numeral(before)) return true;
      // 数十 is some tens, 統一 has no one in it.
      if (!is_ascii_digit(opens) && (before == U'数' || before == U'何' || before == U'幾')) return true;
      if (opens == U'一' && std::u32string_view(words_in_one).find(before) != std::u32string_view::npos) return true;
      if (before == U',' && first > 1 && is_ascii_digit(s[first - 2]) && is_digit_group(s, first)) return true;
      if (before == U'.' && first > 1 && is_ascii_digit(s[first - 2]) && !pointed) return true;
      if (before == U'・' && first > 1 && is_kanji_digit(s[first - 2]) && is_kanji_digit(opens)) return true;
    } else if (opens >= U'a' && opens <= U'z' && before >= U'a' && before <= U'z') {
      return true;
    }
  }
  // 1990年代 is ten years.
  if (last < s.size() && closes == U'年' && (s[last] == U'代' || s[last] == U'間')) return true;
  if (last < s.size() && is_numeral(closes)) {
    const char32_t behind = s[last];
    if (is_numeral(behind) && s.substr(last, 3) != U"四半期") return true;
    if (behind == U',' && is_ascii_digit(closes) && is_digit_group(s, last + 1)) return true;
    if (behind == U'.' && is_ascii_digit(closes) && ascii_digit_at(s, last + 1) && !pointed) return true;
    if (behind == U'・' && is_kanji_digit(closes) && last + 1 < s.size() && is_kanji_digit(s[last + 1])) return true;
  }
  return false;
}

}  // namespace libsearch::text
