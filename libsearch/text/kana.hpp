// Kana, whichever way they are written or typed, and the kanji between them.
#ifndef LIBSEARCH_TEXT_KANA_HPP
#define LIBSEARCH_TEXT_KANA_HPP

#include <string>
#include <string_view>
#include <vector>

namespace libsearch::text {

/// Normalized text in one kind of kana: katakana becomes hiragana, a long vowel mark the vowel it lengthens
/// (エネルギー and えねるぎい are one). Everything else stays.
std::string kana_key(std::string_view normalized);

/// Hiragana as katakana; everything else stays.
std::string to_katakana(std::string_view normalized);

/// Whether the text is kana and long vowel marks only, and not empty.
bool is_kana(std::string_view normalized);

/// Whether a character of the text is an ideograph.
bool has_kanji(std::string_view normalized);

/// The ideographs of a text in their order: 取組 for 取り組み.
std::string kanji_skeleton(std::string_view normalized);

/// The hiragana that lower-case romaji may stand for, Hepburn, Kunrei or as typed: usually one text; several
/// where the last syllable is unfinished (enerug: えねるが, えねるぎ ...) or ti may be ち or てぃ. Nothing
/// where it is no romaji. Long vowels as kana_key() has them.
std::vector<std::string> kana_of_romaji(std::string_view romaji);

/// The Latin letters that kana may have been typed by, in a text of kana and Latin letters: えねrgy is energy. Several
/// where kana are typed in several ways (し: si, shi, ci), at most 64; nothing where a kana is not typed by letters.
std::vector<std::string> romaji_typed(std::string_view normalized);

}  // namespace libsearch::text

#endif
