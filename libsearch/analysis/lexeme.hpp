// What a dictionary says about a word besides where it begins and ends.
#ifndef LIBSEARCH_ANALYSIS_LEXEME_HPP
#define LIBSEARCH_ANALYSIS_LEXEME_HPP

#include <string>

namespace libsearch::analysis {

/// One entry of a dictionary for a word. What it does not say is empty.
struct lexeme {
  std::string reading;         ///< in katakana: コヤマ
  std::string base;            ///< the form that dictionaries list: 取り組む for 取り組ん
  std::string part_of_speech;  ///< as the dictionary calls it, the levels separated by hyphens
};

}  // namespace libsearch::analysis

#endif
