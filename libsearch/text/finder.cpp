#include <bit>
#include <cstring>

#include "text/compact_text.hpp"
#include "text/utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace libsearch::text {
namespace {

/// The rank of each byte by frequency in compact text, 0 for the rarest. Counted over Aozora Bunko
/// (104 MB of UTF-8) and Japanese Wikipedia (JSQuAD), with the same weight for both, normalized. A
/// poor fit makes searching slower, never wrong.
constexpr std::uint8_t byte_ranks[256] = {
      0, 234, 249, 217, 164, 185, 233, 243, 190,  17, 203, 173, 202,  76, 225, 135,
    204,  46, 245, 145, 224, 112, 120, 138, 213,   5, 248, 183, 184, 229, 208, 118,
    246, 239, 251, 180, 240, 252, 113, 128, 255, 247, 152,  26, 116, 109, 130,  64,
    140,  39, 144, 166,  12, 102, 149,  34, 222, 122, 143, 177, 235,  78, 175,  77,
     54,  45, 193, 226, 214, 250, 238, 189, 131,  88, 241, 198,  25, 139, 172, 129,
    148,  86, 114,  82,  75, 133, 104, 158,  23,  31, 103, 169,   3,  67, 182,  81,
     59,  27,  30,  62,  21,  96,  92,   1,  44,  74, 105,  16,  28,   6,   2,   9,
     11,  90, 254, 244, 207, 200, 191,  72, 136, 155,  51,  48, 151,   4,   7, 115,
    196,  40,  15,  29,  56, 216, 126, 197, 142, 179, 124,  94, 161, 165, 176,  49,
     19, 107, 108,  73,  43,  47, 121, 110,  58,  80,  42,   8,  53,  35,  93,  71,
    253, 219, 127, 237, 230, 231, 223,  97, 153, 211, 160, 218,  52, 236, 206, 101,
    221, 228, 156, 134, 201, 157,  32, 232, 181, 227,  87, 209, 100, 188, 205, 163,
    123,  38,  50,  68, 171,  83,  89, 220, 192, 154, 125, 170, 159, 150,  24, 199,
     95, 147, 178,  91, 162,  99,  60,  61,  63,  10, 195, 210, 215, 141,  85, 119,
     65,  98, 212, 132, 167,  37,  69, 187, 168, 194, 186,  84,  70, 146,  20,  22,
     14,  18, 174, 242,  79, 111,  66,  55,  57,  33,  13, 106,  41, 137, 117,  36,
};

/// The offset of the rarest byte of `needle` except for the one at `taken`.
std::size_t rarest(std::string_view needle, std::size_t taken) {
  std::size_t best = taken == 0 && needle.size() > 1 ? 1 : 0;
  const auto rank = [&](std::size_t i) { return byte_ranks[static_cast<std::uint8_t>(needle[i])]; };
  for (std::size_t i = 0; i < needle.size(); ++i)
    if (i != taken && rank(i) < rank(best)) best = i;
  return best;
}

/// Tells of rising positions whether they are between pairs (see the header). Remembers where it
/// was, so that a text costs one pass, whatever it holds.
class pair_parity {
 public:
  explicit pair_parity(std::string_view text) : text_(text) {}
  bool between_pairs(std::size_t at) {
    std::size_t start = at;
    while (start > known_ && static_cast<std::uint8_t>(text_[start - 1]) >= 0xA0) --start;
    const std::size_t odd = (at - start) % 2;
    known_ = at - odd;
    return odd == 0;
  }

 private:
  std::string_view text_;
  std::size_t known_ = 0;  // is between pairs
};

/// The search for a needle at the positions [from, last] of one text.
struct search {
  std::string_view text, needle;
  std::size_t rare, second, last;
  const std::function<bool(std::size_t)> *accept = nullptr;
  pair_parity parity{text};

  bool matches(std::size_t at) {
    return std::memcmp(text.data() + at, needle.data(), needle.size()) == 0 &&
           parity.between_pairs(at) && (!accept || (*accept)(at));
  }

  std::size_t one_by_one(std::size_t from) {
    for (std::size_t at = from; at <= last; ++at)
      if (text[at + rare] == needle[rare] && text[at + second] == needle[second] && matches(at))
        return at;
    return npos;
  }

#if defined(__SSE2__)
  static constexpr std::size_t bytes_ahead = 768;

  static __m128i load(const char *bytes) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
  }

  /// Blocks of 64 positions and then of 16 as long as they reach no further than `last`, so nothing beyond the
  /// text is read; then one by one. Most blocks hold nothing: four looks with one answer are twice as fast as four answers.
  std::size_t run(std::size_t at) {
    const __m128i rare_byte = _mm_set1_epi8(needle[rare]);
    const __m128i second_byte = _mm_set1_epi8(needle[second]);
    const auto hits_from = [&](std::size_t place) {
      const char *block = text.data() + place;
      return _mm_and_si128(_mm_cmpeq_epi8(load(block + rare), rare_byte),
                           _mm_cmpeq_epi8(load(block + second), second_byte));
    };
    const auto bits = [](__m128i hits) { return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(hits))}; };
    for (; at <= last && last - at >= 63; at += 64) {
      // Texts are short, and each lies somewhere else: the processor's own guesses come late.
      __builtin_prefetch(text.data() + at + bytes_ahead);
      const __m128i a = hits_from(at), b = hits_from(at + 16), c = hits_from(at + 32), d = hits_from(at + 48);
      if (!bits(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d)))) continue;
      const std::size_t hit = first_of(at, bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48);
      if (hit != npos) return hit;
    }
    for (; at <= last && last - at >= 15; at += 16)
      if (const std::size_t hit = first_of(at, bits(hits_from(at))); hit != npos) return hit;
    return one_by_one(at);
  }

  /// The first of the hits, bits of positions from `at` on, where the needle matches.
  std::size_t first_of(std::size_t at, std::uint64_t hits) {
    for (; hits; hits &= hits - 1) {
      const std::size_t hit = at + static_cast<std::size_t>(std::countr_zero(hits));
      if (matches(hit)) return hit;
    }
    return npos;
  }
#else
  std::size_t run(std::size_t at) { return one_by_one(at); }
#endif
};

}  // namespace

finder::finder(std::string needle) : needle_(std::move(needle)) {
  rare_ = rarest(needle_, npos);
  second_ = rarest(needle_, rare_);
}

std::size_t finder::find(std::string_view haystack, std::size_t from) const {
  if (from > haystack.size()) return npos;
  if (needle_.empty()) return from;
  if (haystack.size() - from < needle_.size()) return npos;
  return search{haystack, needle_, rare_, second_, haystack.size() - needle_.size()}.run(from);
}

std::size_t finder::find_if(std::string_view haystack, const std::function<bool(std::size_t)> &accept) const {
  if (needle_.empty() || haystack.size() < needle_.size()) return npos;
  return search{haystack, needle_, rare_, second_, haystack.size() - needle_.size(), &accept}.run(0);
}

}  // namespace libsearch::text
