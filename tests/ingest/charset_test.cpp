#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

#include <iconv.h>

#include <libsearch/charset.hpp>
#include <libsearch/error.hpp>

#include "ingest/strict_decoder.hpp"
#include "japanese_text.hpp"
#include "support.hpp"

namespace {

using namespace libsearch;
using namespace libsearch::ingest;
using namespace std::string_literals;

std::string encoded(const std::string &text, const char *charset) {
  const iconv_t to = iconv_open(charset, "UTF-8");
  REQUIRE(to != reinterpret_cast<iconv_t>(-1));
  std::string out(text.size() * 4 + 16, '\0');
  char *in = const_cast<char *>(text.data()), *end = out.data();
  std::size_t left = text.size(), room = out.size();
  REQUIRE(iconv(to, &in, &left, &end, &room) != static_cast<std::size_t>(-1));
  iconv(to, nullptr, nullptr, &end, &room);
  iconv_close(to);
  out.resize(out.size() - room);
  return out;
}

/// The charset chosen, or "" when the text was refused.
std::string chosen(const std::string &bytes, std::string *text = nullptr) {
  try {
    const decoded_text found = decode_text(bytes);
    if (text) *text = found.text;
    return found.charset;
  } catch (const error &problem) {
    CHECK(problem.code() == errc::malformed);
    CHECK_FALSE(problem.hint().empty());
    return {};
  }
}

constexpr const char *six[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "CP932", "EUC-JP", "ISO-2022-JP"};

}  // namespace

TEST_CASE("decode_text: 200 texts in six encodings and five lengths come back, or are refused") {
  std::mt19937_64 random(test::seed(20251201));
  std::map<std::size_t, std::size_t> right, refused, wrong;
  for (int i = 0; i < 200; ++i) {
    const std::string whole = test::japanese_text(random, 102400);
    for (const std::size_t length : {64, 256, 1024, 8192, 102400}) {
      // Most files of the largest size cost as much as all others together.
      if (length == 102400 && i % 10 != 0) continue;
      const std::string text = test::cut_text(whole, length);
      for (const char *charset : six) {
        std::string back;
        const std::string found = chosen(encoded(text, charset), &back);
        ++(found.empty() ? refused : back == text ? right : wrong)[length];
      }
    }
  }
  for (const auto &[length, count] : right) {
    const std::size_t all = count + refused[length] + wrong[length];
    MESSAGE(length << " bytes: " << count << " right, " << refused[length] << " refused, "
                   << wrong[length] << " wrong of " << all);
    CHECK(wrong[length] == 0);
    if (length >= 256) CHECK(count * 1000 >= all * 995);
  }
  CHECK(right.size() == 5);
}

TEST_CASE("decode_text: what Windows wrote under the name of a standard comes back") {
  const std::string text =
      "①髙﨑市の㈱みなと電力は、Ⅲ号機を止めた。〜と－の違いも残る。ｶﾅも読める。";
  for (const char *charset : {"CP932", "EUC-JP-MS"}) {
    const std::string bytes = encoded(text, charset);
    std::string back;
    CHECK_FALSE(chosen(bytes, &back).empty());
    CHECK(back.find("①髙﨑市の㈱みなと電力は、Ⅲ号機を止めた。") == 0);
  }
  // Half-width kana and the circled digits in seven bits, which the standard does not have.
  const decoded_text jis = decode_text("\x1b$B-!$3$l\x1b(I6E\x1b(B and more\n\x1b$B$O!#\x1b(B");
  CHECK(jis.text == "①これｶﾅ and more\nは。");
  CHECK(jis.charset == "ISO-2022-JP");
}

TEST_CASE("decode_text: a byte order mark decides and goes") {
  const std::string text = "港の朝\n";
  CHECK(chosen("\xEF\xBB\xBF" + text) == "UTF-8");
  CHECK(decode_text("\xEF\xBB\xBF" + text).text == text);
  for (const char *charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const decoded_text found = decode_text(encoded("\uFEFF" + text, charset));
    CHECK(found.text == text);
    CHECK(found.charset == charset);
    CHECK(found.evidence == charset_evidence::byte_order_mark);
  }
}

TEST_CASE("decode_text: UTF-32 without a mark") {
  std::mt19937_64 random(7);
  const std::string text = test::japanese_text(random, 600);
  for (const char *charset : {"UTF-32LE", "UTF-32BE"})
    CHECK(chosen(encoded(text, charset)) == charset);
}

TEST_CASE("decode_text: English with Windows' quotes and accents is no Japanese") {
  const std::string text =
      "The café’s naïve “plan” didn’t survive the winter – it’s the price of gas that mattered, and "
      "the town’s reserve wasn’t enough. Nobody’s résumé mentions the façade of that harbour.";
  std::string back;
  CHECK(chosen(encoded(text, "CP1252"), &back) == "windows-1252");
  CHECK(back == text);
}

TEST_CASE("decode_text: what could be several things is refused and the candidates are named") {
  for (const std::string &bytes : {"\x93\xfa\x96{"s, "one\ntwo \x93\xfa\x96{\n"s}) {
    try {
      decode_text(bytes);
      FAIL("was decoded");
    } catch (const error &problem) {
      const std::string message = problem.what();
      CHECK(problem.code() == errc::malformed);
      CHECK(message.find("CP932") != std::string::npos);
      CHECK(problem.hint().find("--encoding") != std::string::npos);
    }
  }
  CHECK(decode_text("\x93\xfa\x96{", "Shift_JIS").text == "日本");
}

