#ifndef JSEARCH_SHELL_WORDS_HPP
#define JSEARCH_SHELL_WORDS_HPP

#include <string>
#include <string_view>

#include "options.hpp"

namespace jsearch {

/// `word` as a POSIX shell must be given it.
std::string shell_word(std::string_view word);

/// The command line that was typed, with one more option; an --offset that it had is dropped.
std::string command_again(const std::string &command, const arguments &given,
                          const std::string &option, const std::string &value);

}  // namespace jsearch

#endif
