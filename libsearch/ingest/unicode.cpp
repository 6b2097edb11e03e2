#include "ingest/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace libsearch::ingest {

namespace {

const std::uint8_t *bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t *>(text.data());
}

constexpr bool between(char32_t c, char32_t low, char32_t high) {
  return c >= low && c <= high;
}

/// One character of fold(), blanks left out of it.
char32_t folded(char32_t c) {
  if (c == 0xFF5E || c == 0x301C) return U'~';
  if (between(c, 0xFF01, 0xFF5D)) return c - 0xFEE0;
  if (c == 0xFF65) return 0x30FB;
  if (c == 0x2217) return U'*';  // ∗
  return c;
}

}  // namespace

/// Whether `text` is nothing but ASCII and well-formed characters of three bytes, as most of any Japanese text. A byte
/// goes on with a character exactly where one of the two before begins it: no branches, so that many bytes are looked
/// at at once.
static bool is_common(std::string_view text) {
  const std::uint8_t *bytes = bytes_of(text);
  const std::size_t size = text.size();
  const auto goes_on = [&](std::size_t i) { return (bytes[i] & 0xC0) == 0x80; };
  const auto begins = [&](std::size_t i) { return bytes[i] >= 0xC0; };
  if (size < 3) return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::uint8_t wrong = goes_on(0) || goes_on(1) != begins(0) || begins(size - 1) || begins(size - 2);
  for (std::size_t i = 2; i < size; ++i) wrong |= goes_on(i) != (begins(i - 1) | begins(i - 2));
  // E0 and ED do not go on with any byte.
  for (std::size_t i = 0; i < size; ++i) wrong |= (begins(i) & (bytes[i] < 0xE1)) | (bytes[i] == 0xED) | (bytes[i] > 0xEF);
  return wrong == 0;
}

char32_t next_of_any(std::string_view text, std::size_t &at) {
  std::int64_t position = static_cast<std::int64_t>(at);
  const std::int64_t length = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  const std::uint8_t *bytes = bytes_of(text);
  U8_NEXT_OR_FFFD(bytes, position, length, c);
  at = static_cast<std::size_t>(position);
  return static_cast<char32_t>(c);
}

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next(text, at);
}

char32_t last_character(std::string_view text) {
  if (text.empty()) return 0;
  const auto back = [&](std::size_t i) { return static_cast<unsigned char>(text[text.size() - i]); };
  if (back(1) < 0x80) return back(1);
  // Kana and kanji, as in next().
  if (text.size() >= 3 && between(back(3), 0xE1, 0xEC) && U8_IS_TRAIL(back(2)) && U8_IS_TRAIL(back(1)))
    return static_cast<char32_t>((back(3) & 0x0F) << 12 | (back(2) & 0x3F) << 6 | (back(1) & 0x3F));
  // At most four bytes make a character, so that the look back is bounded.
  const std::string_view tail = text.substr(text.size() < 8 ? 0 : text.size() - 8);
  std::int32_t position = static_cast<std::int32_t>(tail.size());
  const std::uint8_t *bytes = bytes_of(tail);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(bytes, 0, position, c);
  return static_cast<char32_t>(c);
}

void append(std::string &out, char32_t c) {
  std::uint8_t buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
  out.append(reinterpret_cast<const char *>(buffer), static_cast<std::size_t>(length));
}

std::size_t find_ill_formed(std::string_view text) {
  if (is_common(text)) return npos;
  const std::uint8_t *bytes = bytes_of(text);
  const std::int64_t length = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < length;) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    // Kana and kanji, as in next().
    if (between(bytes[at], 0xE1, 0xEC) && at + 2 < length && U8_IS_TRAIL(bytes[at + 1]) && U8_IS_TRAIL(bytes[at + 2])) {
      at += 3;
      continue;
    }
    const std::int64_t start = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return npos;
}

/// Whether `text`, which is_common(), may hold a control character, a separator of lines, a radical or U+FFFD.
static bool may_need_cleaning(std::string_view text) {
  const std::uint8_t *bytes = bytes_of(text);
  std::uint8_t found = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    found |= ((bytes[i] < 0x20) & (bytes[i] != '\n') & (bytes[i] != '\t') & (bytes[i] != '\f')) | (bytes[i] == 0x7F);
  for (std::size_t i = 2; i < text.size(); ++i)
    found |= ((bytes[i - 2] == 0xE2) & (bytes[i - 1] == 0x80) & ((bytes[i] == 0xA8) | (bytes[i] == 0xA9))) |
             ((bytes[i - 2] == 0xE2) & (bytes[i - 1] >= 0xBA)) |  // radicals
             ((bytes[i - 2] == 0xEF) & (bytes[i - 1] == 0xBF) & (bytes[i] == 0xBD));
  return found != 0;
}

