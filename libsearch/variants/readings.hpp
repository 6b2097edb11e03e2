// Words by how they are read.
#ifndef LIBSEARCH_VARIANTS_READINGS_HPP
#define LIBSEARCH_VARIANTS_READINGS_HPP

#include <functional>
#include <string_view>

#include "variants/reading_table.hpp"
#include "variants/replacement.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::variants {

/// Gives the table, made when it is first wanted.
using reading_source = std::function<const reading_table &()>;

/// For a part that is nothing but kana (three or more) or Japanese in Latin letters (four or more): the words with
/// kanji of that reading, alone or several in a row, and those that such a word begins. Where there are none, the words
/// whose reading the part begins.
void append_readings(std::string_view part, const vocabulary &words, const reading_source &table, replacements &found);

}  // namespace libsearch::variants

#endif
