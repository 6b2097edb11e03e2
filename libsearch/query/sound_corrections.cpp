#include "query/sound_corrections.hpp"

#include <algorithm>

#include "text/char_class.hpp"
#include "text/kana.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// What is tried of one word, and the shortest and longest that are looked at.
constexpr std::size_t most_keys = 12, most_readings = 2, shortest = 2, longest = 24;
/// Kana of a reading that kanji are looked for by; shorter ones are those of too many words.
constexpr std::size_t fewest_kana = 4;

struct script {
  bool hiragana = false, katakana = false, latin = false, han = false, other = false;
};

script script_of(std::string_view word) {
  script found;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next(word, at);
    switch (text::class_of(c)) {
      case text::char_class::hiragana: found.hiragana = true; break;
      case text::char_class::katakana: found.katakana = true; break;
      case text::char_class::han: found.han = true; break;
      case text::char_class::latin:
        (c >= U'a' && c <= U'z' ? found.latin : found.other) = true;
        break;
      default: found.other = true;
    }
  }
  return found;
}

/// The kana that romaji stands for; it must end where a syllable does.
std::vector<std::string> kana_of_whole(const std::string &romaji) {
  if (std::string_view("aiueon").find(romaji.back()) == std::string_view::npos) return {};
  auto keys = text::kana_of_romaji(romaji);
  if (keys.size() > most_keys) keys.resize(most_keys);
  return keys;
}

}  // namespace

std::vector<std::string> sound_corrections::of(const std::string &word) {
  std::vector<std::string> found;
  const std::size_t length = text::length(word);
  if (length < shortest || length > longest) return found;
  const script is = script_of(word);
  if (is.other) return found;
  if (is.han) {
    if (readings_ && !is.latin)
      for (const analysis::name_reading &way : reader_.readings(word, most_readings))
        if (text::length(way.text) >= fewest_kana) add_rows_of(way.text, found);
    // Who typed kanji alone meant kanji alone.
    if (!is.hiragana) std::erase_if(found, [](const std::string &other) { return script_of(other).hiragana; });
  } else if (is.latin && !is.hiragana && !is.katakana) {
    for (const std::string &key : kana_of_whole(word)) {
      add_words_of(key, found);
      add_rows_of(key, found);
    }
  } else if (!is.latin) {
    add_words_of(text::kana_key(word), found);
  }
  if (!is.han && is.hiragana)
    for (std::string &typed : typed_as(word))
      if (words_.contains(text::to_utf16(typed))) found.push_back(std::move(typed));
  std::erase(found, word);
  return found;
}

std::vector<std::string> sound_corrections::typed_as(std::string_view word) {
  const script is = script_of(word);
  if (!is.hiragana || is.han || is.other) return {};
  return text::romaji_typed(word);
}

/// Words in kana that are the same key.
void sound_corrections::add_words_of(const std::string &key, std::vector<std::string> &found) const {
  std::size_t end = 0;
  text::next(key, end);
  const std::string first = key.substr(0, end);
  for (const std::string &begin : {first, text::to_katakana(first)})
    words_.for_each_prefix(text::to_utf16(begin), [&](const indexing::found_word &word) {
      if (word.frequency > 0) {
        std::string text = text::to_utf8(word.text);
        if (text::kana_key(text) == key) found.push_back(std::move(text));
      }
      return true;
    });
}

/// Words with kanji that are read so, and rows of them.
void sound_corrections::add_rows_of(const std::string &kana, std::vector<std::string> &found) const {
  variants::replacements ways;
  variants::append_readings(text::to_katakana(kana), vocabulary_, readings_, ways);
  for (variants::replacement &way : ways) found.push_back(std::move(way.text));
}

}  // namespace libsearch::query
