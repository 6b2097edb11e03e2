#ifndef LIBSEARCH_ANALYZER_HPP
#define LIBSEARCH_ANALYZER_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>
#include <libsearch/word_breaker.hpp>

namespace libsearch {

/// What a token is.
enum class token_kind {
  word,    ///< a dictionary word, a run of Latin letters and digits, or one symbol: a term
  bigram,  ///< two neighbouring characters of Japanese text
  stem,    ///< the Snowball stem of an English word: a variant, made at query time
};

/// How a bigram is found again (docs/ARCHITECTURE.md, "the hybrid index").
enum class bigram_state {
  none,     ///< the token is not a bigram
  indexed,  ///< it stands across two words and is a term of the document
  inside,   ///< it stands inside one word: the lexicon finds it
  checked,  ///< it stands across two words and selects nothing: checked in the stored text
};

/// One token. Offsets are byte offsets into the text as given, before normalization.
struct token {
  std::string text;  ///< normalized form, UTF-8
  token_kind kind = token_kind::word;
  bigram_state state = bigram_state::none;
  bool function_word = false;  ///< carries grammar, not content: の, が, する ...
  std::size_t start = 0;
  std::size_t end = 0;
  std::string reading;  ///< of a word, in katakana; "" where the dictionary knows none
  std::string base;     ///< of a word: the form that dictionaries list; "" where it is not known
};

/// How an analyzer works.
struct analyzer_options {
  /// hybrid: words and pairs of characters, as an index has them; dictionary: words alone; ngram: single characters and every
  /// pair; keyword: the whole text as one word; english: words and their stems.
  std::string name = "hybrid";
  std::string dictionary;       ///< icu (as ""), or mecab
  std::string user_dictionary;  ///< text of one (index_writer::set_user_dictionary)
  std::shared_ptr<const word_breaker> breaker;  ///< cuts in place of the dictionary
};

/// Byte offsets of a UTF-8 text as other languages count. Asking in ascending order is cheap.
/// The text must outlive it.
class LIBSEARCH_API offset_converter {
 public:
  explicit offset_converter(std::string_view text) : text_(text) {}

  /// Code points / UTF-16 units before a byte offset. An offset inside a character counts as its start, one behind
  /// the text as its end; each byte of what is no UTF-8 counts as one.
  std::size_t code_points(std::size_t byte);
  std::size_t utf16(std::size_t byte);

 private:
  void go_to(std::size_t byte);

  std::string_view text_;
  std::size_t byte_ = 0, code_points_ = 0, utf16_ = 0;
};

/// Normalizes and tokenizes text, the same way for documents and for queries.
/// One object may be used by one thread at a time; make one per thread.
class LIBSEARCH_API analyzer {
 public:
  /// The default analyzer: ICU dictionary words and bigrams.
  /// @throws error errc::dictionary_missing when ICU's data cannot be loaded.
  analyzer();
  /// @throws error errc::invalid_argument for a name that is none or a breaker beside ngram or a dictionary, errc::dictionary_missing when the dictionary cannot
  /// be loaded, errc::malformed for a user dictionary that is none.
  explicit analyzer(const analyzer_options &options);
  ~analyzer();
  analyzer(analyzer &&) noexcept;
  analyzer &operator=(analyzer &&) noexcept;

  /// The normalized text: NFKC, case fold, NFKC; white space is removed where a CJK character
  /// stands on either side, else one U+0020. Ill-formed UTF-8 is read as U+FFFD.
  std::string normalize(std::string_view text) const;

  /// Every token of `text`, in order of start offset. Words do not overlap; between them stand
  /// only white space and punctuation.
  std::vector<token> analyze(std::string_view text) const;

  /// Names normalizer, dictionary and rules with their versions. Equal fingerprints give equal tokens.
  std::string fingerprint() const;

 private:
  struct impl;
  std::unique_ptr<impl> impl_;
};

}  // namespace libsearch

#endif
