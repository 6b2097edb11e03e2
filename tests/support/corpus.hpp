// Seeded random documents: small, and full of what breaks text handling.
#ifndef LIBSEARCH_TESTS_CORPUS_HPP
#define LIBSEARCH_TESTS_CORPUS_HPP

#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/document.hpp>
#include <libsearch/schema.hpp>

namespace test {

/// The code points of well-formed UTF-8, each as a string.
inline std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> all;
  for (const char byte : text)
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80 && !all.empty())
      all.back() += byte;
    else
      all.emplace_back(1, byte);
  return all;
}

class random_source {
 public:
  explicit random_source(std::uint64_t seed) : engine_(seed) {}

  /// 0 to `n` - 1.
  std::size_t below(std::size_t n) { return engine_() % n; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <class T, std::size_t n>
  const T &one_of(const T (&list)[n]) {
    return list[below(n)];
  }
  template <class List>
  const auto &one_of(const List &list) {
    return list[below(list.size())];
  }

  /// 1 to `most` characters cut out of `text` at random.
  std::string cut(std::string_view text, std::size_t most) {
    const auto all = characters(text);
    std::string piece;
    if (all.empty()) return piece;
    const std::size_t start = below(all.size()), length = 1 + below(most);
    for (std::size_t i = start; i < all.size() && i < start + length; ++i) piece += all[i];
    return piece;
  }

 private:
  std::mt19937_64 engine_;
};

/// Text out of a small vocabulary, so that parts come back, and of oddities.
inline std::string random_text(random_source &random, std::size_t pieces) {
  static const char *const words[] = {"首脳会談",   "小型モジュール炉",
                                      "資源",       "重要鉱物",
                                      "東京都",     "京都",
                                      "水素",       "海水",
                                      "水",         "人人人",
                                      "であること", "について",
                                      "として",     "という",
                                      "の",         "が",
                                      "を",         "に",
                                      "は",         "で",
                                      "と",         "も",
                                      "だ",         "食べた",
                                      "先述した",   "親たち",
                                      "エネルギー", "ガス",
                                      "ガスガス",   "データ",
                                      "デ",         "カーボン",
                                      "二〇二五年", "2025年",
                                      "10月",       "々",
                                      "久々",       "時々々",
                                      "〆切",       "ゝ",
                                      "すゞめ",     "ヶ月",
                                      "ー",         "ーー",
                                      "energy",     "Energies",
                                      "COVID-19",   "IEEJ",
                                      "don't",      "e-mail",
                                      "x",          "naïve",
                                      "Ελλάδα",     "мир",
                                      "한국 경제"};
  static const char *const marks[] = {
      "、",       "。",          "・", "・・", "「", "」", "…",
      "——",       "！",          "？", "(",    ")",  "（", "）",
      "/",        ".",           ",",  "-",    "_",  "'",  "\"",
      "*",        ":",           "：", "～",   "〜", "〇", "\xE2\x80\x8B",
      "\xC2\xAD", "\xEF\xBB\xBF"};
  static const char *const symbols[] = {
      "→",  "☆", "%",  "％", "+", "＋", "$", "￥", "😀", "👨‍👩‍👧", "①", "㍿",
      "㌔", "½", "㎏", "℃",  "^", "~",  "|", "=",  "¨"};
  static const char *const gaps[] = {" ", "\n", "　", "\r\n", "\t", "  \n  ", "\n\n", "\xC2\xA0"};
  static const char *const odd[] = {"ｶﾞｽ",
                                    "ﾃﾞｰﾀ",
                                    "ｱ",
                                    "ﾞ",
                                    "ＡＢＣ",
                                    "ａｉ",
                                    "１２",
                                    "か\xE3\x82\x99",
                                    "は\xE3\x82\x9A",
                                    "カ\xE3\x82\x99ス",
                                    "\xE3\x82\x99",
                                    "e\xCC\x81",
                                    "é",
                                    "𠮷野",
                                    "𪚥",
                                    "𠮷",
                                    "丽",
                                    "神",
                                    "﨑",
                                    "葛\xF3\xA0\x84\x80城",
                                    "辻\xEF\xB8\x80",
                                    "ẞ",
                                    "ß",
                                    "ﬁ",
                                    "İ",
                                    "ſ",
                                    "Σς"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::size_t kind = random.below(100);
    if (kind < 62)
      text += random.one_of(words);
    else if (kind < 74)
      text += random.one_of(marks);
    else if (kind < 79)
      text += random.one_of(symbols);
    else if (kind < 90)
      text += random.one_of(gaps);
    else if (kind < 97)
      text += random.one_of(odd);
    else if (kind == 97) {
      // Longer than a word may be.
      const char *unit = random.chance(50) ? "ab" : random.chance(50) ? "z9" : "é";
      for (std::size_t n = 25 + random.below(60); n > 0; --n) text += unit;
    } else if (kind == 98) {
      const char *unit = random.chance(50) ? "あ" : random.chance(50) ? "アイ" : "漢";
      for (std::size_t n = 40 + random.below(60); n > 0; --n) text += unit;
    } else {
      for (std::size_t n = 1 + random.below(4); n > 0; --n)
        text += static_cast<char>('a' + random.below(26));
    }
  }
  return text;
}

inline std::string random_date(random_source &random) {
  if (random.chance(20)) return "";
  char text[32];
  const auto year = 2019 + random.below(7), month = 1 + random.below(12),
             day = 1 + random.below(28);
  const std::size_t precision = random.below(3);
  std::snprintf(text, sizeof text, "%04zu-%02zu-%02zu", year, month, day);
  return std::string(text).substr(0, precision == 0 ? 4 : precision == 1 ? 7 : 10);
}

inline const char *random_author(random_source &random) {
  static const char *const names[] = {"小山 堅",          "小山堅",    "小山　堅", "山田太郎",
                                      "山田 太郎",        "鈴木 一郎", "Jane Doe", "JANE  DOE",
                                      "ジャン・デュポン", "田中"};
  return random.one_of(names);
}

inline const char *random_topic(random_source &random) {
  static const char *const topics[] = {"資源",       "資源/重要鉱物", "資源/重要鉱物/リチウム",
                                       "資源/石油",  "エネルギー",    "エネルギー/ガス",
                                       "ｴﾈﾙｷﾞｰ/ｶﾞｽ", "Energy/Gas",    "energy/gas",
                                       "Energy"};
  return random.one_of(topics);
}

inline libsearch::document random_document(random_source &random, const std::string &id) {
  libsearch::document d;
  d.id = id;
  if (!random.chance(5)) d.title = random_text(random, 1 + random.below(6));
  if (!random.chance(5)) d.body = random_text(random, random.below(60));
  for (std::size_t n = random.below(4); n > 0; --n) d.authors.push_back(random_author(random));
  d.date = random_date(random);
  for (std::size_t n = random.below(4); n > 0; --n) d.topics.push_back(random_topic(random));
  return d;
}

/// Fields of each type, beside those of the default schema.
inline libsearch::schema random_schema() {
  using libsearch::field_type;
  libsearch::schema fields;
  fields.add_field({"series", field_type::keyword, "", true, false});
  fields.add_field({"section", field_type::keyword, "", true, true});
  fields.add_field({"price", field_type::number, "", true, false});
  fields.add_field({"published", field_type::date, "", true, false});
  fields.add_field({"translator", field_type::text, "", true, false});
  fields.add_field({"abstract", field_type::text, "ngram", false, false});
  return fields;
}

inline const char *random_number(random_source &random) {
  static const char *const numbers[] = {"0",   "-1",   "-12.5", "3",      "10",
                                        "250", "0.25", "1999",  "123456", "1000000"};
  return random.one_of(numbers);
}

/// Gives a document values in the fields of random_schema(), now and then.
inline void add_random_fields(random_source &random, libsearch::document &d) {
  const auto quoted = [](const std::string &text) { return '"' + text + '"'; };
  if (random.chance(70)) d.attributes["series"] = quoted(random_author(random));
  if (random.chance(70))
    d.attributes["section"] =
        "[" + quoted(random_topic(random)) + "," + quoted(random_topic(random)) + "]";
  if (random.chance(70)) d.attributes["price"] = random_number(random);
  if (const std::string date = random_date(random); !date.empty())
    d.attributes["published"] = quoted(date);
  if (random.chance(50)) d.attributes["translator"] = quoted(random_author(random));
  if (random.chance(50)) d.set_attribute("abstract", random_text(random, 1 + random.below(8)));
}

}  // namespace test

#endif
