#include "text/kana.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::text {
namespace {

constexpr char32_t long_vowel_mark = U'ー';
/// Texts that one romaji text may become.
constexpr std::size_t most_readings = 48;

constexpr bool is_hiragana_letter(char32_t c) { return c >= 0x3041 && c <= 0x3096; }
/// ゝ and ゞ.
constexpr bool is_iteration_mark(char32_t c) { return c == 0x309D || c == 0x309E; }
constexpr bool is_katakana_letter(char32_t c) { return c >= 0x30A1 && c <= 0x30F6; }

/// The vowel that a hiragana ends in, or 0.
char32_t vowel_of(char32_t kana) {
  static constexpr std::pair<char32_t, std::u32string_view> rows[] = {
      {U'あ', U"ぁあかがさざただなはばぱまゃやらゎわゕ"}, {U'い', U"ぃいきぎしじちぢにひびぴみりゐ"},
      {U'う', U"ぅうくぐすずっつづぬふぶぷむゅゆるゔ"},   {U'え', U"ぇえけげせぜてでねへべぺめれゑゖ"},
      {U'お', U"ぉおこごそぞとどのほぼぽもょよろを"},
  };
  for (const auto &[vowel, row] : rows)
    if (row.find(kana) != row.npos) return vowel;
  return 0;
}

/// The consonants of a row and its kana with a, i, u, e, o; "" where there is none.
struct row {
  std::string_view consonants;
  std::array<std::string_view, 5> kana;
};

constexpr row rows[] = {
    {"", {"あ", "い", "う", "え", "お"}},
    {"k", {"か", "き", "く", "け", "こ"}},
    {"c", {"か", "", "く", "", "こ"}},
    {"g", {"が", "ぎ", "ぐ", "げ", "ご"}},
    {"s", {"さ", "し", "す", "せ", "そ"}},
    {"z", {"ざ", "じ", "ず", "ぜ", "ぞ"}},
    {"t", {"た", "ち", "つ", "て", "と"}},
    {"t", {"", "てぃ", "とぅ", "", ""}},
    {"d", {"だ", "ぢ", "づ", "で", "ど"}},
    {"d", {"", "でぃ", "どぅ", "", ""}},
    {"n", {"な", "に", "ぬ", "ね", "の"}},
    {"h", {"は", "ひ", "ふ", "へ", "ほ"}},
    {"f", {"ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"}},
    {"b", {"ば", "び", "ぶ", "べ", "ぼ"}},
    {"p", {"ぱ", "ぴ", "ぷ", "ぺ", "ぽ"}},
    {"v", {"ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"}},
    {"m", {"ま", "み", "む", "め", "も"}},
    {"y", {"や", "", "ゆ", "いぇ", "よ"}},
    {"r", {"ら", "り", "る", "れ", "ろ"}},
    {"w", {"わ", "うぃ", "う", "うぇ", "を"}},
    {"w", {"", "", "", "", "うぉ"}},
    {"j", {"じゃ", "じ", "じゅ", "じぇ", "じょ"}},
    {"sh", {"しゃ", "し", "しゅ", "しぇ", "しょ"}},
    {"ch", {"ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"}},
    {"ts", {"つぁ", "つぃ", "つ", "つぇ", "つぉ"}},
    {"th", {"", "てぃ", "てゅ", "", ""}},
    {"dh", {"", "でぃ", "でゅ", "", ""}},
    {"ky", {"きゃ", "", "きゅ", "", "きょ"}},
    {"gy", {"ぎゃ", "", "ぎゅ", "", "ぎょ"}},
    {"sy", {"しゃ", "", "しゅ", "しぇ", "しょ"}},
    {"zy", {"じゃ", "", "じゅ", "じぇ", "じょ"}},
    {"jy", {"じゃ", "", "じゅ", "じぇ", "じょ"}},
    {"ty", {"ちゃ", "", "ちゅ", "ちぇ", "ちょ"}},
    {"cy", {"ちゃ", "", "ちゅ", "ちぇ", "ちょ"}},
    {"dy", {"ぢゃ", "", "ぢゅ", "", "ぢょ"}},
    {"ny", {"にゃ", "", "にゅ", "", "にょ"}},
    {"hy", {"ひゃ", "", "ひゅ", "", "ひょ"}},
    {"by", {"びゃ", "", "びゅ", "", "びょ"}},
    {"py", {"ぴゃ", "", "ぴゅ", "", "ぴょ"}},
    {"my", {"みゃ", "", "みゅ", "", "みょ"}},
    {"ry", {"りゃ", "", "りゅ", "", "りょ"}},
    {"fy", {"ふゃ", "", "ふゅ", "", "ふょ"}},
    {"vy", {"ゔゃ", "", "ゔゅ", "", "ゔょ"}},
};

constexpr std::string_view vowels = "aiueo";

bool is_vowel(char c) { return vowels.find(c) != vowels.npos; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Reads romaji from left to right; where a syllable may be several kana, each way is followed.
class romaji_reader {
 public:
  explicit romaji_reader(std::string_view romaji) : romaji_(romaji) {}

  std::vector<std::string> read() {
    follow(0, {});
    return std::move(found_);
  }

 private:
  char at(std::size_t i) const { return i < romaji_.size() ? romaji_[i] : '\0'; }

  void follow(std::size_t i, const std::string &kana) {
    if (found_.size() >= most_readings) return;
    if (i == romaji_.size()) {
      if (!kana.empty()) found_.push_back(kana);
      return;
    }
    const char c = at(i);
    if (c == '-' && !kana.empty()) return follow(i + 1, kana + "ー");
    if (!is_letter(c)) return;
    if (c == 'n' && at(i + 1) == 'n' && !is_vowel(at(i + 2)) && at(i + 2) != 'y') return follow(i + 2, kana + "ん");
    if (c == 'n' && at(i + 1) == '\'') return follow(i + 2, kana + "ん");
    if (c == 'n' && !is_vowel(at(i + 1)) && at(i + 1) != 'y') follow(i + 1, kana + "ん");
    if (c == 'm' && (at(i + 1) == 'b' || at(i + 1) == 'p' || at(i + 1) == 'm')) follow(i + 1, kana + "ん");
    const bool doubled = at(i + 1) == c || (c == 't' && at(i + 1) == 'c');
    if (c != 'n' && !is_vowel(c) && doubled) follow(i + 1, kana + "っ");
    const std::string_view rest = romaji_.substr(i);
    for (const row &r : rows) {
      for (std::size_t v = 0; v < r.kana.size(); ++v) {
        if (r.kana[v].empty()) continue;
        const std::size_t length = r.consonants.size() + 1;
        if (rest.size() >= length) {
          if (rest.substr(0, length - 1) == r.consonants && rest[length - 1] == vowels[v])
            follow(i + length, kana + std::string(r.kana[v]));
        } else if (r.consonants.substr(0, rest.size()) == rest) {
          follow(romaji_.size(), kana + std::string(r.kana[v]));  // unfinished
        }
      }
    }
  }

  std::string_view romaji_;
  std::vector<std::string> found_;
};

}  // namespace

std::string kana_key(std::string_view normalized) {
  std::string key;
  char32_t before = 0;
  for (std::size_t at = 0; at < normalized.size();) {
    char32_t c = next(normalized, at);
    if (is_katakana_letter(c)) c -= 0x60;
    if (c == long_vowel_mark)
      if (const char32_t vowel = vowel_of(before)) c = vowel;
    append(key, c);
    before = c;
  }
  return key;
}

std::string to_katakana(std::string_view normalized) {
  std::string text;
  for (std::size_t at = 0; at < normalized.size();) {
    const char32_t c = next(normalized, at);
    append(text, is_hiragana_letter(c) || is_iteration_mark(c) ? c + 0x60 : c);
  }
  return text;
}

bool is_kana(std::string_view normalized) {
  for (std::size_t at = 0; at < normalized.size();) {
    const char_class kind = class_of(next(normalized, at));
    if (kind != char_class::hiragana && kind != char_class::katakana) return false;
  }
  return !normalized.empty();
}

bool has_kanji(std::string_view normalized) {
  for (std::size_t at = 0; at < normalized.size();)
    if (class_of(next(normalized, at)) == char_class::han) return true;
  return false;
}

std::string kanji_skeleton(std::string_view normalized) {
  std::string kanji;
  for (std::size_t at = 0; at < normalized.size();) {
    const std::size_t start = at;
    if (class_of(next(normalized, at)) == char_class::han) kanji += normalized.substr(start, at - start);
  }
  return kanji;
}

std::vector<std::string> kana_of_romaji(std::string_view romaji) {
  std::vector<std::string> found = romaji_reader(romaji).read();
  for (std::string &kana : found) kana = kana_key(kana);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> romaji_typed(std::string_view normalized) {
  constexpr std::size_t most_ways = 64, longest_syllable = 2;
  std::string kana;
  for (std::size_t at = 0; at < normalized.size();) {
    const char32_t c = next(normalized, at);
    append(kana, is_katakana_letter(c) ? c - 0x60 : c);
  }
  std::vector<std::string> ways(1);
  const auto go_on = [&](const std::vector<std::string> &ends) {
    std::vector<std::string> longer;
    for (const std::string &way : ways)
      for (const std::string &end : ends)
        if (longer.size() < most_ways) longer.push_back(way + end);
    ways = std::move(longer);
  };
  bool doubled = false;
  for (std::size_t at = 0; at < kana.size() && !ways.empty();) {
    const std::string_view rest = std::string_view(kana).substr(at);
    if (rest[0] >= 'a' && rest[0] <= 'z') {
      go_on({std::string(1, rest[0])});
      ++at;
      continue;
    }
    std::size_t first = 0;
    const char32_t c = next(rest, first);
    std::vector<std::string> letters;
    std::size_t taken = first;
    if (c == U'ん') letters = {"n", "nn"};
    else if (c == long_vowel_mark) letters = {"-"};
    else if (c == U'っ') {
      doubled = true;
      at += first;
      continue;
    }
    // しゃ before し.
    for (std::size_t units = longest_syllable; units > 0 && letters.empty(); --units) {
      std::size_t end = 0;
      for (std::size_t n = 0; n < units && end < rest.size(); ++n) next(rest, end);
      for (const row &r : rows)
        for (std::size_t v = 0; v < r.kana.size(); ++v)
          if (r.kana[v] == rest.substr(0, end)) letters.push_back(std::string(r.consonants) + vowels[v]);
      taken = end;
    }
    if (doubled)
      for (std::string &one : letters) one.insert(0, 1, one[0]);
    doubled = false;
    go_on(letters);
    at += taken;
  }
  return doubled ? std::vector<std::string>{} : ways;
}

}  // namespace libsearch::text
