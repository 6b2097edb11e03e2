#include "variants/romaji.hpp"

#include <array>
#include <unordered_map>

#include "text/utf8.hpp"

namespace libsearch::variants {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o'; }
char long_of(char vowel) { return static_cast<char>(vowel - 'a' + 'A'); }

/// Rows of five kana, and what comes before their vowels.
struct row {
  const char *onset;
  std::u32string_view kana;
};
constexpr row rows[] = {
    {"", U"アイウエオ"},  {"k", U"カキクケコ"}, {"g", U"ガギグゲゴ"}, {"s", U"サシスセソ"}, {"z", U"ザジズゼゾ"},
    {"t", U"タチツテト"}, {"z", U"　ヂヅ　　"}, {"d", U"ダ　　デド"}, {"n", U"ナニヌネノ"}, {"h", U"ハヒフヘホ"},
    {"b", U"バビブベボ"}, {"p", U"パピプペポ"}, {"m", U"マミムメモ"}, {"y", U"ヤ　ユ　ヨ"}, {"r", U"ラリルレロ"},
    {"w", U"ワヰ　ヱ　"}, {"", U"　　　　ヲ"},  {"v", U"　　ヴ　　"},
};

const std::unordered_map<char32_t, std::string> &letters_of_kana() {
  static const auto made = [] {
    std::unordered_map<char32_t, std::string> letters;
    for (const row &r : rows)
      for (std::size_t i = 0; i < r.kana.size(); ++i)
        if (r.kana[i] != U'　') letters[r.kana[i]] = std::string(r.onset) + "aiueo"[i];
    letters[U'ン'] = "n";
    letters[U'ヵ'] = "ka";
    letters[U'ヶ'] = "ke";
    return letters;
  }();
  return made;
}

/// The letters of a kana with a small one behind it: キャ kya, ファ fa, ティ ti.
std::string joined(const std::string &first, char32_t small) {
  static constexpr std::u32string_view small_y = U"ャュョ", small_vowels = U"ァィゥェォ";
  const std::string onset = first.substr(0, first.size() - 1);
  if (const auto at = small_y.find(small); at != small_y.npos) return onset + "y" + "auo"[at];
  const char vowel = "aiueo"[small_vowels.find(small)];
  if (first == "hu") return std::string("f") + vowel;
  if (first == "tu") return std::string("ts") + vowel;
  if (first == "u") return std::string("w") + vowel;
  if ((first == "si" || first == "ti" || first == "zi") && vowel == 'e') return onset + "ye";
  // ディ and ドゥ as ヂ and ヅ, which people type alike.
  if (onset == "d" && (vowel == 'i' || vowel == 'u')) return std::string("z") + vowel;
  return onset + vowel;
}

bool is_small(char32_t c) { return std::u32string_view(U"ャュョァィゥェォ").find(c) != std::u32string_view::npos; }

/// Pairs of vowels that are one long vowel become its capital.
std::string with_length(std::string_view letters) {
  std::string key;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i], next = i + 1 < letters.size() ? letters[i + 1] : '\0';
    const bool is_long = is_vowel(c) && (next == c || next == '-' || (c == 'o' && next == 'u'));
    if (is_long) ++i;
    if (c != '-') key += is_long ? long_of(c) : c;
  }
  return key;
}

/// Latin letters in the order they are typed, vowels with a macron or a circumflex as a vowel and a dash.
std::optional<std::string> plain_letters(std::string_view latin) {
  static constexpr std::u32string_view marked = U"āīūēōâîûêô";
  std::string letters;
  for (std::size_t at = 0; at < latin.size();) {
    const char32_t c = text::next(latin, at);
    if (c >= U'a' && c <= U'z') letters += static_cast<char>(c);
    else if (const auto found = marked.find(c); found != marked.npos) (letters += "aiueo"[found % 5]) += '-';
    else if ((c == U'\'' || c == U'’') && !letters.empty() && letters.back() == 'n') continue;
    else return std::nullopt;
  }
  return letters;
}

/// Hepburn's letters as Kunrei's.
class kunrei {
 public:
  explicit kunrei(std::string_view letters) : in_(letters) {}

  std::string run() {
    while (at_ < in_.size()) step();
    return out_;
  }

