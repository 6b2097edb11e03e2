#include "index/lexicon_vocabulary.hpp"

#include "text/utf8.hpp"

namespace libsearch::indexing {

bool lexicon_vocabulary::has_word(std::string_view word) const { return words_->contains(text::to_utf16(word)); }

bool lexicon_vocabulary::occurs_in_words(std::string_view text) const {
  return words_->count_infix(text::to_utf16(text)) > 0;
}

bool lexicon_vocabulary::begins_a_word(std::string_view text) const {
  return words_->count_prefix(text::to_utf16(text)) > 0;
}

bool lexicon_vocabulary::ends_a_word(std::string_view text) const {
  return words_->count_suffix(text::to_utf16(text)) > 0;
}

void lexicon_vocabulary::for_each_prefix(std::string_view text, const visitor &visit) const {
  words_->for_each_prefix(text::to_utf16(text),
                          [&](const found_word &word) { return visit(text::to_utf8(word.text)); });
}

void lexicon_vocabulary::for_each_infix(std::string_view text, const visitor &visit) const {
  words_->for_each_infix(text::to_utf16(text),
                         [&](const found_word &word) { return visit(text::to_utf8(word.text)); });
}

}  // namespace libsearch::indexing
