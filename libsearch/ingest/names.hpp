// What a word of an author line is: part of an affiliation, a title of honour, or a name.
#ifndef LIBSEARCH_INGEST_NAMES_HPP
#define LIBSEARCH_INGEST_NAMES_HPP

#include <vector>

#include <unicode/unistr.h>

namespace libsearch::ingest {

using words = std::vector<icu::UnicodeString>;

/// The pieces of a folded line between blanks.
words split_words(const icu::UnicodeString &line);
/// Its pieces between any of `separators` that stand outside brackets, trimmed; empty ones are left out.
words split_at(const icu::UnicodeString &text, const icu::UnicodeString &separators);
icu::UnicodeString joined(const words &parts, std::size_t from = 0, std::size_t to = SIZE_MAX);

/// Whether a word names an organisation or a unit of one: ...研究所, ...ユニット.
bool is_organisation(const icu::UnicodeString &word);
/// Whether a line names an institution, not only a unit or a position in one: かいとう研究所 調査部, not 調査部 主任.
bool names_institution(const icu::UnicodeString &line);
/// Whether a word ends in a position: ...研究員, ...教授.
bool is_position(const icu::UnicodeString &word);
/// 同, or 同 before an organisation: the affiliation of the author before.
bool is_ditto(const icu::UnicodeString &word);

/// Where a name begins that is written onto a position (主任研究員青海太郎), or -1.
int32_t attached_name(const icu::UnicodeString &word);

/// The word without 氏, 博士 and the like behind it; empty when it is nothing but that.
icu::UnicodeString without_honorific(const icu::UnicodeString &word);

/// Whether a part in brackets is a degree, a reading or a Latin form of the name: dropped.
bool is_name_gloss(const icu::UnicodeString &text);

/// Whether these words are the name of one person, written in Japanese.
bool is_japanese_name(const words &parts);
/// The same where nothing else in the line says that it is an author line: 姓 名 only.
bool is_plain_japanese_name(const words &parts);

/// Whether a piece between commas is an affiliation in English.
bool is_latin_affiliation(const icu::UnicodeString &piece);
/// Whether a word is capital letters alone, a few: KIE, the institute.
bool is_acronym(const icu::UnicodeString &word);
/// Whether a piece between commas is a name in Latin letters.
bool is_latin_name(const icu::UnicodeString &piece);
/// The same without words that headings are made of: Energy, Summary ...
bool is_plain_latin_name(const icu::UnicodeString &piece);

/// The piece without Dr., Prof. and degrees.
icu::UnicodeString without_latin_honorific(const icu::UnicodeString &piece);

}  // namespace libsearch::ingest

#endif
