#include "analysis/kana.hpp"

#include "text/char_class.hpp"
#include "text/utf8.hpp"

namespace libsearch::analysis {

using text::char_class;

std::string to_katakana(std::string_view text) {
  std::string katakana;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next(text, at);
    const bool hiragana = (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
    text::append(katakana, hiragana ? c + 0x60 : c);
  }
  return katakana;
}

bool is_kana(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char_class kind = text::class_of(text::next(text, at));
    if (kind != char_class::hiragana && kind != char_class::katakana) return false;
  }
  return !text.empty();
}

bool has_kanji(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (text::class_of(text::next(text, at)) == char_class::han) return true;
  return false;
}

std::string kanji_skeleton(std::string_view text) {
  std::string kanji;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (text::class_of(text::next(text, at)) == char_class::han) kanji += text.substr(start, at - start);
  }
  return kanji;
}

}  // namespace libsearch::analysis