 private:
  char next(std::size_t n = 1) const { return at_ + n < in_.size() ? in_[at_ + n] : '\0'; }
  void put(std::string_view made, std::size_t taken) {
    out_ += made;
    at_ += taken;
  }
  /// sh, ch and j: si, sya.
  void palatal(const char *onset, std::size_t taken) {
    const char vowel = next(taken);
    put(onset, taken);
    if (vowel != 'i' && vowel != 'y' && vowel != '\0') out_ += 'y';
  }

  void step() {
    const char c = in_[at_];
    if (c == 's' && next() == 'h') return palatal("s", 2);
    if (c == 'c' && next() == 'h') return palatal("t", 2);
    if (c == 'c' && (next() == 'c' || next() == 'y')) return put("t", 1);
    if (c == 'j' && next() == 'j') return put("z", 1);
    if (c == 'j') return palatal("z", 1);
    if (c == 't' && next() == 's' && (next(2) == 'u' || next(2) == '\0')) return put("t", 2);
    if (c == 't' && next() == 'c') return put("t", 1);
    if (c == 'f' && next() == 'u') return put("h", 1);
    if (c == 'f' && next() == '\0') return put("", 1);
    if (c == 'd' && next() == 'z') return put("", 1);
    if (c == 'd' && (next() == 'i' || next() == 'u' || next() == 'y')) return put("z", 1);
    if (c == 'w' && next() == 'o') return put("", 1);
    if (c == 'm' && (next() == 'b' || next() == 'm' || next() == 'p')) return put("n", 1);
    // Ohno, Satoh.
    if (c == 'h' && !out_.empty() && out_.back() == 'o' && !is_vowel(next()) && next() != 'y') return put("-", 1);
    put({&c, 1}, 1);
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
};

bool is_onset(std::string_view letters) {
  static constexpr std::array<std::string_view, 29> onsets{
      "",  "k", "ky", "g", "gy", "s", "sy", "z", "zy", "t",  "ty", "d", "n",  "ny", "h",
      "hy", "b", "by", "p", "py", "m", "my", "y", "r",  "ry", "w", "v", "f", "ts"};
  for (const auto onset : onsets)
    if (letters == onset) return true;
  return false;
}

/// Syllables from end to end; the last may want its vowel.
bool is_japanese(std::string_view key) {
  for (std::size_t at = 0; at < key.size();) {
    std::size_t vowel = at;
    while (vowel < key.size() && key[vowel] >= 'a' && !is_vowel(key[vowel])) ++vowel;
    std::string_view onset = key.substr(at, vowel - at);
    // ん, then ッ.
    if (onset.size() > 1 && onset[0] == 'n' && onset != "ny") onset.remove_prefix(1);
    if (onset.size() > 1 && onset[0] == onset[1] && onset[0] != 'n') onset.remove_prefix(1);
    if (!is_onset(onset)) return false;
    at = vowel + 1;
  }
  return !key.empty();
}

}  // namespace

std::string romaji_key(std::string_view katakana) {
  std::string letters;
  bool doubled = false;
  for (std::size_t at = 0; at < katakana.size();) {
    const char32_t c = text::next(katakana, at);
    if (c == U'ッ') {
      doubled = true;
      continue;
    }
    if (c == U'ー') {
      letters += '-';
      continue;
    }
    const auto found = letters_of_kana().find(c);
    if (found == letters_of_kana().end()) {
      // A small kana that joins nothing sounds as the large one, which is the next character.
      if (is_small(c)) letters += letters_of_kana().at(c + 1);
      continue;
    }
    std::string made = found->second;
    std::size_t behind = at;
    if (at < katakana.size() && made != "n")
      if (const char32_t small = text::next(katakana, behind); is_small(small)) {
        made = joined(made, small);
        at = behind;
      }
    if (doubled && !is_vowel(made[0])) letters += made[0];
    doubled = false;
    letters += made;
  }
  return with_length(letters);
}

std::optional<std::string> typed_romaji_key(std::string_view latin) {
  const auto letters = plain_letters(latin);
  if (!letters) return std::nullopt;
  std::string key = with_length(kunrei(*letters).run());
  if (!is_japanese(key)) return std::nullopt;
  return key;
}

std::string without_length(std::string_view key) {
  std::string plain(key);
  for (char &c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return plain;
}

bool agrees_in_length(std::string_view typed, std::string_view key) {
  for (std::size_t i = 0; i < typed.size() && i < key.size(); ++i)
    if (typed[i] >= 'A' && typed[i] <= 'Z' && key[i] != typed[i]) return false;
  return true;
}

}  // namespace libsearch::variants
