#ifndef LIBSEARCH_WORD_BREAKER_HPP
#define LIBSEARCH_WORD_BREAKER_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

namespace libsearch {

/// Your own way to cut Japanese text into words, in place of a dictionary: derive from it and give an object to
/// writer_options, index_options and analyzer_options. Any cutting finds the same documents, since pairs of characters
/// across words are indexed and what stands inside words is looked up; it decides what ranks, what completes
/// and what counts as a word.
///
/// An index keeps the name(), not the object: it opens only with a breaker of the same name. The object that is given
/// is only asked for its name and for clones; each clone serves one thread at a time.
class LIBSEARCH_API word_breaker {
 public:
  virtual ~word_breaker();

  /// Name and version, such as "syllables/2": 1 to 100 letters, digits and "._-+/" of ASCII. Change it whenever
  /// a text is cut otherwise than before.
  virtual std::string name() const = 0;

  /// Another object that cuts alike, for another thread. May be called by several threads at once.
  virtual std::unique_ptr<word_breaker> clone() const = 0;

  /// Appends where the words of `text` end, in ascending order: byte offsets of character boundaries, none above the
  /// size. `text` is normalized UTF-8 (analyzer::normalize()) with at least one character from U+3000 on: a whole
  /// title, author or body, a query, or part of one. The same text must give the same ends.
  ///
  /// Only ends inside runs of Japanese script count. Words end there and at the edges of such a run, at each symbol, and
  /// after 60 UTF-16 units; Latin letters and digits beside each other stay one word. An exception that it throws
  /// passes through the call that needed the words.
  virtual void append_word_ends(std::string_view text, std::vector<std::size_t> &ends) = 0;

 protected:
  word_breaker() = default;
  word_breaker(const word_breaker &) = default;
  word_breaker &operator=(const word_breaker &) = default;
};

}  // namespace libsearch

#endif
