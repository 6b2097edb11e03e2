#include "text/normalizer.hpp"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "support.hpp"
#include "text/char_class.hpp"
#include "text/utf8.hpp"

using namespace libsearch::text;

namespace {

const icu::Normalizer2 &nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCInstance(status);
}

icu::UnicodeString folded(const icu::UnicodeString &text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString work = nfkc().normalize(text, status);
  return nfkc().normalize(work.foldCase(U_FOLD_CASE_DEFAULT), status);
}

/// NFKC, case fold, NFKC over the whole string.
std::u32string folded(std::string_view text) {
  std::string out;
  folded(icu::UnicodeString::fromUTF8(std::string(text))).toUTF8String(out);
  return decode(out);
}

/// The white-space rule, by the letter.
std::string joined(const std::u32string &text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_white_space(text[end])) ++end;
    if (end == i) {
      out += text[i++];
      continue;
    }
    const bool before = i > 0 && is_cjk(text[i - 1]);
    const bool behind = end < text.size() && is_cjk(text[end]);
    if (!before && !behind) out += U' ';
    i = end;
  }
  return encode(out);
}

std::string random_text(std::mt19937_64 &random) {
  static const std::u32string_view groups[] = {
      U"abzABZ019!%", U"ＡＢｚ０９！～", U"ｶﾞﾊﾟｱｰﾞﾟ｡｢", U"かきはハウヽゝ\u3099\u309Aが゛゜ー",
      U"㍿㋀ﬁßİıǰŉſΣςẞ\u0345ᾳΐＩ", U"\u0301\u0308\u0327\u0323\u0304\u0315", U"𠮷𪚥丽😀𝐀𐐀",
      U"\uFE00\U000E0100\uFE0F", U"ᄀ가각ᅡᆨ가ﾡￂ", U"\u200B\u200D\u00AD\uFEFF\u2060",
      U" \t\n\r\u0085\u00A0\u1680\u2009\u2028\u3000", U"  \n\u3000", U"\u0001\u007F\u0000\u009F",
      U"京都一龥神﨑々、。「」", U"京都の", U"¨´‾ﷺ½㎏①ⅳ→☆", U"éÀüЖжא"};
  std::u32string text;
  for (std::size_t n = random() % 14; n > 0; --n) {
    const auto &group = groups[random() % std::size(groups)];
    if (random() % 40 == 0) text += static_cast<char32_t>(random() % 0xD800);
    else if (random() % 40 == 0) text += static_cast<char32_t>(0xE000 + random() % 0x23000);
    else text += group[random() % group.size()];
  }
  return encode(text);
}

/// Every stretch of the map stands for the source bytes it says.
void check_map(const std::string &source, const normalized_text &result) {
  std::size_t from = 0, to = 0;  // in source and result
  for (const edit &e : result.map.edits()) {
    REQUIRE(source.compare(from, e.same, result.text, to, e.same) == 0);
    from += e.same;
    to += e.same;
    const std::string bytes = source.substr(from, e.source);
    const std::string became = result.text.substr(to, e.normalized);
    REQUIRE(find_ill_formed(bytes) == npos);
    std::u32string clean, expected;
    for (char32_t c : decode(became))
      if (!is_white_space(c)) clean += c;
    for (char32_t c : folded(bytes))
      if (!is_white_space(c)) expected += c;
    REQUIRE(clean == expected);
    if (!clean.empty()) {  // the offsets inside go to the edges
      REQUIRE(result.map.source_start(to) == from);
      REQUIRE(result.map.source_end(to + e.normalized) == from + e.source);
      REQUIRE(normalize(bytes).map.edits().size() <= 1);
    }
    from += e.source;
    to += e.normalized;
  }
  REQUIRE(source.substr(from) == result.text.substr(to));
}

void check_offsets(const std::string &source, const normalized_text &result) {
  const offset_map &map = result.map;
  std::size_t start = 0, end = 0, back = 0;
  for (std::size_t at = 0; at <= result.text.size(); ++at) {
    const std::size_t s = map.source_start(at), e = map.source_end(at);
    REQUIRE(s >= start);
    REQUIRE(e >= end);
    REQUIRE(e <= source.size());
    start = s;
    end = e;
    REQUIRE(map.normalized(s) <= at);
  }
  for (std::size_t at = 0; at <= source.size(); ++at) {
    REQUIRE(map.normalized(at) >= back);
    back = map.normalized(at);
  }
  REQUIRE(back == result.text.size());
}

}  // namespace