/// The character that a radical of U+2E80 to U+2FD5 looks like.
static char32_t kanji_of_radical(char32_t c) {
  // Normalization leaves the supplement alone: those that are characters of Japanese, by Unicode's EquivalentUnifiedIdeograph.
  constexpr std::u32string_view radicals = U"⺒⺓⺝⺠⺩⺪⻁⻃⻄⻆⻑⻘⻝⻣⻤⻨⻩⻫⻭⻯⻲", kanji = U"巳幺月民王疋虎覀西角長青食骨鬼麦黄斉歯竜亀";
  static_assert(radicals.size() == kanji.size());
  if (c < 0x2F00) {
    const std::size_t at = radicals.find(c);
    if (at != npos) return kanji[at];
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *fold = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return c;
  const icu::UnicodeString result = fold->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
  return U_FAILURE(status) || result.isEmpty() ? c : static_cast<char32_t>(result.char32At(0));
}

std::string clean(std::string_view text) {
  if (is_common(text) && !may_need_cleaning(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t from = 0;  // what was read since is copied as it is
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0x20 && first < 0x7F) {
      ++at;
      continue;
    }
    // Kana and kanji, as in next().
    if (between(first, 0xE3, 0xEC) && at + 2 < text.size() && U8_IS_TRAIL(static_cast<std::uint8_t>(text[at + 1])) &&
        U8_IS_TRAIL(static_cast<std::uint8_t>(text[at + 2]))) {
      at += 3;
      continue;
    }
    const std::size_t start = at;
    const char32_t c = next(text, at);
    // ⽔ for 水: pdftotext takes the radicals of some fonts for the characters.
    if (between(c, 0x2E80, 0x2FD5)) {
      out.append(text.substr(from, start - from));
      from = at;
      append(out, kanji_of_radical(c));
      continue;
    }
    // U+FFFD may stand for bytes that are ill-formed.
    if (c == '\n' || c == '\t' || c == '\f' ||
        (c >= 0x20 && !between(c, 0x7F, 0x9F) && c != 0x2028 && c != 0x2029 && c != 0xFFFD))
      continue;
    out.append(text.substr(from, start - from));
    from = at;
    if (c == 0xFFFD) append(out, c);
    else if (c == '\r' ? at >= text.size() || text[at] != '\n' : c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029)
      out += '\n';
  }
  out.append(text.substr(from));
  return out;
}

bool is_rare_blank(char32_t c) {
  return c == 0xA0 || c == 0x200B || c == 0xFEFF || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F;
}

bool is_han(char32_t c) {
  return between(c, 0x4E00, 0x9FFF) || between(c, 0x3400, 0x4DBF) || between(c, 0xF900, 0xFAFF) ||
         between(c, 0x20000, 0x3FFFF) || between(c, 0x3005, 0x3007) || c == 0x303B;
}

bool is_kana(char32_t c) {
  return between(c, 0x3041, 0x30FF) || between(c, 0x31F0, 0x31FF) || between(c, 0xFF66, 0xFF9F);
}

bool is_cjk(char32_t c) {
  if (c < 0x2E80) return false;
  return between(c, 0x2E80, 0x2FFF) || (between(c, 0x3001, 0x33FF)) || is_han(c) ||
         between(c, 0xFE30, 0xFE4F) || between(c, 0xFF01, 0xFFEF);
}

bool is_wide_punctuation(char32_t c) {
  return between(c, 0x2010, 0x2026) || c == 0x2500 || between(c, 0x25A0, 0x25FF) || c == 0x00D7 ||
         between(c, 0x2190, 0x2193);
}

/// columns() of ASCII and U+3000 to U+9FFF, without branches, so that many bytes are looked at at once; npos where there
/// is more.
static std::size_t common_columns(std::string_view text, bool &blanks) {
  constexpr std::size_t block = 255;  // what a byte can count
  const std::uint8_t *bytes = bytes_of(text);
  std::size_t count = 0;
  std::uint8_t blank = 0, rare = 0;
  for (std::size_t start = 0; start < text.size(); start += block) {
    const std::size_t end = std::min(start + block, text.size());
    std::uint8_t narrow = 0, wide = 0;
    for (std::size_t i = start; i < end; ++i) {
      const std::uint8_t b = bytes[i];
      narrow += b < 0x80;
      wide += b >= 0xE3;
      blank |= (b == ' ') | ((b >= '\t') & (b <= '\r'));
      rare |= ((b >= 0xC0) & (b < 0xE3)) | (b > 0xE9);
    }
    count += narrow + 2 * std::size_t{wide};
  }
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    blank |= (bytes[i] == 0xE3) & (bytes[i + 1] == 0x80) & (bytes[i + 2] == 0x80);
    rare |= (bytes[i] == 0xE4) & (bytes[i + 1] == 0xB7);  // hexagrams
  }
  blanks = blanks || blank != 0;
  return rare != 0 ? npos : count;
}

std::size_t columns(std::string_view text, bool &blanks) {
  if (const std::size_t common = common_columns(text, blanks); common != npos) return common;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_blank(c)) blanks = true;
    count += is_cjk(c) || c == 0x3000 ? 2 : 1;
  }
  return count;
}

