// Completion by how words are read: たいよう and taiyou may become 太陽光, where the dictionaries know readings.
#ifndef LIBSEARCH_QUERY_READING_COMPLETIONS_HPP
#define LIBSEARCH_QUERY_READING_COMPLETIONS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "analysis/name_reading.hpp"
#include "query/completer.hpp"
#include "variants/reading_table.hpp"

namespace libsearch::query {

/// The best words whose reading begins with the normalized `typed`, kana or romaji; nothing for other texts.
std::vector<rated_completion> words_read_so(std::string_view typed, const variants::reading_table &table,
                                            const analysis::function_words &functions, std::size_t most);

/// The commonest words that are read as a beginning of one of the kana keys, the longest beginning that any is: heads of
/// compounds that the key may go on to. At most `most`.
std::vector<std::string> heads_read_so(const std::vector<std::string> &keys, const variants::reading_table &table,
                                       std::size_t most);

/// Whether the normalized text may be read so that it begins with one of the kana keys.
bool is_read_so(std::string_view normalized, const std::vector<std::string> &keys, analysis::name_reader &reader);

}  // namespace libsearch::query

#endif