TEST_CASE("examples of the contract") {
  struct row {
    const char *source, *normalized;
  };
  for (const row &r : {row{"", ""}, row{"ＡＢＣ", "abc"}, row{"ｶﾞｷﾞ", "ガギ"}, row{"か\u3099", "が"},
                       row{"か\u309A", "か\u309A"}, row{"㍿", "株式会社"}, row{"Straße", "strasse"},
                       row{"\n abc", " abc"}, row{"\n 京", "京"}, row{" \t\n", " "}, row{"京\n", "京"},
                       row{"東\n　京", "東京"}, row{"東京 tokyo  City", "東京tokyo city"},
                       row{"a 京 b", "a京b"}, row{"한국 사람", "한국 사람"}, row{"a\u200Bb", "a\u200Bb"},
                       row{"神\U000E0100", "神\U000E0100"}, row{"か゛", "か\u3099"},
                       row{"a \u0308", "a \u0308"},
                       row{"İ", "i\u0307"}, row{"A\u030A", "å"}, row{"x。 y", "x。y"}})
    CHECK(normalize(r.source).text == r.normalized);
}

TEST_CASE("offsets lead back to the source") {
  const std::string source = "東\n　京ＡB㍿x";
  const normalized_text result = normalize(source);
  REQUIRE(result.text == "東京ab株式会社x");
  const offset_map &map = result.map;
  CHECK(map.source_end(3) == 3);     // behind 東: without the line break
  CHECK(map.source_start(3) == 7);   // 京: behind the line break
  CHECK(map.source_start(6) == 10);  // Ａ
  CHECK(map.source_end(7) == 13);
  CHECK(map.source_start(11) == 14);  // inside ㍿: its start ...
  CHECK(map.source_end(11) == 17);    // ... and its end
  CHECK(map.source_start(20) == 17);
  CHECK(map.normalized(5) == 3);  // inside the white space
  CHECK(map.normalized(11) == 6);
  CHECK(map.normalized(18) == 21);
  CHECK(offset_map().source_start(5) == 5);
  CHECK(unicode_version() == U_UNICODE_VERSION);
}

TEST_CASE("a cluster may start wherever NFKC has a boundary, also after folding") {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c) || !nfkc().hasBoundaryBefore(c)) continue;
    const UChar32 first = folded(icu::UnicodeString(c)).char32At(0);
    if (!nfkc().hasBoundaryBefore(first)) FAIL("U+" << std::hex << c);
  }
}

TEST_CASE("each code point, also with a mark and white space around it") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0x33480 && c < 0xE0000) c = 0xE0000;
    if (c >= 0xE0200) break;
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (const auto &text : {std::u32string{c}, std::u32string{U'a', U' ', c, 0x301, U' ', U'京'}}) {
      const std::string source = encode(text);
      if (normalize_only(source) != joined(folded(source)))
        FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("random texts") {
  std::mt19937_64 random(test::seed(41));
  for (int round = 0; round < 120000; ++round) {
    const std::string source = random_text(random);
    CAPTURE(source);
    const normalized_text result = normalize(source);
    REQUIRE(result.text == joined(folded(source)));
    REQUIRE(normalize_only(source) == result.text);
    check_map(source, result);
    check_offsets(source, result);
    const std::string packed = pack_edits(result.map.edits(), source);
    const original_text original = unpack_edits(packed, result.text);
    REQUIRE(original.text == source);
    REQUIRE(original.map.edits().size() == result.map.edits().size());
  }
}

TEST_CASE("damaged edits throw or give some text") {
  std::mt19937_64 random(test::seed(42));
  const std::string source = "Ａｂ\n　東 京 TOKYO " + std::string(40, ' ') + "㍿";
  const normalized_text result = normalize(source);
  const std::string packed = pack_edits(result.map.edits(), source);
  std::size_t thrown = 0;
  for (int round = 0; round < 50000; ++round) {
    std::string bytes = packed;
    for (std::size_t n = 1 + random() % 3; n > 0; --n)
      bytes[random() % bytes.size()] = static_cast<char>(random());
    if (random() % 2) bytes.resize(random() % bytes.size());
    std::size_t size = 0;
    try {
      size = unpack_edits(bytes, result.text).text.size();
    } catch (const std::runtime_error &) {
      ++thrown;
    }
    REQUIRE(size <= result.text.size() + 17 * bytes.size());
  }
  CHECK(thrown > 0);
  CHECK_THROWS_AS(unpack_edits(packed, ""), std::runtime_error);
  CHECK_THROWS_AS(unpack_edits(std::string(20, '\xFF'), result.text), std::runtime_error);
}

TEST_CASE("an ill-formed text does no harm") {
  std::mt19937_64 random(test::seed(43));
  for (int round = 0; round < 50000; ++round) {
    std::vector<char> bytes(random() % 8);
    for (char &b : bytes) b = static_cast<char>(random());
    normalize({bytes.data(), bytes.size()});
  }
}
