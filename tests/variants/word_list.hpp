// A vocabulary for tests: the words as given.
#ifndef LIBSEARCH_TESTS_VARIANTS_WORD_LIST_HPP
#define LIBSEARCH_TESTS_VARIANTS_WORD_LIST_HPP

#include <set>
#include <string>

#include "variants/expander.hpp"
#include "variants/letters.hpp"

namespace test {

class word_list final : public libsearch::variants::vocabulary {
 public:
  word_list(std::initializer_list<std::string> words) : words_(words) {}

  bool has_word(std::string_view word) const override { return words_.count(std::string(word)) > 0; }
  bool occurs_in_words(std::string_view text) const override {
    for (const std::string &word : words_)
      if (word.find(text) != std::string::npos) return true;
    return false;
  }
  bool begins_a_word(std::string_view text) const override {
    for (const std::string &word : words_)
      if (word.compare(0, text.size(), text) == 0) return true;
    return false;
  }
  bool ends_a_word(std::string_view text) const override {
    for (const std::string &word : words_)
      if (word.size() >= text.size() && word.compare(word.size() - text.size(), text.size(), text) == 0) return true;
    return false;
  }
  void for_each_prefix(std::string_view text, const visitor &visit) const override {
    for (const std::string &word : words_)
      if (word.compare(0, text.size(), text) == 0 && !visit(word)) return;
  }
  void for_each_infix(std::string_view text, const visitor &visit) const override {
    for (const std::string &word : words_)
      if (word.find(text) != std::string::npos && !visit(word)) return;
  }

 private:
  std::set<std::string> words_;
};

/// Every whole spelling that the pieces give.
inline std::set<std::string> spellings_of(std::string_view part, const libsearch::variants::replacements &pieces) {
  std::set<std::string> found;
  for (const auto &other : libsearch::variants::combine(part, pieces)) found.insert(other.text);
  return found;
}

/// Those that one generator gives for a part.
using generator = void (*)(const libsearch::variants::letters &, const libsearch::variants::vocabulary &,
                           libsearch::variants::replacements &);
inline std::set<std::string> spellings_by(generator append, std::string_view part, const word_list &words) {
  libsearch::variants::replacements pieces;
  append(libsearch::variants::letters(part), words, pieces);
  return spellings_of(part, pieces);
}

}  // namespace test

#endif
