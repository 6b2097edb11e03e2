#include "text/compact_text.hpp"

#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

/// The characters of one byte, 01 first. Chosen by frequency in Aozora Bunko and in Wikipedia; the
/// seven small or old hiragana that are rarest in both are left out.
constexpr std::u32string_view one_byte_characters =
    U"あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちっつづてでとどなにぬねの"
    U"はばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろわゐをんぢ"
    U"0123456789abcdefghijklmnopqrstuvwxyz"
    U" 、。「」ー々()『』・?!,.-:/\""
    U"ンスルトラリクイアシドレタフロマキジカコサオバテデプム";
static_assert(one_byte_characters.size() == 159);

struct range {
  char32_t first, size;
};
/// The characters of two bytes, one range after the other.
constexpr range two_byte_ranges[] = {
    {0x4E00, 0x5200}, {0x3000, 0x100}, {0x0000, 0x100}, {0x2500, 0x100},
    {0x0370, 0x90},   {0x2000, 0x70},  {0x2190, 0x70},  {0x2200, 0x30},
};

constexpr std::uint32_t trails = 255;
constexpr std::uint8_t two_byte_lead = 0xA0, first_half_lead = 0xF7, second_half_lead = 0xFA;
constexpr std::uint32_t two_byte_codes = (first_half_lead - two_byte_lead) * trails;
constexpr std::uint32_t second_half_codes = (0x100 - second_half_lead) * trails;
static_assert((second_half_lead - first_half_lead) * trails * second_half_codes > 0x10FFFF);

constexpr std::uint32_t size_of_ranges() {
  std::uint32_t size = 0;
  for (const range &r : two_byte_ranges) size += r.size;
  return size;
}
static_assert(size_of_ranges() <= two_byte_codes);

/// The one-byte code of a character below U+3100, or 0.
constexpr auto one_byte_codes = [] {
  std::array<std::uint8_t, 0x3100> codes{};
  for (std::size_t i = 0; i < one_byte_characters.size(); ++i)
    codes[one_byte_characters[i]] = static_cast<std::uint8_t>(i + 1);
  return codes;
}();

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

char *put_pair(char *out, std::uint8_t first_lead, std::uint32_t value) {
  *out++ = static_cast<char>(first_lead + value / trails);
  *out++ = static_cast<char>(1 + value % trails);
  return out;
}

char *put(char *out, char32_t c) {
  if (c < one_byte_codes.size() && one_byte_codes[c]) {
    *out++ = static_cast<char>(one_byte_codes[c]);
    return out;
  }
  std::uint32_t before = 0;
  for (const range &r : two_byte_ranges) {
    if (c - r.first < r.size) return put_pair(out, two_byte_lead, before + (c - r.first));
    before += r.size;
  }
  out = put_pair(out, first_half_lead, c / second_half_codes);
  return put_pair(out, second_half_lead, c % second_half_codes);
}

constexpr char32_t replacement = 0xFFFD;

char32_t two_byte_character(std::uint32_t value) {
  for (const range &r : two_byte_ranges) {
    if (value < r.size) return r.first + value;
    value -= r.size;
  }
  return replacement;
}

/// The character whose first half is `high`; its second half starts at `at`.
char32_t four_byte_character(std::uint32_t high, std::string_view compact, std::size_t &at) {
  if (compact.size() - at < 2) return replacement;
  const std::uint8_t lead = byte_at(compact, at), trail = byte_at(compact, at + 1);
  if (lead < second_half_lead || trail == 0) return replacement;
  at += 2;
  const std::uint32_t low = (lead - second_half_lead) * trails + trail - 1;
  const char32_t c = high * second_half_codes + low;
  return c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? replacement : c;
}

/// Whether the number of bytes >= A0 just before `at` is even.
bool between_pairs(std::string_view compact, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && byte_at(compact, start - 1) >= two_byte_lead) --start;
  return (at - start) % 2 == 0;
}

}  // namespace

void compact_append(std::string &out, std::string_view text) {
  char buffer[4096];
  char *end = buffer;
  for (std::size_t at = 0; at < text.size();) {
    end = put(end, next(text, at));
    if (end - buffer > static_cast<std::ptrdiff_t>(sizeof buffer) - 4) {
      out.append(buffer, end);
      end = buffer;
    }
  }
  out.append(buffer, end);
}

std::string compact(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 2 + 16);
  compact_append(out, text);
  return out;
}

std::string expand(std::string_view compact) {
  std::string out;
  out.reserve(compact.size() * 5 / 2);
  char buffer[4096];
  char *end = buffer;
  for (std::size_t at = 0; at < compact.size();) {
    const char32_t c = compact_next(compact, at);
    if (c >= 0x800 && c < 0xD800) {
      // Nearly all Japanese: three bytes.
      *end++ = static_cast<char>(0xE0 | (c >> 12));
      *end++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      *end++ = static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x80) {
      *end++ = static_cast<char>(c);
    } else {
      out.append(buffer, end);
      end = buffer;
      append(out, c);
    }
    if (end - buffer > static_cast<std::ptrdiff_t>(sizeof buffer) - 4) {
      out.append(buffer, end);
      end = buffer;
    }
  }
  out.append(buffer, end);
  return out;
}

bool is_boundary(std::string_view compact, std::size_t at) {
  if (at >= compact.size()) return at == compact.size();
  return byte_at(compact, at) < second_half_lead && between_pairs(compact, at);
}

char32_t compact_next(std::string_view compact, std::size_t &at) {
  const std::uint8_t lead = byte_at(compact, at++);
  if (lead == 0) return 0;
  if (lead < two_byte_lead) return one_byte_characters[lead - 1];
  if (at == compact.size() || compact[at] == compact_separator) return replacement;
  const std::uint8_t trail = byte_at(compact, at++);
  if (lead < first_half_lead)
    return two_byte_character((lead - two_byte_lead) * trails + trail - 1);
  if (lead >= second_half_lead) return replacement;
  return four_byte_character((lead - first_half_lead) * trails + trail - 1, compact, at);
}

char32_t compact_previous(std::string_view compact, std::size_t &at) {
  const std::string_view before = compact.substr(0, at);
  std::size_t start = at - 1;
  // A pair ends here if the last byte is one that cannot stand alone, or a trail.
  const bool pair = byte_at(before, start) >= two_byte_lead || !between_pairs(before, start);
  if (pair && start > 0) --start;
  if (pair && byte_at(before, start) >= second_half_lead && start >= 2) start -= 2;
  at = start;
  return compact_next(before, start);
}

}  // namespace libsearch::text
