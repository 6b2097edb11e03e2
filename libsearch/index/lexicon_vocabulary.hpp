#ifndef LIBSEARCH_INDEX_LEXICON_VOCABULARY_HPP
#define LIBSEARCH_INDEX_LEXICON_VOCABULARY_HPP

#include <memory>

#include "index/lexicon.hpp"
#include "variants/vocabulary.hpp"

namespace libsearch::indexing {

/// The words of a lexicon as variants see them.
class lexicon_vocabulary final : public variants::vocabulary {
 public:
  explicit lexicon_vocabulary(std::shared_ptr<const lexicon> words) : words_(std::move(words)) {}

  bool has_word(std::string_view word) const override;
  bool occurs_in_words(std::string_view text) const override;
  bool begins_a_word(std::string_view text) const override;
  bool ends_a_word(std::string_view text) const override;
  void for_each_prefix(std::string_view text, const visitor &visit) const override;
  void for_each_infix(std::string_view text, const visitor &visit) const override;

 private:
  std::shared_ptr<const lexicon> words_;
};

}  // namespace libsearch::indexing

#endif
