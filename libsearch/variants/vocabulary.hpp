// What variants may ask of the words of an index.
#ifndef LIBSEARCH_VARIANTS_VOCABULARY_HPP
#define LIBSEARCH_VARIANTS_VOCABULARY_HPP

#include <functional>
#include <string_view>

namespace libsearch::variants {

/// The words of an index, normalized, UTF-8. A word of a removed document may still be there, none may be
/// missing. Calls are cheap (a binary search) and thread-safe.
class vocabulary {
 public:
  virtual ~vocabulary() = default;

  /// Whether it is a word.
  virtual bool has_word(std::string_view word) const = 0;

  /// Whether some word holds the string; a single character that is in no word is in no text (characters of
  /// class `other` excepted, which are never in words).
  virtual bool occurs_in_words(std::string_view text) const = 0;

  /// Whether some word begins, or ends, with the string.
  virtual bool begins_a_word(std::string_view text) const = 0;
  virtual bool ends_a_word(std::string_view text) const = 0;

  /// Visits the words that begin with, or hold, the string; return false to stop.
  using visitor = std::function<bool(std::string_view word)>;
  virtual void for_each_prefix(std::string_view text, const visitor &visit) const = 0;
  virtual void for_each_infix(std::string_view text, const visitor &visit) const = 0;
};

}  // namespace libsearch::variants

#endif
