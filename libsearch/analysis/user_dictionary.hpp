// A list of words that a user wants to be words.
#ifndef LIBSEARCH_ANALYSIS_USER_DICTIONARY_HPP
#define LIBSEARCH_ANALYSIS_USER_DICTIONARY_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/tokenizer.hpp"

namespace libsearch::analysis {

/// One line of a user dictionary, normalized.
struct user_word {
  std::string surface;
  std::string reading;     ///< in katakana, or ""
  std::string word_class;  ///< or ""
};

/// Thread-safe once made.
class user_dictionary {
 public:
  /// `text` has lines of surface, TAB, reading, TAB, class, the last two optional; a line that is empty or begins with
  /// # says nothing. A byte order mark and CRLF are accepted.
  /// Throws libsearch::error (malformed) that names the line.
  explicit user_dictionary(std::string_view text);
  user_dictionary(const user_dictionary &) = delete;
  user_dictionary &operator=(const user_dictionary &) = delete;

  /// In the order of the text, each once; a surface comes several times where it has several readings.
  const std::vector<user_word> &words() const { return words_; }
  bool has_readings() const;

  /// The entries of a surface.
  std::vector<lexeme> lexemes(std::string_view surface) const;

  /// Puts the words into the boundaries of a normalized text: going from left to right, at each place the longest
  /// surface that occurs there becomes one word. An occurrence never spans a character of class `other`, so the
  /// outcome for a stretch between such characters does not depend on what is around it.
  void apply(std::u16string_view text, std::vector<std::uint32_t> &boundaries) const;

  /// The surfaces whose entries differ, each once.
  static std::vector<std::string> changed_surfaces(const user_dictionary &before, const user_dictionary &after);

 private:
  std::size_t longest_at(std::u16string_view text, std::size_t at) const;

  std::vector<user_word> words_;
  std::unordered_multimap<std::string, std::size_t> by_surface_;  // places in words_
  /// By their first unit, the longest first; without those that hold a character of class `other`.
  std::unordered_map<char16_t, std::vector<std::u16string>> surfaces_;
};

/// A tokenizer with the words of a user dictionary put into what it proposes.
std::unique_ptr<tokenizer> with_user_dictionary(std::unique_ptr<tokenizer> base, std::string_view text);

}  // namespace libsearch::analysis

#endif
