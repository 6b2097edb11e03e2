// What a dictionary with readings knows of other ways to write a word.
#ifndef LIBSEARCH_VARIANTS_DICTIONARY_FORMS_HPP
#define LIBSEARCH_VARIANTS_DICTIONARY_FORMS_HPP

#include <string_view>

#include "analysis/text_analyzer.hpp"
#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// For each word of the part that begins with a kanji: the words of the index with the same kanji and the same reading
/// (okurigana); for a verb or adjective at the end of the part, with た, て or ます behind it perhaps, those of the same
/// base form and kanji (inflection). Nothing where the dictionary knows no readings.
void append_dictionary_forms(std::string_view part, const vocabulary &words, analysis::text_analyzer &analyzer,
                             replacements &found);

}  // namespace libsearch::variants

#endif