std::size_t columns(std::string_view text) {
  bool ignored = false;
  return columns(text, ignored);
}

bool holds_sign(std::string_view text, std::string_view sign) {
  const std::uint8_t *bytes = bytes_of(text);
  const auto first = static_cast<std::uint8_t>(sign[0]), second = static_cast<std::uint8_t>(sign[1]), third = static_cast<std::uint8_t>(sign[2]);
  std::uint8_t found = 0;
  for (std::size_t i = 2; i < text.size(); ++i) found |= (bytes[i - 2] == first) & (bytes[i - 1] == second) & (bytes[i] == third);
  return found != 0;
}

std::size_t find_blank(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first > 0x20 && first < 0x80) {
      ++at;
    } else if (between(first, 0xE3, 0xE9) && !(first == 0xE3 && text.compare(at, 3, "\u3000") == 0)) {
      at += 3;
    } else {
      const std::size_t start = at;
      if (is_blank(next(text, at))) return start;
    }
  }
  return npos;
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); start = at)
    if (!is_blank(next(text, at))) break;
  text.remove_prefix(start);
  while (!text.empty() && is_blank(last_character(text))) {
    std::size_t end = text.size() - 1;
    while (end > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[end]))) --end;
    text = text.substr(0, end);
  }
  return text;
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_blank(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    append(out, c);
  }
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (!is_blank(next(text, at))) out.append(text.substr(start, at - start));
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

icu::UnicodeString fold(std::string_view text) {
  // No character has more units than bytes. Appending them one by one costs several times as much.
  icu::UnicodeString result;
  char16_t *const units = result.getBuffer(static_cast<int32_t>(std::max<std::size_t>(text.size(), 1)));
  if (!units) return result;
  char16_t *out = units;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (is_blank(c)) {
      pending = out != units;
      continue;
    }
    if (pending) *out++ = u' ';
    pending = false;
    const char32_t one = folded(c);
    if (one >= 0x10000) *out++ = static_cast<char16_t>(U16_LEAD(one));
    *out++ = static_cast<char16_t>(one >= 0x10000 ? U16_TRAIL(one) : one);
  }
  result.releaseBuffer(static_cast<int32_t>(out - units));
  return result;
}

bool holds_any(const icu::UnicodeString &text, std::u16string_view characters) {
  const std::u16string_view units(text.getBuffer(), static_cast<std::size_t>(text.length()));
  // The lower six bits of each character and the six above them tell nearly all others from them.
  std::uint64_t lower = 0, upper = 0;
  for (const char16_t c : characters) {
    lower |= std::uint64_t{1} << (c & 63);
    upper |= std::uint64_t{1} << (c >> 6 & 63);
  }
  return std::any_of(units.begin(), units.end(), [&](char16_t c) { return (lower >> (c & 63) & upper >> (c >> 6 & 63) & 1) && characters.find(c) != npos; });
}

bool begins_with_any(const icu::UnicodeString &text, std::u16string_view characters, std::u16string_view skipped) {
  int32_t at = 0;
  while (at < text.length() && skipped.find(text[at]) != npos) ++at;
  return at < text.length() && characters.find(text[at]) != npos;
}

bool ends_with_any(const icu::UnicodeString &text, std::u16string_view characters) {
  return !text.isEmpty() && characters.find(text[text.length() - 1]) != npos;
}

bool has_cjk(const icu::UnicodeString &text) {
  for (int32_t i = 0; i < text.length(); ++i)
    if (is_cjk(text[i])) return true;
  return false;
}

bool has_hiragana(const icu::UnicodeString &text) {
  for (int32_t i = 0; i < text.length(); ++i)
    if (text[i] >= u'\u3041' && text[i] <= u'\u3096') return true;
  return false;
}

bool has_latin_letter(const icu::UnicodeString &text) {
  for (int32_t i = 0; i < text.length(); ++i)
    if ((text[i] | 0x20) >= u'a' && (text[i] | 0x20) <= u'z') return true;
  return false;
}

std::string to_utf8(const icu::UnicodeString &text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString tight(const icu::UnicodeString &text) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); ++i)
    if (text[i] != u' ') out.append(text[i]);
  return out;
}

std::string printable(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    std::int64_t position = static_cast<std::int64_t>(at);
    const std::int64_t length = static_cast<std::int64_t>(name.size());
    const std::uint8_t *bytes = bytes_of(name);
    UChar32 c = 0;
    U8_NEXT(bytes, position, length, c);
    at = static_cast<std::size_t>(position);
    if (c >= 0x20 && c != 0x7F) {
      out.append(name.substr(start, at - start));
      continue;
    }
    for (std::size_t i = start; i < at; ++i) {
      char buffer[5];
      std::snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned>(bytes[i]));
      out += buffer;
    }
  }
  return out;
}

}  // namespace libsearch::ingest
