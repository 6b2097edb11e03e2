// Names of Xapian terms, value slots and metadata keys. Words stand for themselves: normalized text
// has no ASCII capital, so capitals are free to mark everything else.
#ifndef LIBSEARCH_INDEX_TERM_HPP
#define LIBSEARCH_INDEX_TERM_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace libsearch::indexing {

/// B + two characters: a boundary bigram.
inline constexpr char bigram_prefix = 'B';
/// Q + id (or its hash): names a document.
inline constexpr char id_prefix = 'Q';

/// T + normalized topic, for the topic and each of its parents; A + normalized author.
inline constexpr char topic_prefix = 'T';
inline constexpr char author_prefix = 'A';

/// X + name + ":" + normalized value: a value of a declared field, as above; Y + name + ":" + one or two
/// characters or a stem: what the text of a declared field holds.
inline constexpr char field_value_prefix = 'X';
inline constexpr char field_piece_prefix = 'Y';

/// Longest term, in bytes, that Xapian takes for sure.
inline constexpr std::size_t max_term_bytes = 240;

std::string bigram_term(std::string_view two_characters);

/// The term of a document's id. Ids too long for a term, or with bytes that a term can't hold, are hashed (128 bits).
std::string id_term(std::string_view id);

/// A term of a name of any length and bytes: what a term can't hold is hashed (128 bits).
std::string name_term(std::string_view prefix, std::string_view name);

/// The term of a facet's value, which is normalized first: 小山 堅, 小山堅 and 小山　堅 are one author.
std::string facet_term(char prefix, std::string_view value);
std::string facet_term(std::string_view prefix, std::string_view value);

/// Whether a term is a word of the lexicon.
inline bool is_word_term(std::string_view term) { return !term.empty() && !(term[0] >= 'A' && term[0] <= 'Z'); }

/// Value slots of a document.
enum slot : unsigned {
  slot_text = 0,     ///< compact normalized text: title, authors, body, separated by zero bytes
  slot_id = 1,
  slot_first_day = 2,  ///< of the document's date, pack_day(); absent without a date
  slot_last_day = 7,
  slot_topic = 3,    ///< values separated by zero bytes
  slot_author = 4,   ///< values separated by zero bytes
  slot_origin = 5,   ///< origin.hpp
  slot_title = 6,    ///< first bytes of the normalized title, for sorting
  first_field_slot = 16,  ///< two slots for each declared field (field_table.hpp)
};

/// A day as YYYYMMDD in four bytes that sort like the number.
std::string pack_day(std::int32_t day);
/// The number again; 0 for an absent value.
std::int32_t unpack_day(std::string_view value);

namespace metadata_key {
inline constexpr char format[] = "libsearch.format";
inline constexpr char analyzer[] = "libsearch.analyzer";
inline constexpr char analyzer_name[] = "libsearch.analyzer_name";
inline constexpr char function_words[] = "libsearch.function_words";
inline constexpr char dictionary[] = "libsearch.dictionary";
inline constexpr char user_dictionary[] = "libsearch.user_dictionary";
inline constexpr char topic_rules[] = "libsearch.topic_rules";
inline constexpr char synonyms[] = "libsearch.synonyms";
inline constexpr char schema[] = "libsearch.schema";
inline constexpr char lexicon_base[] = "libsearch.lexicon.base";
inline constexpr char lexicon_delta[] = "libsearch.lexicon.delta.";  // + number
inline constexpr char changes[] = "libsearch.changes";                // change_log.hpp
inline constexpr char option[] = "libsearch.option.";                // + name
}  // namespace metadata_key

}  // namespace libsearch::indexing

#endif
