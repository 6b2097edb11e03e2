// Japanese in Latin letters, made comparable: Hepburn, Kunrei and what people mix of them.
#ifndef LIBSEARCH_VARIANTS_ROMAJI_HPP
#define LIBSEARCH_VARIANTS_ROMAJI_HPP

#include <optional>
#include <string>
#include <string_view>

namespace libsearch::variants {

/// A reading in katakana as a key: Kunrei letters, a long vowel as one capital letter, so トウキョウ is tOkyO and
/// シンブン sinbun. ヅ and ズ, ヂ and ジ, ヲ and オ are the same. What is no katakana is left out.
std::string romaji_key(std::string_view katakana);

/// The key of a normalized text in Latin letters: tōkyō, toukyou and tôkyô are tOkyO, tokyo is tokyo; shimbun is
/// sinbun. It may end in the middle of a syllable. Nothing where the letters are no Japanese.
std::optional<std::string> typed_romaji_key(std::string_view latin);

/// The key without the length of its vowels: tokyo for tOkyO.
std::string without_length(std::string_view key);

/// Whether each vowel that `typed` has long is long in `key`; they are equal but for that, as far as `typed` goes.
bool agrees_in_length(std::string_view typed, std::string_view key);

}  // namespace libsearch::variants

#endif