TEST_CASE("decode_text: a list of names, kanji without kana, comes back from each encoding") {
  const std::string names = "渡邊 佐藤 鈴木 高橋 田中 伊藤 山本 中村 小林 加藤\n吉田 山田 山口 松本 井上 木村 清水 池田 "
                            "橋本 石川\n東京都 千代田区 大阪府 北海道 札幌市 神奈川県 横浜市 福岡県\n";
  for (const std::string charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "CP932", "EUC-JP", "ISO-2022-JP"}) {
    CAPTURE(charset);
    std::string back;
    CHECK(chosen(encoded(names, charset.c_str()), &back) == charset);
    CHECK(back == names);
  }
}

TEST_CASE("decode_text: half-width kana alone come back") {
  const std::string text = "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾅﾄﾃﾞﾝﾘｮｸ\nｹｲﾔｸｼｬﾒｲ ｱｵﾐ ﾀﾛｳ\nｺﾞｾｲｷｭｳｶﾞｸ 12,345\nｵｼﾊﾗｲﾋﾞ 10ｶﾞﾂ31ﾆﾁ\nｻｷﾉｹﾝｻﾞｼﾝ ﾆﾂｲﾃ\n";
  for (const std::string charset : {"UTF-16LE", "UTF-16BE", "CP932", "ISO-2022-JP-3"}) {
    CAPTURE(charset);
    std::string back;
    CHECK_FALSE(chosen(encoded(text, charset.c_str()), &back).empty());
    CHECK(back == text);
  }
}

TEST_CASE("decode_text: English in UTF-16 and UTF-32 without a mark") {
  const std::string text = "Harbour Fuel and the Price of Waiting\nToru Aomi, 青海 透, Kaito Institute\nNovember 2025\n";
  for (const std::string charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    CAPTURE(charset);
    std::string back;
    CHECK(chosen(encoded(text, charset.c_str()), &back) == charset);
    CHECK(back == text);
  }
}

TEST_CASE("decode_text: Russian is not taken for half-width kana") {
  const std::string russian = "Сегодня очень хорошая погода, и мы пошли в порт смотреть на корабли. Цена на "
                              "электричество снова выросла, пишут газеты.";
  for (const char *charset : {"KOI8-R", "CP1251", "ISO-8859-5"}) CHECK(chosen(encoded(russian, charset)).empty());
}

TEST_CASE("decode_text: Chinese and Korean are not taken for Japanese in silence") {
  const std::string chinese = "今天的天气很好，我们去港口看船，电力的价格又上涨了。这是一个关于能源政策的"
                              "简短说明，希望大家能够认真阅读，并且提出自己的意见和建议。";
  const std::string korean = "오늘은 날씨가 아주 좋아서 우리는 항구에 가서 배를 보았다. 전기 요금이 다시 "
                             "올랐다는 소식이 신문에 실렸다. 사람들은 겨울을 걱정하고 있다.";
  CHECK(chosen(encoded(chinese, "GB2312")).empty());
  CHECK(chosen(encoded(korean, "EUC-KR")).empty());
}

TEST_CASE("decode_text: a bad byte in UTF-8 is named by its place") {
  std::mt19937_64 random(11);
  std::string bytes = test::japanese_text(random, 3000);
  bytes.insert(test::cut_text(bytes, 1500).size(), "\xff");
  try {
    decode_text(bytes);
    FAIL("was decoded");
  } catch (const error &problem) {
    CHECK(std::string(problem.what()).find("is not UTF-8: ill-formed at byte") == 0);
    CHECK(std::string(problem.what()).find("0xff") != std::string::npos);
  }
}

TEST_CASE("decode_text: a declaration is believed when it can be true") {
  const std::string text = "港の朝は早い。";
  const decoded_text declared = decode_text(encoded(text, "EUC-JP"), "", "x-euc-jp");
  CHECK(declared.text == text);
  CHECK(declared.evidence == charset_evidence::declaration);
  // A lie that does not decode, and one that always would.
  std::mt19937_64 random(3);
  const std::string longer = test::japanese_text(random, 400);
  CHECK(decode_text(encoded(longer, "CP932"), "", "utf-8").text == longer);
  CHECK(decode_text(encoded(longer, "CP932"), "", "iso-8859-1").text == longer);
  CHECK(decode_text(longer, "", "no-such-charset").text == longer);
  // Two accents side by side.
  CHECK(decode_text("<p>Marta Ib\xe1\xf1" "ez, Caldera", "", "windows-1252").text == "<p>Marta Ibáñez, Caldera");
}

TEST_CASE("decode_text: --encoding is obeyed, and what does not fit it is refused") {
  CHECK(decode_text(encoded("渦", "EUC-JP"), "EUC-JP").text == "渦");
  CHECK(decode_text("caf\xe9", "latin1").text == "café");
  CHECK_THROWS_AS(decode_text("\xff\xff", "EUC-JP"), error);
  CHECK_THROWS_AS(decode_text("a", "no such thing"), error);
  CHECK(charset_name("Windows-31J") == "CP932");
  CHECK(charset_name("UTF-8//TRANSLIT").empty());
}
