#ifndef LIBSEARCH_TEXT_SENTENCES_HPP
#define LIBSEARCH_TEXT_SENTENCES_HPP

#include <cstddef>
#include <string_view>

namespace libsearch::text {

/// The start of the sentence that holds the byte `at` of a well-formed text, blanks skipped, if it is not before
/// `earliest`; else `earliest`. By ICU's rules for Japanese; the end of a line ends a sentence only where a full
/// stop, an empty line or an indented line says so. Thread-safe.
std::size_t sentence_start(std::string_view text, std::size_t at, std::size_t earliest);

}  // namespace libsearch::text

#endif
