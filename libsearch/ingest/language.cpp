#include "ingest/language.hpp"

#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t sample_bytes = 1u << 16;  // enough to tell

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t result = 0;
  for (std::size_t at = text.find(word); at != npos; at = text.find(word, at + 1)) ++result;
  return result;
}

}  // namespace

std::string language_of(std::string_view text) {
  text = text.substr(0, sample_bytes);
  std::size_t kana = 0, han = 0, latin = 0, other = 0;
  for (std::size_t at = 0, look = 1024; at < text.size();) {
    if (at >= look) {
      // What is left has a sign for each two bytes at most: with so much kana it says nothing else.
      if (kana * 20 > kana + han + latin + other + (text.size() - at) / 2) return "ja";
      look += 1024;
    }
    // U+5000 to U+9FFF are kanji.
    const auto first = static_cast<unsigned char>(text[at]);
    if (first >= 0xE5 && first <= 0xE9 && at + 2 < text.size()) {
      ++han;
      at += 3;
      continue;
    }
    // U+3040 to U+30FF are kana.
    if (first == 0xE3 && at + 2 < text.size() && text[at + 1] >= '\x81' && text[at + 1] <= '\x83') {
      ++kana;
      at += 3;
      continue;
    }
    const char32_t c = next(text, at);
    if (is_kana(c))
      ++kana;
    else if (is_han(c))
      ++han;
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
      ++latin;
    else if (c >= 0xC0 && c != 0xFFFD && !is_cjk(c) && !is_wide_punctuation(c))
      ++other;
  }
  // A Latin word weighs less than its letters: a Japanese text may quote a lot of English.
  if (kana * 20 > kana + han + latin / 4 + other) return "ja";
  if (latin < 3 || latin < (kana + han + other) * 10) return {};
  const std::size_t words = count(text, " ") + 1;
  const std::size_t common =
      count(text, " the ") + count(text, " of ") + count(text, " and ") + count(text, " in ");
  return common * 25 > words ? "en" : "";
}

}  // namespace libsearch::ingest
